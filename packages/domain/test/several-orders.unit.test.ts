import t from 'tap'
import { emptyPlanning, planEffects } from '../src/effects/index.ts'
import type { ConversationEvent } from '../src/events/index.ts'
import { explainRoute, routingFacts } from '../src/routing/index.ts'
import { defaultPanelLinks } from '../src/settings/index.ts'
import { commentText, ticketComment, ticketFields, ticketSubject } from '../src/tickets/index.ts'
import { message, order, ordered, received, ref, settings, thread } from './support/samples.ts'
import { givenConversation } from './support/scenario.ts'

const entities = ['ORDER-1-A', 'ORDER-2-A'].map((id) => ({ type: 'MMP_ORDER', id, label: id }))
const first = order()
const second = order({
  orderId: 'ORDER-2-A',
  commercialId: 'ORDER-2',
  state: 'SHIPPED',
  total: 20,
  lines: [{ title: 'Puzzle', sku: 'P-1', quantity: 1, unitPrice: 20, total: 20 }],
})
const asking = received(message('m1', 'customer', { thread: { ...thread, entities } }))
const { state } = givenConversation(ordered(second), ordered(first), asking)
const facts = (of = state) => ({
  threadId: ref.threadId,
  shopId: '2001',
  state: of,
  links: { base: 'https://panel.example', ...defaultPanelLinks },
})

await t.test('subject and first comment name and show all orders, the first of the conversation first', (t) => {
  t.equal(ticketSubject(state), 'EmpikPlace: Pytanie o dostawę – zamówienia ORDER-1-A, ORDER-2-A')
  const text = ticketComment(facts())
  t.match(text, /Zamówienie: ORDER-1-A.*Kubek Demo.*Zamówienie: ORDER-2-A.*Puzzle.*Razem: 20,00 zł/s)
  t.match(text, 'Zamówienie ORDER-1-A i konwersacja w EmpikPlace: https://panel.example/mmp/shop/order/ORDER-1-A')
  t.match(text, 'Zamówienie ORDER-2-A w EmpikPlace: https://panel.example/mmp/shop/order/ORDER-2-A')
  t.end()
})

await t.test('several orders with one address have one link', (t) => {
  const order = '{base}/orders'
  const one = (conversation: string) => ({ ...facts(), links: { ...facts().links, order, conversation } })
  t.match(
    ticketComment(one('{base}/orders'))
      .split('\n')
      .filter((line) => line.includes('https')),
    ['Zamówienia ORDER-1-A, ORDER-2-A i konwersacja w EmpikPlace: https://panel.example/orders'],
  )
  t.strictSame(
    ticketComment(one('{base}/messages'))
      .split('\n')
      .filter((line) => line.includes('https')),
    [
      'Zamówienia ORDER-1-A, ORDER-2-A w EmpikPlace: https://panel.example/orders',
      'Konwersacja w EmpikPlace: https://panel.example/messages',
    ],
  )
  const { optional } = ticketFields(
    one('{base}/messages'),
    { threadField: 'Wątek', orderField: 'Zamówienie' },
    { ticketFields: { orderLink: 'Link' } },
  )
  t.equal(optional['Link'], 'https://panel.example/orders')
  t.end()
})

await t.test('one that could not be had is named all the same', (t) => {
  const { state: partly } = givenConversation(ordered(second), asking)
  t.match(
    ticketComment(facts(partly)),
    /^Zamówienie: ORDER-1-A \(danych jeszcze nie udało się pobrać.*\nZamówienie: ORDER-2-A \(zakup/,
  )
  t.equal(partly.order?.orderId, 'ORDER-2-A', 'what is known serves, until the first one comes')
  t.end()
})

await t.test('custom fields hold all of them', (t) => {
  const names = { orderState: 'Stan', products: 'Produkty', orderLink: 'Link' }
  const { optional } = ticketFields(
    facts(),
    { threadField: 'Wątek', orderField: 'Zamówienie' },
    { ticketFields: names },
  )
  t.strictSame(optional, {
    Zamówienie: 'ORDER-1-A; ORDER-2-A',
    Link: 'https://panel.example/mmp/shop/order/ORDER-1-A; https://panel.example/mmp/shop/order/ORDER-2-A',
    Stan: 'ORDER-1-A: Oczekuje na wysyłkę (SHIPPING); ORDER-2-A: Wysłano (SHIPPED)',
    Produkty:
      'ORDER-1-A: 2 × Kubek Demo – 59,95 zł za sztukę, razem 119,90 zł (SKU KUBEK-1); ORDER-2-A: 1 × Puzzle – 20,00 zł (SKU P-1)',
  })
  t.end()
})

await t.test('an order that changes is recorded for itself', (t) => {
  const { state: later } = givenConversation(
    ordered(first),
    ordered(second),
    asking,
    ordered(order({ state: 'SHIPPED' })),
  )
  t.match(ticketComment(facts(later)), /ORDER-1-A.*Wysłano \(SHIPPED\).*ORDER-2-A.*Wysłano \(SHIPPED\)/s)
  t.end()
})

for (const wanted of ['SHIPPING', 'shipped'])
  await t.test(`a rule for ${wanted} matches any of them`, (t) => {
    const rules = [{ id: 'r', name: 'R', enabled: true, when: { orderStates: [wanted] }, then: { queueId: 9 } }]
    const seen = routingFacts(state, message('m1', 'customer', { thread: { ...thread, entities } }), {
      firstContact: true,
    })
    t.equal(explainRoute(seen, { ...settings, rules }).decision.queueId, 9)
    t.end()
  })

await t.test('a rule that matches none of them says the states of all', (t) => {
  const rules = [{ id: 'r', name: 'R', enabled: true, when: { orderStates: ['CLOSED'] }, then: {} }]
  const seen = routingFacts(state, message('m1'), { firstContact: true })
  t.match(explainRoute(seen, { ...settings, rules }).rules, [
    {
      why: {
        pl: 'Stan zamówienia: Oczekuje na wysyłkę (SHIPPING), Wysłano (SHIPPED); reguła wymaga: Zamknięto (CLOSED).',
        en: 'Order state: Awaiting shipment (SHIPPING), Shipped (SHIPPED); the rule wants: Closed (CLOSED).',
      },
    },
  ])
  t.end()
})

await t.test('the ticket is told in words of each order that it was made without, and of no other', (t) => {
  const made: ConversationEvent = {
    type: 'TicketCreated',
    data: { effectKey: 'k', ticketId: 7, messageId: 'm1', how: 'done', orders: 1 },
  }
  const events: ConversationEvent[] = [
    ordered(first),
    asking,
    made,
    ordered(second),
    ordered(order({ state: 'SHIPPED' })),
  ]
  let planning = emptyPlanning
  const comments = events.flatMap((event, revision) => {
    const plan = planEffects(ref, planning, event, revision)
    planning = plan.planning
    return plan.effects.filter(({ kind }) => kind === 'comment:add').map(({ subject }) => subject)
  })
  t.strictSame(comments, ['order:2'])
  t.match(commentText(ref, givenConversation(...events).state, 'order:2'), /^Zamówienie: ORDER-2-A/)
  t.end()
})
