import { mergeTarget, withEntries } from '@connector/connections'
import { isMergedStatus } from '@connector/domain/tickets'
import type { ReadResult } from '@connector/outbound-http'
import type { Ticket } from '@connector/thulium'
import type { EffectContext } from './handler.ts'
import { isFirmRefusal, unsure } from './doubts.ts'

/**
 * What stands in a ticket. When it was merged into another one in the meantime, its entries have moved there: then those of
 * the ticket that its own entry names count as well.
 */
export async function entriesOf(
  context: EffectContext,
  ticketId: number,
): Promise<ReadResult<Pick<Ticket, 'messages' | 'unreadableMessages'>>> {
  const { connection, signal } = context
  const read = withEntries(await connection.thulium.ticket(ticketId, signal), connection)
  if (!read.ok) return read
  const { messages, unreadableMessages, statusName } = read.value
  const target = isMergedStatus(statusName, connection.settings.mergedStatus) ? mergeTarget(read.value) : undefined
  if (target === undefined) return read
  const other = withEntries(await connection.thulium.ticket(target, signal), connection)
  if (other.ok) {
    const { value } = other
    const both = {
      messages: [...messages, ...value.messages],
      unreadableMessages: [...unreadableMessages, ...value.unreadableMessages],
    }
    return { ...other, value: both }
  }
  if (other.failure.class !== 'refused') return other
  // Taken for gone after one refusal, it would get once more what stands in it.
  return isFirmRefusal(context) ? read : { ...other, failure: unsure(other.failure) }
}
