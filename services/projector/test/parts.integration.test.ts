import { randomUUID } from 'node:crypto'
import { appendAll, createPostgresEventLog, noStream, type EventLog } from '@connector/event-log'
import { connectWorker, migrate, partOf, readModelParts, schemaDigest } from '@connector/store'
import { createTestDatabase, noDatabase } from '@connector/test-kit'
import pg from 'pg'
import t from 'tap'
import { createPartShare } from '../src/projection/part-share.ts'
import { createProjection } from '../src/projection/projection.ts'

await t.test('read models filled in parts', { skip: noDatabase ?? false }, async (t) => {
  const database = await createTestDatabase({ name: `connector_template_${schemaDigest}`, prepare: migrate })
  const store = connectWorker({ url: database.url })
  const { db } = store
  const log = createPostgresEventLog({ pool: store.pool, onError: () => undefined })
  t.teardown(async () => {
    await log.close()
    await store.close()
    await database.drop()
  })

  /** One tenant in each part. */
  const tenants = readModelParts.map((part) => {
    for (let number = 0; ; number++) if (partOf(`sklep-${number}`) === part) return `sklep-${number}`
  })
  const revisions = new Map<string, number>()
  async function writes(tenantId: string): Promise<void> {
    const streamId = `conversation-${tenantId}-i-watek`
    const revision = revisions.get(tenantId) ?? noStream
    const data = {
      messageId: randomUUID(),
      ...{ author: 'customer', authorType: 'CUSTOMER_USER', authorName: 'Jan Testowy', to: [], attachments: [] },
      ...{ body: 'Dzień dobry', sentAt: '2026-03-02T11:00:00Z', opensTicket: true },
      thread: {
        topic: { type: 'FREE_TEXT', value: 'Pytanie' },
        ...{ entities: [], updatedAt: '2026-03-02T11:00:00Z', shopReplyNeededSince: null },
      },
    }
    const metadata = { tenantId, integrationId: 'i', threadId: 'watek', correlationId: randomUUID() }
    const event = { id: randomUUID(), type: 'MessageReceived', schemaVersion: 2, data, metadata }
    await appendAll(log, [{ streamId, expectedRevision: revision, events: [event] }])
    revisions.set(tenantId, revision + 1)
  }
  const messages = async (): Promise<Record<string, number>> =>
    Object.fromEntries(
      (await db.selectFrom('conversations').select(['tenant_id', 'message_count']).execute()).map((row) => [
        row.tenant_id,
        row.message_count,
      ]),
    )
  const written = (): Record<string, number> =>
    Object.fromEntries([...revisions].map(([tenantId, revision]) => [tenantId, revision + 1]))
  const places = async (): Promise<(string | null)[]> =>
    (await db.selectFrom('checkpoints').select('position').where('projection', 'in', readModelParts).execute()).map(
      (row) => row.position,
    )
  const lives = async (owner: string, seconds: number): Promise<void> => {
    const expires_at = new Date(Date.now() + seconds * 1_000)
    await db
      .insertInto('workers')
      .values({ service: 'projector', owner, expires_at })
      .onConflict((conflict) => conflict.columns(['service', 'owner']).doUpdateSet({ expires_at }))
      .execute()
  }
  let time = 0
  const clock = () => time
  /** Counts what was made of events. */
  const counted = () => {
    let events = 0
    const readAll: EventLog['readAll'] = async (...asked) => {
      const page = await log.readAll(...asked)
      events += page.events.length
      return page
    }
    return { log: { ...log, readAll }, events: () => events }
  }
  const process = (owner: string, pageSize = 5_000) => {
    const { log, events } = counted()
    const share = createPartShare(store, owner, clock)
    return { projection: createProjection(log, store, undefined, share, pageSize), events }
  }
  const one = process('one')
  const two = process('two')
  async function toTheEnd(...processes: (typeof one)[]): Promise<void> {
    for (;;) {
      const steps = await Promise.all(processes.map(({ projection }) => projection.next()))
      if (steps.every(({ events }) => events === 0)) return
    }
  }

  await t.test('the database and the services agree on whose part a tenant is in', async (t) => {
    const names = [...tenants, '', 'ąę', 'x'.repeat(200)]
    const { rows } = await store.pool.query<{ part: string }>(
      'select read_models_of(name) as part from unnest($1::text[]) with ordinality as n (name, place) order by place',
      [names],
    )
    t.same(
      rows.map(({ part }) => part),
      names.map(partOf),
    )
    t.equal(new Set(tenants.map(partOf)).size, readModelParts.length)
  })

  await t.test('are filled by two processes, each event by one of them', async (t) => {
    await Promise.all([lives('one', 60), lives('two', 60)])
    for (const tenantId of [...tenants, ...tenants]) await writes(tenantId)
    await toTheEnd(one, two)
    t.same(await messages(), written())
    t.same([one.events(), two.events()], [8, 8], 'half of them each')
    t.same(new Set(await places()), new Set([await log.head()]), 'and all of them are up to the end')
  })

  await t.test('a process is told that another one has filled something', async (t) => {
    await one.projection.next()
    const [ofTwo = ''] = tenants.filter((_, index) => index % 2 === 1)
    await writes(ofTwo)
    t.match(await two.projection.next(), { events: 1, effectsChanged: true, isShared: true })
    t.match(await one.projection.next(), { effectsChanged: false, othersMoved: true })
    t.match(await one.projection.next(), { othersMoved: false })
  })

  await t.test('nobody takes the parts of another for abandoned after a time without events', async (t) => {
    time += 60_000
    const before = two.events()
    for (const tenantId of tenants) await writes(tenantId)
    await one.projection.next()
    await one.projection.next()
    await toTheEnd(two)
    t.equal(two.events() - before, 4)
    t.same(await messages(), written())
  })

  await t.test('parts of a process that was killed are filled by another seconds later', async (t) => {
    for (const tenantId of tenants) await writes(tenantId)
    await toTheEnd(one)
    t.not((await places())[1], (await places())[0], 'not at once, it may only be slow')
    time += 2_900
    await toTheEnd(one)
    t.notSame(await messages(), written())
    time += 200
    await toTheEnd(one)
    t.same(await messages(), written())
    t.same(new Set(await places()), new Set([await log.head()]))
    for (const tenantId of tenants) await writes(tenantId)
    await toTheEnd(one)
    t.same(await messages(), written(), 'and go on without another wait')
  })

  await t.test('a process that fills all of them hears of others all the same', async (t) => {
    await one.projection.next()
    const [ofTwo = ''] = tenants.filter((_, index) => index % 2 === 1)
    await writes(ofTwo)
    await two.projection.next()
    t.match(await one.projection.next(), { othersMoved: true, isShared: true })
  })

  await t.test('and it comes back to its parts, and nothing is counted twice', async (t) => {
    time += 60_000
    for (const tenantId of tenants) await writes(tenantId)
    await toTheEnd(one, two)
    t.same(await messages(), written())
    const hours = await db.selectFrom('hourly_counts').select(['tenant_id', 'messages']).execute()
    t.same(Object.fromEntries(hours.map((row) => [row.tenant_id, row.messages])), written())
  })

  await t.test('a process alone fills all of them', async (t) => {
    await lives('two', -1)
    time += 60_000
    const alone = process('one')
    for (const tenantId of tenants) await writes(tenantId)
    await toTheEnd(alone)
    t.same(await messages(), written())
    t.match(await alone.projection.next(), { isShared: false })
  })

  await t.test('a part that somebody holds, far behind, holds up no other', async (t) => {
    const small = process('one', 3)
    const [held = '', ...others] = tenants
    const holder = await store.pool.connect()
    await holder.query('begin')
    await holder.query('select from checkpoints where projection = $1 for update', [partOf(held)])
    for (let count = 0; count < 4; count++) await writes(held)
    for (const tenantId of others) await writes(tenantId)
    const sees = async (tenantId: string) => (await messages())[tenantId] === written()[tenantId]
    for (let steps = 0; steps < 20; steps++) await small.projection.next()
    t.equal(await sees(held), false)
    for (const tenantId of others) t.equal(await sees(tenantId), true)
    await holder.query('rollback')
    holder.release()
    for (let steps = 0; steps < 20; steps++) await small.projection.next()
    t.same(await messages(), written())
  })

  await t.test('a part whose place is lost is filled from the beginning, and counts nothing twice', async (t) => {
    const alone = process('one')
    await db
      .deleteFrom('checkpoints')
      .where('projection', '=', readModelParts[3] ?? '')
      .execute()
    for (const tenantId of tenants) await writes(tenantId)
    await toTheEnd(alone)
    t.same(await messages(), written())
    const hours = await db.selectFrom('hourly_counts').select(['tenant_id', 'messages']).execute()
    t.same(Object.fromEntries(hours.map((row) => [row.tenant_id, row.messages])), written())
  })

  await t.test('a projector of before there were parts changes nothing', async (t) => {
    await t.rejects(
      db.insertInto('checkpoints').values({ projection: 'read-models', position: null, rebuild_until: null }).execute(),
      /filled_in_parts/,
    )
  })

  await t.test('and whoever goes back to it gets its one checkpoint again', async (t) => {
    const owner = new pg.Client({ connectionString: database.url })
    await owner.connect()
    await owner.query('select join_read_models()')
    const rows = await db.selectFrom('checkpoints').selectAll().execute()
    t.equal(rows.length, 1)
    t.match(rows, [{ projection: 'read-models', position: await log.head() }])
    await owner.end()
  })
})
