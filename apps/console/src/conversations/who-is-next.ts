import type { Conversation } from '../api/queries.ts'

export type Next =
  | { state: 'overdue' | 'waiting'; since: string }
  | { state: 'ours' | 'parked' | 'sending' | 'customer' | 'making' | 'quiet' | 'operator' }

/** Whose move it is, as far as the row tells. EmpikPlace's own clock decides before anything else does. */
export function whoIsNext(row: Conversation): Next {
  if (row.parkedEffects > 0) return { state: 'parked' }
  if (row.repliesPending > 0) return { state: 'sending' }
  if (row.replyNeededSince !== null) return { state: row.overdue ? 'overdue' : 'waiting', since: row.replyNeededSince }
  if (row.ticketId === null) return { state: row.waitingEffects > 0 ? 'making' : 'quiet' }
  if (row.lastAuthor === 'operator') return { state: 'operator' }
  // A shop without that clock: an answer after the last message of the customer shows only in the conversation itself.
  if (row.lastAuthor === 'customer' && row.repliesSent === 0) return { state: 'ours' }
  return { state: 'customer' }
}
