import t from 'tap'
import { createTranslator } from 'use-intl/core'
import type { Conversation, TimelineEvent } from '../src/api/queries.ts'
import { deliveryPart, isUnknown, ordersInShort, ordersOf, totalWord } from '../src/conversations/orders.ts'
import { pl } from '../src/texts/pl.ts'

// What the page carries for the console.
const settings = { panels: { order: 'https://e.example/{order_id}', conversation: 'https://e.example/t', ticket: '' } }
Object.assign(globalThis, { document: { getElementById: () => ({ textContent: JSON.stringify(settings) }) } })
const { panelLinks } = await import('../src/conversations/panel-links.ts')

const recorded = (orderId: string, state: string, total: number): TimelineEvent => ({
  type: 'OrderRecorded',
  recordedAt: '2026-03-02T08:15:00.000Z',
  ...{ actor: null, by: null, causedBy: null, about: null, readers: null, effects: [] },
  data: { orderId, state, total, currency: 'PLN', lines: [{ title: 'Puzzle', quantity: 1, total: 20 }] },
})

const row: Conversation = {
  integrationId: '5f0c3b0e-8f5e-4c1e-9d59-0c8f3e0b7a11',
  threadId: 'b8a7c9e2-1d4f-4a6b-9c3e-2f5d7e8a9b01',
  subject: 'Gdzie są paczki?',
  ...{ customerId: 'c-1', customerName: 'Jan Testowy', orderId: 'A', orderIds: ['A', 'B', 'C'], outsideCrm: false },
  ...{ ticketId: 4711, messageCount: 2, lastMessageAt: null, lastAuthor: 'seller', repliesPending: 0, repliesSent: 1 },
  ...{ replyNeededSince: null, replyDueAt: null, unansweredSince: null, unansweredDueAt: null },
  ...{ overdue: false, unansweredOverdue: false, changedAt: '2026-03-02T08:15:00.000Z' },
  ...{ waitingEffects: 0, parkedEffects: 0, lastWords: '', hasFiles: false, hasIncident: false, ticketClosed: false },
}

const words = createTranslator({ locale: 'pl', messages: pl, namespace: 'conversations' })

t.test('each order of a conversation has its own facts, as they were recorded last', (t) => {
  const events = [recorded('A', 'WAITING_DEBIT', 1), recorded('A', 'SHIPPED', 29.99), recorded('B', 'CANCELED', 20)]
  t.strictSame(
    ordersOf({ orderIds: ['A', 'B', 'C'], events }).map(({ orderId, order }) => [orderId, order?.['state']]),
    [
      ['A', 'SHIPPED'],
      ['B', 'CANCELED'],
      ['C', undefined],
    ],
  )
  t.strictSame(ordersOf({ orderIds: [], events: [] }), [])
  t.end()
})

t.test('a total with the delivery in it says so, as the ticket does', (t) => {
  const saysOf = (total: number): string => words(totalWord(recorded('A', 'SHIPPED', total).data))
  t.strictSame([29.99, 20, 20.000001, 19].map(saysOf), ['Razem z dostawą', 'Razem', 'Razem', 'Razem'])
  t.equal(deliveryPart(recorded('A', 'SHIPPED', 29.99).data)?.toFixed(2), '9.99')
  t.equal(totalWord({ total: 20, lines: [] }), 'total', 'nothing is known of the products')
  const unread = [{ total: 20 }, { total: 0, unknown: ['total'] }]
  t.equal(totalWord({ total: 50, lines: unread }), 'total', 'nobody knows what of it is the delivery')
  t.ok(isUnknown({ total: 0, totalUnknown: true }, 'total'))
  t.strictSame(
    unread.map((line) => isUnknown(line, 'total')),
    [false, true],
  )
  t.end()
})

t.test('the list says how many more orders there are, and each has its own link', (t) => {
  const inShort = (orderIds: string[]): string | undefined => {
    const orders = ordersInShort(orderIds)
    return orders && words(orders.key, orders.values)
  }
  t.strictSame([[], ['A'], ['A', 'B', 'C']].map(inShort), [undefined, 'Zamówienie A', 'Zamówienia A (+2)'])
  t.strictSame(panelLinks('demo', row).orders, [
    { orderId: 'A', href: 'https://e.example/A' },
    { orderId: 'B', href: 'https://e.example/B' },
    { orderId: 'C', href: 'https://e.example/C' },
  ])
  t.equal(panelLinks('demo', { ...row, orderIds: [] }).order, undefined)
  t.end()
})
