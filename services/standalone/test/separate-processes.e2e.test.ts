import { createConnectorClient } from '@connector/api-client'
import { createMasterKey } from '@connector/store'
import { createTestDatabase, freePort, until } from '@connector/test-kit'
import t from 'tap'
import { accountConfig, agentLogin, humanLogin } from './support/account.ts'
import { startChild, type Child } from './support/child.ts'
import { createOutside } from './support/world.ts'

t.setTimeout(540_000)

const system = 'osobne-procesy'
const shopId = 36_001
const apiKey = 'klucz-osobnych-procesow'

t.test('each service as a process of its own, two of each, on an empty database', async (t) => {
  const [database, outside, port] = await Promise.all([createTestDatabase(), createOutside(), freePort()])
  const { empik, thulium } = outside
  const environment = {
    DATABASE_URL: database.url,
    CONNECTOR_MASTER_KEY: createMasterKey(),
    EMPIKPLACE_URL: outside.empikUrl,
    THULIUM_URL: `${outside.thuliumUrl}/{system}`,
    EMPIKPLACE_POLL_MS: '150',
    THULIUM_POLL_MS: '150',
    REPLY_SETTLE_MS: '50',
    LEASE_MS: '1500',
    WAIT_SCALE: '0.02',
    LOG_LEVEL: 'silent',
    API_AUTHENTICATION: 'off',
    // Tests ask all the time.
    API_RATE_PER_ADDRESS: '0',
    API_RATE_PER_TENANT: '0',
    // And the machine is busy with other tests.
    API_EVENT_LOOP_DELAY_MS: '0',
  }
  const start = (service: string, more: Record<string, string> = {}): Child =>
    startChild(`services/${service}/src/main.ts`, { ...environment, ...more })
  // All at once: each of them prepares the database, and only one may win.
  const apis = [start('api', { API_PORT: String(port) }), start('api', { API_PORT: '0' })]
  const workers = ['ingest', 'ingest', 'projector', 'projector'].map((service) => start(service))
  t.teardown(async () => {
    for (const child of [...apis, ...workers]) child.kill('SIGKILL')
    await Promise.all([...apis, ...workers].map(({ ended }) => ended))
    await outside.close()
    await database.drop()
  })

  const url = `http://127.0.0.1:${port}`
  const client = createConnectorClient({ baseUrl: url })
  await until('the API', () =>
    fetch(`${url}/readyz`).then(
      ({ ok }) => ok || undefined,
      () => undefined,
    ),
  )

  const account = accountConfig(system)
  thulium.addSystem(account)
  empik.addShop({ id: shopId, name: 'Sklep osobny' })
  empik.addKey({ key: apiKey, shopIds: [shopId] })
  const connected = await client.POST('/api/tenants', {
    body: {
      system,
      apiUser: account.apiUser,
      apiPassword: account.password,
      mailbox: 'sklep@sklep.example',
      agentLogin,
      threadField: 'EmpikPlace wątek',
    },
  })
  t.same(connected.data, { tenantId: system })
  const created = await client.POST('/api/tenants/{tenantId}/integrations', {
    params: { path: { tenantId: system } },
    body: {
      name: 'Sklep osobny',
      shopId: String(shopId),
      apiKey,
      customerField: 'Empik ID',
      queueId: 7,
      categoryId: 12,
    },
  })
  if (!created.data) throw new Error(created.error.detail)
  const path = { tenantId: system, integrationId: created.data.integrationId }
  const integration = '/api/tenants/{tenantId}/integrations/{integrationId}' as const
  const tooEarly = await client.POST(`${integration}/start`, { params: { path } })
  t.equal(tooEarly.error?.code, 'integration.not_authenticated')
  const tried = await client.POST(`${integration}/authenticate`, { params: { path } })
  t.equal(tried.data?.ok, true)
  const started = await client.POST(`${integration}/start`, { params: { path } })
  t.equal(started.data?.status, 'running')

  const ticket = () => thulium.tickets(system)[0]
  const inTicket = (text: string): Promise<unknown> =>
    until(`“${text}” in the ticket`, () => ticket()?.messages.some(({ body }) => body.includes(text)) || undefined)
  const { threadId } = empik.buyerWrites({ shopId, text: 'Czy są w innym kolorze?' })

  await t.test('a message becomes a ticket, an answer reaches the buyer', async (t) => {
    const { ticketId } = await until('the ticket', ticket)
    thulium.agentReplies({ system, ticketId, login: humanLogin, html: '<p>Tak, są też zielone.</p>' })
    await until(
      'the answer',
      () => empik.thread(threadId).messages.some(({ body }) => body === 'Tak, są też zielone.') || undefined,
    )
    t.equal(thulium.tickets(system).length, 1)
  })

  await t.test('one of each is killed, and the others go on', async (t) => {
    for (const child of [workers[0], workers[2], apis[1]]) child?.kill('SIGKILL')
    empik.buyerWrites({ shopId, threadId, text: 'To poproszę zielone.' })
    await inTicket('To poproszę zielone.')
    t.equal(ticket()?.messages.filter(({ body }) => body.includes('To poproszę zielone.')).length, 1)
  })

  await t.test('asked to stop, a service ends by itself and without an error', async (t) => {
    const stopped = [workers[1], workers[3], apis[0]].filter((child) => child !== undefined)
    for (const child of stopped) child.kill('SIGTERM')
    t.same(await Promise.all(stopped.map(({ ended }) => ended)), [0, 0, 0])
  })
})
