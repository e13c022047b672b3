import t from 'tap'
import { requestCustomerAddition } from '../src/buyers/index.ts'
import { recordOrder } from '../src/conversation/index.ts'
import { effectKey, emptyPlanning, planEffects } from '../src/effects/index.ts'
import type { ConversationEvent } from '../src/events/index.ts'
import { commentText } from '../src/tickets/index.ts'
import { message, order, ordered, parked, received, ref } from './support/samples.ts'
import { givenConversation } from './support/scenario.ts'

const linkKey = effectKey('customer:link', ref.integrationId, ref.threadId)
const addKey = effectKey('customer:add', ref.integrationId, ref.threadId)
const ticketKey = effectKey('ticket:create', ref.integrationId, ref.threadId)
const leftOutside: ConversationEvent = {
  type: 'CustomerLeftOutside',
  data: { effectKey: linkKey, customerId: 'customer-1' },
}
const requested: ConversationEvent = { type: 'CustomerAdditionRequested', data: { requestedBy: 'ticket-link' } }
const linked = (key: string, hits = 1): ConversationEvent => ({
  type: 'CustomerLinked',
  data: {
    effectKey: key,
    customerId: 'customer-1',
    thuliumCustomerId: 9031,
    found: 'created',
    hits,
    placeholder: false,
  },
})
const ticketCreated = (orders: number): ConversationEvent => ({
  type: 'TicketCreated',
  data: { effectKey: ticketKey, ticketId: 77, messageId: 'm1', how: 'done', orders },
})

const press = (...events: ConversationEvent[]) =>
  givenConversation(received(message('m1')), ...events).when((state) =>
    requestCustomerAddition(ref, state, 'ticket-link'),
  )

/** What the last of these events asks for. */
function asksFor(...events: ConversationEvent[]): string[] {
  let planning = emptyPlanning
  let wishes: string[] = []
  for (const [revision, event] of events.entries()) {
    const step = planEffects(ref, planning, event, revision)
    planning = step.planning
    wishes = step.effects.map(({ kind, subject, lane }) => `${lane}: ${kind} ${subject}`.trim())
  }
  return wishes
}

await t.test('a buyer left outside the CRM is added when somebody asks, once', (t) => {
  t.strictSame(press(leftOutside).events, [requested])
  t.strictSame(press(leftOutside, requested).events, [], 'pressing twice is pressing once')
  t.strictSame(press(leftOutside, requested, linked(addKey)).events, [], 'nor does it after the record is there')
  t.end()
})

await t.test('pressing again after it failed tries again', (t) => {
  t.strictSame(press(leftOutside, requested, parked(addKey, 'customer:add')).events, [
    { type: 'EffectResolved', data: { effectKey: addKey, resolution: 'retry' } },
  ])
  t.end()
})

await t.test('there is nobody to add where nobody was left outside', (t) => {
  t.throws(() => press(), { code: 'customer.not_outside' })
  t.strictSame(press(linked(linkKey)).events, [])
  t.end()
})

await t.test('the addition waits for no text and no text for it; then the agent is told', (t) => {
  const until = [received(message('m1')), leftOutside]
  t.strictSame(asksFor(...until, requested), ['crm: customer:add'])
  t.strictSame(asksFor(...until, requested, linked(addKey)), ['thulium: comment:add customer-added'])
  const { state } = givenConversation(...until, requested, linked(addKey))
  t.match(commentText(ref, state, 'customer-added'), /rekord 9031, ID klienta EmpikPlace customer-1.*przypnij/)
  t.equal(commentText(ref, givenConversation(...until).state, 'customer-added'), undefined)
  t.end()
})

await t.test('several records with the id of one buyer are worth one warning', (t) => {
  t.strictSame(asksFor(received(message('m1')), linked(linkKey)), [])
  t.strictSame(asksFor(received(message('m1')), linked(linkKey, 3)), ['thulium: comment:add customer-hits'])
  const { state } = givenConversation(received(message('m1')), linked(linkKey, 3))
  t.match(commentText(ref, state, 'customer-hits'), /customer-1: 3\. .*: 9031\./)
  t.end()
})

await t.test('a record that was created without a name gets it when the order is known, once', (t) => {
  const nameless: ConversationEvent = {
    type: 'CustomerLinked',
    data: { effectKey: linkKey, customerId: 'c', thuliumCustomerId: 9, found: 'created', hits: 1, placeholder: true },
  }
  const first = received(message('m1'))
  t.strictSame(asksFor(first, nameless), [])
  t.strictSame(asksFor(first, nameless, ordered(order())), ['crm: customer:name'])
  t.strictSame(asksFor(first, nameless, ordered(order()), ordered(order({ state: 'SHIPPED' }))), [])
  t.strictSame(asksFor(first, ordered(order()), nameless), ['crm: customer:name'], 'it came while the record was made')
  t.strictSame(asksFor(first, linked(linkKey), ordered(order())), [], 'one with a name is left alone')
  t.end()
})

const shipped = order({ state: 'SHIPPED' })

await t.test('a ticket that was made with the order is brought up to date when the order changes', (t) => {
  const made = [ordered(order()), received(message('m1')), ticketCreated(1)]
  t.strictSame(asksFor(...made), [])
  t.strictSame(asksFor(...made, ordered(shipped)), ['ticket-fields: ticket:update 2'])
  t.strictSame(asksFor(...made, ordered(shipped), ordered(order())), ['ticket-fields: ticket:update 3'])
  t.end()
})

await t.test('an order that came after the ticket is told of in words too, once', (t) => {
  const made = [received(message('m1')), ticketCreated(0)]
  t.strictSame(asksFor(...made, ordered(order())), ['ticket-fields: ticket:update 1', 'thulium: comment:add order:1'])
  t.strictSame(asksFor(...made, ordered(order()), ordered(shipped)), ['ticket-fields: ticket:update 2'])
  const { state } = givenConversation(...made, ordered(order()), ordered(shipped))
  t.match(commentText(ref, state, 'order:1'), /Stan: Oczekuje na wysyłkę \(SHIPPING\)/, 'it keeps its words')
  t.equal(commentText(ref, state, 'order:3'), undefined)
  t.end()
})

await t.test('an order that came while the ticket was made is not forgotten', (t) => {
  const early = [received(message('m1')), ordered(order())]
  t.strictSame(asksFor(...early), [], 'there is no ticket yet')
  t.strictSame(asksFor(...early, ticketCreated(0)), ['ticket-fields: ticket:update 1', 'thulium: comment:add order:1'])
  t.strictSame(asksFor(...early, ticketCreated(1)), [], 'it was made in time to hold the order')
  t.strictSame(asksFor(...early, ordered(shipped), ticketCreated(1)), ['ticket-fields: ticket:update 2'])
  t.end()
})

await t.test('a lost ticket is not brought up to date; the next one is made from what is known', (t) => {
  const lost: ConversationEvent = { type: 'TicketLost', data: { ticketId: 77, reason: 'deleted' } }
  const made = [ordered(order()), received(message('m1')), ticketCreated(1), lost]
  t.strictSame(asksFor(...made, ordered(shipped)), [])
  t.strictSame(asksFor(...made, ordered(shipped), ticketCreated(2)), [])
  t.end()
})

await t.test('an order is recorded when it changed, and names that vanished are kept', (t) => {
  const { state } = givenConversation(ordered(order()))
  t.strictSame(recordOrder(state, order()), [])
  t.strictSame(recordOrder(state, shipped), [ordered(shipped)])
  const anonymous = { id: 'customer-1', firstName: '', lastName: '' }
  t.strictSame(recordOrder(state, order({ customer: anonymous })), [], 'anonymising a buyer changes nothing else')
  t.strictSame(recordOrder(state, order({ state: 'SHIPPED', customer: anonymous })), [ordered(shipped)])
  t.strictSame(recordOrder(givenConversation().state, order({ customer: anonymous })), [
    ordered(order({ customer: anonymous })),
  ])
  t.end()
})
