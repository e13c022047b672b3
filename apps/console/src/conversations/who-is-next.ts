import type { Conversation } from '../api/queries.ts'
import { runningClocks, type RunningClock } from './clocks.ts'

export type Next =
  /** `since`: when the time to answer ended. */
  | { state: 'overdue'; since: string }
  /** `unanswered`: EmpikPlace waits no more, since an automatic answer went out; the customer still waits for a person. */
  | { state: 'waiting' | 'unanswered'; since: string; isUrgent: boolean }
  | { state: 'parked' | 'sending' | 'customer' | 'making' | 'quiet' | 'operator' | 'closed' }

const earliest = (clocks: readonly RunningClock[]): RunningClock | undefined =>
  clocks.toSorted((one, other) => Date.parse(one.since) - Date.parse(other.since))[0]

/** Half of the time to answer is gone, or nobody knows how long it is. */
const isHalfGone = ({ since, dueAt }: RunningClock, now: Date): boolean =>
  dueAt === null || now.getTime() - Date.parse(since) >= (Date.parse(dueAt) - Date.parse(since)) / 2

/**
 * Whose move it is, as far as the row tells. After what is under way the two clocks decide, the late one first: an automatic
 * answer stops EmpikPlace's own, while the customer still waits for a person.
 */
export function whoIsNext(row: Conversation, now: Date): Next {
  if (row.parkedEffects > 0) return { state: 'parked' }
  if (row.repliesPending > 0) return { state: 'sending' }
  const clocks = runningClocks(row, now)
  const late = earliest(clocks.filter(({ isLate }) => isLate))
  if (late) return { state: 'overdue', since: late.dueAt ?? late.since }
  const running = earliest(clocks)
  if (running) {
    const state = clocks.some(({ of }) => of === 'empikplace') ? 'waiting' : 'unanswered'
    return { state, since: running.since, isUrgent: isHalfGone(running, now) }
  }
  if (row.ticketId === null) return { state: row.waitingEffects > 0 ? 'making' : 'quiet' }
  if (row.ticketClosed) return { state: 'closed' }
  return { state: row.lastAuthor === 'operator' ? 'operator' : 'customer' }
}
