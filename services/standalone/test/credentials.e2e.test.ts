import { randomUUID } from 'node:crypto'
import { authenticated } from '@connector/domain/integration'
import { until } from '@connector/test-kit'
import t from 'tap'
import { humanLogin } from './support/account.ts'
import { createWorld, type Shop, type World } from './support/world.ts'

t.setTimeout(540_000)

/** Explicit rejections in a row stop an integration; nothing else does, and a good key starts it again with all its work. */
t.test('credentials', { jobs: 5 }, async (t) => {
  const world = await createWorld()
  t.teardown(() => world.dispose())
  const { empik, thulium } = world
  await world.startServices({ WAIT_SCALE: '0.004' })

  void t.test('a withdrawn EmpikPlace key stops its integration, a new one brings everything', async (t) => {
    const shop = await world.addShop()
    const { shopId, tenantId: system } = shop
    const { threadId } = empik.buyerWrites({ shopId, text: 'Przed zmianą' })
    const ticketId = await until('the ticket', () => thulium.tickets(system)[0]?.ticketId)

    empik.removeKey(shop.apiKey)
    await untilStatus(world, shop, 'credentials-rejected')
    const rejections = await eventsOf(world, shop, 'AuthenticationRejected')
    t.equal(rejections.length, 3, 'three rejections stopped it')
    t.match(rejections[0], { side: 'empikplace', status: 401 })
    t.same(await eventsOf(world, shop, 'IntegrationStopped'), [{ reason: 'credentials-rejected' }])

    // A call that was already on its way when it stopped may still arrive.
    await otherWorkGoesOn(world)
    const before = empik.counters.count({ subject: shop.apiKey })
    empik.buyerWrites({ shopId, threadId, text: 'W czasie przerwy' })
    const other = empik.buyerWrites({ shopId, text: 'Nowa rozmowa w przerwie' })
    thulium.agentReplies({ system, ticketId, login: humanLogin, html: 'Odpowiedź w przerwie' })
    // The next rejections would have come by now if there were any: another shop has been polled meanwhile.
    await otherWorkGoesOn(world)
    t.equal(empik.counters.count({ subject: shop.apiKey }), before, 'a stopped integration calls nobody')

    const apiKey = randomUUID()
    empik.addKey({ key: apiKey, shopIds: [shopId] })
    await replaceSecret(world, shop, 'empikplace', apiKey)
    await until('both conversations', () => thulium.tickets(system).length === 2 || undefined)
    await until('the message of the break', () => mails(world, shop).includes('W czasie przerwy') || undefined)
    await until('the reply of the break', () => answers(world, threadId).length > 0 || undefined)
    t.same(answers(world, threadId), ['Odpowiedź w przerwie'])
    t.same(mails(world, shop).sort(), ['Nowa rozmowa w przerwie', 'Przed zmianą', 'W czasie przerwy'])
    t.equal(empik.thread(other.threadId).messages.length, 1)
    await untilStatus(world, shop, 'running')
  })

  void t.test('a changed Thulium password stops the integration, the new one brings everything', async (t) => {
    const shop = await world.addShop()
    const { shopId, tenantId: system } = shop
    const { threadId } = empik.buyerWrites({ shopId, text: 'Przed zmianą' })
    const ticketId = await until('the ticket', () => thulium.tickets(system)[0]?.ticketId)

    thulium.changeApiUser({ system, password: 'nowe-haslo' })
    empik.buyerWrites({ shopId, threadId, text: 'W trakcie zmiany' })
    thulium.agentReplies({ system, ticketId, login: humanLogin, html: 'Odpowiedź w przerwie' })
    await untilStatus(world, shop, 'credentials-rejected')
    t.match((await eventsOf(world, shop, 'AuthenticationRejected'))[0], { side: 'thulium' })
    empik.buyerWrites({ shopId, threadId, text: 'W czasie przerwy' })
    await otherWorkGoesOn(world)
    t.same(mails(world, shop), ['Przed zmianą'])

    await replaceSecret(world, shop, 'thulium', 'nowe-haslo')
    await until('the message of the break', () => mails(world, shop).includes('W czasie przerwy') || undefined)
    await until('the reply of the break', () => answers(world, threadId).length > 0 || undefined)
    t.same(mails(world, shop), ['Przed zmianą', 'W trakcie zmiany', 'W czasie przerwy'], 'each once, in order')
    t.same(answers(world, threadId), ['Odpowiedź w przerwie'])
    t.same(await parked(world, shop), [], 'nothing needs a person')
  })

  void t.test('a key without rights to the inbox says so', async (t) => {
    const shop = await world.addShop()
    empik.addKey({ key: shop.apiKey, shopIds: [shop.shopId], deniedOperations: ['M11'] })
    await untilStatus(world, shop, 'credentials-rejected')
    t.match((await eventsOf(world, shop, 'AuthenticationRejected'))[0], { side: 'empikplace', status: 403 })
  })

  void t.test('one shop’s rejected key leaves the same seller’s other shop alone', async (t) => {
    const rejected = await world.addShop()
    const healthy = await world.addShop({ tenantId: rejected.tenantId })
    empik.removeKey(rejected.apiKey)
    await untilStatus(world, rejected, 'credentials-rejected')
    empik.buyerWrites({ shopId: healthy.shopId, text: 'Do zdrowego sklepu' })
    await until('the ticket of the healthy shop', () => mails(world, healthy)[0])
    t.equal((await world.repository.integration(healthy)).state.status, 'running')
  })

  void t.test('a few rejections that pass are forgotten', async (t) => {
    const shop = await world.addShop()
    for (const rounds of [1, 2]) {
      empik.faults.add({ operation: 'M11', subject: shop.apiKey, times: 2, fault: { kind: 'status', status: 401 } })
      await until(
        'the rejections and the success after them',
        async () => (await eventsOf(world, shop, 'IntegrationAuthenticated')).length === 2 + rounds || undefined,
      )
    }
    const { state } = await world.repository.integration(shop)
    t.equal(state.status, 'running')
    t.equal(state.rejections.empikplace.count, 0)
    t.equal((await eventsOf(world, shop, 'AuthenticationRejected')).length, 4)
  })

  void t.test('errors of the other side, however many, never stop an integration', async (t) => {
    const shop = await world.addShop()
    const { shopId, tenantId: system, apiKey } = shop
    const rules = [
      ...[500, 503, 404, 400].map((status) =>
        empik.faults.add({ operation: 'M11', subject: apiKey, times: 1, fault: { kind: 'status', status } }),
      ),
      empik.faults.add({ operation: 'M11', subject: apiKey, times: 2, fault: { kind: 'html' } }),
      thulium.faults.add({ operation: '*', subject: system, times: 8, fault: { kind: 'status', status: 502 } }),
    ]
    empik.buyerWrites({ shopId, text: 'Mimo wszystko' })
    const left = (): number =>
      [...empik.faults.list(), ...thulium.faults.list()].filter(({ id }) => rules.some((rule) => rule.id === id)).length
    await until('the message', () => (mails(world, shop).length > 0 && left() === 0) || undefined, 60_000)
    t.same(mails(world, shop), ['Mimo wszystko'])
    t.same(await eventsOf(world, shop, 'AuthenticationRejected'), [])
    t.equal((await world.repository.integration(shop)).state.status, 'running')
  })
})

const untilStatus = (world: World, shop: Shop, status: string): Promise<unknown> =>
  until(
    `the integration to be ${status}`,
    async () => (await world.repository.integration(shop)).state.status === status || undefined,
    60_000,
  )

/** What an administrator's new secret leads to once both sides have accepted it. */
async function replaceSecret(world: World, shop: Shop, side: 'empikplace' | 'thulium', secret: string): Promise<void> {
  const { tenantId, integrationId } = shop
  const purpose = side === 'thulium' ? 'thulium' : (`empikplace:${integrationId}` as const)
  const credentialVersion = await world.vault.replace(world.store.db, tenantId, purpose, secret)
  await world.repository.changeIntegration(shop, 'test', () => [
    { type: 'CredentialsReplaced', data: { side, credentialVersion } },
  ])
  await world.repository.changeIntegration(shop, 'test', (state) =>
    authenticated(state, [{ side, accountName: 'Sklep', clockOffsetMs: 0 }]),
  )
}

async function eventsOf(world: World, { tenantId, integrationId }: Shop, type: string): Promise<unknown[]> {
  const streamId = `integration-${tenantId}-${integrationId}`
  const streams = await world.log.readStreams([{ streamId, fromRevision: 0 }])
  return (streams.get(streamId) ?? []).filter((event) => event.type === type).map(({ data }) => data)
}

/** A whole round of another seller: as much time has passed as the stopped one would have needed to do something. */
async function otherWorkGoesOn(world: World): Promise<void> {
  const other = await world.addShop()
  world.empik.buyerWrites({ shopId: other.shopId, text: 'Inny sprzedawca' })
  await until('another seller’s message', () => mails(world, other)[0])
}

const mails = ({ thulium }: World, { tenantId }: Shop): string[] =>
  thulium
    .tickets(tenantId)
    .flatMap(({ messages }) => messages)
    .filter(({ type }) => type === 'MAIL')
    .map(({ body }) => body.replace(/<[^>]*>/g, ''))

const answers = ({ empik }: World, threadId: string): string[] =>
  empik
    .thread(threadId)
    .messages.filter(({ from }) => from.type === 'SHOP_USER')
    .map(({ body }) => body)

const parked = ({ store }: World, { tenantId }: Shop) =>
  store.db
    .selectFrom('effects')
    .select(['effect_key', 'failure_message'])
    .where('tenant_id', '=', tenantId)
    .where('state', '=', 'parked')
    .execute()
