import { noDatabase, until } from '@connector/test-kit'
import pg from 'pg'
import t from 'tap'
import { connect, startApi } from './support/api.ts'
import { projectedAll, projectIntegration, workersAtWork } from './support/read-models.ts'

await t.test('A database that takes no writes', { skip: noDatabase ?? false }, async (t) => {
  const api = await startApi(t)
  const { integration, integrationId } = await connect(api, 'sklep-a')
  const ref = { tenantId: 'sklep-a', integrationId }
  await api.repository.changeIntegration(ref, 'test', () => [{ type: 'IntegrationStarted', data: {} }])
  await projectIntegration(api, ref.tenantId, ref.integrationId)
  await projectedAll(api)
  await workersAtWork(api, ref.tenantId)
  const health = async () => (await api.call('GET', `${integration}/status`)).body['health']
  t.match(await health(), { level: 'ok', owner: null })

  const admin = new pg.Client({ connectionString: api.databaseUrl })
  admin.on('error', () => undefined)
  await admin.connect()
  const { rows } = await admin.query<{ name: string }>('select current_database() as name')
  const name = rows[0]?.name ?? ''
  /** As a database is whose disk is full, or that is a standby. */
  const setReadOnly = async (to: 'on' | 'off'): Promise<void> => {
    await admin.query(`set default_transaction_read_only = off`)
    await admin.query(`alter database "${name}" set default_transaction_read_only = ${to}`)
    await admin.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and application_name = 'connector_api'`,
      [name],
    )
  }
  t.teardown(() => admin.end())

  await setReadOnly('on')
  await t.test('is not ready, and says why', async (t) => {
    const answer = await until('not ready', async () => {
      const ready = await api.call('GET', '/readyz')
      return ready.status === 503 && /takes no writes/.test(ready.text) ? ready : undefined
    })
    t.match(answer.body, { detail: /its disk is full, or it is a standby/ })
  })
  await t.test('is our fault, and no words of the database reach a tenant', async (t) => {
    const found = await until('our fault', async () => {
      const now = await health()
      return (now as { level?: string } | undefined)?.level === 'failing' ? now : undefined
    })
    t.match(found, { owner: 'connector', reason: { en: /fault of its own: its database takes no writes/ } })
    t.notMatch(JSON.stringify(found), /read-only transaction/)
  })

  await setReadOnly('off')
  await t.test('and is forgotten as soon as it takes them again', async (t) => {
    await until('ready', async () => ((await api.call('GET', '/readyz')).status === 200 ? true : undefined))
    t.match(
      await until('health', async () => {
        const now = await health()
        return (now as { level?: string } | undefined)?.level === 'ok' ? now : undefined
      }),
      { level: 'ok' },
    )
  })
})
