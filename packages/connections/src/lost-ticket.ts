import type { ConversationState } from '@connector/domain/conversation'
import type { TicketLost } from '@connector/domain/events'
import { isMergedStatus } from '@connector/domain/tickets'
import type { ConversationRef } from '@connector/domain/words'
import { failure, type Failure, type ReadResult } from '@connector/outbound-http'
import type { Ticket } from '@connector/thulium'
import { atMost } from '@connector/service-kit'
import { LRUCache } from 'lru-cache'
import type { Connection } from './connections.ts'
import { mergeTarget } from './merge-target.ts'
import { markedTickets } from './marked-tickets.ts'

/** Not `ok`: it could not be asked, or there is one witness alone; neither is a yes or a no, so it is looked at again. */
export type Loss = { ok: true; lost: TicketLost | undefined } | { ok: false; failure: Failure; fieldMissing: boolean }

/** How reading the ticket ended just now, and whether a write to it was refused with 409. */
export interface Looked {
  ticketId: number
  read: ReadResult<Ticket>
  conflict: boolean
}

/** A status that still says so after this time is no slip of the moment. */
const apartMs = 120_000
/**
 * A search that goes on listing a ticket contradicts every 404, however many there are: an API that answers one wrongly answers
 * the next one wrongly too. Only when nothing but 404 came in so many looks over so long is it the search that is wrong.
 */
const unansweredMs = 3_600_000
const unansweredLooks = 6
/** Looks of one suspicion are never further apart: tickets are swept every 10 min, and effects wait 12.5 min at most. */
const forgottenMs = 1_200_000
const maxSuspects = 10_000

/** Looks in a row in which a ticket seemed to be lost. */
interface Suspicion {
  since: number
  last: number
  looks: number
}

/** By account and number. */
const suspects = new LRUCache<string, Suspicion>(atMost(maxSuspects))

function suspicionOf(suspect: string, now: number): Suspicion {
  const known = suspects.get(suspect)
  const goesOn = known !== undefined && now - known.last <= forgottenMs
  return goesOn ? { ...known, last: now, looks: known.looks + 1 } : { since: now, last: now, looks: 1 }
}

const isShell = ({ messages }: Ticket): boolean => !messages.some(({ type }) => type === 'MAIL' || type === 'REPLY')

const saysGone = ({ class: failureClass, status }: Failure): boolean =>
  failureClass === 'refused' && (status === 404 || status === 410)

/** What speaks for a merge: the status, a refused write, nothing left in the ticket, the entry about where it went. */
function signsOfMerge(ticket: Ticket, conflict: boolean, mergedStatus: string): number {
  const isMerged = isMergedStatus(ticket.statusName, mergedStatus)
  if (!isMerged && !conflict) return 0
  return [isMerged, conflict, isShell(ticket), isMerged && mergeTarget(ticket) !== undefined].filter(Boolean).length
}

/**
 * Whether the ticket of a conversation is gone, deleted or merged into another one (docs/outside/thulium.md: gone tickets), and which
 * other ticket carries the mark of the conversation: an open one first. One refusal is no verdict: an API answers 404 now and
 * then for what exists, so a second, different witness must agree: the search by the mark, what stands in the ticket, or, of a
 * status, a later look. A second 404 is the same witness again.
 * @param now of a clock that never goes back, in milliseconds
 */
export async function findLoss(
  connection: Connection,
  ref: ConversationRef,
  state: ConversationState,
  { ticketId, read, conflict }: Looked,
  signal: AbortSignal,
  now: () => number = () => performance.now(),
): Promise<Loss> {
  const { mergedStatus } = connection.settings
  const suspect = `${connection.account.system}/${ticketId}`
  const signs = read.ok ? signsOfMerge(read.value, conflict, mergedStatus) : 0
  if (!read.ok && !saysGone(read.failure)) return { ok: false, failure: read.failure, fieldMissing: false }
  // A conflict alone may be about anything. The conversation may live in another ticket by now.
  const isAlone = signs === 1 && conflict
  if (ticketId !== state.ticketId || (read.ok && (signs === 0 || isAlone))) {
    suspects.delete(suspect)
    return { ok: true, lost: undefined }
  }
  const marked = await markedTickets(connection, ref.threadId, [...state.lostTickets, ticketId], signal, now)
  if (!marked.ok) return marked
  const living = marked.tickets.filter(({ statusName }) => !isMergedStatus(statusName, mergedStatus))
  const other = living.find(({ isClosed }) => !isClosed) ?? living[0]

  const suspicion = suspicionOf(suspect, now())
  const lastsMs = suspicion.last - suspicion.since
  const isSure = read.ok
    ? signs > 1 || other !== undefined || lastsMs >= apartMs
    : !marked.listed.has(ticketId) || (lastsMs >= unansweredMs && suspicion.looks >= unansweredLooks)
  if (!isSure) {
    suspects.set(suspect, suspicion)
    const why = read.ok ? 'seems to be merged, by its status alone' : 'is not given out, but the search still lists it'
    return {
      ok: false,
      failure: failure('unreachable', `Ticket ${ticketId} ${why}; it is looked at again`),
      fieldMissing: false,
    }
  }
  suspects.delete(suspect)
  const reason = read.ok ? 'merged' : 'deleted'
  return { ok: true, lost: { ticketId, reason, ...(other ? { mergedInto: other.id } : {}) } }
}
