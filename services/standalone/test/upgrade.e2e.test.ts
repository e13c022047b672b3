import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { createConnectorClient } from '@connector/api-client'
import { createMasterKey } from '@connector/store'
import { createTestDatabase, noDatabase, programArguments, until } from '@connector/test-kit'
import pg from 'pg'
import t from 'tap'
import { accountConfig, agentLogin } from './support/account.ts'
import { deploymentOf, type Deployment } from './support/deployment.ts'
import { endOf } from './support/operate.ts'
import { ticketOf } from './support/seen.ts'
import { startTraffic, type Traffic } from './support/traffic.ts'
import { createOutside, type Outside } from './support/world.ts'

/**
 * The services of the release before and those of this one on one database, both ways, as docs/operations.md tells it, while buyers
 * and agents write without a pause. `npm run upgrade-test` takes that release out of the history; it costs minutes of processor time.
 */
t.setTimeout(1_500_000)

const release = process.env['PREVIOUS_RELEASE'] ?? ''
const without = release === '' ? 'needs the release before: npm run upgrade-test' : undefined

const tenantId = 'aktualizacja'
const shopId = 38_001
const apiKey = 'klucz-aktualizacji'
const everyMs = 400

const run = promisify(execFile)

/** `npm run migrate` of this release. */
const migrated = (url: string): Promise<{ code: number; said: string }> =>
  run(process.execPath, programArguments('services/api/src/migrate.ts'), {
    env: { PATH: process.env['PATH'], DATABASE_URL: url },
  }).then(
    ({ stdout, stderr }) => ({ code: 0, said: stdout + stderr }),
    (error: unknown) => {
      const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string }
      return { code, said: stdout + stderr }
    },
  )

/** An account and its shop, connected as people do it. */
async function connect(url: string, { empik, thulium }: Outside): Promise<string> {
  const account = accountConfig(tenantId)
  thulium.addSystem(account)
  empik.addShop({ id: shopId, name: 'Sklep' })
  empik.addKey({ key: apiKey, shopIds: [shopId] })
  const client = createConnectorClient({ baseUrl: url })
  const { apiUser, password: apiPassword } = account
  await client.POST('/api/tenants', {
    body: {
      ...{ system: tenantId, apiUser, apiPassword, mailbox: 'sklep@sklep.example', agentLogin },
      ...{ threadField: 'EmpikPlace wątek', orderField: 'EmpikPlace zamówienie' },
    },
  })
  const created = await client.POST('/api/tenants/{tenantId}/integrations', {
    params: { path: { tenantId } },
    body: {
      ...{ name: 'Sklep', shopId: String(shopId), apiKey, customerField: 'Empik ID', queueId: 7, categoryId: 12 },
    },
  })
  if (!created.data) throw new Error(created.error.detail)
  const path = { tenantId, integrationId: created.data.integrationId }
  const integration = '/api/tenants/{tenantId}/integrations/{integrationId}' as const
  await client.POST(`${integration}/authenticate`, { params: { path } })
  const started = await client.POST(`${integration}/start`, { params: { path } })
  if (started.data?.status !== 'running') throw new Error(JSON.stringify(started.error))
  return path.integrationId
}

/** Both ways between two messages: one of the buyer and one of the agent get through, in a conversation that is new. */
async function getsThrough(outside: Outside, traffic: Traffic): Promise<void> {
  const threadId = traffic.begin()
  await until('a ticket', () => ticketOf(outside, { tenantId }, threadId))
  const answer = traffic.answer(threadId)
  const isThere = (): boolean => outside.empik.thread(threadId).messages.some(({ body }) => body === answer)
  await until('an answer', () => isThere() || undefined)
}

t.test(
  'the release before and this one, side by side, forth and back',
  { skip: noDatabase ?? without ?? false },
  async (t) => {
    const [database, outside] = await Promise.all([createTestDatabase(), createOutside()])
    const client = new pg.Client(database.url)
    await client.connect()
    const environment = {
      DATABASE_URL: database.url,
      CONNECTOR_MASTER_KEY: createMasterKey(),
      EMPIKPLACE_URL: outside.empikUrl,
      THULIUM_URL: `${outside.thuliumUrl}/{system}`,
      ...{
        EMPIKPLACE_POLL_MS: '500',
        THULIUM_POLL_MS: '500',
        REPLY_SETTLE_MS: '50',
        LEASE_MS: '10000',
        WAIT_SCALE: '0.02',
      },
      ...{ THULIUM_REQUESTS_PER_SECOND: '1000', THULIUM_REQUESTS_IN_FLIGHT: '4' },
      ...{ EMPIKPLACE_REQUESTS_PER_SECOND: '1000', EMPIKPLACE_REQUESTS_IN_FLIGHT: '4' },
      ...{ LOG_LEVEL: process.env['TEST_LOG_LEVEL'] ?? 'silent', API_AUTHENTICATION: 'off' },
      ...{ API_RATE_PER_ADDRESS: '0', API_RATE_PER_TENANT: '0', API_EVENT_LOOP_DELAY_MS: '0' },
    }
    const started: Traffic[] = []
    const before = deploymentOf(environment, release)
    const now = deploymentOf(environment)
    t.teardown(async () => {
      for (const traffic of started) await traffic.stop()
      await Promise.all([before.kill(), now.kill()])
      await client.end()
      await outside.close()
      await database.drop()
    })

    const countOf = async (sql: string): Promise<number> =>
      (await client.query<{ count: number }>(`select count(*)::int as count from ${sql}`)).rows[0]?.count ?? 0
    const answersOf = async ({ url }: Deployment): Promise<number[]> =>
      Promise.all(
        ['status', 'conversations', 'integrations'].map(
          async (path) => (await fetch(`${url() ?? ''}/api/tenants/${tenantId}/${path}`)).status,
        ),
      )
    let at = performance.now()
    const phase = (name: string): void => {
      t.comment(`${name}: ${((performance.now() - at) / 1000).toFixed(1)} s`)
      at = performance.now()
    }

    await before.start('api', 'ingest', 'projector')
    await connect(before.url() ?? '', outside)
    const traffic = startTraffic(outside, { tenantId, shopId }, everyMs)
    started.push(traffic)
    await getsThrough(outside, traffic)
    phase('the release before, alone')

    // Where read models are filled anew, projectors of before must go first; until then all goes on as it was.
    let upgrade = await migrated(database.url)
    if (upgrade.code !== 0) {
      t.match(upgrade.said, /a projector of the version before is at work/)
      await getsThrough(outside, traffic)
      await before.stop('projector')
      upgrade = await migrated(database.url)
    }
    t.equal(upgrade.code, 0, upgrade.said)
    await now.start('projector')
    // Ingest of before finds its shops in the read models as soon as they are filled.
    await getsThrough(outside, traffic)
    t.strictSame(await answersOf(before), [200, 200, 200], 'its API goes on beside the newer schema')
    phase('its ingest and API beside this projector')

    await now.start('api', 'ingest')
    await getsThrough(outside, traffic)
    t.strictSame([await answersOf(before), await answersOf(now)].flat(), [200, 200, 200, 200, 200, 200])
    await before.stop('api', 'ingest')
    phase('both side by side')

    await getsThrough(outside, traffic)
    phase('this release, alone')

    await now.stop('api', 'ingest', 'projector')
    await before.start('api', 'ingest', 'projector')
    await getsThrough(outside, traffic)
    t.strictSame(await answersOf(before), [200, 200, 200])
    phase('back at the release before')

    await before.stop('projector')
    await now.start('projector', 'ingest', 'api')
    await before.stop('ingest', 'api')
    await getsThrough(outside, traffic)
    await traffic.stop()
    await until('everything', () => traffic.wrong().length === 0 || undefined).catch(() => undefined)
    t.strictSame(traffic.wrong(), [], 'nothing is lost, doubled, or in another order')
    t.equal(outside.thulium.tickets(tenantId).length, traffic.written.size, 'one ticket for each conversation')
    t.equal(await countOf('quarantined_streams'), 0, 'no conversation is set aside')
    phase(`forth again; ${traffic.written.size} conversations in all`)

    const operations = `${now.url() ?? ''}/api/tenants/${tenantId}/operations`
    // Rows that the release before wrote lack what only this one writes: a rebuild fills that in.
    for (const body of [{ kind: 'verify' }, { kind: 'rebuild' }, { kind: 'rebuild', dryRun: true }]) {
      const asked = await fetch(operations, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
        body: JSON.stringify(body),
      })
      const { operationId } = (await asked.json()) as { operationId: string }
      const { operation, findings } = await endOf(`${operations}/${operationId}`)
      t.equal(operation['state'], 'finished', JSON.stringify(body))
      if (body.kind === 'verify' || body.dryRun === true) t.strictSame(findings, [], JSON.stringify(body))
    }
    await now.stop('api', 'ingest', 'projector')
    phase('looked at as a whole')
  },
)
