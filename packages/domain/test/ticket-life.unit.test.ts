import t from 'tap'
import { autoReplyHeading } from '../src/auto-replies/index.ts'
import { recordOutcome } from '../src/conversation/index.ts'
import { effectKey, emptyPlanning, planEffects, settledBy } from '../src/effects/index.ts'
import type { ConversationEvent } from '../src/events/index.ts'
import { loseTicket, requestReopening, type TicketEntry } from '../src/looks/index.ts'
import { commentText, continuationNote, isMergedStatus } from '../src/tickets/index.ts'
import { message, received, ref, settings } from './support/samples.ts'
import { givenConversation } from './support/scenario.ts'

const key = (kind: 'ticket:create' | 'message:mirror' | 'comment:add' | 'ticket:reopen', subject = ''): string =>
  effectKey(kind, ref.integrationId, ref.threadId, subject)

const created = (ticketId: number, messageId: string, effectKey = key('ticket:create')): ConversationEvent => ({
  type: 'TicketCreated',
  data: { effectKey, ticketId, messageId, how: 'done', orders: 0 },
})
const mirrored = (messageId: string, ticketId: number): ConversationEvent => ({
  type: 'MessageMirrored',
  data: { effectKey: key('message:mirror', messageId), messageId, ticketId, how: 'done' },
})
const lost = (ticketId: number, mergedInto?: number): ConversationEvent => ({
  type: 'TicketLost',
  data: { ticketId, reason: 'deleted', ...(mergedInto === undefined ? {} : { mergedInto }) },
})

const inTicket = [received(message('m1')), received(message('m2')), created(77, 'm1'), mirrored('m2', 77)]

await t.test('a ticket is lost once, and only while the conversation lives in it', (t) => {
  const data = { ticketId: 77, reason: 'deleted' as const }
  const first = givenConversation(...inTicket).when((state) => loseTicket(state, data))
  t.strictSame(first.events, [{ type: 'TicketLost', data }])
  t.strictSame(loseTicket(first.state, data), [])
  t.strictSame(loseTicket(givenConversation(received(message('m1'))).state, data), [])
  t.end()
})

await t.test('nothing of a deleted ticket is in the one that follows', (t) => {
  const { state } = givenConversation(...inTicket, lost(77))
  t.equal(state.ticketId, undefined)
  t.strictSame(state.lostTickets, [77])
  t.strictSame([...state.mirrored], [])
  t.ok(state.settled.has(key('message:mirror', 'm2')), 'what was mirrored once is never mirrored again')
  t.match(continuationNote(state), [/dalszym ciągiem zgłoszenia nr 77.*Wcześniejsze wiadomości/])
  t.end()
})

await t.test('the message that found no ticket begins the new one', (t) => {
  const { state } = givenConversation(
    ...inTicket,
    lost(77),
    received(message('m3', 'seller')),
    created(78, 'm3', key('message:mirror', 'm3')),
  )
  t.equal(state.ticketId, 78)
  t.strictSame([...state.mirrored], ['m3'])
  t.strictSame([...state.openers], ['m3'])
  t.ok(state.settled.has(key('message:mirror', 'm3')))
  t.end()
})

await t.test('a ticket with our mark takes over what was merged into it', (t) => {
  const { state } = givenConversation(...inTicket, lost(77, 80))
  t.equal(state.ticketId, 80)
  t.strictSame([...state.mirrored], ['m1', 'm2'])
  t.end()
})

await t.test('a write into a ticket that is lost by now does not count for the present one', (t) => {
  const commented: ConversationEvent = {
    type: 'CommentAdded',
    data: { effectKey: key('comment:add', 'refused:501'), ticketId: 77, how: 'done' },
  }
  const { state } = givenConversation(...inTicket, received(message('m3')), lost(77), mirrored('m3', 77), commented)
  t.strictSame([...state.mirrored], [])
  t.strictSame([...state.commented], [])
  t.ok(state.settled.has(key('message:mirror', 'm3')))
  t.end()
})

await t.test('a lost ticket asks for nothing by itself: an agent may have deleted it on purpose', (t) => {
  t.strictSame(planEffects(ref, { ...emptyPlanning, ticketPlanned: true }, lost(77), 5).effects, [])
  const next = planEffects(ref, { ...emptyPlanning, ticketPlanned: true }, received(message('m3')), 6)
  t.match(next.effects, [{ kind: 'message:mirror', subject: 'm3' }])
  t.end()
})

const entry = (id: number, type: string, changes: Partial<TicketEntry> = {}): TicketEntry => ({
  id,
  type,
  body: '',
  systemComment: '',
  ...changes,
})
const status = (id: number): TicketEntry => entry(id, 'COMMENT', { systemComment: 'Zmiana statusu' })
const agent = { userLogin: 'agent.demo' }
const ours = { userLogin: 'empik.bot' }

for (const { name, entries, closed = true, wanted } of [
  { name: 'the buyer wrote last', entries: [status(2), entry(3, 'MAIL'), entry(1, 'MAIL')], wanted: 3 },
  { name: 'we commented on it', entries: [status(2), entry(3, 'MAIL'), entry(4, 'COMMENT', ours)], wanted: 3 },
  {
    name: 'we answered by ourselves',
    entries: [entry(3, 'MAIL'), entry(4, 'REPLY', { ...ours, body: `<p>${autoReplyHeading} Poza godzinami</p>` })],
    wanted: 3,
  },
  { name: 'the shop answered in the panel', entries: [entry(3, 'MAIL'), entry(4, 'REPLY', ours)], wanted: undefined },
  { name: 'the ticket is open', entries: [entry(3, 'MAIL')], closed: false, wanted: undefined },
  { name: 'it was closed after that', entries: [entry(3, 'MAIL'), status(4)], wanted: undefined },
  { name: 'an agent answered', entries: [entry(3, 'MAIL'), entry(4, 'REPLY', agent)], wanted: undefined },
  { name: 'an agent commented', entries: [entry(3, 'MAIL'), entry(4, 'COMMENT', agent)], wanted: undefined },
  { name: 'the ticket has no entries', entries: [], wanted: undefined },
])
  await t.test(
    `a message in a closed ticket ${wanted === undefined ? 'needs nothing' : 'is unnoticed'}: ${name}`,
    (t) => {
      const { state } = givenConversation(...inTicket)
      const seen = { id: 77, closed, entries, connectorLogin: 'empik.bot' }
      const data = wanted === undefined ? undefined : { ticketId: 77, entryId: wanted, author: 'customer', statusId: 3 }
      t.strictSame(
        requestReopening(state, seen, { ...settings, reopenStatusId: 3 }),
        data ? [{ type: 'TicketReopenRequested', data }] : [],
      )
      t.strictSame(requestReopening(state, { ...seen, id: 78 }, settings), [], 'another ticket is none of our business')
      t.end()
    },
  )

await t.test('each message opens the ticket once, whatever an agent does then', (t) => {
  const seen = { id: 77, closed: true, entries: [entry(3, 'MAIL')], connectorLogin: 'empik.bot' }
  const first = givenConversation(...inTicket).when((state) => requestReopening(state, seen, settings))
  t.match(first.events, [{ data: { entryId: 3 } }])
  t.strictSame(requestReopening(first.state, seen, settings), [])
  t.equal(requestReopening(first.state, { ...seen, entries: [entry(3, 'MAIL'), entry(5, 'MAIL')] }, settings).length, 1)
  t.end()
})

await t.test('with a status in the settings the ticket is opened, without one the agent is told', (t) => {
  const asked = (statusId?: number): ConversationEvent => ({
    type: 'TicketReopenRequested',
    data: { ticketId: 77, entryId: 3, ...(statusId === undefined ? {} : { statusId }) },
  })
  t.match(planEffects(ref, emptyPlanning, asked(3), 5).effects, [
    { key: key('ticket:reopen', '3'), lane: 'thulium', subject: '3' },
  ])
  t.match(planEffects(ref, emptyPlanning, asked(), 5).effects, [{ key: key('comment:add', 'closed:3') }])
  t.match(commentText(ref, givenConversation(...inTicket, asked()).state, 'closed:3'), /Otwórz zgłoszenie i odpowiedz/)
  t.end()
})

for (const [author, says] of [
  ['customer', 'Klient napisał w zamkniętym zgłoszeniu'],
  ['operator', 'Operator napisał w zamkniętym zgłoszeniu'],
  ['unknown', 'W zamkniętym zgłoszeniu jest nowa wiadomość'],
] as const)
  await t.test(`the comment on a closed ticket says who wrote: ${author}`, (t) => {
    const seen = { id: 77, closed: true, entries: [entry(3, 'MAIL')], connectorLogin: 'empik.bot' }
    const { state } = givenConversation(
      ...inTicket,
      received(message('m3', author)),
      mirrored('m3', 77),
      received(message('m4', 'seller')),
      mirrored('m4', 77),
    ).when((before) => requestReopening(before, seen, settings))
    t.ok(commentText(ref, state, 'closed:3')?.startsWith(says))
    t.end()
  })

await t.test('a request of an earlier version is about the buyer, and its comment keeps its words', (t) => {
  const asked: ConversationEvent = { type: 'TicketReopenRequested', data: { ticketId: 77, entryId: 3 } }
  t.match(commentText(ref, givenConversation(...inTicket, asked).state, 'closed:3'), /^Klient napisał w zamkniętym/)
  t.end()
})

await t.test('an opened ticket settles its effect', (t) => {
  const reopened = {
    type: 'TicketReopened' as const,
    data: { effectKey: key('ticket:reopen', '3'), ticketId: 77, how: 'done' as const },
  }
  const { state, events } = givenConversation(...inTicket).when((state) => recordOutcome(state, reopened))
  t.strictSame(events, [reopened])
  t.strictSame(recordOutcome(state, reopened), [])
  t.strictSame(settledBy(reopened, ref), [key('ticket:reopen', '3')])
  t.end()
})

for (const [shown, merged] of [
  ['Połączone', true],
  ['połączone', true],
  ['Połączone - duplikat', true],
  ['Nowe', false],
  ['Połączone później', false],
  ['', false],
  [undefined, false],
] as const)
  await t.test(
    `a ticket shown as “${shown ?? '(nothing)'}” ${merged ? 'was merged' : 'is a ticket like any other'}`,
    (t) => {
      t.equal(isMergedStatus(shown, settings.mergedStatus), merged)
      t.end()
    },
  )
