import { createTestDatabase, noDatabase } from '@connector/test-kit'
import t from 'tap'
import {
  connectWorker,
  createLeases,
  insertMissing,
  migrate,
  migrations,
  ProjectorsAtWork,
  readModelParts,
  schemaDigest,
  upsert,
} from '../src/index.ts'

/** A version with one migration more. */
const known = [
  ...migrations,
  {
    name: '9001-colour-of-customers',
    // Of a table that has rows this would be refused.
    sql: 'alter table customers add column colour text not null',
    rebuildsReadModels: true,
  },
]

t.test('a migration that asks for a rebuild', { skip: noDatabase ?? false }, async (t) => {
  const database = await createTestDatabase({ name: `connector_template_${schemaDigest}`, prepare: migrate })
  const store = connectWorker({ url: database.url })
  t.teardown(async () => {
    await store.close()
    await database.drop()
  })
  const { db } = store
  const at = new Date(0)
  const shop = { tenant_id: 'sklep', integration_id: 'i' }
  await upsert(db, 'tenants', ['tenant_id'], [{ tenant_id: 'sklep', connection: {}, revision: 0 }])
  await upsert(
    db,
    'customers',
    ['tenant_id', 'customer_id'],
    [{ tenant_id: 'sklep', customer_id: 'c', thulium_customer_id: 1 }],
  )
  await insertMissing(
    db,
    'polls',
    ['tenant_id', 'integration_id', 'side'],
    [
      {
        ...shop,
        side: 'thulium',
        cursor: at,
        next_at: at,
        last_success_at: null,
        hinted_at: null,
        swept_at: null,
        found_late_at: null,
        failure_class: null,
        failure_message: null,
      },
    ],
  )
  await db
    .insertInto('checkpoints')
    .values([
      ...readModelParts.map((projection) => ({ projection, position: '1.1', rebuild_until: null })),
      { projection: 'another', position: '1.1', rebuild_until: null },
    ])
    .execute()
  const count = async (table: 'tenants' | 'customers' | 'polls'): Promise<number> =>
    (await db.selectFrom(table).select('tenant_id').execute()).length

  await t.test('waits for projectors that would fill them in the old way', async (t) => {
    const leases = createLeases({ store, service: 'projector', owner: 'old', ttlMs: 60_000 })
    await leases.share()
    await t.rejects(migrate(database.url, { known }), {
      name: 'ProjectorsAtWork',
      message: /Stop all projectors first/,
    })
    t.equal(await count('customers'), 1, 'nothing has changed')
    // What comes before it may make tables anew, to which nobody has a right until the end.
    const before = { name: '9000-effects-anew', sql: 'drop table effects cascade' }
    const all = [...known.slice(0, -1), before, ...known.slice(-1)]
    await t.rejects(migrate(database.url, { known: all }), { name: 'ProjectorsAtWork' })
    t.same(await db.selectFrom('effects').select('effect_key').execute(), [], 'those who are at work go on')
    await leases.releaseAll()
  })

  await t.test('is applied with all that comes with it, or not at all', async (t) => {
    const one = { name: '9000-polls-gone', sql: 'drop table polls' }
    const broken = { name: '9001-broken', sql: 'select from nothing' }
    await t.rejects(migrate(database.url, { known: [...migrations, one, broken] }), { code: '42P01' })
    t.equal(await count('polls'), 1)
  })

  await t.test('empties the read models and forgets how far they were, before it runs', async (t) => {
    t.same(await migrate(database.url, { known }), ['9001-colour-of-customers'])
    t.equal(await count('tenants'), 0)
    t.equal(await count('customers'), 0)
    const left = await db.selectFrom('checkpoints').select('projection').execute()
    t.same(left, [{ projection: 'another' }])
    t.equal(await count('polls'), 1, 'what is not in the log is kept')
  })

  await t.test('does so once', async (t) => {
    await upsert(db, 'tenants', ['tenant_id'], [{ tenant_id: 'sklep', connection: {}, revision: 0 }])
    t.same(await migrate(database.url, { known }), [])
    t.equal(await count('tenants'), 1)
  })

  await t.test('needs to wait for nobody who cannot be there', async (t) => {
    const leases = createLeases({ store, service: 'projector', owner: 'killed', ttlMs: 60_000 })
    await leases.share()
    const more = [...known, { name: '9002-again', sql: 'select 1', rebuildsReadModels: true }]
    await t.rejects(migrate(database.url, { known: more }), ProjectorsAtWork)
    t.same(await migrate(database.url, { known: more, alone: true }), ['9002-again'])
    t.equal(await count('tenants'), 0)
  })

  await t.test('is one like any other for an empty database', async (t) => {
    const empty = await createTestDatabase()
    t.teardown(() => empty.drop())
    t.same(
      await migrate(empty.url, { known }),
      known.map(({ name }) => name),
    )
  })
})
