import { configureIntegration } from '@connector/domain/integration'
import { noDatabase } from '@connector/test-kit'
import t from 'tap'
import {
  comments,
  mails,
  mailSeen,
  nothingUnderWay,
  orderRecorded,
  replies,
  ticketIdOf,
  ticketOf,
} from '../support/seen.ts'
import { inEveryWeather } from '../support/weather.ts'
import type { Shop, World } from '../support/world.ts'

t.setTimeout(540_000)

const skip = noDatabase ?? false
const offer = { type: 'MMP_OFFER', id: '400121', label: 'Puzzle 1000 elementów' }

/** What an agent sees of the ticket at a glance; undefined without one. */
function glance(world: World, shop: Shop, threadId: string) {
  const ticket = ticketOf(world, shop, threadId)
  const buyer = world.thulium.customers(shop.tenantId).find(({ customerId }) => customerId === ticket?.customerId)
  return (
    ticket && {
      subject: ticket.subject,
      buyer: buyer?.surname,
      order: ticket.customFields['EmpikPlace zamówienie'] ?? '',
    }
  )
}

const isRecorded = async (world: World, shop: Shop, threadId: string): Promise<boolean> =>
  (await world.repository.conversation({ ...shop, threadId })).state.messages.length > 0

/** Another conversation goes all the way, so a look has passed over everything written before. */
async function lookPasses(world: World, shop: Shop, text: string): Promise<void> {
  const order = world.empik.addOrder({ shopId: shop.shopId })
  const { threadId } = world.empik.buyerWrites({ shopId: shop.shopId, orderId: order.id, text })
  await mailSeen(world, shop, threadId, text)
}

await t.test('each kind of conversation becomes a ticket of its own', { jobs: 4, skip }, (t) =>
  inEveryWeather(t, async (t, { world, shop, moment }) => {
    const { empik } = world
    const { shopId } = shop
    const customer = { id: `k-${shopId}`, firstname: 'Jan', lastname: 'Testowy' }
    const order = empik.addOrder({ shopId, customer })
    const first = empik.buyerWrites({ shopId, orderId: order.id, text: 'Kiedy dotrze paczka?' })
    await ticketIdOf(world, shop, first.threadId)
    // No ticket waits for the label of its topic either, so EmpikPlace must answer again.
    await orderRecorded(world, shop, first.threadId)
    const begun = {
      first,
      secondOfOrder: empik.buyerWrites({
        shopId,
        orderId: order.id,
        topic: { type: 'REASON_CODE', value: '27' },
        text: 'Poproszę fakturę',
      }),
      offer: empik.buyerWrites({ shopId, entities: [offer], text: 'Czy są wszystkie elementy?' }),
    }
    await moment()
    const more = {
      service: empik.buyerWrites({
        shopId,
        entities: [{ type: 'MPS_SERVICE', id: 's-1', label: 'Usługa montażu' }],
        text: 'Czy możliwa jest sobota?',
      }),
      nothing: empik.buyerWrites({ shopId, text: 'Czy mają Państwo sklep w Gdańsku?' }),
      operator: empik.operatorWrites({
        shopId,
        to: 'SHOP',
        topic: { type: 'REASON_CODE', value: 'MMP_SELLER_MESSAGING_ONBOARDING' },
        text: 'Prosimy uzupełnić regulamin.',
      }),
    }
    await moment()
    for (const { threadId } of Object.values({ ...begun, ...more })) await ticketIdOf(world, shop, threadId)
    await nothingUnderWay(world, shop)

    const seen = (threadId: string) => glance(world, shop, threadId)
    const topic = 'Pytanie do sprzedawcy'
    t.match(seen(begun.first.threadId), {
      subject: `EmpikPlace: ${topic} – zamówienie ${order.id}`,
      buyer: 'Testowy',
      order: order.id,
    })
    t.match(seen(begun.secondOfOrder.threadId), {
      subject: `EmpikPlace: Faktura do zamówienia – zamówienie ${order.id}`,
      buyer: 'Testowy',
      order: order.id,
    })
    t.match(seen(begun.offer.threadId), { subject: `EmpikPlace: ${topic} – oferta ${offer.label}`, order: '' })
    t.match(comments(world, shop, begun.offer.threadId)[0], `Oferta: ${offer.label} (${offer.id})`)
    t.match(seen(more.service.threadId), { subject: `EmpikPlace: ${topic} – Usługa montażu`, order: '' })
    t.match(seen(more.nothing.threadId), { subject: `EmpikPlace: ${topic}`, order: '' })
    t.match(seen(more.operator.threadId), { subject: 'EmpikPlace: Start sprzedaży', buyer: 'Operator EmpikPlace' })
    t.match(mails(world, shop, more.operator.threadId), [/^\[Operator EmpikPlace\].*Prosimy uzupełnić regulamin\.$/s])
    t.equal(world.thulium.tickets(shop.tenantId).length, 6, 'one ticket each')
  }),
)

await t.test('the shop’s automatic mails make no ticket until somebody else writes', { jobs: 4, skip }, (t) =>
  inEveryWeather(t, async (t, { world, shop, moment }) => {
    const { empik } = world
    const { shopId } = shop
    const order = empik.addOrder({ shopId })
    const { threadId } = empik.sellerWrites({ shopId, orderId: order.id, text: 'Faktura w załączniku.' })
    empik.sellerWrites({ shopId, threadId, text: 'Paczka wysłana.' })
    await lookPasses(world, shop, 'Inna rozmowa')
    await moment()
    t.notOk(ticketOf(world, shop, threadId), 'no ticket yet')
    empik.buyerWrites({ shopId, threadId, text: 'Na fakturze jest błąd' })
    await mailSeen(world, shop, threadId, 'Na fakturze jest błąd')
    await nothingUnderWay(world, shop)
    t.match(mails(world, shop, threadId), [/^\[Obsługa EmpikPlace\].*Faktura w załączniku\.$/s, /błąd$/])
    t.match(replies(world, shop, threadId), [/^\[Obsługa EmpikPlace\].*Paczka wysłana\.$/s])
    t.equal(world.thulium.tickets(shop.tenantId).length, 2)
  }),
)

const threads = { offers: false, operator: false, shopOnly: true }

await t.test('only kinds that are switched on are taken, and what was taken goes on', { jobs: 4, skip }, (t) =>
  inEveryWeather(
    t,
    async (t, { world, shop, moment }) => {
      const { empik } = world
      const { shopId } = shop
      const order = empik.addOrder({ shopId })
      const shopOnly = empik.sellerWrites({ shopId, orderId: order.id, text: 'Faktura w załączniku.' })
      const question = empik.buyerWrites({ shopId, entities: [offer], text: 'Czy są wszystkie elementy?' })
      const notice = empik.operatorWrites({ shopId, to: 'SHOP', text: 'Prosimy uzupełnić regulamin.' })
      await lookPasses(world, shop, 'O zamówieniu')
      await ticketIdOf(world, shop, shopOnly.threadId)
      await moment()
      await nothingUnderWay(world, shop)
      t.equal(world.thulium.tickets(shop.tenantId).length, 2, 'the shop’s own mails and the order')
      for (const { threadId } of [question, notice])
        t.notOk(await isRecorded(world, shop, threadId), 'nothing is kept of a kind that is switched off')

      const change = (kinds: { orders: boolean; offers: boolean }) =>
        world.repository.changeIntegration(shop, 'test', ({ settings }) =>
          settings ? configureIntegration({ ...settings, threads: { ...settings.threads, ...kinds } }) : [],
        )
      await change({ orders: false, offers: true })
      empik.buyerWrites({ shopId, threadId: question.threadId, text: 'I czy jest instrukcja?' })
      await mailSeen(world, shop, question.threadId, 'I czy jest instrukcja?')
      await moment()
      const ignored = empik.buyerWrites({ shopId, orderId: order.id, text: 'O zamówieniu, już wyłączonym' })
      empik.buyerWrites({ shopId, threadId: shopOnly.threadId, text: 'Dziękuję za fakturę' })
      await mailSeen(world, shop, shopOnly.threadId, 'Dziękuję za fakturę')
      await nothingUnderWay(world, shop)
      t.same(mails(world, shop, question.threadId), ['Czy są wszystkie elementy?', 'I czy jest instrukcja?'])
      t.notOk(await isRecorded(world, shop, ignored.threadId))
      t.equal(world.thulium.tickets(shop.tenantId).length, 3)
    },
    { settings: { threads } },
  ),
)
