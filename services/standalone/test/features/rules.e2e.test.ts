import type { IntegrationSettingsInput } from '@connector/domain/settings'
import { noDatabase } from '@connector/test-kit'
import t from 'tap'
import { mailSeen, nothingUnderWay, orderRecorded, ticketIdOf, ticketOf } from '../support/seen.ts'
import { inEveryWeather } from '../support/weather.ts'
import { createWorld, type Shop, type World } from '../support/world.ts'

t.setTimeout(540_000)

const skip = noDatabase ?? false

const rules: IntegrationSettingsInput['rules'] = [
  { id: 'off', name: 'Wyłączona', enabled: false, when: {}, then: { queueId: 2 } },
  {
    id: 'returns',
    name: 'Zwroty',
    when: { reasonCodes: ['28'], authors: ['customer'] },
    then: { queueId: 8, categoryId: 13, tags: ['zwrot'], priority: 'high' },
  },
  { id: 'invoices', name: 'Faktury', when: { topicWords: ['faktur'] }, then: { tags: ['faktura'] } },
  { id: 'complaints', name: 'Reklamacje', when: { textWords: ['reklamacj'] }, then: { queueId: 8 } },
  {
    id: 'waiting',
    name: 'Przed wysyłką',
    when: { orderStates: ['SHIPPING', 'WAITING_ACCEPTANCE'] },
    then: { tags: ['przed wysyłką'] },
  },
  { id: 'operator', name: 'Operator', when: { entityTypes: ['SELLER_OPERATOR'] }, then: { priority: 'low' } },
  { id: 'again', name: 'Kolejny kontakt', when: { contact: 'follow-up' }, then: { tags: ['kolejny kontakt'] } },
]

function placeOf(world: World, shop: Shop, threadId: string) {
  const ticket = ticketOf(world, shop, threadId)
  return ticket && { queue: ticket.queueId, category: ticket.categoryId, tags: ticket.tags }
}

await t.test('ordered rules decide where a ticket goes', { jobs: 4, skip }, (t) =>
  inEveryWeather(
    t,
    async (t, { world, shop, moment }) => {
      const { empik } = world
      const { shopId } = shop
      const jan = { id: `jan-${shopId}`, firstname: 'Jan', lastname: 'Testowy' }
      const order = empik.addOrder({ shopId, customer: jan, state: 'SHIPPED' })
      const first = empik.buyerWrites({ shopId, orderId: order.id, text: 'Kiedy dotrze paczka?' })
      await ticketIdOf(world, shop, first.threadId)
      // No ticket waits for its order, so a rule about the state needs EmpikPlace to give orders again.
      await orderRecorded(world, shop, first.threadId)
      await moment()
      const waiting = empik.addOrder({ shopId, state: 'WAITING_ACCEPTANCE' })
      const code = (value: string) => ({ type: 'REASON_CODE', value })
      const begun = {
        first,
        returns: empik.buyerWrites({ shopId, topic: code('28'), text: 'Reklamacja i zwrot' }),
        // "Faktura do zamówienia"; the text holds the word of a later rule.
        invoices: empik.buyerWrites({ shopId, topic: code('27'), text: 'Potrzebna do reklamacji' }),
        complaints: empik.buyerWrites({ shopId, text: '<p>SKŁADAM <b>REKLAMACJĘ</b></p>' }),
        waiting: empik.buyerWrites({ shopId, orderId: waiting.id, text: 'Czy mogę zmienić adres?' }),
        operator: empik.operatorWrites({ shopId, to: 'SHOP', topic: code('28'), text: 'Prosimy o regulamin.' }),
        again: empik.buyerWrites({ shopId, customer: jan, text: 'Mam jeszcze jedno pytanie' }),
      }
      await moment()
      for (const { threadId } of Object.values(begun)) await ticketIdOf(world, shop, threadId)
      // What is said later changes nothing.
      empik.buyerWrites({ shopId, threadId: first.threadId, text: 'To już reklamacja!' })
      await mailSeen(world, shop, first.threadId, 'To już reklamacja!')
      await nothingUnderWay(world, shop)

      const places = Object.entries(begun).map(([name, { threadId }]) => [name, placeOf(world, shop, threadId)])
      t.same(Object.fromEntries(places), {
        first: { queue: 7, category: 12, tags: ['EmpikPlace'] },
        returns: { queue: 8, category: 13, tags: ['EmpikPlace', 'zwrot', 'priorytet: wysoki'] },
        invoices: { queue: 7, category: 12, tags: ['EmpikPlace', 'faktura'] },
        complaints: { queue: 8, category: 12, tags: ['EmpikPlace'] },
        waiting: { queue: 7, category: 12, tags: ['EmpikPlace', 'przed wysyłką'] },
        operator: { queue: 7, category: 12, tags: ['EmpikPlace', 'priorytet: niski'] },
        again: { queue: 7, category: 12, tags: ['EmpikPlace', 'kolejny kontakt'] },
      })
      t.equal(world.thulium.tickets(shop.tenantId).length, Object.keys(begun).length)
    },
    { settings: { rules } },
  ),
)

await t.test('labels of reason codes', { skip }, async (t) => {
  const world = await createWorld()
  t.teardown(() => world.dispose())
  const { empik } = world
  await world.startServices()
  const asked = ({ apiKey }: Shop): number => empik.counters.count({ operation: 'RE01', subject: apiKey })
  const opened = async (shop: Shop, value: string, text: string) => {
    const { shopId } = shop
    const { threadId } = empik.buyerWrites({ shopId, topic: { type: 'REASON_CODE', value }, text })
    await mailSeen(world, shop, threadId, text)
    return { threadId, ticket: ticketOf(world, shop, threadId) }
  }

  await t.test('are asked for once, when a ticket needs one', async (t) => {
    const shop = await world.addShop({ settings: { rules } })
    const { shopId } = shop
    const { threadId } = empik.buyerWrites({ shopId, text: 'Bez kodu' })
    await mailSeen(world, shop, threadId, 'Bez kodu')
    t.equal(asked(shop), 0)
    const first = await opened(shop, '27', 'Pierwsza')
    t.match(first.ticket, { subject: 'EmpikPlace: Faktura do zamówienia', tags: ['EmpikPlace', 'faktura'] })
    empik.buyerWrites({ shopId, threadId: first.threadId, text: 'Druga w tej samej' })
    await mailSeen(world, shop, first.threadId, 'Druga w tej samej')
    const second = await opened(shop, '26', 'Inny kod')
    t.match(second.ticket, { subject: 'EmpikPlace: Inne pytanie' })
    t.equal(asked(shop), 1)
  })

  await t.test('are not waited for, nor asked for again and again, when EmpikPlace does not give them', async (t) => {
    const shop = await world.addShop({ settings: { rules } })
    const fault = { kind: 'status', status: 500 } as const
    empik.faults.add({ operation: 'RE01', subject: shop.apiKey, times: null, fault })
    const first = await opened(shop, '28', 'Pierwsza bez etykiety')
    t.match(first.ticket, { subject: 'EmpikPlace: wiadomość', queueId: 8 }, 'the code itself is known all the same')
    const before = asked(shop)
    const second = await opened(shop, '27', 'Druga bez etykiety')
    t.match(second.ticket, { subject: 'EmpikPlace: wiadomość', queueId: 7, tags: ['EmpikPlace'] })
    t.equal(asked(shop), before)
  })
})
