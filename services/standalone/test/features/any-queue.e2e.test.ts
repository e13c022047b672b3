import { noDatabase, until } from '@connector/test-kit'
import t from 'tap'
import { agentAnswers, answers, answerSeen, begin, nothingUnderWay, ticketIdOf, ticketOf } from '../support/seen.ts'
import { createWorld, type Shop, type World } from '../support/world.ts'

t.setTimeout(540_000)

const skip = noDatabase ?? false

const complaints = {
  id: 'reklamacje',
  name: 'Reklamacje',
  when: { textWords: ['reklamacja'] },
  then: { queueId: 8, categoryId: 13 },
}

/** No sweep comes to help: what a look at the changes does not find is not found within the test. */
const withoutSweep = { TICKET_SWEEP_MS: String(24 * 3_600_000) }

/** Waits until both sides have been read to the end after what happened so far, so that nothing is found by the way. */
async function allRead(world: World, shop: Shop): Promise<void> {
  await nothingUnderWay(world, shop)
  const from = new Date()
  await until('a look after that', async () => {
    const polls = await world.store.db
      .selectFrom('polls')
      .select('last_success_at')
      .where('tenant_id', '=', shop.tenantId)
      .where('side', '=', 'thulium')
      .execute()
    return polls.every(({ last_success_at: at }) => at !== null && at > from) || undefined
  })
}

await t.test('an answer is found in whatever queue, category and status its ticket is', { skip }, async (t) => {
  const world = await createWorld()
  t.teardown(() => world.dispose())
  await world.startServices(withoutSweep)
  const { empik, thulium } = world

  await t.test('put there by a rule', async (t) => {
    const shop = await world.addShop({ settings: { rules: [complaints] } })
    const { threadId } = empik.buyerWrites({ shopId: shop.shopId, text: 'To jest reklamacja' })
    await ticketIdOf(world, shop, threadId)
    await allRead(world, shop)
    t.match(ticketOf(world, shop, threadId), { queueId: 8, categoryId: 13 })
    agentAnswers(world, shop, threadId, 'Odpowiedź z kolejki reguły')
    await answerSeen(world, threadId, 'Odpowiedź z kolejki reguły')
    t.same(answers(world, threadId), ['Odpowiedź z kolejki reguły'])
  })

  await t.test('moved by an agent, once and again', async (t) => {
    const { shop, threadId, ticketId } = await begin(world)
    for (const change of [{ queueId: 8, categoryId: 13 }, { queueId: 2 }, { statusId: 6 }]) {
      thulium.changeTicket({ system: shop.tenantId, ticketId, ...change })
      await allRead(world, shop)
      const text = `Odpowiedź po zmianie ${JSON.stringify(change)}`
      agentAnswers(world, shop, threadId, text)
      await answerSeen(world, threadId, text)
    }
    t.equal(answers(world, threadId).length, 3)
  })

  await t.test('while another shop of the account has that queue, and a third one is not connected', async (t) => {
    const shop = await world.addShop({ settings: { rules: [complaints] } })
    const { tenantId } = shop
    const sibling = await world.addShop({ tenantId, settings: { queueId: 8 } })
    const broken = await world.addShop({ tenantId, settings: { queueId: 8 } })
    const { threadId } = empik.buyerWrites({ shopId: shop.shopId, text: 'Druga reklamacja' })
    await ticketIdOf(world, shop, threadId)
    const other = await begin(world, sibling)
    await allRead(world, shop)
    await world.store.db
      .deleteFrom('credentials')
      .where('tenant_id', '=', tenantId)
      .where('purpose', '=', `empikplace:${broken.integrationId}`)
      .execute()
    agentAnswers(world, shop, threadId, 'Do pierwszego sklepu')
    agentAnswers(world, sibling, other.threadId, 'Do drugiego sklepu')
    await answerSeen(world, threadId, 'Do pierwszego sklepu')
    await answerSeen(world, other.threadId, 'Do drugiego sklepu')
    t.equal(answers(world, threadId).length + answers(world, other.threadId).length, 2)
    const failures = await until('the failure of the third', async () => {
      const rows = await world.store.db
        .selectFrom('polls')
        .select(['integration_id', 'failures', 'failure_message'])
        .where('tenant_id', '=', tenantId)
        .where('side', '=', 'thulium')
        .execute()
      return rows.some(({ failures }) => failures > 0) ? rows.filter(({ failures }) => failures > 0) : undefined
    })
    t.match(failures, [{ integration_id: broken.integrationId, failure_message: /has no EmpikPlace key yet/ }])
  })
})

await t.test('the shops of an account share its looks', { skip }, async (t) => {
  const world = await createWorld()
  t.teardown(() => world.dispose())
  const hourMs = String(3_600_000)
  await world.startServices({ ...withoutSweep, THULIUM_POLL_MS: hourMs })
  const one = await world.addShop()
  const { tenantId } = one
  const other = await world.addShop({ tenantId, settings: { queueId: 8 } })
  const scenes = [await begin(world, one), await begin(world, other)]
  for (const shop of [one, other]) await nothingUnderWay(world, shop)

  const looks = () =>
    world.store.db
      .selectFrom('polls')
      .select(['next_at', 'last_success_at'])
      .where('tenant_id', '=', tenantId)
      .where('side', '=', 'thulium')
      .execute()
  /** Makes a look due for one of the shops only, and waits until it has been recorded for both. */
  const look = async (shop: Shop): Promise<void> => {
    const from = new Date()
    await world.store.db
      .updateTable('polls')
      .set({ next_at: from })
      .where('tenant_id', '=', tenantId)
      .where('integration_id', '=', shop.integrationId)
      .where('side', '=', 'thulium')
      .execute()
    await until('the look', async () => {
      const rows = await looks()
      return rows.every(({ last_success_at: at }) => at !== null && at >= from) || undefined
    })
  }
  await until('the first look of both', async () => {
    const rows = await looks()
    return (rows.length === 2 && rows.every(({ next_at: at }) => at > new Date())) || undefined
  })
  const lists = () => world.thulium.counters.count({ operation: 'GET tickets', subject: tenantId })
  for (const shop of [one, other, one]) {
    const before = lists()
    await look(shop)
    t.equal(lists() - before, 1, 'one list for both')
  }
  const [first, second] = await looks()
  t.same(first?.next_at, second?.next_at, 'and the next one is due for both at the same time')

  for (const { shop, threadId } of scenes) agentAnswers(world, shop, threadId, `Odpowiedź ${shop.shopId}`)
  const before = lists()
  await look(one)
  for (const { shop, threadId } of scenes) await answerSeen(world, threadId, `Odpowiedź ${shop.shopId}`)
  t.ok(lists() - before <= 2, 'one list to see the answers, and one when they have settled')
})
