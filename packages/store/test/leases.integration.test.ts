import { once } from 'node:events'
import { countStatements, noDatabase } from '@connector/test-kit'
import t from 'tap'
import { connectWorker, createLeases, freeAllLeases, type Lease, type Leases } from '../src/index.ts'
import { createMigratedDatabase } from './support/database.ts'

function deferred(): { promise: Promise<void>; resolve: () => void } {
  let resolve = (): void => undefined
  const promise = new Promise<void>((done) => (resolve = done))
  return { promise, resolve }
}

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
  const holder = (owner: string, ttlMs = 60_000, onAcquired?: (leases: readonly Lease[]) => void | Promise<void>) =>
    createLeases({ store, service: 'projector', owner, ttlMs, ...(onAcquired ? { onAcquired } : {}) })
  /** What the loop of a process does again and again. */
  const round = async (leases: Leases): Promise<void> => {
    await leases.renew()
    await leases.share()
  }
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
    await round(one)
    t.strictSame(names(one.held()), tenants)
  })

  await t.test('a second process gets its share, and no tenant has two owners', async (t) => {
    const one = holder('one')
    const two = holder('two')
    await round(one)
    await round(two)
    await round(one)
    await round(two)
    t.equal(one.held().length, 3)
    t.equal(two.held().length, 2)
    t.strictSame([...names(one.held()), ...names(two.held())].sort(), tenants)
  })

  await t.test('what a process gives back is aborted there before anyone else has it', async (t) => {
    const one = holder('one')
    await round(one)
    const before = one.held()
    const two = holder('two')
    await round(two)
    await round(one)
    const still = new Set(names(one.held()))
    for (const lease of before) t.equal(lease.signal.aborted, !still.has(lease.tenantId))
  })

  await t.test('an owner that stopped renewing is replaced, with a higher fence, and learns it', async (t) => {
    const old = holder('old')
    await round(old)
    const before = old.get('a')
    await expire('old')
    await store.db.deleteFrom('workers').where('owner', '=', 'old').execute()
    const taken: Lease[] = []
    const next = holder('next', 60_000, (leases) => void taken.push(...leases))
    await round(next)
    t.equal(taken.length, 5)
    t.ok((next.get('a')?.fence ?? 0) > (before?.fence ?? 0))
    await round(old)
    t.ok(before?.signal.aborted)
    t.notOk(before?.isHeld())
  })

  await t.test('a lease ends by itself, without an answer of the database', async (t) => {
    const one = holder('one', 2_000)
    await round(one)
    const lease = one.get('a')
    t.ok(lease?.isHeld())
    await once(lease?.signal ?? new AbortController().signal, 'abort')
    t.notOk(lease?.isHeld())
    t.notOk(one.get('a'), 'it is not worked for any more')
  })

  await t.test('an expired lease is not renewed, even when nobody took it: the fence must grow', async (t) => {
    const one = holder('one')
    await round(one)
    const before = one.get('a')
    await expire('one')
    await round(one)
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
    const one = holder('one', 60_000, (leases) => {
      if (leases.some(({ tenantId }) => tenantId === 'c')) throw new Error('The database is away')
    })
    await t.rejects(round(one), /away/)
    const before = await expiryOf('c')
    await round(one)
    t.same(await expiryOf('c'), before)
    t.equal(one.get('c'), undefined)
  })

  await t.test('a tenant for whom something is under way goes to the other process when that has ended', async (t) => {
    const busy = new Set(tenants)
    const isBusy = (tenantId: string): boolean => busy.has(tenantId)
    const one = createLeases({ store, service: 'projector', owner: 'one', ttlMs: 60_000, isBusy })
    const two = holder('two')
    const ready = async (): Promise<string[]> => {
      const rows = await store.db
        .selectFrom('leases')
        .select('tenant_id')
        .where('service', '=', 'projector')
        .where('owner', '=', 'one')
        .where('ready', '=', true)
        .execute()
      return rows.map((row) => row.tenant_id).sort()
    }
    await round(one)
    await round(two)
    await round(one)
    await round(one)
    const staying = new Set(await ready())
    const leaving = tenants.filter((name) => !staying.has(name))
    t.equal(leaving.length, 2, 'they get no new work')
    t.strictSame(names(one.held()), tenants, 'and are held until theirs has ended')
    await round(two)
    t.strictSame(two.held(), [])

    const [first = '', second = ''] = leaving
    busy.delete(first)
    await round(one)
    await round(two)
    t.strictSame(names(two.held()), [first])
    t.equal(one.get(second)?.isHeld(), true)

    await two.releaseAll()
    await round(one)
    t.strictSame(await ready(), tenants, 'and comes back, with the other one, when nobody else is there')
  })

  await t.test('any number of tenants is taken with as many statements as one, and prepared together', async (t) => {
    const counted = countStatements(store.db)
    const prepared: number[] = []
    const one = createLeases({
      store: { ...store, db: counted.db },
      service: 'projector',
      owner: 'one',
      ttlMs: 60_000,
      onAcquired: (leases) => void prepared.push(leases.length),
    })
    await one.share()
    t.equal(one.held().length, tenants.length)
    t.equal(counted.count(), 3, 'to know the share, to take it, and to say that it is prepared')
    t.strictSame(prepared, [tenants.length])
  })

  await t.test('what is being prepared is renewed meanwhile, and not worked for', async (t) => {
    const expiry = async (): Promise<number> => {
      const row = await store.db
        .selectFrom('leases')
        .select(({ fn }) => fn.min('expires_at').as('at'))
        .where('owner', '=', 'one')
        .executeTakeFirstOrThrow()
      return row.at?.getTime() ?? 0
    }
    const asked = deferred()
    const answered = deferred()
    const one = holder('one', 60_000, async () => {
      asked.resolve()
      await answered.promise
    })
    const taking = one.share()
    await asked.promise
    const before = await expiry()
    await one.renew()
    t.ok((await expiry()) > before, 'the database has a later end')
    t.strictSame([one.held(), one.get('a')], [[], undefined])
    answered.resolve()
    await taking
    t.strictSame(names(one.held()), tenants)
    await one.renew()
    t.strictSame(names(one.held()), tenants)
  })

  await t.test('what is taken while others are renewed stays', async (t) => {
    const one = holder('one')
    await Promise.all([one.share(), one.renew()])
    await Promise.all([one.renew(), one.renew()])
    t.strictSame(names(one.held()), tenants)
  })

  await t.test('a lease counts as held no longer than the database would say', async (t) => {
    const brief = holder('brief', 1)
    await round(brief)
    const asked = performance.now()
    while (performance.now() - asked < 2) await Promise.resolve()
    t.strictSame(brief.held(), [])
  })

  await t.test('a process that stops leaves everything to the next at once', async (t) => {
    const one = holder('one')
    await round(one)
    await one.releaseAll()
    const two = holder('two')
    await round(two)
    t.equal(two.held().length, 5)
  })
})
