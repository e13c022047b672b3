import t from 'tap'
import {
  effectKey,
  effectKinds,
  emptyPlanning,
  holdsLaneWhenParked,
  laneOf,
  planEffects,
  settledBy,
  type PlannedEffect,
} from '../src/effects/index.ts'
import type { ConversationEvent } from '../src/events/index.ts'
import { commentText } from '../src/tickets/index.ts'
import {
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
} from './support/samples.ts'
import { givenConversation } from './support/scenario.ts'

/** Plans a whole stream, the way a projector does. */
function plan(...events: ConversationEvent[]): PlannedEffect[] {
  let planning = emptyPlanning
  return events.flatMap((event, revision) => {
    const step = planEffects(ref, planning, event, revision)
    planning = step.planning
    return step.effects
  })
}

const wishes = (effects: PlannedEffect[]): string[] => effects.map(({ kind, subject }) => `${kind} ${subject}`.trim())

const refusedReply: ConversationEvent = {
  type: 'ReplyRefused',
  data: { thuliumMessageId: 501, reason: 'too-short', length: 2 },
}

await t.test('the first message asks for the customer, then for the ticket, which carries it', (t) => {
  t.strictSame(wishes(plan(received(message('m1')))), ['customer:link', 'ticket:create'])
  t.end()
})

await t.test('each further message is mirrored, whoever wrote it', (t) => {
  const effects = plan(received(message('m1')), received(message('m2', 'seller')), received(message('m3', 'operator')))
  t.strictSame(wishes(effects).slice(2), ['message:mirror m2', 'message:mirror m3'])
  t.end()
})

await t.test('a thread of the shop alone makes no ticket', (t) => {
  t.strictSame(plan(ordered(order()), received(message('m1', 'seller')), received(message('m2', 'seller'))), [])
  t.end()
})

for (const author of ['customer', 'operator', 'unknown'] as const)
  await t.test(`held messages enter the ticket, oldest first, when the ${author} writes`, (t) => {
    const effects = plan(
      received(message('m1', 'seller')),
      received(message('m2', 'seller')),
      received(message('m3', author)),
      received(message('m4', 'seller')),
    )
    t.strictSame(wishes(effects), [
      'customer:link',
      'ticket:create',
      'message:mirror m2',
      'message:mirror m3',
      'message:mirror m4',
    ])
    t.end()
  })

await t.test('replies have a lane of their own, so that a slow ticket does not delay the buyer', (t) => {
  const effects = plan(received(message('m1')), requested(reply(501)), received(message('m2')))
  t.strictSame(
    effects.map(({ kind, lane }) => `${kind} ${lane}`),
    ['customer:link thulium', 'ticket:create thulium', 'reply:send empikplace', 'message:mirror thulium'],
  )
  t.end()
})

await t.test('only what the rest of the lane needs holds it when parked', (t) => {
  t.strictSame(effectKinds.filter(holdsLaneWhenParked), ['customer:link', 'ticket:create'])
  t.strictSame(
    effectKinds.filter((kind) => laneOf(kind) === 'empikplace'),
    ['reply:send'],
  )
  t.end()
})

await t.test('a refused reply asks for a comment and settles its sending', (t) => {
  const effects = plan(received(message('m1')), requested(reply(501, 'ok')), refusedReply)
  t.strictSame(wishes(effects).slice(2), ['reply:send 501', 'comment:add refused:501'])
  t.strictSame(settledBy(refusedReply, ref), [replyKey(501)])
  t.end()
})

await t.test('each parking of a reply asks for its own comment', (t) => {
  const effects = plan(
    received(message('m1')),
    requested(reply(501)),
    parked(replyKey(501), 'reply:send', 1),
    { type: 'EffectResolved', data: { effectKey: replyKey(501), resolution: 'retry' } },
    parked(replyKey(501), 'reply:send', 2),
  )
  t.strictSame(wishes(effects).slice(3), [
    `comment:add parked:${replyKey(501)}:1`,
    `comment:add parked:${replyKey(501)}:2`,
  ])
  t.end()
})

await t.test('a parked comment or mirror asks for nothing: comments about comments would never end', (t) => {
  for (const kind of ['comment:add', 'message:mirror', 'ticket:create', 'customer:link'] as const)
    t.strictSame(planEffects(ref, emptyPlanning, parked(`${kind}:x`, kind), 4).effects, [], kind)
  t.end()
})

await t.test('outcomes, orders and decisions of people ask for nothing', (t) => {
  const events: ConversationEvent[] = [
    ordered(order()),
    replySent(501, 'm2'),
    { type: 'EffectResolved', data: { effectKey: replyKey(501), resolution: 'retry' } },
  ]
  for (const event of events) t.strictSame(planEffects(ref, emptyPlanning, event, 4).effects, [], event.type)
  t.end()
})

await t.test('the same wish always has the same key, which names the integration and the thread', (t) => {
  const [, ticket, mirror] = plan(received(message('m1')), received(message('m2')))
  t.equal(ticket?.key, 'ticket:create:shop-1:thread-1')
  t.equal(mirror?.key, 'message:mirror:shop-1:thread-1:m2')
  t.equal(mirror?.key, effectKey('message:mirror', 'shop-1', 'thread-1', 'm2'))
  const elsewhere = planEffects({ ...ref, integrationId: 'shop-2' }, emptyPlanning, received(message('m1')), 0)
  t.not(elsewhere.effects[0]?.key, plan(received(message('m1')))[0]?.key)
  t.end()
})

await t.test('places follow the stream, also when a thousand held messages come free at once', (t) => {
  const held = Array.from({ length: 999 }, (_, index) => received(message(`s${index}`, 'seller')))
  const effects = plan(...held, received(message('m1')), received(message('m2')))
  t.equal(effects.length, 2 + 999 + 1)
  t.ok(effects.every(({ seq }, index) => index === 0 || seq > (effects[index - 1]?.seq ?? Infinity)))
  t.end()
})

await t.test('an outcome and a dismissal settle their effect, a retry does not', (t) => {
  const resolved = (resolution: 'retry' | 'dismiss'): ConversationEvent => ({
    type: 'EffectResolved',
    data: { effectKey: 'k', resolution },
  })
  t.strictSame(settledBy(replySent(501, 'm2'), ref), [replyKey(501)])
  t.strictSame(settledBy(resolved('dismiss'), ref), ['k'])
  t.strictSame(settledBy(resolved('retry'), ref), [])
  t.strictSame(settledBy(parked('k', 'reply:send'), ref), [])
  t.strictSame(settledBy(received(message('m1')), ref), [])
  t.end()
})

await t.test('what was refused beside the ticket is tried again for itself, in lanes that hold up nothing', (t) => {
  const leftOutside: ConversationEvent = {
    type: 'CustomerLeftOutside',
    data: { effectKey: 'k', customerId: 'c', refused: 'HTTP 400' },
  }
  const created: ConversationEvent = {
    type: 'TicketCreated',
    data: { effectKey: 'k', ticketId: 7, messageId: 'm1', how: 'done', orders: 0, fieldsRefused: ['Stan'] },
  }
  const effects = plan(received(message('m1')), leftOutside, created).slice(2)
  t.strictSame(wishes(effects), ['customer:add', 'ticket:update refused-fields'])
  t.strictSame(
    effects.map(({ lane }) => lane),
    ['crm', 'ticket-fields'],
  )
  t.end()
})

await t.test('fields that turn out not to exist when the order comes later are told in the ticket', (t) => {
  const updated = (fieldsMissing?: string[]): ConversationEvent => ({
    type: 'TicketUpdated',
    data: { effectKey: 'u', ticketId: 7, fields: [], ...(fieldsMissing ? { fieldsMissing } : {}) },
  })
  t.strictSame(wishes(plan(updated())), [])
  t.strictSame(wishes(plan(updated(['Stan', 'Produkty']))), ['comment:add fields-missing:u'])
  const { state } = givenConversation(updated(['Stan', 'Produkty']))
  t.match(commentText(ref, state, 'fields-missing:u'), /„Stan”.*\n.*„Produkty”/)
  t.equal(commentText(ref, state, 'fields-missing:v'), undefined)
  t.end()
})

await t.test('a buyer left outside by the settings asks for nothing, a shortened name for a comment', (t) => {
  const linked = (shortened: boolean): ConversationEvent => ({
    type: 'CustomerLinked',
    data: {
      effectKey: 'k',
      customerId: 'c',
      thuliumCustomerId: 1,
      found: 'created',
      hits: 1,
      placeholder: false,
      shortened,
    },
  })
  t.strictSame(wishes(plan({ type: 'CustomerLeftOutside', data: { effectKey: 'k', customerId: 'c' } })), [])
  t.strictSame(wishes(plan(linked(false))), [])
  t.strictSame(wishes(plan(linked(true))), ['comment:add customer-shortened'])
  t.end()
})
