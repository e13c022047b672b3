import { createTestDatabase, noDatabase } from '@connector/test-kit'
import t from 'tap'
import {
  addUp,
  connectWorker,
  insertMissing,
  migrate,
  schemaDigest,
  upsert,
  type NewRow,
  type ReadModel,
  type Row,
} from '../src/index.ts'

const at = (day: number): Date => new Date(Date.UTC(2026, 2, day))

const key = { tenant_id: 'sklep', integration_id: 'i', thread_id: 't' }

const conversation: Row<'conversations'> = {
  ...key,
  subject: 'Faktura',
  customer_id: null,
  customer_name: null,
  order_id: null,
  order_recorded: false,
  order_ids: [],
  orders_missing: [],
  thulium_customer_id: null,
  outside_crm: false,
  ticket_id: null,
  message_count: 0,
  last_message_at: null,
  last_author: null,
  last_words: '',
  has_files: false,
  incident_orders: [],
  replies_pending: 0,
  replies_sent: 0,
  reply_needed_since: null,
  unanswered_since: null,
  person_clock: { asked: [] },
  planning: { held: ['a'] },
  revision: 0,
  changed_at: at(1),
}

/** Differs from the first in every column but the key. */
const changed: Row<'conversations'> = {
  ...key,
  subject: 'Zwrot „ż”',
  customer_id: 'c-1',
  customer_name: 'Anna',
  order_id: 'o-1',
  order_recorded: true,
  order_ids: ['o-1', 'o „2”'],
  orders_missing: ['o „2”'],
  thulium_customer_id: 2 ** 40,
  outside_crm: true,
  ticket_id: 12,
  message_count: 1,
  last_message_at: at(2),
  last_author: 'customer',
  last_words: 'Proszę „o fakturę”',
  has_files: true,
  incident_orders: ['o „2”'],
  replies_pending: 2,
  replies_sent: 3,
  reply_needed_since: at(3),
  unanswered_since: at(5),
  person_clock: { asked: ['x'] },
  planning: { held: [] },
  revision: 4,
  changed_at: at(4),
}

const hour: Row<'hourly_counts'> = {
  tenant_id: 'sklep',
  integration_id: 'i',
  hour: at(1),
  conversations: 1,
  messages: 2,
  replies_requested: 3,
  replies_sent: 4,
  tickets: 5,
  parked: 6,
  answered: 8,
  answered_in_day: 7,
}

const effect: NewRow<'effects'> = {
  ...key,
  effect_key: 'e',
  lane: 'thulium',
  kind: 'message:mirror',
  subject: 'm',
  readers: null,
  seq: 1,
  holds_lane: false,
  state: 'planned',
  claimed_at: null,
  not_before: at(1),
  failure_class: null,
  failure_message: null,
  planned_at: at(1),
  settled_at: null,
  parked_at: null,
  parked_code: null,
  traceparent: null,
}

const ofConversation = ['tenant_id', 'integration_id', 'thread_id'] as const

await t.test('rows of read models', { skip: noDatabase ?? false }, async (t) => {
  const database = await createTestDatabase({ name: `connector_template_${schemaDigest}`, prepare: migrate })
  const store = connectWorker({ url: database.url, max: 2 })
  const { db } = store
  t.teardown(async () => {
    await store.close()
    await database.drop()
  })

  await t.test('a row is written with all its columns, and anew with all of them', async (t) => {
    const other = { ...conversation, thread_id: 'other' }
    await upsert(db, 'conversations', ofConversation, [conversation, other])
    const all = () => db.selectFrom('conversations').selectAll().orderBy('thread_id', 'desc').execute()
    t.same(await all(), [conversation, other])
    for (const column of Object.keys(conversation) as (keyof typeof conversation)[])
      if (!(column in key)) t.notSame(changed[column], conversation[column], column)
    await upsert(db, 'conversations', ofConversation, [changed])
    t.same(await all(), [changed, other])
    await upsert(db, 'conversations', ofConversation, [conversation])
    t.same(await all(), [conversation, other], 'nothing of before is kept')
  })

  await t.test(
    'a row that is only to be added leaves one with its key as it is, and defaults to the table',
    async (t) => {
      await insertMissing(db, 'effects', ['tenant_id', 'effect_key'], [effect])
      await insertMissing(db, 'effects', ['tenant_id', 'effect_key'], [{ ...effect, state: 'unknown' }])
      const row = await db.selectFrom('effects').selectAll().executeTakeFirstOrThrow()
      t.match(row, { ...effect, attempts: 0, failures: 0, fence: 0 })
    },
  )

  await t.test('numbers are added to those that are there', async (t) => {
    const keys = ['tenant_id', 'integration_id', 'hour'] as const
    await addUp(db, 'hourly_counts', keys, [hour])
    await addUp(db, 'hourly_counts', keys, [
      { ...hour, messages: 10, tickets: 0 },
      { ...hour, hour: at(2) },
    ])
    t.same(await db.selectFrom('hourly_counts').selectAll().orderBy('hour').execute(), [
      {
        ...hour,
        ...{ conversations: 2, messages: 12, replies_requested: 6, replies_sent: 8, parked: 12 },
        ...{ answered: 16, answered_in_day: 14 },
      },
      { ...hour, hour: at(2) },
    ])
  })

  await t.test('no rows are no statement', async () => {
    await upsert(db, 'customers', ['tenant_id', 'customer_id'], [])
    // @ts-expect-error bytes do not survive JSON
    await upsert(db, 'credentials', ['tenant_id', 'purpose'], [])
  })

  await t.test('what does not compile is refused by the database too', async (t) => {
    const withoutSubject: Omit<typeof conversation, 'subject'> = { ...conversation, thread_id: 'new' }
    Reflect.deleteProperty(withoutSubject, 'subject')
    const withoutPlannedAt: Omit<typeof effect, 'planned_at'> = { ...effect, effect_key: 'new' }
    Reflect.deleteProperty(withoutPlannedAt, 'planned_at')
    // @ts-expect-error a column is missing
    await t.rejects(upsert(db, 'conversations', ofConversation, [withoutSubject]), { column: 'subject' })
    // @ts-expect-error a column is missing that has no default
    await t.rejects(insertMissing(db, 'effects', ['tenant_id', 'effect_key'], [withoutPlannedAt]), {
      column: 'planned_at',
    })
    // @ts-expect-error texts cannot be added up
    await t.rejects(addUp(db, 'conversations', ofConversation, [conversation]), /operator does not exist/)
  })

  await t.test('every column of the database is in the description of its table', async (t) => {
    const described: { [T in ReadModel]: Row<T> } = {
      conversations: conversation,
      hourly_counts: hour,
      effects: {
        ...effect,
        fence: 0,
        attempts: 0,
        failures: 0,
        lookups: 0,
        ambiguous_sends: 0,
        passed_over: 0,
        lasting_failures: 0,
        gateway_answers: 0,
        own_faults: 0,
      },
      conversation_words: { tenant_id: 'sklep', integration_id: 'i', thread_id: 't', revision: 0, words: ['faktura'] },
      tenants: { tenant_id: 'sklep', connection: {}, revision: 0 },
      tenant_rests: { tenant_id: 'sklep', state: 'paused', reason: null, since: at(1) },
      customers: { tenant_id: 'sklep', customer_id: 'c-1', thulium_customer_id: 1 },
      integrations: {
        tenant_id: 'sklep',
        integration_id: 'i',
        settings: null,
        status: 'running',
        started_at: null,
        state: {},
        changed_at: at(1),
        revision: 0,
      },
      quarantined_streams: {
        tenant_id: 'sklep',
        stream_id: 'conversation-sklep-i-t',
        integration_id: 'i',
        thread_id: 't',
        event_id: '3f1d6a52-7a0e-5c58-9b61-0d3f7f0d9a10',
        event_type: 'FromTheFuture',
        schema_version: 1,
        revision: 0,
        recorded_at: at(1),
        reason: 'unknown',
        since: at(1),
        tried_at: at(1),
      },
      operations: {
        tenant_id: 'sklep',
        operation_id: 'o-1',
        kind: 'rebuild',
        integration_id: null,
        thread_id: null,
        scope: {},
        dry_run: false,
        requested_at: at(1),
        requested_by: 'anna',
        reason: null,
        status: 'open',
        ended_at: null,
        cancelled_by: null,
        result: null,
        failure: null,
      },
    }
    for (const [table, row] of Object.entries(described)) {
      const { rows } = await store.pool.query<{ column_name: string }>(
        `select column_name from information_schema.columns where table_schema = 'public' and table_name = $1`,
        [table],
      )
      t.same(rows.map(({ column_name }) => column_name).sort(), Object.keys(row).sort(), table)
      const beside = await store.pool.query<{ column_name: string }>(
        `select column_name from information_schema.columns where table_schema = 'rebuild' and table_name = $1`,
        [table],
      )
      t.same(
        beside.rows.map(({ column_name }) => column_name).sort(),
        Object.keys(row).sort(),
        `${table}, where it is filled beside the live one`,
      )
    }
  })
})
