import { createTestDatabase, noDatabase } from '@connector/test-kit'
import { sql } from 'kysely'
import t from 'tap'
import { connectWorker, insertMissing, migrate, migrations, type NewRow } from '../src/index.ts'

const states = ['planned', 'claimed', 'unknown', 'confirmed', 'parked']

const effect = (key: string, state: string): NewRow<'effects'> => ({
  tenant_id: 'sklep',
  effect_key: key,
  integration_id: 'i',
  thread_id: 't',
  lane: 'thulium',
  kind: 'message:mirror',
  subject: key,
  readers: null,
  seq: 1,
  holds_lane: false,
  state,
  not_before: new Date(0),
  planned_at: new Date(0),
  settled_at: null,
  claimed_at: null,
  failure_class: null,
  failure_message: null,
  parked_at: null,
  traceparent: null,
  parked_code: null,
})

t.test('the ledger in two parts', { skip: noDatabase ?? false }, async (t) => {
  const database = await createTestDatabase()
  const store = connectWorker({ url: database.url, max: 2 })
  t.teardown(async () => {
    await store.close()
    await database.drop()
  })
  const { db } = store
  const place = async () =>
    (
      await sql<{ row: string }>`
        select effect_key || ' ' || tableoid::regclass as row from effects order by 1`.execute(db)
    ).rows.map(({ row }) => row)

  await t.test('has the rows that were there before', async (t) => {
    const before = migrations.filter(({ name }) => name < '0028')
    await migrate(database.url, { known: before })
    await db
      .insertInto('effects')
      .values(states.map((state) => effect(state, state)))
      .execute()
    // Later ones may fill the ledger anew from the log, which has none of these.
    await migrate(database.url, { known: migrations.filter(({ name }) => name < '0029') })
    t.strictSame(await place(), [
      'claimed effects_open',
      'confirmed effects_settled',
      'parked effects_settled',
      'planned effects_open',
      'unknown effects_open',
    ])
  })

  await t.test('knows an effect by its key in both', async (t) => {
    await insertMissing(
      db,
      'effects',
      ['tenant_id', 'effect_key'],
      states.map((state) => effect(state, 'planned')),
    )
    t.equal((await place()).length, states.length)
  })

  await t.test('a claim changes no index, and what is settled leaves the part where things change', async (t) => {
    /** Before the one that claims: whatever waited to be counted is counted by now, or counts against it. */
    const inIndexes = async (): Promise<number> => {
      await sql`select pg_stat_force_next_flush()`.execute(db)
      const { rows } = await sql<{ updates: number }>`
        select (n_tup_upd - n_tup_hot_upd)::int as updates from pg_stat_user_tables where relname = 'effects_open'
      `.execute(db)
      return rows[0]?.updates ?? Infinity
    }
    const one = connectWorker({ url: database.url, max: 1 })
    t.teardown(() => one.close())
    await db.insertInto('effects').values(effect('next', 'planned')).execute()
    const before = await inIndexes()
    await one.db
      .updateTable('effects')
      .set({ state: 'claimed', fence: 7, claimed_at: new Date(1) })
      .where('effect_key', '=', 'next')
      .execute()
    await sql`select pg_stat_force_next_flush()`.execute(one.db)
    await sql`select 1`.execute(one.db)
    t.equal(await inIndexes(), before)
    await one.db.updateTable('effects').set({ state: 'confirmed' }).where('effect_key', '=', 'next').execute()
    t.ok((await place()).includes('next effects_settled'))
  })
})
