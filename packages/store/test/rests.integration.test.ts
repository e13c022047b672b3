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
  const rests = await openRests(store, 20)
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
})
