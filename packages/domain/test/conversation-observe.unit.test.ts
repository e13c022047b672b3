import t from 'tap'
import type { ConversationEvent, MessageReceived, OrderRecorded } from '../src/events/index.ts'
import { observeThread } from '../src/looks/index.ts'
import { givenConversation, throughLog } from './support/scenario.ts'
import {
  lookedAt,
  message,
  order,
  ordered,
  parked,
  received,
  ref,
  reply,
  replyKey,
  replySent,
  requested,
  settings,
  thread,
} from './support/samples.ts'

const observing =
  (messages: MessageReceived[], seenOrder?: OrderRecorded) => (state: Parameters<typeof observeThread>[1]) =>
    observeThread(
      ref,
      state,
      { messages, orders: seenOrder ? [seenOrder] : [], firstContact: true, now: lookedAt },
      settings,
    )

const routed = (messageId: string): ConversationEvent => ({
  type: 'ConversationRouted',
  data: { messageId, queueId: 3, categoryId: 5, tags: [], firstContact: true },
})

await t.test('a new message is recorded as it came', (t) => {
  const { events } = givenConversation().when(observing([message('m1')]))
  t.strictSame(events, [received(message('m1')), routed('m1')])
  t.end()
})

await t.test('the message that opens the ticket decides where it goes, and no later one', (t) => {
  const { events } = givenConversation().when(observing([message('m1', 'seller'), message('m2'), message('m3')]))
  t.strictSame(events, [
    received(message('m1', 'seller')),
    received(message('m2')),
    routed('m2'),
    received(message('m3')),
  ])
  t.end()
})

await t.test('a thread with nothing but the shop’s own messages opens a ticket only when the settings say so', (t) => {
  const settingsOfShop = { ...settings, threads: { ...settings.threads, shopOnly: true } }
  const { events } = givenConversation().when((state) =>
    observeThread(
      ref,
      state,
      { messages: [message('m1', 'seller')], firstContact: true, now: lookedAt },
      settingsOfShop,
    ),
  )
  t.strictSame(events, [received(message('m1', 'seller', { opensTicket: true })), routed('m1')])
  t.end()
})

await t.test('the reply clock is recorded when it changes without a message, and never by an old look', (t) => {
  const at = (updatedAt: string, shopReplyNeededSince: string | null) =>
    message('m1', 'customer', { thread: { ...thread, updatedAt, shopReplyNeededSince } })
  const given = givenConversation(received(message('m1')))
  const { events, state } = given.when(observing([at('2026-11-02T10:00:00Z', null)]))
  t.strictSame(events, [
    { type: 'ReplyClockChanged', data: { shopReplyNeededSince: null, updatedAt: '2026-11-02T10:00:00Z' } },
  ])
  t.equal(state.replyNeededSince, null)
  t.strictSame(observing([at('2026-11-02T09:15:00Z', '2026-11-02T09:15:00Z')])(state), [])
  t.end()
})

await t.test('a known message is recorded once, however often and in whatever shape it is seen', (t) => {
  const edited = message('m1', 'customer', { body: 'Inna treść' })
  const { events } = givenConversation(received(message('m1'))).when(observing([edited, message('m1'), message('m2')]))
  t.strictSame(events, [received(message('m2'))])
  t.end()
})

await t.test('a message that comes twice in one view is recorded once', (t) => {
  const { events } = givenConversation().when(observing([message('m1'), message('m1')]))
  t.strictSame(events, [received(message('m1')), routed('m1')])
  t.end()
})

await t.test('a message of an author nobody has heard of is recorded like any other', (t) => {
  const robot = message('m1', 'unknown')
  t.strictSame(givenConversation().when(observing([robot])).events, [received(robot), routed('m1')])
  t.end()
})

await t.test('the order comes before the messages, so that the customer has a name', (t) => {
  const { events, state } = givenConversation().when(observing([message('m1')], order()))
  t.strictSame(events, [ordered(order()), received(message('m1')), routed('m1')])
  t.strictSame(state.order, order())
  t.end()
})

await t.test('an order alone does not make a conversation', (t) => {
  t.strictSame(givenConversation().when(observing([], order())).events, [])
  t.end()
})

await t.test('an order is recorded again when it changed, and only then', (t) => {
  const given = givenConversation(ordered(order()), received(message('m1')))
  t.strictSame(given.when(observing([], order())).events, [])
  const shipped = order({ state: 'SHIPPED' })
  t.strictSame(given.when(observing([], shipped)).events, [ordered(shipped)])
  t.end()
})

await t.test('an order that went back to an earlier state is a change', (t) => {
  const given = givenConversation(ordered(order()), received(message('m1')), ordered(order({ state: 'SHIPPED' })))
  t.strictSame(given.when(observing([], order())).events, [ordered(order())])
  t.end()
})

await t.test('an order is the same whatever the order of its keys in the log', (t) => {
  const reversed = Object.fromEntries(Object.entries(throughLog(order())).reverse()) as OrderRecorded
  const given = givenConversation(ordered(reversed), received(message('m1')))
  t.strictSame(given.when(observing([], order())).events, [])
  t.end()
})

await t.test('our own reply that comes back before its answer is adopted, not mirrored', (t) => {
  const own = message('m2', 'seller', { body: 'Paczka wyjdzie jutro.' })
  const { events, state } = givenConversation(received(message('m1')), requested(reply(501))).when(observing([own]))
  t.strictSame(events, [replySent(501, 'm2', 'observed')])
  t.equal(state.replies[0]?.status, 'sent')
  t.strictSame(
    state.messages.map(({ messageId }) => messageId),
    ['m1'],
  )
  t.end()
})

for (const [mode, body] of [
  ['as sent', 'Dzień dobry,\ncena < 50 zł & <3\n\nPozdrawiam'],
  ['with <br />', 'Dzień dobry,<br />cena < 50 zł & <3<br /><br />Pozdrawiam'],
  ['escaped', 'Dzień dobry,\ncena &lt; 50 zł &amp; &lt;3\n\nPozdrawiam'],
  ['escaped and with <br />', 'Dzień dobry,<br />cena &lt; 50 zł &amp; &lt;3<br /><br />Pozdrawiam'],
] as const)
  await t.test(`an HTML reply is known again when EmpikPlace keeps its text ${mode}`, (t) => {
    const written = reply(501, '<p>Dzień dobry,<br>cena &lt; 50 zł &amp; &lt;3</p><p>Pozdrawiam</p>')
    const given = givenConversation(received(message('m1')), requested(written))
    t.strictSame(given.when(observing([message('m2', 'seller', { body })])).events, [replySent(501, 'm2', 'observed')])
    t.end()
  })

await t.test('a reply that talks about HTML is known again when it was escaped on the way', (t) => {
  const written = reply(501, '<p>Proszę wkleić &lt;b&gt;kod&lt;/b&gt; w pole</p>')
  const own = message('m2', 'seller', { body: 'Proszę wkleić &lt;b&gt;kod&lt;/b&gt; w pole' })
  const given = givenConversation(received(message('m1')), requested(written))
  t.strictSame(given.when(observing([own])).events, [replySent(501, 'm2', 'observed')])
  t.end()
})

await t.test('a reply whose answer came first is known by its id when it comes back', (t) => {
  const own = message('m2', 'seller', { body: 'Paczka wyjdzie jutro.' })
  const given = givenConversation(received(message('m1')), requested(reply(501)), replySent(501, 'm2'))
  t.strictSame(given.when(observing([own])).events, [])
  t.end()
})

await t.test('two identical pending replies adopt one message each', (t) => {
  const same = (id: string) => message(id, 'seller', { body: 'Dziękuję!' })
  const given = givenConversation(
    received(message('m1')),
    requested(reply(501, 'Dziękuję!')),
    requested(reply(502, 'Dziękuję!')),
  )
  const { events } = given.when(observing([same('m2'), same('m3'), same('m4')]))
  t.strictSame(events, [replySent(501, 'm2', 'observed'), replySent(502, 'm3', 'observed'), received(same('m4'))])
  t.end()
})

await t.test('a reply written again after the first was parked or dismissed is the one that comes back', (t) => {
  const own = message('m2', 'seller', { body: 'Paczka wyjdzie jutro.' })
  const first = [received(message('m1')), requested(reply(501)), parked(replyKey(501), 'reply:send')]
  const dismissed: ConversationEvent = {
    type: 'EffectResolved',
    data: { effectKey: replyKey(501), resolution: 'dismiss' },
  }
  for (const events of [first, [...first, dismissed]]) {
    const given = givenConversation(...events, requested(reply(502)))
    t.strictSame(given.when(observing([own])).events, [replySent(502, 'm2', 'observed')])
    t.strictSame(givenConversation(...events).when(observing([own])).events, [replySent(501, 'm2', 'observed')])
  }
  t.end()
})

await t.test('a customer who repeats the text of a pending reply is still the customer', (t) => {
  const quoting = message('m2', 'customer', { body: 'Paczka wyjdzie jutro.' })
  const given = givenConversation(received(message('m1')), requested(reply(501)))
  t.strictSame(given.when(observing([quoting])).events, [received(quoting)])
  t.end()
})

await t.test('the case of letters tells two replies apart', (t) => {
  const other = message('m2', 'seller', { body: 'PACZKA WYJDZIE JUTRO.' })
  const given = givenConversation(received(message('m1')), requested(reply(501)))
  t.strictSame(given.when(observing([other])).events, [received(other)])
  t.end()
})

await t.test('a reply that was refused here never adopts a message', (t) => {
  const own = message('m2', 'seller', { body: 'ok' })
  const given = givenConversation(received(message('m1')), requested(reply(501, 'ok')), {
    type: 'ReplyRefused',
    data: { thuliumMessageId: 501, reason: 'too-short', length: 2 },
  })
  t.strictSame(given.when(observing([own])).events, [received(own)])
  t.end()
})
