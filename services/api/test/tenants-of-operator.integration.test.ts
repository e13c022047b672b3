import { noDatabase } from '@connector/test-kit'
import t from 'tap'
import { z } from 'zod'
import { connect } from './support/api.ts'
import { startGuardedApi } from './support/guarded-api.ts'
import {
  projectConversation,
  projectedAll,
  projectEffect,
  projectIntegration,
  workersAtWork,
} from './support/read-models.ts'

const page = z.object({
  items: z.array(z.looseObject({ tenantId: z.string(), level: z.string(), parked: z.int() })),
  nextCursor: z.string().nullable(),
})

await t.test('The operator', { skip: noDatabase ?? false }, async (t) => {
  const guarded = await startGuardedApi(t)
  const { api, operator, as, newKey } = guarded
  const by = as(operator)
  const shops = new Map<string, string>()
  for (const tenantId of ['sklep-a', 'sklep-b', 'sklep-c', 'inny']) {
    const { integrationId } = await connect({ ...api, ...by }, tenantId, { shop: { name: `Buty ${tenantId}` } })
    shops.set(tenantId, integrationId)
    await projectIntegration(api, tenantId, integrationId)
    await api.worker.db.insertInto('tenants').values({ tenant_id: tenantId, connection: '{}', revision: 0 }).execute()
  }
  const list = async (query = '') => page.parse((await by.call('GET', `/api/tenants${query}`)).body)
  const ids = async (query = '') => (await list(query)).items.map(({ tenantId }) => tenantId)

  const park = async (tenantId: string): Promise<void> => {
    const ref = { tenantId, integrationId: shops.get(tenantId) ?? '', threadId: 't' }
    await api.worker.pool.query("update integrations set status = 'running' where tenant_id = $1", [tenantId])
    await projectConversation(api, ref)
    await projectEffect(api, { ...ref, key: 'message:mirror/1', state: 'parked', plannedAt: guarded.now() })
  }

  await t.test('sees all tenants with what is wrong, by level, by a search and in pages', async (t) => {
    await projectedAll(api)
    for (const tenantId of shops.keys()) await workersAtWork(api, tenantId)
    await park('sklep-b')
    t.same(await ids(), ['inny', 'sklep-a', 'sklep-b', 'sklep-c'])
    const [failing] = (await list('?level=failing')).items
    t.match(failing, {
      tenantId: 'sklep-b',
      integrations: 1,
      parked: 1,
      oldestParkedAt: guarded.now().toISOString(),
      reason: { pl: /Wstrzymane zapisy: 1/ },
      paused: null,
    })
    t.same(await ids('?level=stopped'), ['inny', 'sklep-a', 'sklep-c'])
    t.same(await ids('?search=sklep-'), ['sklep-a', 'sklep-b', 'sklep-c'])
    t.same(await ids('?search=buty%20INNY'), ['inny'])
    t.same(await ids('?search=37001'), ['inny', 'sklep-a', 'sklep-b', 'sklep-c'])
    const first = await list('?limit=3')
    t.same(await ids(`?limit=3&cursor=${first.nextCursor}`), ['sklep-c'])
    const admin = await newKey('sklep-a', ['admin'])
    t.equal((await as(admin.secret).call('GET', '/api/tenants')).status, 403)
  })

  await t.test('asks the database the same number of times, however many there are', async (t) => {
    const askedOnce = async (): Promise<number> => {
      let count = 0
      const onAcquire = (): void => void (count += 1)
      api.store.pool.on('acquire', onAcquire)
      await list()
      api.store.pool.off('acquire', onAcquire)
      return count
    }
    /** The lag of the log is asked for too, and remembered for a moment: the least of some has none of that. */
    const asked = async (): Promise<number> => {
      const counts: number[] = []
      while (counts.length < 5) counts.push(await askedOnce())
      return Math.min(...counts)
    }
    const before = await asked()
    await api.worker.pool.query(
      "insert into tenants (tenant_id, connection, revision) select 'z' || n, '{}', 0 from generate_series(1, 60) n",
    )
    t.equal(await asked(), before)
    await api.worker.pool.query("delete from tenants where tenant_id like 'z%'")
    const outside = await api.store.pool.query("select tenants_overview('', '', null)")
    t.equal(outside.rowCount, 0, 'to anybody but the operator the function gives nothing')
  })

  await t.test('pauses a tenant with a reason, which its status tells, and resumes it', async (t) => {
    const reader = await newKey('sklep-a', ['status:read', 'admin'])
    const reason = 'Przerwa na prośbę sklepu'
    t.equal((await as(reader.secret).call('POST', '/api/tenants/sklep-a/pause', { reason })).status, 403)
    t.equal((await by.call('POST', '/api/tenants/sklep-a/pause', {})).status, 400)
    t.match(await by.call('POST', '/api/tenants/sklep-a/pause', { reason }), {
      status: 200,
      body: { paused: { reason } },
    })
    const status = () => as(reader.secret).call('GET', '/api/tenants/sklep-a/status')
    t.match((await status()).body, {
      integrations: [
        { health: { level: 'stopped', reason: { pl: new RegExp(reason) } }, sides: { thulium: { nextPollAt: null } } },
      ],
    })
    t.match(await by.call('POST', '/api/tenants/sklep-a/resume'), { status: 200, body: { paused: null } })
    t.notMatch((await status()).text, reason)
    t.match((await as(reader.secret).call('GET', '/api/tenants/sklep-a/audit')).body, {
      items: [{ kind: 'tenant-resumed', by: { name: 'operator' } }, { kind: 'tenant-paused' }],
    })
  })

  await t.test('deletes a tenant whose shops rest: keys and credentials go, the log stays', async (t) => {
    const admin = await newKey('sklep-c', ['admin'])
    const integration = `/api/tenants/sklep-c/integrations/${shops.get('sklep-c') ?? ''}`
    for (const side of ['empikplace', 'thulium'] as const)
      await api.repository.changeIntegration(
        { tenantId: 'sklep-c', integrationId: shops.get('sklep-c') ?? '' },
        'test',
        () => [{ type: 'IntegrationAuthenticated', data: { side, accountName: 'x', clockOffsetMs: 0 } }],
      )
    t.equal((await by.call('POST', `${integration}/start`)).status, 200)
    t.match(await by.call('DELETE', '/api/tenants/sklep-c'), { status: 409, body: { code: 'tenant.shops_running' } })
    await by.call('POST', `${integration}/stop`)
    const deleted = await by.call('DELETE', '/api/tenants/sklep-c')
    t.match(deleted, {
      status: 200,
      body: { integrations: 1, accessKeys: 1, credentials: 2, remains: { conversations: 0 } },
    })
    t.equal((await as(admin.secret).call('GET', '/api/tenants/sklep-c/status')).status, 401)
    t.match(await by.call('GET', '/api/tenants/sklep-c'), { status: 410, body: { code: 'tenant.deleted' } })
    const { rows } = await api.worker.pool.query(
      `select (select count(*)::int from credentials where tenant_id = 'sklep-c') as credentials,
        (select count(*)::int from events where stream_id = 'tenant-sklep-c' and type = 'TenantDeleted') as marks`,
    )
    t.same(rows, [{ credentials: 0, marks: 1 }])
    t.equal((await by.call('DELETE', '/api/tenants/sklep-c')).status, 200, 'it may be repeated')
    t.match((await by.call('GET', '/api/tenants/sklep-c/audit')).text, 'tenant-deleted')
    await connect({ ...api, ...by }, 'sklep-c')
    t.equal((await by.call('GET', '/api/tenants/sklep-c')).status, 200, 'and it may come back')
  })
})
