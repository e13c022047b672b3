import { mergeTarget } from '@connector/connections'
import { isMergedStatus } from '@connector/domain/tickets'
import type { ReadResult } from '@connector/outbound-http'
import type { TicketMessage } from '@connector/thulium'
import type { EffectContext } from './handler.ts'
import { isFirmRefusal, unsure } from './stubborn-file.ts'

/**
 * What stands in a ticket. When it was merged into another one in the meantime, its entries have moved there: then those of
 * the ticket that its own entry names count as well.
 */
export async function entriesOf(
  context: EffectContext,
  ticketId: number,
): Promise<ReadResult<readonly TicketMessage[]>> {
  const { connection, signal } = context
  const read = await connection.thulium.ticket(ticketId, signal)
  if (!read.ok) return read
  const { messages, statusName } = read.value
  const target = isMergedStatus(statusName, connection.settings.mergedStatus) ? mergeTarget(read.value) : undefined
  if (target === undefined) return { ...read, value: messages }
  const other = await connection.thulium.ticket(target, signal)
  if (other.ok) return { ...other, value: [...messages, ...other.value.messages] }
  if (other.failure.class !== 'refused') return other
  // Taken for gone after one refusal, it would get once more what stands in it.
  return isFirmRefusal(context) ? { ...read, value: messages } : { ...other, failure: unsure(other.failure) }
}
