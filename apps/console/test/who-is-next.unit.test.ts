import t from 'tap'
import { runningClocks } from '../src/conversations/clocks.ts'
import { whoIsNext } from '../src/conversations/who-is-next.ts'

type Row = Parameters<typeof whoIsNext>[0]

const now = new Date('2026-03-02T12:00:00.000Z')
const at = (hour: number): string => `2026-03-02T${String(hour).padStart(2, '0')}:00:00.000Z`

/** A conversation in which nobody waits: the shop wrote last. */
const answered: Row = {
  integrationId: '5f0c3b0e-8f5e-4c1e-9d59-0c8f3e0b7a11',
  threadId: 'b8a7c9e2-1d4f-4a6b-9c3e-2f5d7e8a9b01',
  subject: 'Gdzie jest paczka?',
  customerId: 'c-1',
  customerName: 'Jan Testowy',
  orderId: null,
  orderIds: [],
  outsideCrm: false,
  ticketId: 4711,
  messageCount: 2,
  lastMessageAt: at(8),
  lastAuthor: 'seller',
  lastWords: '',
  hasFiles: false,
  hasIncident: false,
  ticketClosed: false,
  repliesPending: 0,
  repliesSent: 1,
  replyNeededSince: null,
  replyDueAt: null,
  unansweredSince: null,
  unansweredDueAt: null,
  overdue: false,
  unansweredOverdue: false,
  changedAt: at(8),
  waitingEffects: 0,
  parkedEffects: 0,
}

t.test('after an automatic answer, or a word to the operator alone, it is still our move', (t) => {
  t.strictSame(whoIsNext(answered, now), { state: 'customer' })
  const waits = { ...answered, unansweredSince: at(8), unansweredDueAt: at(20) }
  const unanswered = { state: 'unanswered', since: at(8), isUrgent: false }
  t.strictSame(whoIsNext(waits, now), unanswered)
  t.strictSame(whoIsNext({ ...waits, lastAuthor: 'operator' }, now), unanswered)
  t.strictSame(whoIsNext({ ...answered, lastAuthor: 'operator' }, now), { state: 'operator' })
  t.end()
})

t.test('each clock is late by its own date, and the late one is told first', (t) => {
  const row = {
    ...answered,
    ...{ replyNeededSince: at(10), replyDueAt: at(22), unansweredSince: at(9), unansweredDueAt: at(11), overdue: true },
  }
  t.strictSame(runningClocks(row, now), [
    { of: 'empikplace', since: at(10), dueAt: at(22), isLate: false },
    { of: 'customer', since: at(9), dueAt: at(11), isLate: true },
  ])
  t.strictSame(whoIsNext(row, now), { state: 'overdue', since: at(11) })
  const other = { ...row, replyDueAt: at(11), unansweredDueAt: at(22) }
  t.strictSame(whoIsNext(other, now), { state: 'overdue', since: at(11) })
  t.strictSame(whoIsNext({ ...row, unansweredDueAt: null, overdue: false }, now), {
    state: 'waiting',
    since: at(9),
    isUrgent: true,
  })
  t.strictSame(runningClocks(answered, now), [])
  t.end()
})

t.test('half of the time being gone, what waits is urgent', (t) => {
  const row = {
    ...answered,
    replyNeededSince: at(10),
    replyDueAt: at(14),
    unansweredSince: at(10),
    unansweredDueAt: at(14),
  }
  const isUrgentAt = (hour: number) => whoIsNext(row, new Date(at(hour)))
  t.match(isUrgentAt(11), { state: 'waiting', isUrgent: false })
  t.match(isUrgentAt(12), { state: 'waiting', isUrgent: true })
  t.match(isUrgentAt(15), { state: 'overdue' })
  t.end()
})

t.test('a closed ticket says so, unless somebody waits', (t) => {
  t.strictSame(whoIsNext({ ...answered, ticketClosed: true }, now), { state: 'closed' })
  t.strictSame(whoIsNext({ ...answered, ticketClosed: true, lastAuthor: 'operator' }, now), { state: 'closed' })
  const waits = { ...answered, ticketClosed: true, replyNeededSince: at(11), replyDueAt: at(23) }
  t.match(whoIsNext(waits, now), { state: 'waiting' })
  t.end()
})

t.test('what is under way or parked comes before any clock', (t) => {
  const row = { ...answered, unansweredSince: at(8), unansweredDueAt: at(9) }
  t.strictSame(whoIsNext({ ...row, repliesPending: 1 }, now), { state: 'sending' })
  t.strictSame(whoIsNext({ ...row, repliesPending: 1, parkedEffects: 1 }, now), { state: 'parked' })
  t.strictSame(whoIsNext({ ...answered, ticketId: null, waitingEffects: 1 }, now), { state: 'making' })
  t.strictSame(whoIsNext({ ...answered, ticketId: null }, now), { state: 'quiet' })
  t.end()
})
