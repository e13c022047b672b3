import t from 'tap'
import { parkEffect, recordOutcome, resolveEffect, type OutcomeEvent } from '../src/conversation/index.ts'
import { effectKey } from '../src/effects/index.ts'
import { domainEventId, type ConversationEvent } from '../src/events/index.ts'
import { requestReply } from '../src/replies/index.ts'
import { conversationStream } from '../src/words/index.ts'
import { givenConversation } from './support/scenario.ts'
import {
  message,
  ordered,
  order,
  parked,
  received,
  ref,
  reply,
  replyKey,
  replySent,
  requested,
  settings,
} from './support/samples.ts'

const refused = (reason: 'too-short' | 'too-long', length: number): ConversationEvent => ({
  type: 'ReplyRefused',
  data: { thuliumMessageId: 501, reason, length },
})

const mirrorKey = (id: string): string => effectKey('message:mirror', ref.integrationId, ref.threadId, id)

const outcomes: OutcomeEvent[] = [
  {
    type: 'CustomerLinked',
    data: {
      effectKey: effectKey('customer:link', ref.integrationId, ref.threadId),
      customerId: 'customer-1',
      thuliumCustomerId: 9,
      found: 'created',
      hits: 1,
      placeholder: false,
    },
  },
  {
    type: 'TicketCreated',
    data: {
      effectKey: effectKey('ticket:create', ref.integrationId, ref.threadId),
      ticketId: 77,
      messageId: 'm1',
      how: 'done',
      orders: 0,
    },
  },
  {
    type: 'MessageMirrored',
    data: { effectKey: mirrorKey('m2'), messageId: 'm2', ticketId: 77, how: 'adopted' },
  },
  replySent(501, 'm3'),
  {
    type: 'CommentAdded',
    data: {
      effectKey: effectKey('comment:add', ref.integrationId, ref.threadId, 'refused:502'),
      ticketId: 77,
      how: 'done',
    },
  },
]

const toBuyer = (id: number, body?: string) => {
  const event = requested(reply(id, body))
  return { ...event, data: { ...event.data, to: [{ type: 'CUSTOMER' as const, id: 'customer-1' }] } }
}

await t.test('an agent’s reply is recorded once', (t) => {
  const first = givenConversation(received(message('m1'))).when((state) => requestReply(state, reply(501), settings))
  t.strictSame(first.events, [toBuyer(501)])
  t.equal(first.state.replies[0]?.status, 'pending')
  t.strictSame(requestReply(first.state, reply(501, 'Inna treść'), settings), [])
  t.end()
})

for (const [body, expected] of [
  ['ok', refused('too-short', 2)],
  ['<p> </p>', refused('too-short', 0)],
  ['<p>tak</p>', undefined],
  [`<p>${'x'.repeat(50_000)}</p>`, undefined],
  [`<p>${'x'.repeat(50_001)}</p>`, refused('too-long', 50_001)],
] as const)
  await t.test(`a reply of ${body.length} raw characters is judged by the text the buyer would get`, (t) => {
    const { events, state } = givenConversation(received(message('m1'))).when((state) =>
      requestReply(state, reply(501, body), settings),
    )
    t.strictSame(events, [toBuyer(501, body), ...(expected ? [expected] : [])])
    t.equal(state.replies[0]?.status, expected ? 'refused' : 'pending')
    t.end()
  })

await t.test('a refused reply is not taken again when the ticket is read again', (t) => {
  const given = givenConversation(received(message('m1')), requested(reply(501, 'ok')), refused('too-short', 2))
  t.strictSame(given.when((state) => requestReply(state, reply(501, 'ok'), settings)).events, [])
  t.end()
})

for (const outcome of outcomes)
  await t.test(`${outcome.type} is recorded once and settles its effect`, (t) => {
    const given = givenConversation(received(message('m1')), received(message('m2')), requested(reply(501)))
    const first = given.when((state) => recordOutcome(state, outcome))
    t.strictSame(first.events, [outcome])
    t.ok(first.state.settled.has(outcome.data.effectKey))
    t.strictSame(recordOutcome(first.state, outcome), [])
    t.end()
  })

await t.test('outcomes tell the conversation its customer, its ticket and what is in it', (t) => {
  const { state } = givenConversation(received(message('m1')), received(message('m2')), ...outcomes)
  t.equal(state.thuliumCustomerId, 9)
  t.equal(state.ticketId, 77)
  t.strictSame([...state.mirrored], ['m1', 'm2'])
  t.end()
})

await t.test('an effect is parked once; a retry frees it and it may be parked again', (t) => {
  const event = parked(mirrorKey('m1'), 'message:mirror')
  const first = givenConversation(received(message('m1'))).when((state) => parkEffect(state, event.data))
  t.strictSame(first.events, [event])
  t.strictSame(parkEffect(first.state, event.data), [])
  const retried = givenConversation(received(message('m1')), event).when((state) =>
    resolveEffect(state, event.data.effectKey, 'retry'),
  )
  t.strictSame(retried.events, [
    { type: 'EffectResolved', data: { effectKey: event.data.effectKey, resolution: 'retry' } },
  ])
  t.notOk(retried.state.settled.has(event.data.effectKey))
  t.equal(parkEffect(retried.state, event.data).length, 1)
  t.end()
})

await t.test('a dismissed effect is settled: its late outcome and a second decision change nothing', (t) => {
  const event = parked(replyKey(501), 'reply:send')
  const dismissed = givenConversation(received(message('m1')), requested(reply(501)), event).when((state) =>
    resolveEffect(state, replyKey(501), 'dismiss'),
  )
  t.ok(dismissed.state.settled.has(replyKey(501)))
  t.equal(dismissed.state.parked.size, 0)
  t.strictSame(recordOutcome(dismissed.state, replySent(501, 'm2')), [])
  t.strictSame(parkEffect(dismissed.state, event.data), [])
  t.strictSame(resolveEffect(dismissed.state, replyKey(501), 'retry'), [])
  t.end()
})

await t.test('an outcome that comes while the effect is parked ends the parking', (t) => {
  const given = givenConversation(received(message('m1')), requested(reply(501)), parked(replyKey(501), 'reply:send'))
  const { events, state } = given.when((state) => recordOutcome(state, replySent(501, 'm2', 'adopted')))
  t.equal(events.length, 1)
  t.equal(state.parked.size, 0)
  t.end()
})

await t.test('nobody can decide on an effect that is not parked', (t) => {
  t.strictSame(givenConversation().when((state) => resolveEffect(state, replyKey(501), 'retry')).events, [])
  t.end()
})

await t.test('the same fact has the same event id at any place; what may recur has the id of its place', (t) => {
  const stream = conversationStream(ref)
  const id = (event: ConversationEvent, revision: number): string => domainEventId(stream, event, revision)
  for (const event of [received(message('m1')), requested(reply(501)), refused('too-short', 2), ...outcomes])
    t.equal(id(event, 3), id(event, 8), event.type)
  const recurring: ConversationEvent[] = [
    ordered(order()),
    parked(replyKey(501), 'reply:send'),
    { type: 'EffectResolved', data: { effectKey: replyKey(501), resolution: 'retry' } },
  ]
  for (const event of recurring) t.not(id(event, 3), id(event, 8), event.type)
  const all = [received(message('m1')), requested(reply(501)), refused('too-short', 2), ...outcomes, ...recurring]
  t.equal(new Set(all.map((event) => id(event, 3))).size, all.length)
  t.not(id(received(message('m1')), 0), domainEventId(`${stream}-x`, received(message('m1')), 0))
  t.end()
})
