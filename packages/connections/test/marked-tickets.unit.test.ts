import { failure, type ReadResult } from '@connector/outbound-http'
import type { Ticket, TicketPage } from '@connector/thulium'
import t from 'tap'
import { markedTickets } from '../src/marked-tickets.ts'

const threadField = 'EmpikPlace thread'
const { signal } = new AbortController()
const serverTime = undefined

const ticket = (id: number, mark: string): Ticket => ({
  id,
  subject: '',
  customFields: { [threadField]: mark },
  isClosed: false,
  messages: [],
  unreadableMessages: [],
})

const refused = (status: number): ReadResult<Ticket> => ({ ok: false, failure: failure('refused', 'No', { status }) })

let systems = 0

/** Searches an account of its own, which lists and gives out as told; `at` is the clock, in minutes. */
function account(listed: TicketPage, read: (id: number) => ReadResult<Ticket>) {
  const thulium = {
    tickets: () => Promise.resolve({ ok: true, value: listed, serverTime } as const),
    ticket: (id: number) => Promise.resolve(read(id)),
  }
  const system = `shop-${++systems}`
  const connection = { thulium, account: { threadField, system } }
  return (at = 0) => markedTickets(connection, 't-1', [], signal, () => at * 60_000)
}

t.test('one 404 of a ticket that the search lists does not make it none', async (t) => {
  const search = account({ tickets: [ticket(7, 't-1')], unreadable: [] }, () => refused(404))
  t.match(await search(0), { ok: false, fieldMissing: false, failure: { class: 'unreachable', message: /Ticket 7/ } })
  t.match(await search(1), { ok: false })
  t.match(await search(3), { ok: true, tickets: [] }, 'later the search is behind')
  t.match(await search(60), { ok: false }, 'long ago is not before')
})

t.test('a ticket that is given out again is ours', async (t) => {
  let isThere = false
  const search = account({ tickets: [ticket(7, 't-1')], unreadable: [] }, () =>
    isThere ? { ok: true, value: ticket(7, 't-1'), serverTime } : refused(404),
  )
  t.match(await search(0), { ok: false })
  isThere = true
  t.match(await search(1), { ok: true, tickets: [{ id: 7 }] })
})

t.test('any other refusal says nothing of whether it is there', async (t) => {
  for (const status of [400, 405, 409, 413, 423]) {
    const search = account({ tickets: [ticket(7, 't-1')], unreadable: [] }, () => refused(status))
    for (const at of [0, 5]) t.match(await search(at), { ok: false, failure: { class: 'refused', status } })
  }
})

t.test('a row that cannot be read is read by its number', async (t) => {
  const unreadable = [
    { raw: {}, id: '7', reason: 'customer_id' },
    { raw: {}, reason: 'ticket_id' },
  ]
  const search = account({ tickets: [], unreadable }, (id) => ({ ok: true, value: ticket(id, 't-1'), serverTime }))
  const found = await search()
  t.match(found, { ok: true, tickets: [{ id: 7 }] })
  if (found.ok) t.same([...found.listed], [7])
})

t.test('a row of which not even the number can be read may be the ticket, so there may be one', async (t) => {
  const row = (raw: unknown) => ({ raw, reason: 'ticket_id: Required' })
  const found = { ok: false, fieldMissing: false, failure: { class: 'unreachable', message: /1 that cannot be read/ } }
  for (const raw of [{}, 'x', null, { custom_fields: {} }, { custom_fields: { [threadField]: 't-1' } }]) {
    const search = account({ tickets: [], unreadable: [row(raw)] }, () => refused(404))
    t.match(await search(), found, JSON.stringify(raw))
  }
  const other = account({ tickets: [], unreadable: [row({ custom_fields: { [threadField]: 't-2' } })] }, () =>
    refused(404),
  )
  t.match(await other(), { ok: true, tickets: [] }, 'one that shows another mark is not it')
})

t.test('a ticket that is given out without its custom fields may be ours', async (t) => {
  const bare = ({ id, subject, isClosed, messages, unreadableMessages }: Ticket): Ticket => ({
    id,
    subject,
    isClosed,
    messages,
    unreadableMessages,
  })
  const search = account({ tickets: [ticket(7, 't-1')], unreadable: [] }, (id) => ({
    ok: true,
    value: bare(ticket(id, 't-1')),
    serverTime,
  }))
  const why = { class: 'unreachable', code: 'IN_DOUBT', message: /1 without their custom fields/ }
  t.match(await search(), { ok: false, fieldMissing: false, failure: why })
  const both = account({ tickets: [ticket(7, 't-1'), ticket(8, 't-1')], unreadable: [] }, (id) => ({
    ok: true,
    value: id === 7 ? bare(ticket(id, 't-1')) : ticket(id, ' t-1 '),
    serverTime,
  }))
  t.match(await both(), { ok: true, tickets: [{ id: 8 }] }, 'where another one has the mark there is no doubt')
})

t.test('a search that is full without the ticket proves nothing', async (t) => {
  const others = Array.from({ length: 100 }, (_, index) => ticket(index + 1, 't-1-more'))
  const search = account({ tickets: others, unreadable: [] }, (id) => ({
    ok: true,
    value: ticket(id, 't-1-more'),
    serverTime,
  }))
  t.match(await search(), { ok: false, fieldMissing: false, failure: { message: /behind them/ } })
})
