import { connectionSettings, createClients, createConnections } from '@connector/connections'
import {
  authenticated,
  configureIntegration,
  rejectAuthentication,
  startIntegration,
  stopIntegration,
} from '@connector/domain/integration'
import { connectThulium } from '@connector/domain/tenant'
import { createPostgresEventLog } from '@connector/event-log'
import { createRepository } from '@connector/repository'
import { createEmpikPlaceSandbox, createThuliumSandbox } from '@connector/sandbox'
import { createLog } from '@connector/service-kit'
import {
  connectWorker,
  createLeases,
  createMasterKey,
  createVault,
  migrate,
  parseMasterKey,
  schemaDigest,
} from '@connector/store'
import { createTestDatabase, noDatabase, until } from '@connector/test-kit'
import t from 'tap'
import { startSecondChances } from '../src/second-chances.ts'

const system = 'sklep'
const shopId = 40_001
const everyMs = 900_000

await t.test('Credentials that were rejected', { skip: noDatabase ?? false }, async (t) => {
  const database = await createTestDatabase({ name: `connector_template_${schemaDigest}`, prepare: migrate })
  const [empik, thulium] = await Promise.all([createEmpikPlaceSandbox(), createThuliumSandbox({})])
  const [empikUrl, thuliumUrl] = await Promise.all([empik.listen(0), thulium.listen(0)])
  const store = connectWorker({ url: database.url })
  const eventLog = createPostgresEventLog({ pool: store.pool, onError: () => undefined })
  const repository = createRepository(() => eventLog, 'test')
  const vault = createVault(parseMasterKey(createMasterKey()))
  const clients = createClients(
    connectionSettings.parse({
      EMPIKPLACE_URL: empikUrl,
      THULIUM_URL: `${thuliumUrl}/{system}`,
      EMPIKPLACE_REQUESTS_PER_SECOND: 10_000,
      THULIUM_REQUESTS_PER_SECOND: 10_000,
    }),
  )
  const connections = createConnections({ repository, store, vault, clients })
  empik.addShop({ id: shopId, name: 'Sklep' })
  thulium.addSystem({
    system,
    apiUser: 'connector',
    password: 'haslo',
    mailboxes: [],
    agents: [],
    queues: [],
    categories: [],
    ticketFields: [],
    customerFields: [],
  })

  const ref = { tenantId: system, integrationId: 'shop' }
  await repository.changeTenant(system, 'test', () =>
    connectThulium({
      system,
      apiUser: 'connector',
      mailbox: 'sklep@sklep.example',
      agentLogin: 'empik.bot',
      threadField: 'EmpikPlace wątek',
      orderField: '',
      sinkDomain: 'relay.connector.example',
    }),
  )
  await vault.replace(store.db, system, 'thulium', 'haslo')
  await vault.replace(store.db, system, 'empikplace:shop', 'klucz-sklepu')
  await repository.changeIntegration(ref, 'test', () =>
    configureIntegration({
      name: 'Sklep',
      shopId: String(shopId),
      customerField: 'Empik ID',
      queueId: 7,
      categoryId: 12,
    }),
  )
  await repository.changeIntegration(ref, 'test', (state) =>
    authenticated(state, [
      { side: 'empikplace', accountName: 'Sklep', clockOffsetMs: 1_500 },
      { side: 'thulium', accountName: system, clockOffsetMs: 0 },
    ]),
  )
  await repository.changeIntegration(ref, 'test', startIntegration)

  const clock = { at: Date.now() }
  const now = (): Date => new Date(clock.at)
  const rejections = { stopAfter: 1, spacingMs: 1 }
  const reject = (side: 'empikplace' | 'thulium') =>
    repository.changeIntegration(ref, 'test', (state) =>
      rejectAuthentication(state, { side, operation: 'poll', status: 401, message: 'HTTP 401' }, now(), rejections),
    )
  /** As the projection shows it. */
  const show = (status: string) =>
    store.db.updateTable('integrations').set({ status }).where('tenant_id', '=', system).execute()
  await store.db.insertInto('tenants').values({ tenant_id: system, connection: '{}', revision: 0 }).execute()
  await store.db
    .insertInto('integrations')
    .values({
      tenant_id: system,
      integration_id: 'shop',
      settings: null,
      status: 'running',
      started_at: null,
      state: '{}',
      changed_at: new Date(),
      revision: 0,
    })
    .execute()
  const leases = createLeases({ store, service: 'ingest', owner: 'test', ttlMs: 600_000 })
  await leases.share()

  let random = 0.5
  let turns = 0
  const chances = startSecondChances({
    // Each turn of the loop begins with the question whose turn it is.
    leases: {
      ...leases,
      get owner() {
        turns += 1
        return leases.owner
      },
    },
    store,
    connections,
    repository,
    everyMs,
    log: createLog('test', 'silent'),
    now,
    random: () => random,
  })
  t.teardown(async () => {
    await chances.stop()
    await leases.releaseAll()
    await eventLog.close()
    await store.close()
    await Promise.all([empik.close(), thulium.close()])
    await database.drop()
  })

  const calls = (): number => empik.counters.count({ operation: 'M11' })
  const asked = (count: number) =>
    until(`call ${count}`, () => {
      chances.wake()
      return calls() >= count || undefined
    })
  const status = async () => (await repository.integration(ref)).state.status
  /** Whole turns of the loop, in which nothing happens that should not. */
  async function rests(): Promise<void> {
    const before = turns
    await until('turns of the loop', () => {
      chances.wake()
      return turns > before + 2 || undefined
    })
  }

  await t.test('are tried again after a quarter of an hour, give or take, and not sooner', async (t) => {
    await reject('empikplace')
    await show('credentials-rejected')
    await rests()
    t.equal(calls(), 0)
    clock.at += everyMs - 1_000
    await rests()
    t.equal(calls(), 0)
    clock.at += 2_000
    await asked(1)
    t.equal(await status(), 'credentials-rejected', 'they are rejected still')
    random = 0
    clock.at += everyMs + 1_000
    await asked(2)
    clock.at += everyMs * 0.8 + 1_000
    await asked(3)
    t.equal(thulium.counters.count(), 0, 'only the side that had rejected is asked')
  })

  await t.test('and the integration goes on by itself when they are accepted', async (t) => {
    empik.addKey({ key: 'klucz-sklepu', shopIds: [shopId] })
    clock.at += everyMs
    await until('the start', async () => {
      chances.wake()
      return (await status()) === 'running' || undefined
    })
    const { state } = await repository.integration(ref)
    t.match(state, { clockOffsetMs: 1_500, shopName: 'Sklep', rejections: { empikplace: { count: 0 } } })
  })

  await t.test('what something in between answers is no acceptance and no rejection', async (t) => {
    await reject('empikplace')
    await show('credentials-rejected')
    await rests()
    const before = calls()
    empik.faults.add({ operation: 'M11', fault: { kind: 'status', status: 403, body: 'challenge' } })
    clock.at += everyMs * 2
    await asked(before + 1)
    await rests()
    t.equal(await status(), 'credentials-rejected')
    clock.at += everyMs * 2
    await until('the start', async () => {
      chances.wake()
      return (await status()) === 'running' || undefined
    })
  })

  await t.test('one that a person stopped is left alone', async (t) => {
    await show('running')
    await repository.changeIntegration(ref, 'test', stopIntegration)
    await show('stopped')
    const before = calls()
    clock.at += everyMs * 3
    await rests()
    t.equal(calls(), before)
    t.equal(await status(), 'stopped')
  })
})
