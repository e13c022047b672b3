import { isMergedStatus } from '@connector/domain/tickets'
import { failure, FailureCode, type ReadResult } from '@connector/outbound-http'
import type { Ticket } from '@connector/thulium'
import type { Connection } from './connections.ts'

/**
 * A ticket that was read, with what stands in it. Every ticket of ours begins with a message, so one that shows no entry at all
 * was not read: an agent's answer in it would be passed over, and what was written would be written again. Only what a merge
 * leaves behind may be empty.
 */
export function withEntries(
  read: ReadResult<Ticket>,
  { settings }: { settings: Pick<Connection['settings'], 'mergedStatus'> },
): ReadResult<Ticket> {
  if (!read.ok) return read
  const { id, messages, unreadableMessages, statusName } = read.value
  if (messages.length + unreadableMessages.length > 0 || isMergedStatus(statusName, settings.mergedStatus)) return read
  const why = `Thulium shows none of the entries of ticket ${id}; it is read again`
  return { ok: false, failure: failure('unreachable', why, { code: FailureCode.inDoubt }) }
}
