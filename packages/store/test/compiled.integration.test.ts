import { noDatabase } from '@connector/test-kit'
import { type Kysely, sql, type Transaction } from 'kysely'
import t from 'tap'
import { connectTenants, connectWorker, type Tables } from '../src/index.ts'
import { createMigratedDatabase } from './support/database.ts'

/** The embedded database has no compiler, so that only the setting can be seen here; Debian's and the official image have one. */
t.test('no statement of ours is compiled by the database', { skip: noDatabase ?? false }, async (t) => {
  const database = await createMigratedDatabase()
  const worker = connectWorker({ url: database.url })
  const tenants = connectTenants({ url: database.url })
  t.teardown(async () => {
    await Promise.all([worker.close(), tenants.close()])
    await database.drop()
  })
  const compiled = async (db: Kysely<Tables> | Transaction<Tables>) =>
    (await sql<{ jit: string }>`show jit`.execute(db)).rows[0]?.jit

  t.equal(await compiled(worker.db), 'off')
  t.equal(await compiled(worker.byKeys), 'off')
  t.equal(await tenants.inTenant('some', compiled), 'off')
  t.equal(await tenants.asOperator(compiled), 'off')
})
