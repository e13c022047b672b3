import { untried, type Transition } from '@connector/domain/effects'
import { connectWorker, createLeases, migrate, schemaDigest, type Lease, type Leases } from '@connector/store'
import { countStatements, createTestDatabase, until } from '@connector/test-kit'
import { sql } from 'kysely'
import t from 'tap'
import type { ClaimedEffect } from '../src/claimed-effect.ts'
import type { Asking } from '../src/claim-effects.ts'
import { createLedger } from '../src/ledger.ts'

const ttlMs = 60_000

const database = await createTestDatabase({ name: `connector_template_${schemaDigest}`, prepare: migrate })
const store = connectWorker({ url: database.url })
const ledger = createLedger(store)
t.teardown(async () => {
  await store.close()
  await database.drop()
})

/** What is claimed of the tenants of a lease's owner. */
async function claim(
  owner: string,
  slots: number,
  now = new Date(),
  shops?: { most: number; full: string[] },
): Promise<ClaimedEffect[]> {
  const { effects } = await ledger.claim(asking(owner, slots), slots, now, shops)
  return effects
}

const asking = (owner: string, perTenant: number): Asking => ({
  owner,
  after: '',
  tenants: 100,
  perTenant,
  busy: new Map(),
})

const done = (): Transition => ({
  state: 'confirmed',
  notBefore: new Date(),
  progress: untried,
})

const processes = new Map<string, Leases>()

function process(owner: string): Leases {
  const leases = createLeases({ store, service: 'projector', owner, ttlMs })
  processes.set(owner, leases)
  return leases
}

/** A tenant with a running integration and effects, all of them due; of one conversation unless `threadOf` says otherwise. */
async function tenantWithEffects(
  tenantId: string,
  effectKeys: string[],
  threadOf: (effectKey: string) => string = () => 't',
  { integrationId = 'i', lane = 'thulium', kind = 'message:mirror' } = {},
): Promise<void> {
  const ref = { tenant_id: tenantId, integration_id: integrationId }
  await store.db
    .insertInto('tenants')
    .values({ tenant_id: tenantId, connection: '{}', revision: 0 })
    .onConflict((known) => known.doNothing())
    .execute()
  await store.db
    .insertInto('integrations')
    .values({ ...ref, settings: '{}', status: 'running', state: '{}', changed_at: new Date(), revision: 0 })
    .execute()
  for (const [seq, effectKey] of effectKeys.entries())
    await store.db
      .insertInto('effects')
      .values({
        ...ref,
        effect_key: effectKey,
        thread_id: threadOf(effectKey),
        lane,
        kind,
        subject: effectKey,
        seq,
        holds_lane: false,
        state: 'planned',
        not_before: new Date(0),
        planned_at: new Date(0),
      })
      .execute()
}

/** The lease of a tenant whose earlier owner let it expire. */
async function leaseOf(leases: Leases, tenantId: string): Promise<Lease> {
  await store.db
    .updateTable('leases')
    .set({ expires_at: new Date(0) })
    .where('tenant_id', '=', tenantId)
    .execute()
  await store.db.deleteFrom('workers').execute()
  await leases.share()
  const lease = leases.get(tenantId)
  if (!lease) throw new Error(`No lease of ${tenantId}`)
  return lease
}

const held = (owner: string): Lease[] => processes.get(owner)?.held() ?? []

const stateOf = (tenantId: string) =>
  store.db
    .selectFrom('effects')
    .select(['effect_key', 'state', 'fence'])
    .where('tenant_id', '=', tenantId)
    .orderBy('seq')
    .execute()

t.test('a new owner’s ledger refuses what the old one still had under way', async (t) => {
  const tenantId = 'przejety'
  await tenantWithEffects(tenantId, ['a', 'b'])
  const before = await leaseOf(process('stary'), tenantId)
  const [held] = await claim('stary', 4)
  if (!held) throw new Error('Nothing was claimed')
  t.equal(held.effectKey, 'a')
  t.equal(held.lookUp, false)

  const after = await leaseOf(process('nowy'), tenantId)
  t.ok(after.fence > before.fence, 'the fence has grown')
  t.strictSame(await ledger.takeOver([after], 0), new Map([[tenantId, 1]]), 'what the old owner held is taken over')
  const [again] = await claim('nowy', 4, new Date(Date.now() + 1_000))
  if (!again) throw new Error('Nothing was claimed by the new owner')
  t.match(again, { effectKey: 'a', lookUp: true }, 'it may have been done, so it is looked up first')

  t.strictSame(
    await ledger.settle({ effect: held, transition: done() }),
    { accepted: false },
    'the old owner’s outcome is refused',
  )
  t.match(await stateOf(tenantId), [{ state: 'claimed', fence: after.fence }, { state: 'planned' }])
  t.same(await claim('stary', 4), [], 'the old owner claims nothing more')
  t.strictSame(await ledger.settle({ effect: again, transition: done() }), { accepted: true })
  t.strictSame(
    await ledger.settle({ effect: again, transition: done() }),
    { accepted: false },
    'an outcome is written once',
  )
})

t.test('an effect waits for the one before it in its lane, also when that one is held by somebody', async (t) => {
  const tenantId = 'kolejka'
  await tenantWithEffects(tenantId, ['a', 'b'])
  await leaseOf(process('jedyny'), tenantId)
  const [first] = await claim('jedyny', 4)
  if (!first) throw new Error('Nothing was claimed')
  t.same(await claim('jedyny', 4), [], 'the second waits')
  await ledger.settle({ effect: first, transition: { ...done(), state: 'unknown' } })
  t.match(await claim('jedyny', 4), [{ effectKey: 'a', lookUp: true }], 'an uncertain one still comes first')
})

t.test('nothing is claimed for a tenant that is paused, and afterwards what waited', async (t) => {
  const tenantId = 'wstrzymany'
  await tenantWithEffects(tenantId, ['a'])
  await leaseOf(process('ktos'), tenantId)
  await store.db
    .insertInto('tenant_rests')
    .values({ tenant_id: tenantId, state: 'paused', reason: 'x', since: new Date() })
    .execute()
  t.same(await claim('ktos', 4), [])
  await store.db.updateTable('tenant_rests').set({ state: 'working' }).execute()
  t.match(await claim('ktos', 4), [{ effectKey: 'a' }])
})

t.test('nothing is claimed for an integration that does not run', async (t) => {
  const tenantId = 'zatrzymany'
  await tenantWithEffects(tenantId, ['a'])
  await leaseOf(process('inny'), tenantId)
  await store.db.updateTable('integrations').set({ status: 'stopped' }).where('tenant_id', '=', tenantId).execute()
  t.same(await claim('inny', 4), [])
})

t.test('writes to EmpikPlace for one shop leave slots to the other shops of its account, and to Thulium', async (t) => {
  const tenantId = 'trzy-sklepy'
  const replies = { lane: 'empikplace', kind: 'reply:send' } as const
  const each = (key: string): string => key
  await tenantWithEffects(tenantId, ['a1', 'a2', 'a3', 'a4'], each, { integrationId: 'sklep-a', ...replies })
  await tenantWithEffects(tenantId, ['b1'], each, { integrationId: 'sklep-b', ...replies })
  await tenantWithEffects(tenantId, ['m1'], each, { integrationId: 'sklep-c' })
  await leaseOf(process('sprawiedliwy'), tenantId)
  const claimKeys = async (slots: number, full: string[]): Promise<string[]> => {
    const claimed = await claim('sprawiedliwy', slots, new Date(), { most: 2, full })
    return claimed.map(({ effectKey }) => effectKey).sort()
  }
  const first = await claimKeys(4, [])
  t.equal(first.filter((key) => key.startsWith('a')).length, 2, 'one shop takes its share and no more')
  t.same([...first, ...(await claimKeys(4, ['sklep-a']))].filter((key) => !key.startsWith('a')).sort(), ['b1', 'm1'])
  t.same(await claimKeys(2, ['sklep-a']), [], 'what waits for its share waits')
  t.equal((await claimKeys(2, [])).length, 2)
})

t.test('outcomes lock their rows in the order of their keys, so they and the projection never deadlock', async (t) => {
  const tenantId = 'zakleszczony'
  await tenantWithEffects(tenantId, ['b', 'a'], (key) => `t-${key}`)
  await leaseOf(process('jedyny-2'), tenantId)
  const claimed = await claim('jedyny-2', 4)
  t.equal(claimed.length, 2)
  const rowOf = (effectKey: string) => sql`
    select from effects where tenant_id = ${tenantId} and effect_key = ${effectKey} for update nowait`
  const { settling } = await store.db.transaction().execute(async (projection) => {
    await rowOf('a').execute(projection)
    const settling = Promise.all(
      claimed
        .toSorted((one, other) => other.effectKey.localeCompare(one.effectKey))
        .map((effect) => ledger.settle({ effect, transition: done() })),
    )
    await until('the outcomes to wait for the row', async () => {
      const { rows } = await sql`select from pg_locks where not granted`.execute(store.db)
      return rows.length > 0 || undefined
    })
    await rowOf('b').execute(projection)
    return { settling }
  })
  t.same(await settling, [{ accepted: true }, { accepted: true }])
})

t.test('after a restore only what is to be looked up is claimed, until somebody confirms', async (t) => {
  const tenantId = 'przywrocony'
  await tenantWithEffects(tenantId, ['a', 'b'], (key) => `t-${key}`)
  await store.db.updateTable('effects').set({ state: 'unknown' }).where('effect_key', '=', 'b').execute()
  await leaseOf(process('po-kopii'), tenantId)
  const at = new Date('2026-03-02T11:00:00Z')
  await store.db
    .insertInto('restores')
    .values({ since: at, restored_at: at, restored_by: 'anna', confirmed_at: null, confirmed_by: null })
    .execute()
  const [looked, ...more] = await claim('po-kopii', 4)
  t.same(more, [])
  t.match(looked, { effectKey: 'b', lookUp: true, restoredAt: at })
  t.same(await claim('po-kopii', 4), [], 'what is planned waits')
  await store.db.updateTable('restores').set({ confirmed_at: new Date(), confirmed_by: 'jan' }).execute()
  t.match(
    await claim('po-kopii', 4),
    [{ effectKey: 'a', lookUp: false, restoredAt: at }],
    'and still knows of the restore',
  )
  await store.db.deleteFrom('restores').execute()
})

t.test('what was counted of each cause is there at the next claim', async (t) => {
  const tenantId = 'liczony'
  await tenantWithEffects(tenantId, ['a'])
  await leaseOf(process('liczy'), tenantId)
  const [first] = await claim('liczy', 1)
  if (!first) throw new Error('Nothing was claimed')
  const progress = {
    failures: 1,
    lookups: 2,
    ambiguousSends: 3,
    passedOver: 4,
    doubts: 5,
    gatewayAnswers: 6,
    ownFaults: 7,
  }
  await ledger.settle({ effect: first, transition: { state: 'unknown', notBefore: new Date(0), progress } })
  const [again] = await claim('liczy', 1)
  t.strictSame(again?.progress, progress)
})

t.test('the next one of a lane is claimed by the statement that settles the one before', async (t) => {
  const tenantId = 'jeden-po-drugim'
  await tenantWithEffects(tenantId, ['a', 'b', 'c', 'd', 'e'])
  await leaseOf(process('pilny'), tenantId)
  const set = (key: string, values: { state?: string; not_before?: Date; holds_lane?: boolean }) =>
    store.db
      .updateTable('effects')
      .set(values)
      .where('tenant_id', '=', tenantId)
      .where('effect_key', '=', key)
      .execute()
  const [first] = await claim('pilny', 4)
  if (!first) throw new Error('Nothing was claimed')
  const { next } = await ledger.settle({ effect: first, transition: done(), goOnAt: new Date() })
  if (!next) throw new Error('Nothing follows')
  t.match(next, { effectKey: 'b', lookUp: false, attempts: 1, fence: first.fence })
  t.match(await stateOf(tenantId), [{ state: 'confirmed' }, { state: 'claimed' }, { state: 'planned' }])
  t.equal(await ledger.reconcile(held('pilny'), [`${tenantId}/a`], 0), 0, 'its answer may be on its way')

  const uncertain = await ledger.settle({
    effect: next,
    transition: { ...done(), state: 'unknown' },
    goOnAt: new Date(),
  })
  t.strictSame(uncertain, { accepted: true }, 'nothing follows what is uncertain')
  const [again] = await claim('pilny', 4)
  if (!again) throw new Error('Nothing was claimed')
  await set('c', { state: 'parked', holds_lane: true })
  t.strictSame(await ledger.settle({ effect: again, transition: done(), goOnAt: new Date() }), { accepted: true })
  t.same(await claim('pilny', 4), [], 'what is parked holds its lane')
  await set('c', { holds_lane: false })
  const [passed] = await claim('pilny', 4)
  if (!passed) throw new Error('Nothing was claimed')
  t.equal(passed.effectKey, 'd')
  await set('e', { not_before: new Date(Date.now() + 60_000) })
  t.strictSame(await ledger.settle({ effect: passed, transition: done(), goOnAt: new Date() }), { accepted: true })
})

t.test('nothing follows for a tenant that is paused, and for one whose lease is somebody else’s', async (t) => {
  const tenantId = 'nic-dalej'
  await tenantWithEffects(tenantId, ['a', 'b'])
  await leaseOf(process('wolny'), tenantId)
  const [first] = await claim('wolny', 4)
  if (!first) throw new Error('Nothing was claimed')
  await store.db
    .updateTable('leases')
    .set({ fence: sql`fence + 1` })
    .where('tenant_id', '=', tenantId)
    .execute()
  const settled = await ledger.settle({ effect: first, transition: done(), goOnAt: new Date() })
  t.strictSame(settled, { accepted: true }, 'its row was still ours')
})

t.test('what was parked by the projection first is no outcome of an old owner', async (t) => {
  const tenantId = 'odlozony'
  await tenantWithEffects(tenantId, ['a'])
  await leaseOf(process('rowny'), tenantId)
  const [first] = await claim('rowny', 4)
  if (!first) throw new Error('Nothing was claimed')
  await store.db.updateTable('effects').set({ state: 'parked' }).where('tenant_id', '=', tenantId).execute()
  t.strictSame(await ledger.settle({ effect: first, transition: { ...done(), state: 'parked' } }), { accepted: true })
})

t.test('tenants are looked at one after another, and idle ones not at all', async (t) => {
  const names = ['runda-1', 'runda-2', 'runda-3', 'runda-4']
  for (const name of names) await tenantWithEffects(name, name === 'runda-2' ? [] : ['a', 'b'], (key) => key)
  const leases = process('runda')
  for (const name of names) await leaseOf(leases, name)
  const walk = async (after: string, busy = new Map<string, number>()) => {
    const { effects, last } = await ledger.claim({ ...asking('runda', 2), after, tenants: 2, busy }, 10, new Date())
    return [effects.map((effect) => `${effect.tenantId} ${effect.effectKey}`).sort(), last]
  }
  t.strictSame(
    await walk(
      'runda-0',
      new Map([
        ['runda-1', 1],
        ['runda-3', 2],
      ]),
    ),
    [['runda-1 a'], 'runda-3'],
  )
  t.strictSame(await walk('runda-0'), [['runda-1 b', 'runda-3 a', 'runda-3 b'], 'runda-3'])
  t.match((await walk('runda-3'))[0], ['runda-4 a', 'runda-4 b'])
  const counted = countStatements(store.db)
  t.equal(await createLedger({ ...store, db: counted.db }).nextDue('runda'), undefined)
  t.equal(counted.count(), 1)
})

t.test(
  'an effect costs the same beside hundreds of other tenants, and beside hundreds of effects of its own',
  async (t) => {
    const [owner, tenantId] = ['wielu', 'jeden-z-wielu']
    await tenantWithEffects(tenantId, ['pierwszy', 'drugi'])
    await sql`
    insert into leases (service, tenant_id, owner, fence, expires_at, ttl_ms, ready)
    select 'projector', name, ${owner}, 1, now() + interval '1 hour', ${ttlMs}, true
    from (select ${tenantId} as name union all select 'jeden-z-wielu-' || n from generate_series(1, 500) n) names
  `.execute(store.db)
    await sql`
    insert into effects (tenant_id, integration_id, effect_key, thread_id, lane, kind, subject, seq, holds_lane, state, not_before, planned_at)
    select ${tenantId}, 'i', 'later:' || n, 'later:' || n, 'thulium', 'message:mirror', '', 0, false, 'planned', now(), now()
    from generate_series(1, 500) n
  `.execute(store.db)
    // One connection, which tells of its statements at once.
    const one = connectWorker({ url: database.url, max: 1 })
    t.teardown(() => one.close())
    const rowsRead = async (): Promise<number> => {
      await sql`select pg_stat_force_next_flush()`.execute(one.byKeys)
      const { rows } = await sql<{ read: number }>`
      select sum(seq_tup_read + coalesce(idx_tup_fetch, 0))::int as read from pg_stat_user_tables
      where relname in ('leases', 'effects_open')
    `.execute(one.byKeys)
      return rows[0]?.read ?? 0
    }
    const ledgerOfOne = createLedger(one)
    const before = await rowsRead()
    const claimed = await ledgerOfOne.claim({ ...asking(owner, 1), tenants: 1, after: 'jeden-z' }, 1, new Date())
    const [effect] = claimed.effects
    if (!effect) throw new Error('Nothing was claimed')
    const { next } = await ledgerOfOne.settle({ effect, transition: done(), goOnAt: new Date() })
    t.equal(next?.effectKey, 'drugi')
    const read = (await rowsRead()) - before
    t.ok(read > 0 && read < 50, `${read} rows of effects and leases`)
  },
)
