import { startIntegration, stopIntegration } from '@connector/domain/integration'
import { until } from '@connector/test-kit'
import t from 'tap'
import { startEditingProxy } from './support/edits.ts'
import { agentAnswers, answers, answerSeen, mails, mailSeen, nothingUnderWay, ticketOf } from './support/seen.ts'
import { createOutside, createWorld, type Shop, type World } from './support/world.ts'

t.setTimeout(540_000)

const hourMs = 3_600_000
const hoursAgo = (hours: number): Date => new Date(Date.now() - hours * hourMs)
const numbered = (count: number): string[] => Array.from({ length: count }, (_, index) => `Wiadomość ${index + 1}`)

t.test('which conversations are taken', { jobs: 4 }, async (t) => {
  const world = await createWorld()
  t.teardown(() => world.dispose())
  const { empik, thulium } = world
  await world.startServices()

  /** What is in a ticket as the customer's, without the line that says when an old message was written. */
  const said = (shop: Shop, threadId: string): string[] =>
    mails(world, shop, threadId).map((text) => text.replace(/^\[Klient EmpikPlace\] [^\n]*\d\d:\d\d\s+/, ''))

  /** A conversation that ended before the integration was started. */
  const oldThread = ({ shopId }: Shop, texts: readonly string[]): string => {
    let threadId: string | undefined
    for (const [index, text] of texts.entries())
      ({ threadId } = empik.buyerWrites({
        shopId,
        text,
        at: hoursAgo(2 + (texts.length - index) / 1000),
        ...(threadId === undefined ? {} : { threadId }),
      }))
    return threadId ?? ''
  }

  const reasons: Record<string, (about: { shopId: number; threadId: string; text: string }) => unknown> = {
    'the buyer': (about) => empik.buyerWrites(about),
    'the seller': (about) => empik.sellerWrites(about),
    'the operator': (about) => empik.operatorWrites({ ...about, to: 'BOTH' }),
  }
  for (const [who, write] of Object.entries(reasons))
    void t.test(`an old conversation comes whole when ${who} writes in it`, async (t) => {
      const shop = await world.addShop({ start: false })
      const old = ['Pierwsza', 'Druga', 'Trzecia']
      const threadId = oldThread(shop, old)
      await world.repository.changeIntegration(shop, 'test', startIntegration)
      write({ shopId: shop.shopId, threadId, text: 'Nowa' })
      const texts = (): string[] => (ticketOf(world, shop, threadId)?.messages ?? []).map(({ body }) => body)
      await until('the new message', () => texts().some((text) => text.includes('Nowa')) || undefined)
      t.same(said(shop, threadId).slice(0, 3), old)
    })

  void t.test('an old conversation of more than 100 messages comes whole', async (t) => {
    const shop = await world.addShop({ start: false })
    const old = numbered(130)
    const threadId = oldThread(shop, old)
    await world.repository.changeIntegration(shop, 'test', startIntegration)
    empik.buyerWrites({ shopId: shop.shopId, threadId, text: 'Nowa' })
    await mailSeen(world, shop, threadId, 'Nowa')
    t.same(said(shop, threadId), [...old, 'Nowa'])
  })

  void t.test(
    'those without a message since the start are left alone, also within the first look’s overlap',
    async (t) => {
      const shop = await world.addShop({ start: false })
      const { shopId } = shop
      oldThread(shop, ['Dawna'])
      const touched = oldThread(shop, ['Dawna, potem ruszona bez wiadomości dla sklepu'])
      empik.buyerWrites({ shopId, text: 'Tuż przed startem', at: new Date(Date.now() - 2_000) })
      await world.repository.changeIntegration(shop, 'test', startIntegration)
      // Moves the date of the thread, and the shop is not shown why.
      empik.operatorWrites({ shopId, threadId: touched, text: 'Tylko dla klienta', to: 'CUSTOMER' })
      for (const text of ['Po starcie', 'Jeszcze jedna']) {
        const { threadId } = empik.buyerWrites({ shopId, text })
        await mailSeen(world, shop, threadId, text)
      }
      t.equal(thulium.tickets(shop.tenantId).length, 2, 'only the two new ones')
    },
  )

  void t.test(
    'a stopped integration calls nobody, and what was written meanwhile comes after the next start',
    async (t) => {
      const shop = await world.addShop()
      const { shopId } = shop
      const { threadId } = empik.buyerWrites({ shopId, text: 'Przed przerwą' })
      await mailSeen(world, shop, threadId, 'Przed przerwą')
      await nothingUnderWay(world, shop)
      await world.repository.changeIntegration(shop, 'test', stopIntegration)
      await statusIs(world, shop, 'stopped')
      // What was under way when it stopped has ended once another seller's message has gone all the way.
      await otherWorkGoesOn(world)
      const calls = (): number =>
        empik.counters.count({ subject: shop.apiKey }) + thulium.counters.count({ subject: shop.tenantId })
      const before = calls()
      empik.buyerWrites({ shopId, threadId, text: 'W przerwie' })
      const begun = empik.buyerWrites({ shopId, text: 'Rozmowa zaczęta w przerwie' })
      agentAnswers(world, shop, threadId, 'Odpowiedź w przerwie')
      await otherWorkGoesOn(world)
      t.equal(calls(), before)

      await world.repository.changeIntegration(shop, 'test', startIntegration)
      await mailSeen(world, shop, begun.threadId, 'Rozmowa zaczęta w przerwie')
      await answerSeen(world, threadId, 'Odpowiedź w przerwie')
      empik.buyerWrites({ shopId, threadId, text: 'Po przerwie' })
      await mailSeen(world, shop, threadId, 'Po przerwie')
      t.same(mails(world, shop, threadId), ['Przed przerwą', 'W przerwie', 'Po przerwie'])
      t.same(answers(world, threadId), ['Odpowiedź w przerwie'])
      t.equal(thulium.tickets(shop.tenantId).length, 2)
    },
  )
})

t.test('in steady state each look at a shop is one M11 and nothing else', async (t) => {
  const world = await createWorld()
  t.teardown(() => world.dispose())
  const { empik } = world
  const stop = await world.startServices()
  const first = await world.addShop()
  const shops = [first, await world.addShop({ tenantId: first.tenantId }), await world.addShop()]
  for (const shop of shops) {
    const { shopId } = shop
    const order = empik.addOrder({ shopId })
    const { threadId } = empik.buyerWrites({ shopId, orderId: order.id, text: 'O zamówienie' })
    for (const text of numbered(110)) empik.buyerWrites({ shopId, threadId, text })
    // With this one hidden from the shop, EmpikPlace counts more messages than it shows, for ever.
    empik.operatorWrites({ shopId, threadId, text: 'Tylko dla klienta', to: 'CUSTOMER' })
    await mailSeen(world, shop, threadId, 'Wiadomość 110')
    agentAnswers(world, shop, threadId, 'Odpowiadamy')
    await answerSeen(world, threadId, 'Odpowiadamy')
    await nothingUnderWay(world, shop)
  }
  // From now on a look happens when the test makes it due. The new process remembers nothing of the threads.
  await stop()
  await makeDue(world)
  empik.counters.clear()
  await world.startServices({ EMPIKPLACE_POLL_MS: String(hourMs) })
  for (const round of [1, 2, 3]) {
    await until('a look at every shop', async () => (await dueLater(world)) === shops.length || undefined)
    const calls = empik.counters.report().map(({ operation, subject, total }) => `${operation} ${subject} ${total}`)
    t.same(calls.sort(), shops.map(({ apiKey }) => `M11 ${apiKey} ${round}`).sort(), `look ${round}`)
    await makeDue(world)
  }
})

t.test('every EmpikPlace call says which shop it is about', async (t) => {
  const outside = await createOutside()
  t.teardown(() => outside.close())
  const calls: { operation: string; shopId: string | null }[] = []
  const proxy = await startEditingProxy(outside.empikUrl, (method, path, answer) => {
    const { pathname, searchParams } = new URL(path, 'http://empik')
    const operation = `${method} ${pathname.replace(/[0-9a-f-]{36}/, ':id')}`
    calls.push({ operation, shopId: searchParams.get('shop_id') })
    return answer
  })
  t.teardown(() => proxy.close())
  const world = await createWorld(outside)
  t.teardown(() => world.dispose())
  const { empik } = world
  const shop = await world.addShop()
  const { shopId, apiKey } = shop
  // The trap: a key of two shops, where a call without shop_id is answered with the other, empty one.
  const other = empik.addShop({ id: shopId + 500_000 })
  empik.addKey({ key: apiKey, shopIds: [other.id, shopId], defaultShopId: other.id })
  await world.startServices({ EMPIKPLACE_URL: proxy.url })

  const order = empik.addOrder({ shopId })
  const { threadId } = empik.buyerWrites({ shopId, orderId: order.id, text: 'O zamówienie' })
  for (const text of numbered(110)) empik.buyerWrites({ shopId, threadId, text })
  for (let count = 0; count < 101; count++)
    empik.buyerWrites({ shopId, text: 'Druga strona listy', at: hoursAgo(0.05) })
  await mailSeen(world, shop, threadId, 'Wiadomość 110')
  empik.faults.add({ operation: 'M12', subject: apiKey, fault: { kind: 'status-after', status: 500 } })
  agentAnswers(world, shop, threadId, 'Odpowiadamy')
  await answerSeen(world, threadId, 'Odpowiadamy')
  await nothingUnderWay(world, shop)
  t.same(
    calls.filter((call) => call.shopId !== String(shopId)),
    [],
  )
  t.same([...new Set(calls.map(({ operation }) => operation))].sort(), [
    'GET /api/inbox/threads',
    'GET /api/inbox/threads/:id',
    'GET /api/orders',
    'POST /api/inbox/threads/:id/message',
  ])
})

const statusIs = (world: World, { integrationId }: Shop, status: string): Promise<unknown> =>
  until(`the integration to be ${status}`, async () => {
    const { db } = world.store
    const query = db.selectFrom('integrations').select('status').where('integration_id', '=', integrationId)
    return (await query.executeTakeFirst())?.status === status || undefined
  })

/** Another seller's message goes all the way, so as much has happened as this one would have needed. */
async function otherWorkGoesOn(world: World): Promise<void> {
  const shop = await world.addShop()
  const { threadId } = world.empik.buyerWrites({ shopId: shop.shopId, text: 'Inny sprzedawca' })
  await mailSeen(world, shop, threadId, 'Inny sprzedawca')
}

const makeDue = ({ store }: World) =>
  store.db.updateTable('polls').set({ next_at: new Date() }).where('side', '=', 'empikplace').execute()

/** Looks at EmpikPlace that have been done, so that the next one is far away. */
async function dueLater({ store }: World): Promise<number> {
  const query = store.db.selectFrom('polls').select('integration_id').where('side', '=', 'empikplace')
  return (await query.where('next_at', '>', new Date(Date.now() + hourMs / 2)).execute()).length
}
