import {
  createLeases,
  connectWorker,
  hintThulium,
  hintSpacingMs,
  migrate,
  schemaDigest,
  type Query,
} from '@connector/store'
import { countStatements, createTestDatabase, noDatabase } from '@connector/test-kit'
import { sql } from 'kysely'
import t from 'tap'
import { createPolls } from '../src/polls.ts'

const tenantId = 'sklep'
const integrationId = 'x'

/** By this connection, so far. */
async function rowsRead(db: Query, table: string): Promise<number> {
  const { rows } = await sql<{ read: number }>`
    select (seq_tup_read + coalesce(idx_tup_fetch, 0))::int as read
    from pg_stat_xact_user_tables where relname = ${table}`.execute(db)
  return rows[0]?.read ?? 0
}

await t.test('Looks and hints', { skip: noDatabase ?? false }, async (t) => {
  const database = await createTestDatabase({ name: `connector_template_${schemaDigest}`, prepare: migrate })
  const store = connectWorker({ url: database.url })
  const { db } = store
  t.teardown(async () => {
    await store.close()
    await database.drop()
  })
  await db
    .insertInto('tenants')
    .values({ tenant_id: tenantId, connection: JSON.stringify({}), revision: 0 })
    .execute()
  await db
    .insertInto('integrations')
    .values({
      tenant_id: tenantId,
      integration_id: integrationId,
      settings: null,
      status: 'running',
      started_at: null,
      state: JSON.stringify({}),
      changed_at: new Date(),
      revision: 0,
    })
    .execute()
  const leases = createLeases({ store, service: 'ingest', owner: 'test', ttlMs: 60_000 })
  await leases.share()
  const lease = leases.get(tenantId)
  if (!lease) throw new Error('The lease was not given')
  const polls = createPolls(store)
  await polls.ensure('test')

  const lately = (minutes: number, held = 'all') => ({ withinMs: minutes * 60_000, leases: held })
  const at = (seconds: number): Date => new Date(Date.UTC(2100, 0, 1, 12, 0, seconds))
  const due = async (seconds: number) =>
    (await polls.due('test', at(seconds), 10)).find(({ side }) => side === 'thulium')?.polls[0]
  const nextAt = async (): Promise<Date> =>
    (await db.selectFrom('polls').select('next_at').where('side', '=', 'thulium').executeTakeFirstOrThrow()).next_at

  await t.test('a hint brings the next look forward, and only that one', async (t) => {
    const first = await due(0)
    t.ok(first && (await polls.succeeded(lease, first, undefined, at(0), at(3_600), 45_000)))
    t.equal(await due(100), undefined)
    await hintThulium(db, tenantId, at(100))
    const hinted = await due(100)
    t.ok(hinted && (await polls.succeeded(lease, hinted, undefined, at(101), at(3_700), 45_000)))
    t.same(await nextAt(), at(3_700))
  })

  await t.test('one that comes during a look asks for another one', async (t) => {
    await hintThulium(db, tenantId, at(200))
    const look = await due(200)
    await hintThulium(db, tenantId, at(201))
    t.ok(look && (await polls.succeeded(lease, look, undefined, at(202), at(3_800), 45_000)))
    t.same(await nextAt(), new Date(at(202).getTime() + hintSpacingMs))
    const again = await due(210)
    t.ok(again && (await polls.succeeded(lease, again, undefined, at(210), at(3_810), 45_000)))
    t.same(await nextAt(), at(3_810), 'and then no more')
  })

  await t.test('during a look that fails it changes nothing', async (t) => {
    await hintThulium(db, tenantId, at(300))
    const look = await due(300)
    await hintThulium(db, tenantId, at(301))
    t.ok(look && (await polls.failed(lease, look, { class: 'unreachable', message: 'away' }, at(900))))
    t.same(await nextAt(), at(900))
    await hintThulium(db, tenantId, at(302))
    t.same(await nextAt(), at(900))
  })

  await t.test('nothing is due for a tenant that is paused, and afterwards what was due before', async (t) => {
    const rest = (state: 'paused' | 'working') =>
      db
        .insertInto('tenant_rests')
        .values({ tenant_id: tenantId, state, reason: null, since: new Date() })
        .onConflict((conflict) => conflict.column('tenant_id').doUpdateSet({ state }))
        .execute()
    const before = await polls.due('test', at(99_999), 10)
    t.ok(before.length > 0)
    await rest('paused')
    t.same(await polls.due('test', at(99_999), 10), [])
    await rest('working')
    t.same(await polls.due('test', at(99_999), 10), before)
  })

  await t.test('what is due is found at the cost of what there is to do, not of the tenants there are', async (t) => {
    const others = Array.from({ length: 1_000 }, (_, n) => `wiele-${n}`)
    await sql`
      with t as (select unnest(${others}::text[]) as tenant_id), x as (
        insert into tenants (tenant_id, connection, revision) select tenant_id, '{}', 0 from t)
      insert into integrations (tenant_id, integration_id, status, state, changed_at, revision)
      select tenant_id, 'x', 'running', '{}', now() - interval '1 day', 0 from t`.execute(db)
    await leases.share()
    await polls.ensure('test')
    await db
      .updateTable('polls')
      .set({ next_at: at(7_200) })
      .where('tenant_id', '<>', tenantId)
      .execute()
    await db
      .updateTable('polls')
      .set({ next_at: at(3_600) })
      .where('tenant_id', 'in', ['wiele-1', 'wiele-2', 'wiele-3'])
      .execute()
    await database.execute('analyze polls, integrations, leases')
    await db.transaction().execute(async (trx) => {
      const inTransaction = createPolls({ ...store, db: trx, byKeys: trx })
      const before = await rowsRead(trx, 'polls')
      t.equal((await inTransaction.due('test', at(3_700), 64)).length, 8, 'three shops, and the one from before')
      t.same(await inTransaction.due('other', at(3_700), 64), [], 'of nobody else’s tenants')
      t.same((await inTransaction.due('test', at(3_700), 64, ['wiele-1', 'wiele-2'])).length, 4)
      const read = (await rowsRead(trx, 'polls')) - before
      t.ok(read < 200, `${read} of 2 002 rows were read in three times`)
    })
  })

  await t.test('looks that end together are written down by one statement, each under its own lease', async (t) => {
    const counted = countStatements(store.byKeys)
    const ofCounted = createPolls({ ...store, byKeys: counted.db })
    const names = ['wiele-11', 'wiele-12', 'wiele-13', 'wiele-14']
    await db
      .updateTable('polls')
      .set({ next_at: at(6_000), found_late: 1, swept_at: at(1) })
      .where('tenant_id', 'in', names)
      .execute()
    const looks = (await polls.due('test', at(6_000), 64)).filter(({ tenantId: id }) => names.includes(id))
    t.equal(looks.length, 8)
    const results = await Promise.all(
      looks.flatMap(({ tenantId: id, polls: [poll] }) => {
        const held = leases.get(id)
        if (!poll || !held) return []
        const lost = id === 'wiele-14' ? { ...held, fence: held.fence + 1 } : held
        const swept = id === 'wiele-11' ? { at: at(6_100), foundLate: 2 } : undefined
        return ofCounted.succeeded(lost, poll, at(5_999), at(6_100), at(9_600), 45_000, swept)
      }),
    )
    t.equal(counted.count(), 1)
    t.same(results.filter((wasOurs) => !wasOurs).length, 2, 'both looks of the tenant that is somebody else’s by now')
    const rows = await db
      .selectFrom('polls')
      .select(['tenant_id', 'cursor', 'next_at', 'found_late', 'swept_at', 'interval_ms'])
      .where('tenant_id', 'in', names)
      .where('side', '=', 'empikplace')
      .orderBy('tenant_id')
      .execute()
    const moved = { cursor: at(5_999), next_at: at(9_600), interval_ms: 45_000 }
    t.match(rows, [
      { ...moved, found_late: 3, swept_at: at(6_100) },
      { ...moved, found_late: 1, swept_at: at(1) },
      { ...moved, found_late: 1, swept_at: at(1) },
      { cursor: null, next_at: at(6_000), found_late: 1, swept_at: at(1) },
    ])
  })

  await t.test('a look that the database does not take fails no other', async (t) => {
    const pollOf = async (id: string) => (await polls.due('test', at(9_700), 5_000)).find((one) => one.tenantId === id)
    const [one, other] = [await pollOf('wiele-12'), await pollOf('wiele-13')]
    const [ofOne, ofOther] = [leases.get('wiele-12'), leases.get('wiele-13')]
    if (!one?.polls[0] || !other?.polls[0] || !ofOne || !ofOther) throw new Error('They are not due')
    const [refused, taken] = await Promise.allSettled([
      polls.succeeded(ofOne, one.polls[0], at(9_699), at(9_700), at(20_000), 3_000_000_000),
      polls.succeeded(ofOther, other.polls[0], at(9_699), at(9_700), at(20_000), 45_000),
    ])
    t.equal(refused.status, 'rejected')
    t.match(taken, { status: 'fulfilled', value: true })
  })

  await t.test('rows for integrations that changed lately are added without looking at the others', async (t) => {
    await db.deleteFrom('polls').where('tenant_id', '=', tenantId).execute()
    await db
      .updateTable('integrations')
      .set({ changed_at: sql`now() - interval '20 minutes'` })
      .where('tenant_id', '=', tenantId)
      .execute()
    const rows = () => db.selectFrom('polls').select('side').where('tenant_id', '=', tenantId).execute()
    await polls.ensure('test', lately(10))
    t.equal((await rows()).length, 0)
    await db.transaction().execute(async (trx) => {
      const before = await rowsRead(trx, 'integrations')
      await createPolls({ ...store, db: trx }).ensure('test', lately(30))
      const read = (await rowsRead(trx, 'integrations')) - before
      t.ok(read < 50, `${read} of 1 001 rows were read`)
    })
    t.equal((await rows()).length, 2)
  })

  await t.test('new shops are gone through once, until one of them changes', async (t) => {
    await db
      .updateTable('integrations')
      .set({ changed_at: sql`now()` })
      .execute()
    const counted = countStatements(db)
    const ofCounted = createPolls({ ...store, db: counted.db })
    const statements = async (held = 'all'): Promise<number> => {
      const before = counted.count()
      await ofCounted.ensure('test', lately(60, held))
      return counted.count() - before
    }
    t.equal(await statements(), 2, 'what changed, and its rows')
    t.equal(await statements(), 1)
    await db
      .updateTable('integrations')
      .set({ changed_at: sql`now()` })
      .where('tenant_id', '=', tenantId)
      .execute()
    t.equal(await statements(), 2)
    t.equal(await statements('but one'), 2, 'a lease that has ended')
    t.equal(await statements(), 2, 'and is held again')
  })
})
