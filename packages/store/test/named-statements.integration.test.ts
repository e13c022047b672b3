import { noDatabase } from '@connector/test-kit'
import { sql } from 'kysely'
import t from 'tap'
import { connectWorker } from '../src/index.ts'
import { createStatementNames } from '../src/statement-names.ts'
import { createMigratedDatabase } from './support/database.ts'

t.test('names of statements', (t) => {
  const names = createStatementNames()
  t.equal(names.of('select 1'), undefined, 'the first time it may be the only one')
  const name = names.of('select 1')
  t.type(name, 'string')
  t.equal(names.of('select 1'), name)
  const texts = Array.from({ length: 1_000 }, (_, n) => `select ${n}, 2`)
  for (const text of [...texts, ...texts]) names.of(text)
  t.equal(names.of('select 999, 2'), undefined, 'there are not more of them than connections bear')
  names.forget('select 1')
  t.equal(names.of('select 1'), undefined)
  t.end()
})

t.test('statements of workers', { skip: noDatabase ?? false }, async (t) => {
  const database = await createMigratedDatabase()
  const store = connectWorker({ url: database.url, max: 1 })
  t.teardown(async () => {
    await store.close()
    await database.drop()
  })
  const { db } = store

  await t.test('are planned once and asked again and again', async (t) => {
    for (let n = 0; n < 10; n++)
      await db.selectFrom('tenants').select('revision').where('tenant_id', '=', 'x').execute()
    const { rows } = await sql<{ plans: number }>`
      select generic_plans::int as plans from pg_prepared_statements where statement like '%"tenants"%'`.execute(db)
    t.ok((rows[0]?.plans ?? 0) > 0, 'the plan of before was used')
  })

  await t.test('go on without a name when a table has other columns than before', async (t) => {
    const all = () => db.selectFrom('customers').selectAll().where('tenant_id', '=', 'x').execute()
    for (let n = 0; n < 3; n++) await all()
    await database.execute('alter table customers add column colour text')
    await t.rejects(all(), /cached plan/, 'whoever asks tries again')
    for (let n = 0; n < 3; n++) t.same(await all(), [])
  })
})
