import { missingFieldText } from '@connector/domain/integration'
import { failure, type Failure } from '@connector/outbound-http'
import type { Ticket } from '@connector/thulium'
import type { Connection } from './connections.ts'

/**
 * `listed`: all that the search named, whether they could be read or not; it may name some that lack the mark.
 * `fieldMissing`: the field that carries our mark is not there, so the search says nothing.
 */
export type MarkedTickets =
  { ok: true; tickets: Ticket[]; listed: ReadonlySet<number> } | { ok: false; failure: Failure; fieldMissing: boolean }

/** Hits of one search; a mark is on one ticket, rarely on two. */
const maxHits = 100

/**
 * Tickets that carry the mark of a conversation, oldest first. How Thulium's search matches is not documented, and rows of
 * lists may lack the field, so each hit is read and checked.
 * @param except tickets that are not looked at
 */
export async function markedTickets(
  { thulium, account: { threadField } }: Pick<Connection, 'thulium' | 'account'>,
  threadId: string,
  except: readonly number[],
  signal: AbortSignal,
): Promise<MarkedTickets> {
  const found = await thulium.tickets({ customFields: { [threadField]: threadId }, limit: maxHits, offset: 0 }, signal)
  if (!found.ok) {
    // The search says nothing but this field and an id, so a refusal is about the field.
    const { status } = found.failure
    return { ok: false, failure: found.failure, fieldMissing: status === 400 || status === 422 }
  }
  const ids = found.value.tickets.map(({ id }) => id).sort((a, b) => a - b)
  const tickets: Ticket[] = []
  for (const id of ids.filter((id) => !except.includes(id))) {
    const read = await thulium.ticket(id, signal)
    if (!read.ok) {
      // Deleted since: the search may lag behind.
      if (read.failure.class === 'refused') continue
      return { ok: false, failure: read.failure, fieldMissing: false }
    }
    const fields = read.value.customFields
    // A Thulium that ignores a name it does not know finds every ticket there is.
    if (fields && !Object.hasOwn(fields, threadField)) {
      const { en } = missingFieldText({ of: 'ticket', name: threadField })
      return { ok: false, failure: failure('unreachable', en), fieldMissing: true }
    }
    if (fields?.[threadField] === threadId) tickets.push(read.value)
  }
  return { ok: true, tickets, listed: new Set(ids) }
}
