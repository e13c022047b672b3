import { ApiError } from '../model/api-error.ts'
import type { TicketRecord } from '../model/model.ts'
import { listOf, scalar } from '../model/php-query.ts'
import type { PhpQuery } from '../model/php-query.ts'
import type { SystemStore } from '../systems/system-store.ts'
import { parseWallTime } from '../model/wall-time.ts'
import type { WallTime } from '../model/wall-time.ts'

const dayMs = 86_400_000

/** `limit` and `offset`; a limit over the cap is lowered to it without a word. */
export function pageOf(query: PhpQuery, cap: number): { limit: number; offset: number } {
  const number = (name: string, initial: number): number => {
    const value = Number(scalar(query, name) ?? initial)
    return Number.isSafeInteger(value) && value >= 0 ? value : initial
  }
  return { limit: Math.min(number('limit', 100), cap), offset: number('offset', 0) }
}

/** Tickets of `GET tickets`, newest modification first. `count` ignores the page. */
export function searchTickets(store: SystemStore, query: PhpQuery): { count: number; rows: TicketRecord[] } {
  const { limit, offset } = pageOf(query, 100)
  const from = bound(query, 'date_from', false)
  const accepts = ticketFilter(store, query)
  const rows: TicketRecord[] = []
  let count = 0
  for (const ticket of candidates(store, query)) {
    // Everything after is older still: the walk ends with the window, however many tickets there are.
    if (from !== undefined && ticket.updatedAt < from) break
    if (!accepts(ticket)) continue
    if (count >= offset && rows.length < limit) rows.push(ticket)
    count += 1
  }
  return { count, rows }
}

/** The owners that match every `custom_fields[…]` parameter; undefined when there is no such (known) parameter. */
export function customFieldMatches(
  store: SystemStore,
  query: PhpQuery,
  of: 'ticket' | 'customer',
): number[] | undefined {
  const filters = query['custom_fields']
  if (filters === undefined) return undefined
  if (typeof filters === 'string') throw new ApiError('invalid', 'custom_fields')
  const [catalogue, index] =
    of === 'ticket' ? [store.ticketFields, store.ticketIndex] : [store.customerFields, store.customerIndex]
  let matches: number[] | undefined
  for (const [name, given] of Object.entries(filters)) {
    const field = catalogue.get(name)
    if (!field) {
      if (store.rule('unknownCustomFieldName') === 'reject') throw new ApiError('unknownField', name)
      continue
    }
    const found = new Set(
      (listOf(given) ?? []).flatMap((value) =>
        index.find(field.id, value, store.rule('customFieldsMatch'), store.now()),
      ),
    )
    matches = matches ? matches.filter((id) => found.has(id)) : [...found]
  }
  return matches
}

function* candidates(store: SystemStore, query: PhpQuery): Iterable<TicketRecord> {
  const messageId = scalar(query, 'message_id')
  const customerId = scalar(query, 'customer_id')
  let ids: Iterable<number | undefined> | undefined = customFieldMatches(store, query, 'ticket')
  if (!ids && messageId !== undefined) ids = [store.ticketOfMessage.get(Number(messageId))]
  if (!ids && customerId !== undefined) ids = store.ticketsByCustomer.get(Number(customerId)) ?? []
  if (!ids) {
    yield* store.ticketsByRecency
    return
  }
  const tickets = [...ids].flatMap((id) => (id === undefined ? [] : (store.tickets.get(id) ?? [])))
  yield* tickets.sort((one, other) => other.updatedAt - one.updatedAt || other.id - one.id)
}

function ticketFilter(store: SystemStore, query: PhpQuery): (ticket: TicketRecord) => boolean {
  const tests: ((ticket: TicketRecord) => boolean)[] = []
  const equals = (name: string, of: (ticket: TicketRecord) => string | number | null | undefined): void => {
    const wanted = scalar(query, name)
    if (wanted !== undefined) tests.push((ticket) => String(of(ticket) ?? '') === wanted)
  }
  equals('customer_id', (ticket) => ticket.customerId)
  equals('company_id', (ticket) => store.customers.get(ticket.customerId ?? 0)?.companyId)
  equals('user_login', (ticket) => ticket.userLogin)
  equals('source', (ticket) => ticket.source)
  equals('ticket_queue_id', (ticket) => ticket.queueId)
  equals('category_id', (ticket) => ticket.categoryId)
  const messageId = scalar(query, 'message_id')
  if (messageId !== undefined) tests.push((ticket) => store.ticketOfMessage.get(Number(messageId)) === ticket.id)
  const statuses = statusFilter(store, query)
  if (statuses) tests.push((ticket) => statuses.has(String(ticket.statusId)))
  within(query, 'date_to', 'date_from', tests, (ticket) => ticket.updatedAt)
  within(query, 'create_date_to', 'create_date_from', tests, (ticket) => ticket.createdAt)
  if (store.rule('mergedTicket') === 'gone') tests.push((ticket) => ticket.mergedInto === null)
  return (ticket) => tests.every((test) => test(ticket))
}

function statusFilter(store: SystemStore, query: PhpQuery): Set<string> | undefined {
  const given = query['status_id']
  if (typeof given === 'string' && store.rule('scalarStatusFilter') === 'error-500') throw new ApiError('internal')
  const values = listOf(given)
  return values && new Set(values)
}

function within(
  query: PhpQuery,
  to: string,
  from: string,
  tests: ((ticket: TicketRecord) => boolean)[],
  of: (ticket: TicketRecord) => WallTime,
): void {
  const last = bound(query, to, true)
  const first = bound(query, from, false)
  if (last !== undefined) tests.push((ticket) => of(ticket) <= last)
  if (first !== undefined) tests.push((ticket) => of(ticket) >= first)
}

/** A bare date means its first moment as a lower bound and its last as an upper one; a minute means its first second. */
function bound(query: PhpQuery, name: string, upper: boolean): WallTime | undefined {
  const value = scalar(query, name)
  if (value === undefined || value === '') return undefined
  const parsed = parseWallTime(value)
  if (!parsed) throw new ApiError('invalid', name)
  return parsed.dateOnly && upper ? parsed.time + dayMs - 1 : parsed.time
}
