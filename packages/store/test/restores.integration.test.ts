import { noDatabase } from '@connector/test-kit'
import t from 'tap'
import {
  assertMigrated,
  beginRestore,
  confirmRestore,
  connectWorker,
  restoreReport,
  unconfirmedRestore,
  type NewRow,
} from '../src/index.ts'
import { createMigratedDatabase } from './support/database.ts'
import { createTestDatabase } from '@connector/test-kit'

const since = new Date('2026-03-02T10:00:00Z')
const earlier = new Date('2026-03-02T09:00:00Z')
const later = new Date('2026-03-02T11:00:00Z')

t.test('a restore', { skip: noDatabase ?? false }, async (t) => {
  const database = await createMigratedDatabase()
  const store = connectWorker({ url: database.url, max: 4 })
  const { db } = store
  t.teardown(async () => {
    await store.close()
    await database.drop()
  })

  const ref = { tenant_id: 'sklep', integration_id: 'i' }
  const effect = (key: string, state: string, more: Partial<NewRow<'effects'>> = {}): NewRow<'effects'> => ({
    ...ref,
    effect_key: key,
    thread_id: key,
    lane: 'thulium',
    kind: 'message:mirror',
    subject: key,
    seq: 0,
    holds_lane: false,
    state,
    claimed_at: null,
    not_before: new Date(0),
    failure_class: null,
    failure_message: null,
    planned_at: new Date(0),
    settled_at: null,
    parked_at: null,
    readers: null,
    parked_code: null,
    traceparent: null,
    ...more,
  })
  const dueLater = new Date(Date.now() + 3_600_000)
  await db
    .insertInto('effects')
    .values([
      effect('planned', 'planned'),
      effect('claimed', 'claimed'),
      effect('unknown', 'unknown'),
      effect('parked', 'parked', { kind: 'reply:send' }),
      effect('confirmed', 'confirmed'),
      effect('due-later', 'planned', { not_before: dueLater, kind: 'auto-reply:send' }),
    ])
    .execute()
  await db.updateTable('effects').set({ lookups: 2 }).where('effect_key', '=', 'unknown').execute()
  await db
    .insertInto('integrations')
    .values({ ...ref, settings: '{}', status: 'running', state: '{}', changed_at: new Date(), revision: 0 })
    .execute()
  const poll = { ...ref, next_at: dueLater, failure_class: null, failure_message: null, last_success_at: later }
  await db
    .insertInto('polls')
    .values([
      { ...poll, side: 'empikplace', cursor: later, swept_at: later },
      { ...poll, side: 'thulium', cursor: null },
    ])
    .execute()
  await db.insertInto('leases').values({ service: 'projector', tenant_id: 'sklep', owner: 'old', fence: 7 }).execute()
  const states = async () =>
    Object.fromEntries(
      (await db.selectFrom('effects').select(['effect_key', 'state']).execute()).map((row) => [
        row.effect_key,
        row.state,
      ]),
    )

  await t.test('is refused while a service is at work', async (t) => {
    const expires_at = new Date(Date.now() + 30_000)
    await db.insertInto('workers').values({ service: 'ingest', owner: 'one', expires_at }).execute()
    await t.rejects(beginRestore(store, since, 'anna'), {
      name: 'RestoreRefused',
      message: new RegExp(`ingest is at work.*${expires_at.toISOString()}`),
    })
    t.equal(await unconfirmedRestore(db), undefined)
    t.match(await states(), { planned: 'planned', claimed: 'claimed' }, 'nothing was changed')
    await db
      .updateTable('workers')
      .set({ expires_at: new Date(Date.now() - 1) })
      .execute()
  })

  await t.test('makes what is not finished perhaps done, and ingest read again', async (t) => {
    t.match(await beginRestore(store, since, 'anna'), {
      marked: 4,
      skippedIds: 0n,
      restore: { since, restored_by: 'anna' },
    })
    t.same(await states(), {
      planned: 'unknown',
      claimed: 'unknown',
      unknown: 'unknown',
      parked: 'parked',
      confirmed: 'confirmed',
      'due-later': 'unknown',
    })
    const rows = await db.selectFrom('effects').select(['effect_key', 'lookups', 'not_before']).execute()
    t.match(
      rows.find(({ effect_key: key }) => key === 'unknown'),
      { lookups: 0 },
      'what was looked up before the backup counts no more',
    )
    t.match(
      rows.find(({ effect_key: key }) => key === 'due-later'),
      { not_before: dueLater },
      'what is due later is due then',
    )
    const [empikplace, thulium] = await db.selectFrom('polls').selectAll().orderBy('side').execute()
    t.match(empikplace, { cursor: since, swept_at: null })
    t.match(thulium, { cursor: null }, 'a side that was never looked at begins as ever')
    t.ok(empikplace && empikplace.next_at <= new Date(Date.now() + 1_000))
    const lease = await db.selectFrom('leases').selectAll().executeTakeFirstOrThrow()
    t.match(lease, { owner: null, fence: 1_000_007 }, 'no fence is given twice')
  })

  await t.test('is told once; with another time it is another one, and the earliest counts', async (t) => {
    await db.updateTable('effects').set({ state: 'planned' }).where('effect_key', '=', 'planned').execute()
    t.match(await beginRestore(store, since, 'ewa'), { marked: undefined, restore: { since, restored_by: 'anna' } })
    t.match(await states(), { planned: 'planned' }, 'what was looked up since stays as it was found')
    const first = await unconfirmedRestore(db)
    t.match(await beginRestore(store, later, 'ewa'), { marked: 4, restore: { since, restored_by: 'ewa' } })
    t.match(await states(), { planned: 'unknown' }, 'the backup may be one of the pause, after which all was done')
    const again = await unconfirmedRestore(db)
    t.ok(first && again && again.restored_at > first.restored_at, 'what happened until now may have been done')
    t.match(await beginRestore(store, earlier, 'ewa'), { marked: 4, restore: { since: earlier } })
    t.equal((await db.selectFrom('restores').selectAll().execute()).length, 1)
  })

  await t.test('tells a person what waits', async (t) => {
    const { restored_at: restoredAt } = (await unconfirmedRestore(db)) ?? { restored_at: new Date(0) }
    t.match(await restoreReport(store, restoredAt), {
      waiting: 4,
      perhapsDone: 4,
      parked: 1,
      notLookedAt: 2,
      kinds: [
        { kind: 'auto-reply:send', waiting: 1 },
        { kind: 'message:mirror', waiting: 3, perhapsDone: 3 },
        { kind: 'reply:send', waiting: 0, parked: 1 },
      ],
    })
    await db.updateTable('polls').set({ last_success_at: new Date() }).where('side', '=', 'thulium').execute()
    t.match(await restoreReport(store, restoredAt), { notLookedAt: 1 })
  })

  await t.test('is confirmed once, by somebody, and a further one pauses anew', async (t) => {
    t.match(await confirmRestore(store, 'jan'), { since: earlier })
    t.equal(await confirmRestore(store, 'ewa'), undefined)
    t.match(await db.selectFrom('restores').selectAll().execute(), [
      { restored_by: 'ewa', confirmed_by: 'jan', confirmed_at: Date },
    ])
    t.match(await beginRestore(store, since, 'ewa'), { marked: 4, restore: { restored_by: 'ewa' } })
    t.match(await unconfirmedRestore(db), { restored_by: 'ewa' })
  })

  await t.test('needs a database in the schema of this version', async (t) => {
    await assertMigrated(store)
    const empty = await createTestDatabase()
    const worker = connectWorker({ url: empty.url, max: 1 })
    t.teardown(async () => {
      await worker.close()
      await empty.drop()
    })
    await t.rejects(assertMigrated(worker), { name: 'RestoreRefused', message: /npm run migrate/ })
  })
})
