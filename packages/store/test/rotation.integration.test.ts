import { noDatabase } from '@connector/test-kit'
import pg from 'pg'
import t from 'tap'
import { connectTenants, connectWorker, createVault, rotateMasterKey } from '../src/index.ts'
import { createKey } from '../src/sealing.ts'
import { createMigratedDatabase } from './support/database.ts'

t.test('changing the master key', { skip: noDatabase ?? false }, async (t) => {
  const start = async () => {
    const database = await createMigratedDatabase()
    const worker = connectWorker({ url: database.url, max: 4 })
    const tenants = connectTenants({ url: database.url, max: 8 })
    t.teardown(async () => {
      await Promise.all([worker.close(), tenants.close()])
      await database.drop()
    })
    const oldMasterKey = createKey()
    const masterKey = createKey()
    const both = createVault(masterKey, oldMasterKey)
    const oldOnly = createVault(oldMasterKey)
    const newOnly = createVault(masterKey)
    const store = (vault: typeof both, tenantId: string, secret: string, shop = 'a') =>
      tenants.inTenant(tenantId, async (db) => {
        await vault.replace(db, tenantId, 'thulium', secret)
        await vault.replace(db, tenantId, `empikplace:${shop}`, `${secret}-key`)
      })
    const read = async (vault: typeof both, tenantId: string) => [
      (await vault.read(worker.db, tenantId, 'thulium'))?.secret,
      (await vault.read(worker.db, tenantId, 'empikplace:a'))?.secret,
    ]
    const rows = () => worker.db.selectFrom('data_keys').selectAll().orderBy('tenant_id').execute()
    return {
      databaseUrl: database.url,
      worker,
      keys: { masterKey, oldMasterKey },
      both,
      oldOnly,
      newOnly,
      store,
      read,
      rows,
    }
  }

  await t.test('wraps every data key anew, and a second run has nothing to do', async (t) => {
    const { worker, keys, both, oldOnly, newOnly, store, read } = await start()
    for (const tenantId of ['a', 'b', 'c']) await store(oldOnly, tenantId, `secret-${tenantId}`)
    t.same(await read(both, 'a'), ['secret-a', 'secret-a-key'], 'services with both keys work before')
    await t.rejects(read(newOnly, 'a'), { code: 'credentials.unreadable' })

    t.same(await rotateMasterKey(worker.db, keys), { rotated: 3, already: 0, unreadable: [] })
    for (const tenantId of ['a', 'b', 'c'])
      for (const vault of [newOnly, both])
        t.same(await read(vault, tenantId), [`secret-${tenantId}`, `secret-${tenantId}-key`])
    await t.rejects(read(oldOnly, 'a'), { code: 'credentials.unreadable' }, 'the old key opens nothing any more')
    t.same(await rotateMasterKey(worker.db, keys), { rotated: 0, already: 3, unreadable: [] })
  })

  await t.test('cut short in the middle, everything can be read, and the next run does the rest', async (t) => {
    const { databaseUrl, worker, keys, both, oldOnly, newOnly, store, read } = await start()
    for (const tenantId of ['a', 'b']) await store(oldOnly, tenantId, `secret-${tenantId}`)
    const owner = new pg.Client(databaseUrl)
    await owner.connect()
    t.teardown(() => owner.end())
    await owner.query(`create function cut() returns trigger language plpgsql as $$ begin raise exception 'cut'; end $$;
      create trigger cut before update on data_keys for each row when (old.tenant_id = 'b') execute function cut()`)
    await t.rejects(rotateMasterKey(worker.db, keys), { message: 'cut' })
    t.same(await read(newOnly, 'a'), ['secret-a', 'secret-a-key'], 'done before the cut')
    t.same(await read(both, 'b'), ['secret-b', 'secret-b-key'], 'still to be done')
    await owner.query('drop trigger cut on data_keys')
    t.same(await rotateMasterKey(worker.db, keys), { rotated: 1, already: 1, unreadable: [] })
    t.same(await read(newOnly, 'b'), ['secret-b', 'secret-b-key'])
  })

  await t.test('several runs at once, and secrets replaced meanwhile, leave everything readable', async (t) => {
    const { worker, keys, both, oldOnly, newOnly, store, read } = await start()
    const tenantIds = Array.from({ length: 10 }, (_, index) => `t${index}`)
    for (const tenantId of tenantIds) await store(oldOnly, tenantId, 'before')
    await Promise.all([
      rotateMasterKey(worker.db, keys),
      rotateMasterKey(worker.db, keys, { freshDataKeys: true }),
      rotateMasterKey(worker.db, keys, { freshDataKeys: true }),
      ...tenantIds.map((tenantId) => store(both, tenantId, 'after')),
      ...tenantIds.map((tenantId) => store(both, tenantId, 'elsewhere', 'b')),
    ])
    for (const tenantId of tenantIds) {
      const [password, key] = await read(newOnly, tenantId)
      t.ok(password === 'after' || password === 'elsewhere', tenantId)
      t.equal(key, 'after-key')
    }
  })

  await t.test('fresh data keys: the old one opens nothing, versions of secrets stay', async (t) => {
    const { worker, keys, oldOnly, newOnly, store, read, rows } = await start()
    await store(oldOnly, 'a', 'secret')
    const [before] = await rows()
    const sealedBefore = await worker.db.selectFrom('credentials').selectAll().execute()
    t.same(await rotateMasterKey(worker.db, keys, { freshDataKeys: true }), { rotated: 1, already: 0, unreadable: [] })
    t.same(await read(newOnly, 'a'), ['secret', 'secret-key'])
    const [after] = await rows()
    t.equal(after?.version, 2)
    // Whoever knows the data key of before cannot use it: put back, it opens no secret.
    await worker.db
      .updateTable('data_keys')
      .set({ version: before?.version ?? 0, wrapped_key: before?.wrapped_key ?? Buffer.alloc(0) })
      .execute()
    await t.rejects(read(oldOnly, 'a'), { code: 'credentials.unreadable' })
    const sealedAfter = await worker.db.selectFrom('credentials').selectAll().execute()
    t.same(
      sealedAfter.map(({ version }) => version),
      sealedBefore.map(({ version }) => version),
    )
  })

  await t.test('a data key moved to another tenant, or to another version, does not open', async (t) => {
    const { worker, keys, oldOnly, store, read } = await start()
    await store(oldOnly, 'a', 'secret-a')
    await store(oldOnly, 'b', 'secret-b')
    const b = worker.db.selectFrom('data_keys').select('wrapped_key').where('tenant_id', '=', 'b')
    await worker.db.updateTable('data_keys').set({ wrapped_key: b }).where('tenant_id', '=', 'a').execute()
    await t.rejects(read(oldOnly, 'a'), { code: 'credentials.unreadable' })
    t.same(await rotateMasterKey(worker.db, keys), { rotated: 1, already: 0, unreadable: ['a'] })
  })

  await t.test('a secret moved to another purpose or put back to an earlier version does not open', async (t) => {
    const { worker, oldOnly, store, read } = await start()
    await store(oldOnly, 'a', 'secret-a')
    const own = worker.db.selectFrom('credentials').where('tenant_id', '=', 'a')
    const [password] = await own.selectAll().where('purpose', '=', 'thulium').execute()
    if (!password) throw new Error('No password')
    await worker.db
      .updateTable('credentials')
      .set({ ciphertext: password.ciphertext })
      .where('purpose', '=', 'empikplace:a')
      .execute()
    await t.rejects(oldOnly.read(worker.db, 'a', 'empikplace:a'), { code: 'credentials.unreadable' })
    await store(oldOnly, 'a', 'next')
    await worker.db
      .updateTable('credentials')
      .set({ ciphertext: password.ciphertext })
      .where('purpose', '=', 'thulium')
      .execute()
    await t.rejects(read(oldOnly, 'a'), { code: 'credentials.unreadable' })
  })
})
