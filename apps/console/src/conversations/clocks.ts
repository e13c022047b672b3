import type { Conversation } from '../api/queries.ts'

/** Whom an answer is owed: EmpikPlace, whose clock any answer stops, or the customer, who waits for a person. */
export interface RunningClock {
  of: 'empikplace' | 'customer'
  since: string
  dueAt: string | null
  isLate: boolean
}

type Times = Pick<Conversation, 'replyNeededSince' | 'replyDueAt' | 'unansweredSince' | 'unansweredDueAt'>

/** The clocks that run, each late by its own date: the row's `overdue` does not say which of them is meant. */
export function runningClocks(row: Times, now: Date): RunningClock[] {
  const running = (of: RunningClock['of'], since: string | null, dueAt: string | null): RunningClock[] =>
    since === null ? [] : [{ of, since, dueAt, isLate: dueAt !== null && new Date(dueAt) < now }]
  return [
    ...running('empikplace', row.replyNeededSince, row.replyDueAt),
    ...running('customer', row.unansweredSince, row.unansweredDueAt),
  ]
}
