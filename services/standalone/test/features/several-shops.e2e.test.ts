import { randomUUID } from 'node:crypto'
import { noDatabase, until } from '@connector/test-kit'
import t from 'tap'
import { start, statusOf, stop, untilHealth } from '../support/administrator.ts'
import {
  agentAnswers,
  answers,
  answerSeen,
  begin,
  effectsIn,
  mails,
  mailSeen,
  nothingUnderWay,
  ticketIdOf,
  ticketOf,
} from '../support/seen.ts'
import { inEveryWeather } from '../support/weather.ts'
import { createWorld, type Shop, type World } from '../support/world.ts'

t.setTimeout(540_000)

const skip = noDatabase ?? false

const returns = {
  id: 'zwroty',
  name: 'Zwroty',
  when: { textWords: ['zwrot'] },
  then: { queueId: 8, tags: ['zwrot'] },
}

/** The same buyer writes to a shop, about an order of his there. */
function writes({ empik }: World, { shopId }: Shop, buyer: string, text: string): string {
  const order = empik.addOrder({ shopId, customer: { id: buyer, firstname: 'Ewa', lastname: 'Testowa' } })
  return empik.buyerWrites({ shopId, orderId: order.id, text }).threadId
}

const recordsOf = ({ thulium }: World, { tenantId }: Shop, buyer: string): number[] =>
  thulium
    .customers(tenantId)
    .filter(({ customFields }) => customFields['Empik ID'] === buyer)
    .map(({ customerId }) => customerId)

await t.test('three shops of one account and one of another, each with its own settings', { skip, jobs: 4 }, (t) =>
  inEveryWeather(t, async (t, { world, shop: a, moment }) => {
    const { tenantId } = a
    const [b, c, elsewhere] = [
      await world.addShop({ tenantId, settings: { queueId: 8, categoryId: 13 } }),
      await world.addShop({ tenantId, settings: { queueId: 2, rules: [returns] } }),
      await world.addShop(),
    ]
    const shops = [a, b, c, elsewhere]
    const buyer = `k-${randomUUID()}`
    const threads = new Map(shops.map((shop) => [shop, writes(world, shop, buyer, 'Poproszę o zwrot')]))
    const threadOf = (shop: Shop): string => threads.get(shop) ?? ''
    await ticketIdOf(world, b, threadOf(b))
    await moment()
    for (const shop of shops) await ticketIdOf(world, shop, threadOf(shop))

    t.match(ticketOf(world, a, threadOf(a)), { queueId: 7, categoryId: 12, tags: ['EmpikPlace'] })
    t.match(ticketOf(world, b, threadOf(b)), { queueId: 8, categoryId: 13, tags: ['EmpikPlace'] })
    t.match(ticketOf(world, c, threadOf(c)), { queueId: 8, categoryId: 12, tags: ['EmpikPlace', 'zwrot'] })
    t.match(ticketOf(world, elsewhere, threadOf(elsewhere)), { queueId: 7, categoryId: 12 })

    const [record, ...more] = recordsOf(world, a, buyer)
    t.same(more, [], 'one buyer is one record of the account')
    for (const shop of [a, b, c]) t.equal(ticketOf(world, shop, threadOf(shop))?.customerId, record)
    t.equal(recordsOf(world, elsewhere, buyer).length, 1, 'and one of the other account')

    for (const [place, shop] of shops.entries()) agentAnswers(world, shop, threadOf(shop), `Odpowiedź ${place}`)
    await moment()
    for (const [place, shop] of shops.entries()) {
      await answerSeen(world, threadOf(shop), `Odpowiedź ${place}`)
      await nothingUnderWay(world, shop)
    }
    for (const [place, shop] of shops.entries())
      t.same(answers(world, threadOf(shop)), [`Odpowiedź ${place}`], 'no shop sends what belongs to another')
    t.equal(world.thulium.tickets(tenantId).length, 3)
    t.equal(world.thulium.tickets(elsewhere.tenantId).length, 1)
  }),
)

await t.test('a shop that is stopped leaves the others at work and loses nothing', { skip, jobs: 4 }, (t) =>
  inEveryWeather(t, async (t, { world, shop: stopped, moment }) => {
    const sibling = await world.addShop({ tenantId: stopped.tenantId })
    const elsewhere = await world.addShop()
    const { threadId } = await begin(world, stopped)
    const others = [await begin(world, sibling), await begin(world, elsewhere)]
    await nothingUnderWay(world, stopped)
    await stop(world, stopped)
    t.match(await statusOf(world, stopped), { status: 'stopped', health: { level: 'stopped' } })
    for (const { shop } of others) t.match(await statusOf(world, shop), { status: 'running' })
    // A look that was under way when it was stopped ends first; a round of the others is longer than any.
    const round = async (text: string): Promise<void> => {
      for (const { shop, threadId } of others) {
        world.empik.buyerWrites({ shopId: shop.shopId, threadId, text: `Pytanie ${text}` })
        await mailSeen(world, shop, threadId, `Pytanie ${text}`)
        agentAnswers(world, shop, threadId, `Odpowiedź ${text}`)
        await answerSeen(world, threadId, `Odpowiedź ${text}`)
      }
    }
    await round('pierwsza')
    world.empik.buyerWrites({ shopId: stopped.shopId, threadId, text: 'W czasie przerwy' })
    const started = world.empik.buyerWrites({ shopId: stopped.shopId, text: 'Nowa rozmowa w przerwie' })
    agentAnswers(world, stopped, threadId, 'Odpowiedź w przerwie')
    await moment()
    await round('druga')
    t.same(mails(world, stopped, threadId), ['Pytanie'], 'nothing is taken while it is stopped')
    t.notOk(ticketOf(world, stopped, started.threadId))
    t.same(answers(world, threadId), [], 'and nothing is sent')

    await start(world, stopped)
    await moment()
    await mailSeen(world, stopped, threadId, 'W czasie przerwy')
    await mailSeen(world, stopped, started.threadId, 'Nowa rozmowa w przerwie')
    await answerSeen(world, threadId, 'Odpowiedź w przerwie')
    await nothingUnderWay(world, stopped)
    t.same(mails(world, stopped, threadId), ['Pytanie', 'W czasie przerwy'])
    t.same(answers(world, threadId), ['Odpowiedź w przerwie'])
    t.match(await statusOf(world, stopped), { status: 'running', effects: { parked: 0 } })
  }),
)

/** A ticket with an agent's answer that waits, in each of several conversations. */
async function answersWait(world: World, shop: Shop, count: number): Promise<string[]> {
  const threads: string[] = []
  for (let place = 0; place < count; place++) threads.push((await begin(world, shop)).threadId)
  await nothingUnderWay(world, shop)
  return threads
}

await t.test('a shop or an account that is ill never delays the others', { skip }, async (t) => {
  const world = await createWorld()
  t.teardown(() => world.dispose())
  await world.startServices()
  const { empik, thulium } = world
  const healthy = await world.addShop()
  const { tenantId } = healthy
  const refused = await world.addShop({ tenantId })
  const slowedDown = await world.addShop({ tenantId })
  const silent = await world.addShop({ tenantId })
  const away = await world.addShop()
  const ill = [refused, slowedDown, silent, away]
  const waiting = await Promise.all(ill.map((shop) => answersWait(world, shop, 8)))
  const { threadId } = await begin(world, healthy)

  empik.removeKey(refused.apiKey)
  const rules = [
    empik.faults.add({
      operation: '*',
      subject: slowedDown.apiKey,
      times: null,
      fault: { kind: 'status', status: 429, retryAfter: 1 },
    }),
    empik.faults.add({ operation: 'M12', subject: silent.apiKey, times: null, fault: { kind: 'cut-before' } }),
    thulium.faults.add({
      operation: '*',
      subject: away.tenantId,
      times: null,
      fault: { kind: 'status', status: 503 },
    }),
  ]
  for (const [place, shop] of ill.entries())
    for (const thread of waiting[place] ?? []) {
      agentAnswers(world, shop, thread, 'Odpowiedź, która czeka')
      empik.buyerWrites({ shopId: shop.shopId, threadId: thread, text: 'Wiadomość, która czeka' })
    }

  for (const round of [1, 2, 3]) {
    empik.buyerWrites({ shopId: healthy.shopId, threadId, text: `Pytanie ${round}` })
    await mailSeen(world, healthy, threadId, `Pytanie ${round}`)
    agentAnswers(world, healthy, threadId, `Odpowiedź ${round}`)
    await answerSeen(world, threadId, `Odpowiedź ${round}`)
  }
  t.equal(answers(world, threadId).length, 3, 'the healthy shop has done three rounds')
  t.same(
    waiting.flat().filter((thread) => answers(world, thread).length > 0),
    [],
    'while the ill ones have answered nobody',
  )

  const [ofRefused, ofSlowedDown, ofAway] = [
    await untilHealth(world, refused, 'credentials-rejected'),
    await untilHealth(world, slowedDown, 'failing'),
    await untilHealth(world, away, 'failing'),
  ]
  t.match(ofRefused.health.reason.pl, /odrzuceniu danych logowania: EmpikPlace\./)
  t.match(ofSlowedDown.sides, {
    empikplace: { lastFailure: { class: 'rate-limited' } },
    thulium: { lastFailure: null },
  })
  t.match(ofAway.sides, { empikplace: { lastFailure: null }, thulium: { lastFailure: { class: 'unreachable' } } })
  t.match(await statusOf(world, healthy), {
    status: 'running',
    sides: { empikplace: { lastFailure: null }, thulium: { lastFailure: null } },
    effects: { waiting: 0, uncertain: 0, parked: 0 },
  })

  for (const { id } of rules) for (const { faults } of [empik, thulium]) faults.remove(id)
  for (const [place, shop] of ill.entries()) {
    if (shop === refused) continue
    for (const thread of waiting[place] ?? []) {
      await answerSeen(world, thread, 'Odpowiedź, która czeka')
      await mailSeen(world, shop, thread, 'Wiadomość, która czeka')
      t.equal(answers(world, thread).length, 1)
      t.same(mails(world, shop, thread), ['Pytanie', 'Wiadomość, która czeka'])
    }
    await until('nothing left', async () => (await statusOf(world, shop)).repliesPending === 0 || undefined)
    t.same(await effectsIn(world, shop, ['parked']), [], 'nothing needs a person')
  }
})
