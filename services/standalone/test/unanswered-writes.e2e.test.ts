import { noDatabase, until } from '@connector/test-kit'
import t from 'tap'
import { agentAnswers, answers, begin, comments, effectsIn, mails, mailSeen, nothingUnderWay } from './support/seen.ts'
import { createWorld } from './support/world.ts'

t.setTimeout(540_000)

const writes = {
  empikplace: ['M12'],
  thulium: ['POST customers', 'POST tickets', 'POST tickets/:id/customer_response', 'POST tickets/:id/comment'],
}

/** Half of the other side is away: everything can be read, so look-ups find nothing, and no write gets an answer. */
await t.test(
  'writes that get no answer for long, while reads work, need no person',
  { skip: noDatabase ?? false },
  async (t) => {
    const world = await createWorld()
    t.teardown(() => world.dispose())
    const shop = await world.addShop()
    for (const [side, operations] of Object.entries(writes))
      for (const operation of operations) {
        const { faults } = side === 'thulium' ? world.thulium : world.empik
        const subject = side === 'thulium' ? shop.tenantId : shop.apiKey
        faults.add({ operation, subject, times: 3, fault: { kind: 'cut-before' } })
        faults.add({ operation, subject, times: 3, fault: { kind: 'status', status: 500 } })
      }
    await world.startServices({ WAIT_SCALE: '0.004' })
    const { threadId } = await begin(world, shop)
    world.empik.buyerWrites({ shopId: shop.shopId, threadId, text: 'I jeszcze jedno' })
    agentAnswers(world, shop, threadId, 'Odpowiedź')
    agentAnswers(world, shop, threadId, 'ok')
    await mailSeen(world, shop, threadId, 'I jeszcze jedno')
    await until('the reply', () => answers(world, threadId)[0])
    await until('the refusal', () => comments(world, shop, threadId).find((text) => text.includes('nie została')))
    await nothingUnderWay(world, shop)

    t.same(await effectsIn(world, shop, ['parked']), [])
    t.same([...world.empik.faults.list(), ...world.thulium.faults.list()], [], 'every fault happened')
    t.same(mails(world, shop, threadId), ['Pytanie', 'I jeszcze jedno'])
    t.same(answers(world, threadId), ['Odpowiedź'])
    t.equal(world.thulium.tickets(shop.tenantId).length, 1)
    t.equal(world.thulium.customers(shop.tenantId).length, 1)
  },
)

/** What was sent may stand in the thread in words that no program recognises. */
await t.test(
  'a reply that may be there in another form is left to a person',
  { skip: noDatabase ?? false },
  async (t) => {
    const world = await createWorld()
    t.teardown(() => world.dispose())
    await world.startServices({ WAIT_SCALE: '0.004' })
    const { shop, threadId } = await begin(world)
    const { id } = world.empik.faults.add({
      operation: 'M12',
      subject: shop.apiKey,
      times: null,
      fault: { kind: 'status', status: 500 },
    })
    agentAnswers(world, shop, threadId, 'Paczka wyjdzie jutro')
    await until(
      'the first try',
      () => world.empik.counters.count({ operation: 'M12', subject: shop.apiKey }) || undefined,
    )
    world.empik.sellerWrites({ shopId: shop.shopId, threadId, text: 'Paczka wyjdzie jutro ☺' })
    await until('the parked reply', async () => (await effectsIn(world, shop, ['parked']))[0])
    world.empik.faults.remove(id)
    await nothingUnderWay(world, shop)
    t.equal(world.empik.counters.count({ operation: 'M12', subject: shop.apiKey }), 2, 'it was sent again once')
    t.match(
      comments(world, shop, threadId).at(-1),
      /^Nie wiadomo, czy odpowiedź „Paczka wyjdzie jutro” dotarła do klienta/,
    )
    t.same(answers(world, threadId), ['Paczka wyjdzie jutro ☺'])
  },
)
