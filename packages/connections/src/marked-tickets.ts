import { missingFieldText } from '@connector/domain/integration'
import { failure, FailureCode, type Failure } from '@connector/outbound-http'
import type { Ticket, TicketPage } from '@connector/thulium'
import { atMost } from '@connector/service-kit'
import { LRUCache } from 'lru-cache'
import type { Connection } from './connections.ts'
import { mayCarry } from './unreadable-row.ts'

/**
 * `listed`: all that the search named, whether they could be read or not; it may name some that lack the mark.
 * `fieldMissing`: the field that carries our mark is not there, so the search says nothing.
 */
export type MarkedTickets =
  { ok: true; tickets: Ticket[]; listed: ReadonlySet<number> } | { ok: false; failure: Failure; fieldMissing: boolean }

/** Hits of one search; a mark is on one ticket, rarely on two. */
const maxHits = 100

/** What is needed of a connection to search. */
interface MarkedAccount {
  thulium: Pick<Connection['thulium'], 'tickets' | 'ticket'>
  account: Pick<Connection['account'], 'threadField' | 'system'>
}

/** A search that still lists a ticket this long after it was found gone is behind; sooner, the one refusal may be wrong. */
const apartMs = 120_000
/** Looks for one mark are never further apart. */
const forgottenMs = 1_200_000
const maxDoubtful = 10_000

/** When a ticket that the search lists was first not given out, by account and number. */
const doubtful = new LRUCache<string, { since: number; last: number }>(atMost(maxDoubtful))

const saysGone = ({ class: failureClass, status }: Failure): boolean =>
  failureClass === 'refused' && (status === 404 || status === 410)

/** Whether a ticket that is listed and not given out is gone: one refusal, which the list contradicts, is no verdict. */
function isGone(key: string, now: number): boolean {
  const known = doubtful.get(key)
  const since = known && now - known.last <= forgottenMs ? known.since : now
  doubtful.set(key, { since, last: now })
  return now - since >= apartMs
}

/**
 * Tickets that carry the mark of a conversation, oldest first. How Thulium's search matches is not documented, and rows of
 * lists may lack the field, so each hit is read and checked.
 * @param except tickets that are not looked at
 * @param now of a clock that never goes back, in milliseconds
 */
export async function markedTickets(
  { thulium, account: { threadField, system } }: MarkedAccount,
  threadId: string,
  except: readonly number[],
  signal: AbortSignal,
  now: () => number = () => performance.now(),
): Promise<MarkedTickets> {
  const found = await thulium.tickets({ customFields: { [threadField]: threadId }, limit: maxHits, offset: 0 }, signal)
  if (!found.ok) {
    // The search says nothing but this field and an id, so a refusal is about the field.
    const { status } = found.failure
    return { ok: false, failure: found.failure, fieldMissing: status === 400 || status === 422 }
  }
  // A row that cannot be read names a ticket all the same.
  const rows = [...found.value.tickets, ...found.value.unreadable].map(({ id }) => Number(id))
  const ids = rows.filter((id) => Number.isSafeInteger(id)).sort((a, b) => a - b)
  const tickets: Ticket[] = []
  let unmarked = 0
  for (const id of ids.filter((id) => !except.includes(id))) {
    const read = await thulium.ticket(id, signal)
    if (!read.ok) {
      if (!saysGone(read.failure)) return { ok: false, failure: read.failure, fieldMissing: false }
      if (isGone(`${system}/${id}`, now())) continue
      const why = `Ticket ${id} is not given out, but the search still lists it; it is looked at again`
      return { ok: false, failure: failure('unreachable', why), fieldMissing: false }
    }
    doubtful.delete(`${system}/${id}`)
    const fields = read.value.customFields
    // A Thulium that ignores a name it does not know finds every ticket there is.
    if (fields && !Object.hasOwn(fields, threadField)) {
      const { en } = missingFieldText({ of: 'ticket', name: threadField })
      return { ok: false, failure: failure('unreachable', en), fieldMissing: true }
    }
    if (!fields) unmarked += 1
    else if (fields[threadField]?.trim() === threadId) tickets.push(read.value)
  }
  const doubt = tickets.length === 0 ? doubtOf(found.value, threadField, threadId, unmarked) : undefined
  if (doubt !== undefined)
    return {
      ok: false,
      failure: failure('unreachable', doubt, { code: FailureCode.inDoubt }),
      fieldMissing: false,
    }
  return { ok: true, tickets, listed: new Set(ids) }
}

/** Why a search that showed no ticket with the mark does not prove that there is none. */
function doubtOf(
  { tickets, unreadable }: TicketPage,
  field: string,
  mark: string,
  unmarked: number,
): string | undefined {
  if (unmarked > 0)
    return `The search for the ticket shows ${unmarked} without their custom fields, and any of them may be it`
  const nameless = unreadable.filter(({ id, raw }) => !Number.isSafeInteger(Number(id)) && mayCarry(raw, field, mark))
  if (nameless.length > 0)
    return `The search for the ticket shows ${nameless.length} that cannot be read, and any of them may be it`
  const shown = tickets.length + unreadable.length
  return shown >= maxHits ? `The search for the ticket shows ${shown} others, and it may be behind them` : undefined
}
