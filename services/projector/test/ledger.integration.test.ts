import type { Transition } from '@connector/domain/effects'
import { connectWorker, createLeases, migrate, schemaDigest, type Lease, type Leases } from '@connector/store'
import { createTestDatabase, until } from '@connector/test-kit'
import { sql } from 'kysely'
import t from 'tap'
import { createLedger } from '../src/ledger.ts'

const ttlMs = 60_000

const database = await createTestDatabase({ name: `connector_template_${schemaDigest}`, prepare: migrate })
const store = connectWorker({ url: database.url })
const ledger = createLedger(store)
t.teardown(async () => {
  await store.close()
  await database.drop()
})

const done = (): Transition => ({
  state: 'confirmed',
  notBefore: new Date(),
  progress: { failures: 0, lookups: 0, ambiguousSends: 0, passedOver: 0 },
})

const process = (owner: string): Leases => createLeases({ store, service: 'projector', owner, ttlMs })

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
  await leases.renew()
  const lease = leases.get(tenantId)
  if (!lease) throw new Error(`No lease of ${tenantId}`)
  return lease
}

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
  const [held] = await ledger.claim([{ lease: before, slots: 4 }], 4, new Date())
  if (!held) throw new Error('Nothing was claimed')
  t.equal(held.effectKey, 'a')
  t.equal(held.lookUp, false)

  const after = await leaseOf(process('nowy'), tenantId)
  t.ok(after.fence > before.fence, 'the fence has grown')
  t.equal(await ledger.takeOver(after, 0), 1, 'what the old owner held is taken over')
  const [again] = await ledger.claim([{ lease: after, slots: 4 }], 4, new Date(Date.now() + 1_000))
  if (!again) throw new Error('Nothing was claimed by the new owner')
  t.match(again, { effectKey: 'a', lookUp: true }, 'it may have been done, so it is looked up first')

  t.equal(await ledger.settle({ effect: held, transition: done() }), false, 'the old owner’s outcome is refused')
  t.match(await stateOf(tenantId), [{ state: 'claimed', fence: after.fence }, { state: 'planned' }])
  t.same(await ledger.claim([{ lease: before, slots: 4 }], 4, new Date()), [], 'the old owner claims nothing more')
  t.equal(await ledger.settle({ effect: again, transition: done() }), true)
  t.equal(await ledger.settle({ effect: again, transition: done() }), false, 'an outcome is written once')
})

t.test('an effect waits for the one before it in its lane, also when that one is held by somebody', async (t) => {
  const tenantId = 'kolejka'
  await tenantWithEffects(tenantId, ['a', 'b'])
  const lease = await leaseOf(process('jedyny'), tenantId)
  const claim = () => ledger.claim([{ lease, slots: 4 }], 4, new Date())
  const [first] = await claim()
  if (!first) throw new Error('Nothing was claimed')
  t.same(await claim(), [], 'the second waits')
  await ledger.settle({ effect: first, transition: { ...done(), state: 'unknown' } })
  t.match(await claim(), [{ effectKey: 'a', lookUp: true }], 'an uncertain one still comes first')
})

t.test('nothing is claimed for a tenant that is paused, and afterwards what waited', async (t) => {
  const tenantId = 'wstrzymany'
  await tenantWithEffects(tenantId, ['a'])
  const lease = await leaseOf(process('ktos'), tenantId)
  await store.db
    .insertInto('tenant_rests')
    .values({ tenant_id: tenantId, state: 'paused', reason: 'x', since: new Date() })
    .execute()
  t.same(await ledger.claim([{ lease, slots: 4 }], 4, new Date()), [])
  await store.db.updateTable('tenant_rests').set({ state: 'working' }).execute()
  t.match(await ledger.claim([{ lease, slots: 4 }], 4, new Date()), [{ effectKey: 'a' }])
})

t.test('nothing is claimed for an integration that does not run', async (t) => {
  const tenantId = 'zatrzymany'
  await tenantWithEffects(tenantId, ['a'])
  const lease = await leaseOf(process('inny'), tenantId)
  await store.db.updateTable('integrations').set({ status: 'stopped' }).where('tenant_id', '=', tenantId).execute()
  t.same(await ledger.claim([{ lease, slots: 4 }], 4, new Date()), [])
})

t.test('writes to EmpikPlace for one shop leave slots to the other shops of its account, and to Thulium', async (t) => {
  const tenantId = 'trzy-sklepy'
  const replies = { lane: 'empikplace', kind: 'reply:send' } as const
  const each = (key: string): string => key
  await tenantWithEffects(tenantId, ['a1', 'a2', 'a3', 'a4'], each, { integrationId: 'sklep-a', ...replies })
  await tenantWithEffects(tenantId, ['b1'], each, { integrationId: 'sklep-b', ...replies })
  await tenantWithEffects(tenantId, ['m1'], each, { integrationId: 'sklep-c' })
  const lease = await leaseOf(process('sprawiedliwy'), tenantId)
  const claim = async (slots: number, full: string[]): Promise<string[]> => {
    const claimed = await ledger.claim([{ lease, slots }], slots, new Date(), { most: 2, full })
    return claimed.map(({ effectKey }) => effectKey).sort()
  }
  const first = await claim(4, [])
  t.equal(first.filter((key) => key.startsWith('a')).length, 2, 'one shop takes its share and no more')
  t.same([...first, ...(await claim(4, ['sklep-a']))].filter((key) => !key.startsWith('a')).sort(), ['b1', 'm1'])
  t.same(await claim(2, ['sklep-a']), [], 'what waits for its share waits')
  t.equal((await claim(2, [])).length, 2)
})

t.test('outcomes lock their rows in the order of their keys, so they and the projection never deadlock', async (t) => {
  const tenantId = 'zakleszczony'
  await tenantWithEffects(tenantId, ['b', 'a'], (key) => `t-${key}`)
  const lease = await leaseOf(process('jedyny'), tenantId)
  const claimed = await ledger.claim([{ lease, slots: 4 }], 4, new Date())
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
  t.same(await settling, [true, true])
})

t.test('after a restore only what is to be looked up is claimed, until somebody confirms', async (t) => {
  const tenantId = 'przywrocony'
  await tenantWithEffects(tenantId, ['a', 'b'], (key) => `t-${key}`)
  await store.db.updateTable('effects').set({ state: 'unknown' }).where('effect_key', '=', 'b').execute()
  const lease = await leaseOf(process('po-kopii'), tenantId)
  const claim = () => ledger.claim([{ lease, slots: 4 }], 4, new Date())
  const at = new Date('2026-03-02T11:00:00Z')
  await store.db
    .insertInto('restores')
    .values({ since: at, restored_at: at, restored_by: 'anna', confirmed_at: null, confirmed_by: null })
    .execute()
  const [looked, ...more] = await claim()
  t.same(more, [])
  t.match(looked, { effectKey: 'b', lookUp: true, restoredAt: at })
  t.same(await claim(), [], 'what is planned waits')
  await store.db.updateTable('restores').set({ confirmed_at: new Date(), confirmed_by: 'jan' }).execute()
  t.match(await claim(), [{ effectKey: 'a', lookUp: false, restoredAt: at }], 'and still knows of the restore')
  await store.db.deleteFrom('restores').execute()
})
