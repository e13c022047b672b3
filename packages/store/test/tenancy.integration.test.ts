import { noDatabase } from '@connector/test-kit'
import pg from 'pg'
import t from 'tap'
import { connectTenants, connectWorker, type Query } from '../src/index.ts'
import { createMigratedDatabase } from './support/database.ts'

t.test('tenancy', { skip: noDatabase ?? false }, async (t) => {
  const database = await createMigratedDatabase()
  const owner = new pg.Client(database.url)
  await owner.connect()
  const tenants = connectTenants({ url: database.url, max: 2 })
  const worker = connectWorker({ url: database.url, max: 2 })
  t.teardown(async () => {
    await Promise.all([owner.end(), tenants.close(), worker.close()])
    await database.drop()
  })

  const { rows: tables } = await owner.query<{ name: string; enabled: boolean; forced: boolean; owner: string }>(`
    select c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced, r.rolname as owner
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_roles r on r.oid = c.relowner
    where n.nspname = 'public' and c.relkind in ('r', 'p')
      and exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id')`)

  await t.test('every table with a tenant has row-level security, forced, and an owner that no service is', (t) => {
    t.ok(tables.length >= 10)
    for (const table of tables) {
      t.ok(table.enabled, `${table.name} has row-level security`)
      t.ok(table.forced, `${table.name} has it forced`)
      t.notMatch(table.owner, /^connector_/, `${table.name} belongs to no service`)
    }
    t.end()
  })

  await t.test('a tenant sees its own rows, another’s never, and nobody’s when none is set', async (t) => {
    await worker.db
      .insertInto('customers')
      .values([
        { tenant_id: 'a', customer_id: 'c-1', thulium_customer_id: 1 },
        { tenant_id: 'b', customer_id: 'c-2', thulium_customer_id: 2 },
      ])
      .execute()
    const seen = await tenants.inTenant('a', (db) => db.selectFrom('customers').selectAll().execute())
    t.strictSame(
      seen.map(({ customer_id: id }) => id),
      ['c-1'],
    )
    const { rowCount } = await tenants.pool.query('select from customers')
    t.equal(rowCount, 0, 'no tenant set: no rows')
  })

  await t.test('a tenant cannot write a row of another', async (t) => {
    await t.rejects(
      tenants.inTenant('a', (db) =>
        db
          .insertInto('credentials')
          .values({ tenant_id: 'b', purpose: 'thulium', version: 1, ciphertext: Buffer.from('x') })
          .execute(),
      ),
      /row-level security/,
    )
  })

  await t.test('a tenant sees its own events, and adds none for another', async (t) => {
    const insert = (stream: string, tenant: string, revision = 0) => ({
      text: `insert into events (stream_id, revision, event_id, type, schema_version, data, metadata)
        values ($1, $2, gen_random_uuid(), 'Happened', 1, '{}', jsonb_build_object('tenantId', $3::text))`,
      values: [stream, revision, tenant],
    })
    const [a, b] = [tenants.connection('a'), tenants.connection('b')]
    await a.query(insert('integration-a-1', 'a'))
    await b.query(insert('integration-b-1', 'b'))
    await t.rejects(a.query(insert('integration-b-1', 'b', 1)), /row-level security/)
    const read = { text: 'select stream_id from events', values: [] }
    t.strictSame((await a.query(read)).rows, [{ stream_id: 'integration-a-1' }])
    t.strictSame((await b.query(read)).rows, [{ stream_id: 'integration-b-1' }])
    t.strictSame((await tenants.pool.query(read)).rows, [], 'no tenant set: no events')
    t.equal((await worker.pool.query(read)).rowCount, 2, 'the services that work for all see all')
  })

  await t.test('what is filled beside the read models is nobody’s but the workers’', async (t) => {
    await t.rejects(tenants.pool.query('select from rebuild.conversations'), /permission denied for schema rebuild/)
    t.equal((await worker.pool.query('select from rebuild.conversations')).rowCount, 0)
  })

  await t.test('an access key is seen by its tenant, by naming it, and by nobody else', async (t) => {
    const key = (id: string, tenant: string | null, hash: string) => ({
      id: `5f2c0b5e-0000-4000-8000-00000000000${id}`,
      tenant_id: tenant,
      name: id,
      hash: Buffer.from(hash, 'hex'),
      prefix: 'ect_',
      scopes: ['admin'],
      expires_at: null,
      last_used_at: null,
      revoked_at: null,
      created_at: new Date(),
    })
    const [a, b, operators] = [key('1', 'a', 'aa'), key('2', 'b', 'bb'), key('3', null, 'cc')]
    await worker.db.insertInto('access_keys').values([a, b, operators]).execute()
    const names = (db: Query) =>
      db
        .selectFrom('access_keys')
        .select('name')
        .orderBy('name')
        .execute()
        .then((rows) => rows.map(({ name }) => name).join())
    t.equal(await tenants.inTenant('a', names), '1')
    t.equal(await tenants.asOperator(names), '3')
    t.equal(await tenants.withAccessKey({ hash: b.hash }, names), '2')
    t.equal(await tenants.withAccessKey({ id: operators.id }, names), '3')
    t.equal(await tenants.withAccessKey({ hash: Buffer.alloc(0) }, names), '')
    t.equal((await tenants.pool.query('select from access_keys')).rowCount, 0)
    const revoke = (db: Query) => db.updateTable('access_keys').set({ revoked_at: new Date() }).execute()
    const revoked = await tenants.withAccessKey({ hash: b.hash }, revoke)
    t.equal(revoked[0]?.numUpdatedRows, 0n, 'naming it is no right to change it')
    const promote = (db: Query) =>
      db
        .updateTable('access_keys')
        .set({ scopes: ['operator'] })
        .execute()
    await t.rejects(tenants.inTenant('a', promote), /permission denied/)
    await t.rejects(
      tenants.inTenant('a', (db) =>
        db
          .insertInto('access_keys')
          .values(key('4', null, 'dd'))
          .execute(),
      ),
      /row-level security/,
    )
  })

  await t.test('the setting ends with its transaction', async (t) => {
    await tenants.inTenant('a', (db) => db.selectFrom('customers').selectAll().execute())
    for (let use = 0; use < 3; use++) t.equal((await tenants.pool.query('select from customers')).rowCount, 0)
  })

  await t.test('the API’s role may not touch the leases', async (t) => {
    await t.rejects(tenants.pool.query('select * from leases'), /permission denied/)
  })
})
