import t from 'tap'
import type { ConversationEvent, MessageReceived } from '../src/events/index.ts'
import { observeThread } from '../src/looks/index.ts'
import { requestReply, takeAddress } from '../src/replies/index.ts'
import type { IntegrationSettings } from '../src/settings/index.ts'
import { commentText } from '../src/tickets/index.ts'
import { message, received, ref, reply, settings, thread } from './support/samples.ts'
import { givenConversation } from './support/scenario.ts'

const customer = { type: 'CUSTOMER', id: 'customer-1' }
const operator = { type: 'OPERATOR' }

const { topic, entities, updatedAt, shopReplyNeededSince } = thread
const operatorThread = {
  thread: { topic, entities, updatedAt, shopReplyNeededSince, authorized: ['SHOP', 'OPERATOR'] },
}
const withoutOperator = { thread: { ...thread, authorized: ['CUSTOMER', 'SHOP'] } }

const fromBuyer = [message('m1')]
const fromOperator = [message('m1', 'operator', operatorThread)]

const withReplies = (replies: Partial<IntegrationSettings['replies']>): IntegrationSettings => ({
  ...settings,
  replies: { ...settings.replies, ...replies },
})

function answer(messages: MessageReceived[], body: string, replies: Partial<IntegrationSettings['replies']> = {}) {
  const { events, state } = givenConversation(...messages.map(received)).when((state) =>
    requestReply(state, reply(501, body), withReplies(replies)),
  )
  const requested = events.find((event) => event.type === 'ReplyRequested')
  const refused = events.find((event) => event.type === 'ReplyRefused')
  return { events, state, to: requested?.data.to, text: requested?.data.text, refused: refused?.data }
}

for (const [text, address, rest] of [
  ['@klient\nJutro', 'customer', 'Jutro'],
  ['@Operator\n\nProsimy o kontakt', 'operator', 'Prosimy o kontakt'],
  ['  @WSZYSCY  \nDzień dobry', 'everyone', 'Dzień dobry'],
  ['@operator', 'operator', ''],
  ['@klienci\nJutro', undefined, '@klienci\nJutro'],
  ['@operator:\nJutro', 'operator', 'Jutro'],
  ['@Operator,\n\nJutro', 'operator', 'Jutro'],
  ['@klient jutro', undefined, '@klient jutro'],
  ['Jutro\n@klient', undefined, 'Jutro\n@klient'],
  ['', undefined, ''],
] as const)
  await t.test(`the first line of “${text.replace(/\n/g, ' ⏎ ')}” names ${address ?? 'nobody'}`, (t) => {
    t.strictSame(takeAddress(text), { address, text: rest })
    t.end()
  })

for (const { setting, body, messages, to } of [
  { setting: 'rule', body: 'Jutro', messages: fromBuyer, to: [customer] },
  { setting: 'rule', body: '@operator\nJutro', messages: fromBuyer, to: [operator] },
  { setting: 'rule', body: '@wszyscy\nJutro', messages: fromBuyer, to: [customer, operator] },
  { setting: 'customer', body: 'Jutro', messages: [message('m1'), message('m2', 'operator')], to: [customer] },
  { setting: 'everyone', body: 'Jutro', messages: fromBuyer, to: [customer, operator] },
  { setting: 'everyone', body: '@klient\nJutro', messages: fromBuyer, to: [customer] },
  { setting: 'everyone', body: 'Jutro', messages: [message('m1', 'customer', withoutOperator)], to: [customer] },
  { setting: 'customer', body: 'Jutro', messages: fromOperator, to: [operator] },
  { setting: 'everyone', body: '@wszyscy\nJutro', messages: fromOperator, to: [operator] },
] as const)
  await t.test(`with “${setting}” the reply “${body.replace('\n', ' ⏎ ')}” goes to ${to.length}`, (t) => {
    const { text, refused, ...sent } = answer([...messages], body, { recipients: setting })
    t.strictSame(sent.to, to)
    t.equal(text, 'Jutro', 'the buyer never sees the address')
    t.notOk(refused)
    t.end()
  })

for (const { body, messages, reason, says } of [
  { body: '@klient\nJutro', messages: fromOperator, reason: 'no-customer', says: /nie ma klienta.*trafi do operatora/ },
  {
    body: '@operator\nJutro',
    messages: [message('m1', 'customer', withoutOperator)],
    reason: 'no-operator',
    says: /operator \(Empik\) nie bierze udziału.*„@klient”/,
  },
  { body: '@operator\n', messages: fromBuyer, reason: 'too-short', says: /co najmniej 3 znaków, odpowiedź ma ich 0/ },
] as const)
  await t.test(`“${body.replace('\n', ' ⏎ ')}” is refused as ${reason}, and the agent is told what to do`, (t) => {
    const { refused, state } = answer([...messages], body)
    t.equal(refused?.reason, reason)
    t.match(commentText(ref, state, 'refused:501'), says)
    t.end()
  })

await t.test('a reply that was first seen in another ticket is not sent: nobody knows whom it is for', (t) => {
  const { events, state } = givenConversation(received(message('m1'))).when((state) =>
    requestReply(state, reply(501), settings, 'moved'),
  )
  t.match(events, [{ type: 'ReplyRequested' }, { type: 'ReplyRefused', data: { reason: 'moved' } }])
  t.match(commentText(ref, state, 'refused:501'), /przeniesiono ją tutaj z innego zgłoszenia/)
  t.end()
})

await t.test('the footer is for the buyer alone, and counts towards the limits', (t) => {
  const footer = 'Sklep Demo\ntel. 22 000 00 00'
  t.equal(answer(fromBuyer, 'Jutro', { footer }).text, `Jutro\n\n${footer}`)
  t.equal(answer(fromBuyer, '@operator\nJutro', { footer }).text, 'Jutro')
  t.equal(answer(fromBuyer, 'ok', { footer }).refused, undefined, 'with the footer it is long enough')
  t.equal(answer(fromBuyer, '<p> </p>', { footer }).refused?.reason, 'too-short', 'a footer alone answers nothing')
  const long = answer(fromBuyer, 'x'.repeat(49_990), { footer })
  t.equal(long.refused?.reason, 'too-long')
  t.match(commentText(ref, long.state, 'refused:501'), /Liczy się też stopka\. Skróć treść albo podziel/)
  t.end()
})

await t.test('whether an operator’s message is a comment is recorded with it, and holds whatever is set later', (t) => {
  const look = {
    messages: [message('m1'), message('m2', 'operator')],
    firstContact: true,
    now: new Date('2026-11-02T09:20:00Z'),
  }
  const observed = (operatorMessages: IntegrationSettings['operatorMessages']): unknown[] =>
    givenConversation()
      .when((state) => observeThread(ref, state, look, { ...settings, operatorMessages }))
      .events.flatMap((event: ConversationEvent) => (event.type === 'MessageReceived' ? [event.data.asComment] : []))
  t.strictSame(observed('comment'), [undefined, true])
  t.strictSame(observed('message'), [undefined, undefined])
  t.end()
})
