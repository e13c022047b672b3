import type { IntegrationSettingsInput } from '@connector/domain/settings'
import { noDatabase, until } from '@connector/test-kit'
import t from 'tap'
import { comments, mailSeen, nothingUnderWay, ticketIdOf, ticketOf } from '../support/seen.ts'
import { inEveryWeather } from '../support/weather.ts'

t.setTimeout(540_000)

const skip = noDatabase ?? false

const settings: Partial<IntegrationSettingsInput> = {
  ticketFields: {
    orderLink: 'Link do zamówienia',
    orderState: 'EmpikPlace stan',
    products: 'EmpikPlace produkty',
    conversationLink: 'Link do konwersacji',
  },
  links: {
    order: 'https://panel.example/zamowienia/{order_id}',
    conversation: 'https://panel.example/rozmowy/{thread_id}?sklep={shop_id}',
  },
}

await t.test('a ticket tells of the order it is about, also when the order changes', { skip, jobs: 4 }, (t) =>
  inEveryWeather(
    t,
    async (t, { world, shop, moment, passes }) => {
      const { empik, thulium } = world
      const { tenantId: system, shopId } = shop
      const order = {
        shopId,
        id: `zam-${shopId}-A`,
        customer: { id: 'c-1' },
        lines: [
          { title: 'Kubek „Żółw”', sku: 'KUB-1', quantity: 2, unitPrice: 1234.5, shippingPrice: 0 },
          { title: 'Książka', sku: 'KS-7', quantity: 1, unitPrice: 39.9, shippingPrice: 9.99 },
        ],
      }
      empik.addOrder({ ...order, state: 'SHIPPING' })
      const [threadId, other] = ['Pierwsza rozmowa', 'Druga rozmowa'].map(
        (text) => empik.buyerWrites({ shopId, orderId: order.id, text }).threadId,
      ) as [string, string]
      const ticketId = await ticketIdOf(world, shop, threadId)
      await ticketIdOf(world, shop, other)
      thulium.changeTicket({ system, ticketId, customFields: { 'EmpikPlace klient': 'wpisane przez agenta' } })
      const field = (name: string): string | null | undefined => ticketOf(world, shop, threadId)?.customFields[name]
      await until('the order in the fields', () => field('EmpikPlace produkty') ?? undefined)
      await nothingUnderWay(world, shop)
      await moment()

      t.match(ticketOf(world, shop, threadId)?.customFields, {
        'EmpikPlace wątek': threadId,
        'EmpikPlace zamówienie': order.id,
        'EmpikPlace stan': 'Oczekuje na wysyłkę (SHIPPING)',
        'EmpikPlace produkty':
          '2 × Kubek „Żółw” – 1234,50 zł za sztukę, razem 2469,00 zł (SKU KUB-1); 1 × Książka – 39,90 zł (SKU KS-7)',
        'Link do zamówienia': `https://panel.example/zamowienia/${order.id}`,
        'Link do konwersacji': `https://panel.example/rozmowy/${threadId}?sklep=${shopId}`,
      })
      const told = (): string => comments(world, shop, threadId).join('\n')
      const words = [
        `Zamówienie: ${order.id}`,
        'Stan: Oczekuje na wysyłkę (SHIPPING)',
        '• 2 × Kubek „Żółw” – 1234,50 zł za sztukę, razem 2469,00 zł (SKU KUB-1)',
        '• 1 × Książka – 39,90 zł (SKU KS-7)',
        'Razem z dostawą: 2518,89 zł',
        `Zamówienie w EmpikPlace: https://panel.example/zamowienia/${order.id}`,
      ]
      for (const text of words.slice(1)) t.equal(told().split(text).length - 1, 1, `${text}, once`)
      t.match(told(), words[0])

      // Shipped meanwhile; it shows as soon as somebody writes and what is known is no longer fresh.
      empik.addOrder({ ...order, state: 'SHIPPED', shippingCompany: 'Kurier Testowy', trackingNumber: 'T-1' })
      await passes(16)
      await moment()
      empik.buyerWrites({ shopId, threadId, text: 'Czy już wysłane?' })
      await mailSeen(world, shop, threadId, 'Czy już wysłane?')
      await until('the new state', () => field('EmpikPlace stan')?.includes('SHIPPED') || undefined)
      await nothingUnderWay(world, shop)
      t.equal(field('EmpikPlace stan'), 'Wysłano (SHIPPED)')
      t.equal(field('EmpikPlace wątek'), threadId)
      t.equal(field('EmpikPlace klient'), 'wpisane przez agenta', 'a field that is not ours stays')
      t.equal(thulium.tickets(system).length, 2)
    },
    { settings },
  ),
)

await t.test('a field that Thulium does not have stops no ticket', { skip, jobs: 4 }, (t) =>
  inEveryWeather(
    t,
    async (t, { world, shop, moment, passes }) => {
      const { empik, thulium } = world
      const { tenantId: system, shopId } = shop
      const lines = Array.from({ length: 100 }, (_, index) => ({
        title: `Produkt ${index + 1}`,
        sku: `S-${index + 1}`,
      }))
      const order = { shopId, id: `duze-${shopId}-A`, lines }
      empik.addOrder({ ...order, state: 'SHIPPING' })
      const { threadId } = empik.buyerWrites({ shopId, orderId: order.id, text: 'Duże zamówienie' })
      await ticketIdOf(world, shop, threadId)
      const field = (name: string): string | null | undefined => ticketOf(world, shop, threadId)?.customFields[name]
      await until('the state', () => field('EmpikPlace stan') ?? undefined)
      const missing = 'Thulium nie ma pola zgłoszenia „Nie ma takiego pola”'
      await until('the comment', () => comments(world, shop, threadId).join('\n').includes(missing) || undefined)
      await nothingUnderWay(world, shop)
      await moment()

      t.equal(field('EmpikPlace wątek'), threadId, 'the mark is never left out')
      t.equal(field('EmpikPlace stan'), 'Oczekuje na wysyłkę (SHIPPING)', 'the fields that exist are filled')
      const told = comments(world, shop, threadId).join('\n')
      t.equal(told.split(missing).length - 1, 1, 'people are told once')
      t.match(told, '• 1 × Produkt 30 – ')
      t.notMatch(told, 'Produkt 31 ')
      t.match(told, '… i 70 kolejnych')

      empik.addOrder({ ...order, state: 'SHIPPED' })
      await passes(16)
      empik.buyerWrites({ shopId, threadId, text: 'I co?' })
      await mailSeen(world, shop, threadId, 'I co?')
      await until('the new state', () => field('EmpikPlace stan')?.includes('SHIPPED') || undefined)
      await nothingUnderWay(world, shop)
      t.equal(thulium.tickets(system).length, 1)
    },
    { settings: { ticketFields: { orderState: 'EmpikPlace stan', products: 'Nie ma takiego pola' } } },
  ),
)
