import { createTestDatabase, noDatabase, until } from '@connector/test-kit'
import t from 'tap'
import { connectWorker, migrate, openRests } from '../src/index.ts'

await t.test('tenants that rest are known within a second or so', { skip: noDatabase ?? false }, async (t) => {
  const database = await createTestDatabase()
  await migrate(database.url)
  const store = connectWorker({ url: database.url })
  const since = new Date()
  await store.db
    .insertInto('tenant_rests')
    .values([
      { tenant_id: 'works', state: 'working', reason: null, since },
      { tenant_id: 'rests', state: 'paused', reason: 'Porządki', since },
      { tenant_id: 'gone', state: 'deleted', reason: null, since },
    ])
    .execute()
  const told: unknown[] = []
  const rests = await openRests(store, (error) => told.push(error), 20)
  t.teardown(async () => {
    rests.close()
    await store.close()
    await database.drop()
  })
  t.same(
    ['works', 'rests', 'gone', 'unknown'].map((tenantId) => rests.has(tenantId)),
    [false, true, true, false],
  )
  await store.db.updateTable('tenant_rests').set({ state: 'working' }).where('tenant_id', '=', 'rests').execute()
  await until('it to work again', () => (rests.has('rests') ? undefined : true))

  t.same(told, [])
  await database.execute('alter table tenant_rests rename to hidden')
  await until('somebody to hear of it', () => told[0])
  t.ok(rests.has('gone'), 'what was last known counts')
  await database.execute('alter table hidden rename to tenant_rests')
  await store.db.updateTable('tenant_rests').set({ state: 'working' }).where('tenant_id', '=', 'gone').execute()
  await until('it to be read again', () => (rests.has('gone') ? undefined : true))
  t.equal(told.length, 1, 'once')
})
