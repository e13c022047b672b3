import type { Failure } from '@connector/outbound-http'
import type { ThuliumClient } from '@connector/thulium'

/** Tickets per page, the most that Thulium gives. */
const pageSize = 100
const maxPages = 1_000

/** `updatedAt` of each ticket that was listed, and the newest of them. */
export type ChangedTickets =
  | { ok: true; updatedAt: ReadonlyMap<number, Date | undefined>; newest: Date | undefined }
  | { ok: false; failure: Failure }

/**
 * Every ticket of an account that was changed since then, in whatever queue, category and status it is: a rule or an agent
 * puts it where they like, and it stays ours.
 */
export async function listChanged(
  thulium: Pick<ThuliumClient, 'tickets'>,
  dateFrom: Date,
  signal: AbortSignal,
): Promise<ChangedTickets> {
  const updatedAt = new Map<number, Date | undefined>()
  let newest: Date | undefined
  for (let page = 0; page < maxPages; page++) {
    const answer = await thulium.tickets({ dateFrom, limit: pageSize, offset: page * pageSize }, signal)
    if (!answer.ok) return { ok: false, failure: answer.failure }
    const { tickets } = answer.value
    for (const row of tickets) {
      updatedAt.set(row.id, row.updatedAt)
      if (row.updatedAt && (!newest || row.updatedAt > newest)) newest = row.updatedAt
    }
    // The list shifts while tickets change; the overlap of the next look catches what slipped between two pages.
    if (tickets.length < pageSize) break
  }
  return { ok: true, updatedAt, newest }
}
