import t from 'tap'
import type { ConversationRouted, MessageReceived, ThreadFacts } from '../src/events/index.ts'
import { isKindOn, isTaken, threadKind } from '../src/routing/index.ts'
import { ticketSubject } from '../src/tickets/index.ts'
import { entityText, topicText } from '../src/tickets/topic-text.ts'
import { threadKinds } from '../src/words/index.ts'
import { givenConversation } from './support/scenario.ts'
import { message, received, settings, thread } from './support/samples.ts'

/** A thread in which no buyer takes part. */
const nobody: ThreadFacts = {
  topic: thread.topic,
  entities: thread.entities,
  updatedAt: thread.updatedAt,
  shopReplyNeededSince: null,
}
const about = (...types: string[]) => types.map((type) => ({ type, id: `${type}-1`, label: 'Puzzle 1000' }))

for (const [kind, facts, why] of [
  ['order', { ...thread, entities: about('MMP_ORDER') }, 'an order'],
  ['order', { ...thread, entities: about('MMP_OFFER', 'MMP_RETURN', 'MMP_ORDER') }, 'an order among others'],
  ['offer', { ...thread, entities: about('MMP_OFFER') }, 'an offer'],
  ['operator', { ...nobody, entities: about('SELLER_OPERATOR') }, 'the shop and the operator'],
  ['offer', { ...thread, entities: about('MPS_SERVICE') }, 'a service, with a buyer'],
  ['offer', { ...nobody, customerName: 'Gość', entities: about('MPS_ORDER') }, 'a service, with a guest'],
  ['operator', { ...nobody, entities: about('MMP_FUTURE') }, 'something unheard of, without a buyer'],
  ['offer', { ...thread, entities: [] }, 'nothing, with a buyer'],
  ['operator', { ...nobody, entities: [] }, 'nothing, without a buyer'],
] as const satisfies [string, ThreadFacts, string][])
  await t.test(`a conversation about ${why} is of kind ${kind}`, (t) => {
    t.equal(threadKind(facts, []), kind)
    t.end()
  })

await t.test('a buyer who wrote is one, even when the thread names none', (t) => {
  t.equal(threadKind({ ...nobody, entities: [] }, [message('m1', 'customer')]), 'offer')
  t.equal(threadKind({ ...nobody, entities: [] }, [message('m1', 'seller')]), 'operator')
  t.end()
})

await t.test('each kind has its switch', (t) => {
  const off = (name: 'orders' | 'offers' | 'operator') => ({ threads: { ...settings.threads, [name]: false } })
  const on = (where: Parameters<typeof isKindOn>[1]) => threadKinds.map((kind) => isKindOn(kind, where))
  t.strictSame(on(settings), [true, true, true])
  t.strictSame(on(off('orders')), [false, true, true])
  t.strictSame(on(off('offers')), [true, false, true])
  t.strictSame(on(off('operator')), [true, true, false])
  t.end()
})

await t.test('a conversation of a kind that is switched off is not taken, but one already taken goes on', (t) => {
  const startedAt = new Date('2026-11-02T09:00:00Z')
  const seen = { startedAt, messageDates: [startedAt] }
  t.notOk(isTaken({ ...seen, known: false, kindIsOn: false }))
  t.ok(isTaken({ ...seen, known: true, kindIsOn: false }))
  t.end()
})

const stateOf = (changes: Partial<ThreadFacts>, routed: Partial<ConversationRouted> = {}) => {
  const opening: MessageReceived = message('m1', 'customer', { thread: { ...thread, ...changes } })
  return givenConversation(received(opening), {
    type: 'ConversationRouted',
    data: { messageId: 'm1', queueId: 3, categoryId: 5, tags: [], firstContact: true, ...routed },
  }).state
}

await t.test('a code is told by its label, and not at all without one', (t) => {
  const topic = { type: 'REASON_CODE', value: '28' }
  t.equal(topicText(stateOf({ topic }, { topicLabel: 'Zwrot\n&amp; wymiana' })), 'Zwrot & wymiana')
  t.equal(
    ticketSubject(stateOf({ topic }, { topicLabel: 'Zwrot towaru' })),
    'EmpikPlace: Zwrot towaru – zamówienie ORDER-1-A',
  )
  t.equal(topicText(stateOf({ topic })), '')
  t.equal(ticketSubject(stateOf({ topic, entities: [] })), 'EmpikPlace: wiadomość')
  t.end()
})

await t.test('a question about an offer names the offer by its label', (t) => {
  const offer = (label: string) => stateOf({ entities: [{ type: 'MMP_OFFER', id: '400121', label }] })
  t.equal(ticketSubject(offer('Puzzle\n1000')), 'EmpikPlace: Pytanie o dostawę – oferta Puzzle 1000')
  t.equal(entityText(offer('Puzzle 1000'))?.long, 'Oferta: Puzzle 1000 (400121)')
  t.strictSame(entityText(offer('')), { short: 'oferta 400121', long: 'Oferta: 400121' })
  t.end()
})

await t.test('anything else is told as what the conversation is about, and an order goes before it', (t) => {
  const service = { type: 'MPS_SERVICE', id: 's-1', label: 'Usługa montażu' }
  t.strictSame(entityText(stateOf({ entities: [service] })), {
    short: 'Usługa montażu',
    long: 'Dotyczy: Usługa montażu (s-1)',
  })
  const both = stateOf({ entities: [service, { type: 'MMP_ORDER', id: 'ORDER-1-A', label: 'ORDER-1' }] })
  t.equal(ticketSubject(both), 'EmpikPlace: Pytanie o dostawę – zamówienie ORDER-1-A')
  t.equal(entityText(stateOf({ entities: [{ type: 'SELLER_OPERATOR', id: '2001', label: 'Sklep' }] })), undefined)
  t.end()
})
