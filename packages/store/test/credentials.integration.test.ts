import { noDatabase } from '@connector/test-kit'
import t from 'tap'
import { connectTenants, connectWorker, createMasterKey, createVault, parseMasterKey } from '../src/index.ts'
import { createMigratedDatabase } from './support/database.ts'

t.test('a master key of the wrong length is refused with a reason', (t) => {
  t.throws(() => parseMasterKey('c2hvcnQ='), { code: 'credentials.unreadable', message: /32 bytes.*has 5/ })
  t.end()
})

t.test('the vault', { skip: noDatabase ?? false }, async (t) => {
  const database = await createMigratedDatabase()
  const worker = connectWorker({ url: database.url, max: 2 })
  const tenants = connectTenants({ url: database.url, max: 4 })
  t.teardown(async () => {
    await Promise.all([worker.close(), tenants.close()])
    await database.drop()
  })
  const vault = createVault(parseMasterKey(createMasterKey()))
  const replace = (tenantId: string, secret: string) =>
    tenants.inTenant(tenantId, (db) => vault.replace(db, tenantId, 'thulium', secret))

  await t.test('gives back what was put in, the newest version', async (t) => {
    t.equal(await vault.read(worker.db, 'a', 'thulium'), undefined)
    t.equal(await replace('a', 'first'), 1)
    t.equal(await replace('a', 'zażółć 🔑'), 2)
    t.strictSame(await vault.read(worker.db, 'a', 'thulium'), { secret: 'zażółć 🔑', version: 2 })
  })

  await t.test('keeps no secret readable in the database', async (t) => {
    await replace('b', 'very-visible-secret')
    const rows = await worker.db.selectFrom('credentials').select('ciphertext').execute()
    for (const { ciphertext } of rows) t.notMatch(ciphertext.toString('latin1'), /very-visible-secret/)
  })

  await t.test('two administrators who save at once get a version each', async (t) => {
    const versions = await Promise.all(['x', 'y', 'z'].map((secret) => replace('c', secret)))
    t.strictSame(versions.sort(), [1, 2, 3])
  })

  await t.test('a secret moved to another tenant or purpose does not open', async (t) => {
    const stolen = await worker.db
      .selectFrom('credentials')
      .selectAll()
      .where('tenant_id', '=', 'b')
      .executeTakeFirstOrThrow()
    await worker.db
      .updateTable('credentials')
      .set({ ciphertext: stolen.ciphertext, version: stolen.version })
      .where('tenant_id', '=', 'a')
      .execute()
    await t.rejects(vault.read(worker.db, 'a', 'thulium'), { code: 'credentials.unreadable' })
  })

  await t.test('another master key opens nothing and says so', async (t) => {
    const other = createVault(parseMasterKey(createMasterKey()))
    await t.rejects(other.read(worker.db, 'b', 'thulium'), { message: /master key is not the one/ })
  })
})
