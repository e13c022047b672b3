import { once } from 'node:events'
import { noDatabase } from '@connector/test-kit'
import t from 'tap'
import { connectWorker, createLeases, freeAllLeases, type Lease } from '../src/index.ts'
import { createMigratedDatabase } from './support/database.ts'

t.test('leases', { skip: noDatabase ?? false }, async (t) => {
  const database = await createMigratedDatabase()
  const store = connectWorker({ url: database.url, max: 4 })
  t.teardown(async () => {
    await store.close()
    await database.drop()
  })
  const tenants = ['a', 'b', 'c', 'd', 'e']
  await store.db
    .insertInto('tenants')
    .values(tenants.map((tenant_id) => ({ tenant_id, connection: '{}', revision: 0 })))
    .execute()
  const holder = (owner: string, ttlMs = 60_000, onAcquired?: (lease: Lease) => void) =>
    createLeases({ store, service: 'projector', owner, ttlMs, ...(onAcquired ? { onAcquired } : {}) })
  const names = (held: Lease[]): string[] => held.map(({ tenantId }) => tenantId).sort()
  /** As if the owner had not renewed for long. */
  const expire = (owner: string) =>
    store.db
      .updateTable('leases')
      .set({ expires_at: new Date(0) })
      .where('owner', '=', owner)
      .execute()

  t.beforeEach(async () => {
    await freeAllLeases(store)
  })

  await t.test('one process takes all tenants', async (t) => {
    const one = holder('one')
    await one.renew()
    t.strictSame(names(one.held()), tenants)
  })

  await t.test('a second process gets its share, and no tenant has two owners', async (t) => {
    const one = holder('one')
    const two = holder('two')
    await one.renew()
    await two.renew()
    await one.renew()
    await two.renew()
    t.equal(one.held().length, 3)
    t.equal(two.held().length, 2)
    t.strictSame([...names(one.held()), ...names(two.held())].sort(), tenants)
  })

  await t.test('what a process gives back is aborted there before anyone else has it', async (t) => {
    const one = holder('one')
    await one.renew()
    const before = one.held()
    const two = holder('two')
    await two.renew()
    await one.renew()
    const still = new Set(names(one.held()))
    for (const lease of before) t.equal(lease.signal.aborted, !still.has(lease.tenantId))
  })

  await t.test('an owner that stopped renewing is replaced, with a higher fence, and learns it', async (t) => {
    const old = holder('old')
    await old.renew()
    const before = old.get('a')
    await expire('old')
    await store.db.deleteFrom('workers').where('owner', '=', 'old').execute()
    const taken: Lease[] = []
    const next = holder('next', 60_000, (lease) => void taken.push(lease))
    await next.renew()
    t.equal(taken.length, 5)
    t.ok((next.get('a')?.fence ?? 0) > (before?.fence ?? 0))
    await old.renew()
    t.ok(before?.signal.aborted)
    t.notOk(before?.isHeld())
  })

  await t.test('a lease ends by itself, without an answer of the database', async (t) => {
    const one = holder('one', 2_000)
    await one.renew()
    const lease = one.get('a')
    t.ok(lease?.isHeld())
    await once(lease?.signal ?? new AbortController().signal, 'abort')
    t.notOk(lease?.isHeld())
    t.notOk(one.get('a'), 'it is not worked for any more')
  })

  await t.test('an expired lease is not renewed, even when nobody took it: the fence must grow', async (t) => {
    const one = holder('one')
    await one.renew()
    const before = one.get('a')
    await expire('one')
    await one.renew()
    t.ok(before?.signal.aborted)
    t.equal(one.get('a')?.fence, (before?.fence ?? 0) + 1)
  })

  await t.test('a lease whose preparation failed is not kept: the tenant must not be nobody’s', async (t) => {
    const expiryOf = async (tenantId: string): Promise<unknown> =>
      (
        await store.db
          .selectFrom('leases')
          .select('expires_at')
          .where('service', '=', 'projector')
          .where('tenant_id', '=', tenantId)
          .executeTakeFirst()
      )?.expires_at
    const one = holder('one', 60_000, ({ tenantId }) => {
      if (tenantId === 'c') throw new Error('The database is away')
    })
    await t.rejects(one.renew(), /away/)
    const before = await expiryOf('c')
    await one.renew()
    t.same(await expiryOf('c'), before)
    t.equal(one.get('c'), undefined)
  })

  await t.test('a lease counts as held no longer than the database would say', async (t) => {
    const brief = holder('brief', 1)
    await brief.renew()
    const asked = performance.now()
    while (performance.now() - asked < 2) await Promise.resolve()
    t.strictSame(brief.held(), [])
  })

  await t.test('a process that stops leaves everything to the next at once', async (t) => {
    const one = holder('one')
    await one.renew()
    await one.releaseAll()
    const two = holder('two')
    await two.renew()
    t.equal(two.held().length, 5)
  })
})
