import type { Connection } from '@connector/connections'
import type { ConversationRef } from '@connector/domain/words'
import type { Failure } from '@connector/outbound-http'
import type { Repository } from '@connector/repository'
import { recordPage, type RecordDeps } from '../empikplace/record-page.ts'
import { createReadTicket, type ReadTicketDeps } from '../thulium/read-ticket.ts'

export interface RereadConversationDeps {
  /** All that recording threads needs, with a memory of its own: nothing counts as seen before. */
  recording: (repository: Repository) => RecordDeps
  reading: Omit<ReadTicketDeps, 'repository'>
}

/** Looks at one conversation again at both sides, as every look does, and records what the log lacks. Twice comes to the same. */
export async function rereadConversation(
  { recording, reading }: RereadConversationDeps,
  repository: Repository,
  connection: Connection,
  ref: ConversationRef,
  signal: AbortSignal,
): Promise<Failure | undefined> {
  const { startedAt } = connection.integration
  if (startedAt) {
    const whole = await connection.empikplace.thread(ref.threadId, signal)
    if (!whole.ok) return whole.failure
    const page = { threads: [whole.value.thread], unreadable: [], isBare: false }
    const { leftOut } = await recordPage(recording(repository), connection, page, startedAt, signal)
    if (leftOut) return leftOut
  }
  const { state } = await repository.conversation(ref)
  const { ticketId } = state
  if (ticketId === undefined) return undefined
  const read = createReadTicket({ ...reading, repository })
  const came = await read(connection, { ref, ticketId, last: undefined }, signal)
  return came.ok ? undefined : came.failure
}
