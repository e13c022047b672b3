import t from 'tap'
import type { z } from 'zod'
import type { ConversationState } from '../src/conversation/index.ts'
import { autoReplyKey, planEffects, emptyPlanning } from '../src/effects/index.ts'
import type { AutoReplyRequested, ConversationEvent, MessageReceived } from '../src/events/index.ts'
import { observeThread, type SeenThread } from '../src/looks/index.ts'
import { autoReply, type IntegrationSettings } from '../src/settings/index.ts'
import { givenConversation } from './support/scenario.ts'
import { message, order, parked, received, ref, reply, requested, settings } from './support/samples.ts'

type Draft = Partial<z.input<typeof autoReply>>

const answer = (changes: Draft = {}) =>
  autoReply.parse({ id: 'a-1', name: 'Pierwsza', occasion: 'first-message', template: 'Dziękujemy.', ...changes })

const withAnswers = (...drafts: Draft[]): IntegrationSettings => ({
  ...settings,
  autoReplies: drafts.map((draft) => answer(draft)),
})

/** Monday, 10:15 in Warsaw: the shop is open. */
const monday = '2026-11-02T09:15:00Z'
/** The evening of that day. */
const evening = '2026-11-02T20:00:00Z'

const buyer = (messageId: string, sentAt = monday): MessageReceived => message(messageId, 'customer', { sentAt })
const seller = (messageId: string, sentAt = monday): MessageReceived => message(messageId, 'seller', { sentAt })

const looking =
  (messages: MessageReceived[], to: IntegrationSettings, changes: Partial<SeenThread> = {}) =>
  (state: ConversationState) => {
    const now = new Date(messages.at(-1)?.sentAt ?? monday)
    return observeThread(ref, state, { messages, firstContact: true, now, ...changes }, to)
  }

const requests = (events: readonly ConversationEvent[]): AutoReplyRequested[] =>
  events.flatMap((event) => (event.type === 'AutoReplyRequested' ? [event.data] : []))

const answered = (events: readonly ConversationEvent[]): string[] =>
  requests(events).map(({ messageId, autoReplyId }) => `${messageId}/${autoReplyId}`)

const asked = (messageId: string, changes: Partial<AutoReplyRequested> = {}): ConversationEvent => ({
  type: 'AutoReplyRequested',
  data: {
    autoReplyId: 'a-1',
    name: 'Pierwsza',
    messageId,
    text: 'Dziękujemy.',
    sendAt: monday,
    notAfter: '2026-11-02T21:15:00Z',
    mirrorAs: 'comment',
    ...changes,
  },
})

const keyTo = (messageId: string): string => autoReplyKey(ref, { messageId, autoReplyId: 'a-1' })

const sent = (answers: string, messageId: string): ConversationEvent => ({
  type: 'AutoReplySent',
  data: { effectKey: keyTo(answers), autoReplyId: 'a-1', answers, messageId, sentAt: monday, how: 'done' },
})

const skipped = (answers: string): ConversationEvent => ({
  type: 'AutoReplySkipped',
  data: { effectKey: keyTo(answers), autoReplyId: 'a-1', answers, reason: 'answered' },
})

await t.test('the first message of a buyer is answered, filled in, after its delay', (t) => {
  const to = withAnswers({ template: 'Dzień dobry {imie}, {numer_zamowienia}. {sklep}', delayMinutes: 10 })
  const look = looking([buyer('m1')], to, { orders: [order()], shopName: 'Sklep Pokazowy' })
  t.strictSame(requests(givenConversation().when(look).events), [
    {
      autoReplyId: 'a-1',
      name: 'Pierwsza',
      messageId: 'm1',
      text: 'Dzień dobry Jan, ORDER-1-A. Sklep Pokazowy',
      sendAt: '2026-11-02T09:25:00.000Z',
      notAfter: '2026-11-02T21:25:00.000Z',
      mirrorAs: 'comment',
    },
  ])
  t.end()
})

await t.test('the name of the integration stands in where EmpikPlace’s name of the shop is not known', (t) => {
  const { events } = givenConversation().when(looking([buyer('m1')], withAnswers({ template: 'Zespół {sklep}' })))
  t.equal(requests(events)[0]?.text, 'Zespół Sklep Demo')
  t.end()
})

await t.test('it is planned for its time, in a lane of its own', (t) => {
  const { effects } = planEffects(ref, emptyPlanning, asked('m1'), 3)
  t.match(effects, [{ key: keyTo('m1'), kind: 'auto-reply:send', lane: 'auto-reply', notBefore: monday }])
  const after = planEffects(ref, emptyPlanning, sent('m1', 'm2'), 4)
  t.match(after.effects, [{ kind: 'auto-reply:mirror', lane: 'thulium', subject: 'm1/a-1' }])
  t.end()
})

await t.test('"first message" is the buyer’s own first, whoever wrote before him', (t) => {
  const to = withAnswers({ period: 'day' })
  t.strictSame(answered(givenConversation(received(seller('m1'))).when(looking([buyer('m2')], to)).events), [])
  const earlier = received(seller('m1', '2026-11-02T08:00:00Z'))
  t.strictSame(answered(givenConversation(earlier).when(looking([buyer('m2')], to)).events), ['m2/a-1'])
  t.strictSame(answered(givenConversation(received(buyer('m1'))).when(looking([buyer('m2', evening)], to)).events), [])
  t.end()
})

await t.test('only messages of a buyer are answered', (t) => {
  for (const author of ['seller', 'operator', 'unknown'] as const) {
    const to = withAnswers({ occasion: 'outside-hours' })
    const look = looking([message('m1', author, { sentAt: evening })], to)
    t.strictSame(answered(givenConversation().when(look).events), [], author)
  }
  t.end()
})

await t.test('a message that somebody has answered gets no automatic answer', (t) => {
  const to = withAnswers({})
  const both = looking([buyer('m1'), seller('m2', '2026-11-02T09:16:00Z')], to)
  t.strictSame(answered(givenConversation().when(both).events), [], 'in the same look')

  const toOperator = { to: [{ type: 'OPERATOR' }], sentAt: evening }
  const aside = looking([buyer('m1'), message('m2', 'seller', toOperator)], to)
  t.strictSame(answered(givenConversation().when(aside).events), ['m1/a-1'], 'not when only the operator was told')

  const given = givenConversation(received(message('m0', 'operator')), requested(reply(501)))
  t.strictSame(answered(given.when(looking([buyer('m1')], to)).events), [], 'an agent’s reply is on its way')
  t.end()
})

await t.test('the first that fits answers, and only that one', (t) => {
  const to = withAnswers(
    { id: 'off', enabled: false },
    { id: 'holiday', occasion: 'holiday' },
    { id: 'evening', occasion: 'outside-hours' },
    { id: 'first' },
  )
  t.strictSame(answered(givenConversation().when(looking([buyer('m1')], to)).events), ['m1/first'])
  t.strictSame(answered(givenConversation().when(looking([buyer('m1', evening)], to)).events), ['m1/evening'])
  const holiday = looking([buyer('m1', '2026-11-11T09:00:00Z')], to)
  t.strictSame(answered(givenConversation().when(holiday).events), ['m1/holiday'])
  t.end()
})

await t.test('categories choose, and narrow the other occasions down', (t) => {
  const to = withAnswers(
    { id: 'returns', occasion: 'category', categoryIds: [14] },
    { id: 'questions', occasion: 'category', categoryIds: [5] },
  )
  t.strictSame(answered(givenConversation().when(looking([buyer('m1')], to)).events), ['m1/questions'])
  const narrowed = withAnswers({ categoryIds: [14] })
  t.strictSame(answered(givenConversation().when(looking([buyer('m1')], narrowed)).events), [])
  t.end()
})

await t.test('"closed" must hold when the buyer writes and still when the answer goes out', (t) => {
  const to = withAnswers({ occasion: 'outside-hours', delayMinutes: 10, period: 'day' })
  const at = (sentAt: string) => requests(givenConversation().when(looking([buyer('m1', sentAt)], to)).events)[0]
  t.equal(at('2026-11-03T06:55:00Z'), undefined, '07:55, so the answer would come at 08:05')
  t.equal(at('2026-11-03T14:55:00Z'), undefined, '15:55: the shop is open')
  t.match(at('2026-11-03T06:45:30Z'), {
    sendAt: '2026-11-03T06:55:30.000Z',
    notAfter: '2026-11-03T07:00:00.000Z',
  })
  t.end()
})

await t.test('an answer may be late by half a day at most, and "closed" no longer than it is true', (t) => {
  const first = withAnswers({ delayMinutes: 10 })
  const late = (now: string, to = first) =>
    requests(givenConversation().when(looking([buyer('m1', evening)], to, { now: new Date(now) })).events)[0]
  t.match(late('2026-11-03T08:09:00Z'), { sendAt: '2026-11-03T08:09:00.000Z', notAfter: '2026-11-03T08:10:00.000Z' })
  t.equal(late('2026-11-03T08:10:00Z'), undefined)
  const closed = withAnswers({ occasion: 'outside-hours' })
  t.match(late('2026-11-03T02:00:00Z', closed), { notAfter: '2026-11-03T07:00:00.000Z' })
  t.equal(late('2026-11-03T07:30:00Z', closed), undefined, 'the shop is open by then')
  t.end()
})

await t.test('earlier messages of a conversation that is newly taken are not answered', (t) => {
  const to = withAnswers({ occasion: 'outside-hours', period: 'day' })
  const startedAt = new Date('2026-11-02T20:30:00Z')
  const messages = [buyer('m1', evening), buyer('m2', '2026-11-02T21:00:00Z')]
  t.strictSame(answered(givenConversation().when(looking(messages, to, { startedAt })).events), ['m2/a-1'])
  t.end()
})

await t.test('while one is on its way, further messages wait for it', (t) => {
  const to = withAnswers({ occasion: 'outside-hours', period: 'day' }, { id: 'a-2', occasion: 'outside-hours' })
  const messages = ['m1', 'm2', 'm3'].map((id) => buyer(id, evening))
  t.strictSame(answered(givenConversation().when(looking(messages, to)).events), ['m1/a-1'])
  const given = givenConversation(received(buyer('m1')), asked('m1'), parked(keyTo('m1'), 'auto-reply:send'))
  t.strictSame(answered(given.when(looking([buyer('m2', evening)], to)).events), ['m2/a-2'], 'not for a parked one')
  t.end()
})

const periods = [
  { period: 'conversation', used: false, at: '2027-11-02T20:00:00Z' },
  { period: 'day', used: true, at: '2026-11-02T22:59:00Z' },
  { period: 'day', used: false, at: '2026-11-02T23:00:00Z' },
  { period: 'week', used: true, at: '2026-11-08T22:59:00Z' },
  { period: 'week', used: false, at: '2026-11-08T23:00:00Z' },
] as const
for (const { period, used, at } of periods)
  await t.test(`once per ${period}: ${at} after ${monday}`, (t) => {
    const to = withAnswers({ occasion: 'outside-hours', period })
    const given = givenConversation(received(buyer('m1')), asked('m1'), sent('m1', 'm2'))
    const again = used || period === 'conversation' ? [] : ['m3/a-1']
    t.strictSame(answered(given.when(looking([buyer('m3', at)], to)).events), again)
    t.end()
  })

await t.test('a day of 25 and one of 23 hours are one day each', (t) => {
  const to = withAnswers({ occasion: 'outside-hours', period: 'day' })
  for (const [first, second, next] of [
    ['2026-10-24T22:00:00Z', '2026-10-25T22:59:00Z', '2026-10-25T23:00:00Z'],
    ['2026-03-28T23:00:00Z', '2026-03-29T21:59:00Z', '2026-03-29T22:00:00Z'],
  ] as const) {
    const given = givenConversation(received(buyer('m1')), asked('m1', { sendAt: first }), sent('m1', 'm2'))
    t.strictSame(answered(given.when(looking([buyer('m3', second)], to)).events), [], second)
    t.strictSame(answered(given.when(looking([buyer('m3', next)], to)).events), ['m3/a-1'], next)
  }
  t.end()
})

await t.test('one that was skipped has told the buyer nothing and is not used up', (t) => {
  const to = withAnswers({ occasion: 'outside-hours' })
  const given = givenConversation(received(buyer('m1')), asked('m1'), skipped('m1'))
  t.strictSame(answered(given.when(looking([buyer('m3', evening)], to)).events), ['m3/a-1'])
  t.end()
})

await t.test('two robots that answer each other come to rest', (t) => {
  const to = withAnswers({ occasion: 'outside-hours', period: 'day' }, { id: 'a-2', template: 'Witamy.' })
  const events: ConversationEvent[] = []
  const shop: MessageReceived[] = [buyer('m0', evening)]
  for (let round = 0; round < 10; round++) {
    const { events: news } = givenConversation(...events).when(looking(shop, to))
    events.push(...news)
    for (const { text } of requests(news)) {
      // Ours goes out, and the buyer's autoresponder answers it.
      shop.push(message(`m${shop.length}`, 'seller', { body: text, sentAt: evening }))
      shop.push(buyer(`m${shop.length}`, '2026-11-02T20:01:00Z'))
    }
  }
  t.strictSame(answered(events), ['m0/a-1'])
  t.end()
})

await t.test('its echo is ours, not a message of the seller, also when the answer of the call was lost', (t) => {
  const echo = message('m2', 'seller', { body: 'Dziękujemy.', sentAt: '2026-11-02T09:15:04Z' })
  const { events, state } = givenConversation(received(buyer('m1')), asked('m1')).when(looking([echo], settings))
  t.strictSame(events, [
    {
      type: 'AutoReplySent',
      data: {
        effectKey: keyTo('m1'),
        autoReplyId: 'a-1',
        answers: 'm1',
        messageId: 'm2',
        sentAt: '2026-11-02T09:15:04Z',
        how: 'observed',
      },
    },
  ])
  t.match(state.autoReplies, [{ status: 'sent', sent: { messageId: 'm2' } }])
  t.strictSame(
    givenConversation(received(buyer('m1')), asked('m1'), sent('m1', 'm2')).when(looking([echo], settings)).events,
    [],
  )
  t.end()
})

await t.test(
  'an automatic answer is no answer of a person, also when it is first seen beside the next message',
  (t) => {
    const to = withAnswers({ occasion: 'outside-hours' }, { id: 'a-2', occasion: 'outside-hours' })
    const echo = message('m2', 'seller', { body: 'Dziękujemy.', sentAt: evening })
    const given = givenConversation(received(buyer('m1', evening)), asked('m1'))
    t.strictSame(answered(given.when(looking([echo, buyer('m3', evening)], to)).events), ['m3/a-2'])
    t.end()
  },
)

await t.test('a text that EmpikPlace would refuse is not sent', (t) => {
  t.strictSame(
    answered(givenConversation().when(looking([buyer('m1')], withAnswers({ template: '{imie}' }))).events),
    [],
  )
  t.end()
})
