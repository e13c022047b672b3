import t from 'tap'
import type { ConversationEvent } from '../src/events/index.ts'
import {
  conversationLink,
  defaultPanelLinks,
  fillLink,
  integrationSettingsInput,
  linkTemplateProblem,
} from '../src/settings/index.ts'
import {
  orderText,
  productsField,
  ticketFields,
  ticketSubject,
  ticketComment,
  type TicketFacts,
} from '../src/tickets/index.ts'
import { message, order, ordered, received, settings, thread } from './support/samples.ts'
import { givenConversation } from './support/scenario.ts'

const line = (index: number, changes = {}) => ({
  title: `Produkt ${index}`,
  sku: `S-${index}`,
  quantity: 1,
  unitPrice: 10,
  total: 10,
  ...changes,
})
const lines = (count: number) => Array.from({ length: count }, (_, index) => line(index + 1))

await t.test('an amount that could not be read is unknown, and not nothing', (t) => {
  const unknown = { unitPrice: 0, total: 0, unknown: ['quantity', 'unitPrice', 'total'] as const }
  const text = orderText(
    order({
      total: 0,
      totalUnknown: true,
      lines: [
        line(1, { unknown: ['total'] }),
        line(2, { quantity: 2, unitPrice: 0, total: 20, unknown: ['unitPrice'] }),
        line(3, { ...unknown, unknown: [...unknown.unknown] }),
      ],
    }),
  )
  t.strictSame(
    text.filter((one) => /^•|^Razem/.test(one)),
    [
      '• 1 × Produkt 1 – kwota nieznana (SKU S-1)',
      '• 2 × Produkt 2 – kwota nieznana za sztukę, razem 20,00 zł (SKU S-2)',
      '• ? × Produkt 3 – kwota nieznana (SKU S-3)',
      'Razem: kwota nieznana',
    ],
  )
  const partly = orderText(order({ total: 50, lines: [line(1), line(2, { total: 0, unknown: ['total'] })] }))
  t.ok(partly.includes('Razem: 50,00 zł'), 'nobody knows what of it is the delivery')
  t.end()
})

await t.test('an order is told with its state, its lines, prices in Polish form, and its delivery', (t) => {
  const text = orderText(
    order({
      total: 12_345.6,
      lines: [line(1, { quantity: 3, unitPrice: 4_111.2, total: 12_333.6 }), line(2, { sku: '', total: 12 })],
      delivery: { label: 'Paczkomat', company: '', tracking: 'T-1', trackingUrl: 'https://sledz.example/T-1' },
    }),
  )
  t.strictSame(text, [
    'Zamówienie: ORDER-1-A (zakup ORDER-1)',
    'Stan: Oczekuje na wysyłkę (SHIPPING), złożone 2026-11-01 09:00',
    'Produkty:',
    '• 3 × Produkt 1 – 4111,20 zł za sztukę, razem 12 333,60 zł (SKU S-1)',
    '• 1 × Produkt 2 – 12,00 zł',
    'Razem: 12 345,60 zł',
    'Dostawa: Paczkomat, przesyłka T-1, https://sledz.example/T-1',
  ])
  t.end()
})

await t.test('what an order lacks is left out, and what nobody foresaw is shown as it came', (t) => {
  const bare = order({
    commercialId: '',
    state: 'NOWY_STAN',
    currency: '',
    total: 5,
    lines: [],
    delivery: { label: '', company: '', tracking: '', trackingUrl: '' },
  })
  const placed = 'Stan: NOWY_STAN, złożone 2026-11-01 09:00'
  t.strictSame(orderText(bare), ['Zamówienie: ORDER-1-A', placed, 'Razem: 5,00'])
  t.match(orderText(order({ currency: 'EUR' })).join('\n'), 'Razem z dostawą: 129,90 €')
  t.end()
})

for (const [count, more] of [
  [30, undefined],
  [31, '… i 1 kolejny'],
  [33, '… i 3 kolejne'],
  [42, '… i 12 kolejnych'],
  [100, '… i 70 kolejnych'],
] as const)
  await t.test(`of ${count} lines at most 30 are listed`, (t) => {
    const text = orderText(order({ lines: lines(count) }))
    t.equal(text.filter((one) => one.startsWith('• ')).length, 30)
    t.equal(
      text.find((one) => one.startsWith('…')),
      more,
    )
    t.end()
  })

await t.test('the field for products holds whole products, as many as fit, and the number of the others', (t) => {
  t.equal(
    productsField([order({ lines: lines(2) })]),
    '1 × Produkt 1 – 10,00 zł (SKU S-1); 1 × Produkt 2 – 10,00 zł (SKU S-2)',
  )
  for (const count of [9, 10, 100, 1000]) {
    const text = productsField([order({ lines: lines(count) })])
    t.ok(text.length <= 250)
    t.match(text, /^(1 × Produkt \d+ – 10,00 zł \(SKU S-\d+\)(; )?)+ … i \d+ kolejn(?:e|ych)$/)
  }
  const long = productsField([order({ lines: [line(1, { title: '📦'.repeat(300) }), line(2)] })])
  t.ok(long.length <= 250)
  t.match(long, /📦… … i 1 kolejny$/u)
  t.equal(productsField([order({ lines: [] })]), '')
  t.end()
})

const links = { base: 'https://panel.example', ...defaultPanelLinks }
const values = { base: 'https://panel.example', thread_id: 'w/1', shop_id: '7' }

await t.test('an address is filled in only when all it asks for is known', (t) => {
  t.equal(fillLink('{base}/x/{thread_id}', values), 'https://panel.example/x/w%2F1')
  t.equal(fillLink('{base}/x/{order_id}', values), undefined)
  t.equal(fillLink('{base}/x/{cokolwiek}', values), undefined)
  t.equal(conversationLink(links, values), 'https://panel.example/mmp/shop/home')
  t.equal(conversationLink({ ...links, conversation: '{base}/r/{thread_id}' }, values), 'https://panel.example/r/w%2F1')
  t.end()
})

for (const [template, says] of [
  ['{base}/zamowienie/{order_id}?sklep={shop_id}', undefined],
  ['https://panel.example/{order_id}', undefined],
  ['{base}/{numer}', /Unknown variable \{numer\}; known are \{base\}, \{order_id\}, \{shop_id\}/],
  ['{base}/{thread_id}', /Unknown variable \{thread_id\}/],
  ['{base}/{order_id', /A brace without its pair/],
  ['javascript:alert(1)', /begins with \{base\}/],
  ['panel.example/{order_id}', /begins with \{base\}/],
] as const)
  await t.test(`the template ${template} is ${says ? 'refused' : 'taken'} when it is saved`, (t) => {
    const problem = linkTemplateProblem(template, ['base', 'order_id', 'shop_id'])?.en
    if (says) t.match(problem, says)
    else t.equal(problem, undefined)
    const { name, shopId, customerField, queueId, categoryId } = settings
    const saved = integrationSettingsInput.safeParse({
      ...{ name, shopId, customerField, queueId, categoryId },
      links: { order: template },
    })
    t.equal(saved.success, says === undefined)
    if (says) t.match(saved.error?.issues, [{ path: ['links', 'order'], message: says }])
    t.end()
  })

const account = { threadField: 'Wątek', orderField: 'Zamówienie' }
const names = {
  customerId: 'Klient',
  orderLink: 'Link zamówienia',
  orderState: 'Stan',
  products: 'Produkty',
  conversationLink: 'Link rozmowy',
}
const factsOf = (...events: ConversationEvent[]): TicketFacts => ({
  threadId: 'thread-1',
  shopId: '2001',
  state: givenConversation(...events).state,
  links,
})

await t.test('a ticket gets every field that was configured and has a value', (t) => {
  const facts = factsOf(ordered(order()), received(message('m1')))
  t.strictSame(ticketFields(facts, account, { ticketFields: names }), {
    marker: { Wątek: 'thread-1' },
    optional: {
      Zamówienie: 'ORDER-1-A',
      Klient: 'customer-1',
      'Link zamówienia': 'https://panel.example/mmp/shop/order/ORDER-1-A',
      Stan: 'Oczekuje na wysyłkę (SHIPPING)',
      Produkty: '2 × Kubek Demo – 59,95 zł za sztukę, razem 119,90 zł (SKU KUBEK-1)',
      'Link rozmowy': 'https://panel.example/mmp/shop/order/ORDER-1-A',
    },
  })
  t.strictSame(ticketFields(facts, { threadField: 'Wątek' }, { ticketFields: {} }), {
    marker: { Wątek: 'thread-1' },
    optional: {},
  })
  t.end()
})

await t.test('the mark of a ticket is never given to another field by a setting', (t) => {
  const facts = factsOf(ordered(order()), received(message('m1')))
  const { marker, optional } = ticketFields(facts, account, { ticketFields: { products: 'Wątek' } })
  t.strictSame(marker, { Wątek: 'thread-1' })
  t.notOk('Wątek' in optional)
  t.end()
})

const leftOutside: ConversationEvent = {
  type: 'CustomerLeftOutside',
  data: { effectKey: 'customer:link:shop-1:thread-1', customerId: 'customer-1' },
}

await t.test('a ticket of a buyer outside the CRM says so where people look', (t) => {
  const facts = factsOf(received(message('m1')), leftOutside)
  t.match(ticketSubject(facts.state), /^EmpikPlace \[spoza CRM\]: Pytanie o dostawę/)
  t.match(
    ticketComment({ ...facts, addToCrmLink: 'https://my.example/add-to-crm/x' }),
    'Klient spoza CRM, ID klienta EmpikPlace: customer-1\nDodaj do CRM: https://my.example/add-to-crm/x\n',
  )
  t.end()
})

await t.test('the operator is not a buyer: nothing is offered', (t) => {
  const { topic, entities, updatedAt, shopReplyNeededSince } = thread
  const withoutBuyer = { topic, entities: entities.slice(1), updatedAt, shopReplyNeededSince }
  const facts = factsOf(received(message('m1', 'operator', { thread: withoutBuyer })), leftOutside)
  t.notMatch(ticketSubject(facts.state), /spoza CRM/)
  t.notMatch(ticketComment({ ...facts, addToCrmLink: 'https://my.example/x' }), /CRM|ID klienta/)
  t.notOk('Klient' in ticketFields(facts, account, { ticketFields: names }).optional)
  t.end()
})
