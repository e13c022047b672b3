import { createMasterKey, createVault, parseMasterKey, serviceTenant } from '@connector/store'
import { noDatabase } from '@connector/test-kit'
import t from 'tap'
import { accountBody, connect, password, shop, shopBody, startApi, startOutside } from './support/api.ts'

type Asserts = Pick<typeof t, 'match' | 'equal'>

await t.test('Secrets that cannot be sealed', { skip: noDatabase ?? false }, async (t) => {
  const outside = await startOutside(t)
  outside.addAccount('sklep-a')
  const api = await startApi(t, outside.urls)
  await connect(api, 'sklep-a')

  /** As a database looks whose secrets are sealed with another master key than this API has. */
  const sealedByAnother = async (tenantId: string): Promise<void> => {
    await api.worker.db.deleteFrom('data_keys').where('tenant_id', '=', tenantId).execute()
    await createVault(parseMasterKey(createMasterKey())).prepare(api.worker.db, tenantId)
  }
  const recorded = async (): Promise<number> => {
    const { rows } = await api.worker.pool.query<{ count: number }>('select count(*)::int from events')
    return rows[0]?.count ?? 0
  }
  const refused = async (t: Asserts, method: string, path: string, body: object): Promise<void> => {
    const before = await recorded()
    const { status, body: problem } = await api.call(method, path, body)
    t.match({ status, ...problem }, { status: 500, code: 'credentials.unreadable' })
    t.equal(await recorded(), before, 'nothing is recorded')
  }
  const another = { ...shopBody, shopId: '37002', apiKey: shop.apiKey }
  const changed = { ...accountBody, mailbox: 'inna@demo.example', apiPassword: password }

  await t.test('keep a shop and an account from being recorded without them', async (t) => {
    await sealedByAnother('sklep-a')
    await refused(t, 'POST', '/api/tenants/sklep-a/integrations', another)
    await refused(t, 'PUT', '/api/tenants/sklep-a/thulium', changed)
  })

  await t.test('are noticed where a tenant has none yet, by what the service has sealed', async (t) => {
    await sealedByAnother(serviceTenant)
    await refused(t, 'POST', '/api/tenants', { ...accountBody, system: 'sklep-b', apiPassword: password })
    const keys = await api.worker.db.selectFrom('data_keys').selectAll().where('tenant_id', '=', 'sklep-b').execute()
    t.strictSame(keys, [], 'nor is a data key left that nobody else can open')
  })
})
