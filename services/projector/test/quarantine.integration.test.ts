import { randomUUID } from 'node:crypto'
import { createPostgresEventLog, noStream, type NewEvent } from '@connector/event-log'
import { connectWorker, migrate, schemaDigest } from '@connector/store'
import { createTestDatabase } from '@connector/test-kit'
import t from 'tap'
import { createProjection } from '../src/index.ts'

const database = await createTestDatabase({ name: `connector_template_${schemaDigest}`, prepare: migrate })
const store = connectWorker({ url: database.url })
const log = createPostgresEventLog({ pool: store.pool, onError: () => undefined })
t.teardown(async () => {
  await log.close()
  await store.close()
  await database.drop()
})

let time = new Date('2026-03-02T12:00:00Z')
const minutesLater = (minutes: number): void => {
  time = new Date(time.getTime() + minutes * 60_000)
}
const projection = createProjection(log, store, () => time)
// What it finds in the log at its very first step may have been done by others.
await projection.next()
/** Another process of the version that is given, which begins now. */
const restarted = () => createProjection(log, store, () => time)

const threadOf = (tenantId: string, threadId: string) => ({ tenantId, integrationId: 'i', threadId })
type Ref = ReturnType<typeof threadOf>
const streamOf = ({ tenantId, integrationId, threadId }: Ref): string =>
  `conversation-${tenantId}-${integrationId}-${threadId}`

const message = (ref: Ref, messageId: string): NewEvent => ({
  id: randomUUID(),
  type: 'MessageReceived',
  schemaVersion: 2,
  data: {
    messageId,
    author: 'customer',
    authorType: 'CUSTOMER_USER',
    authorName: 'Jan Testowy',
    to: [],
    body: 'Dzień dobry',
    sentAt: '2026-03-02T11:00:00Z',
    attachments: [],
    thread: {
      topic: { type: 'FREE_TEXT', value: 'Pytanie' },
      entities: [],
      updatedAt: '2026-03-02T11:00:00Z',
      shopReplyNeededSince: null,
    },
    opensTicket: true,
  },
  metadata: { ...ref, correlationId: randomUUID() },
})

const ofLaterVersion = (ref: Ref): NewEvent => ({
  id: randomUUID(),
  type: 'ReplyForgotten',
  schemaVersion: 1,
  data: {},
  metadata: { ...ref, correlationId: randomUUID() },
})

const append = async (ref: Ref, expectedRevision: number, ...events: NewEvent[]): Promise<void> =>
  log.append([{ streamId: streamOf(ref), expectedRevision, events }])

async function projectAll(): Promise<void> {
  while ((await projection.next()).events > 0);
}

const messagesOf = async ({ tenantId, threadId }: Ref): Promise<number | undefined> =>
  (
    await store.db
      .selectFrom('conversations')
      .select('message_count')
      .where('tenant_id', '=', tenantId)
      .where('thread_id', '=', threadId)
      .executeTakeFirst()
  )?.message_count

const plannedFor = async ({ tenantId, threadId }: Ref): Promise<string[]> =>
  (
    await store.db
      .selectFrom('effects')
      .select(['kind', 'state'])
      .where('tenant_id', '=', tenantId)
      .where('thread_id', '=', threadId)
      .orderBy('seq')
      .execute()
  ).map(({ kind, state }) => `${kind} ${state}`)

const setAside = () => store.db.selectFrom('quarantined_streams').selectAll().execute()

await t.test('an event of a later version stops its conversation, and nobody else’s', async (t) => {
  const ill = threadOf('sklep-a', 'ill')
  const well = threadOf('sklep-a', 'well')
  const other = threadOf('sklep-b', 'well')
  await append(ill, noStream, message(ill, 'm1'), ofLaterVersion(ill), message(ill, 'm2'))
  await append(well, noStream, message(well, 'm1'))
  await append(other, noStream, message(other, 'm1'), message(other, 'm2'))
  const { quarantined } = await projection.next()
  t.match(quarantined, [{ stream_id: streamOf(ill), event_type: 'ReplyForgotten', revision: 1 }])
  await projectAll()
  t.equal(await messagesOf(ill), 1, 'up to there it is as it was')
  t.equal(await messagesOf(well), 1)
  t.equal(await messagesOf(other), 2)

  await append(ill, 2, message(ill, 'm3'))
  await append(other, 1, message(other, 'm3'))
  await projectAll()
  t.equal(await messagesOf(ill), 1, 'what follows waits')
  t.equal(await messagesOf(other), 3)
  t.match(await setAside(), [{ reason: /ReplyForgotten is unknown to this version/, since: time }])
})

await t.test(
  'it is tried again after ten minutes and by a new process, and stays while it cannot be read',
  async (t) => {
    t.equal(await projection.retry(), undefined, 'not at once')
    minutesLater(11)
    t.match(await projection.retry(), { stays: /unknown to this version/ })
    t.equal(await projection.retry(), undefined)
    minutesLater(1)
    t.match(await restarted().retry(), { stays: /unknown to this version/ })
    const [row] = await setAside()
    t.ok(row && row.since < row.tried_at, 'it tells since when')
  },
)

await t.test(
  'read by a version that knows it, it goes on where it stopped, and nothing is lost or doubled',
  async (t) => {
    const ill = threadOf('sklep-a', 'ill')
    // What a later version would make of it: an event that says nothing here.
    await database.execute(`update events set type = 'ReplyClockChanged',
    data = '{"shopReplyNeededSince": null, "updatedAt": "2026-03-02T11:00:00Z"}' where type = 'ReplyForgotten'`)
    minutesLater(11)
    t.match(await projection.retry(), { stays: undefined, tried: { stream_id: streamOf(ill) } })
    t.strictSame(await setAside(), [])
    t.equal(await messagesOf(ill), 3)
    t.strictSame(await plannedFor(ill), [
      'customer:link planned',
      'ticket:create planned',
      'message:mirror planned',
      'message:mirror planned',
    ])
    await append(ill, 3, message(ill, 'm4'))
    await projectAll()
    t.equal(await messagesOf(ill), 4)
    const { rows } = await store.pool.query<{ messages: number }>(
      `select sum(messages)::int as messages from hourly_counts where tenant_id = 'sklep-a'`,
    )
    t.equal(rows[0]?.messages, 5, 'each is counted once')
  },
)

await t.test('data that the database refuses stops its conversation too', async (t) => {
  await database.execute(`alter table conversations add constraint no_such_thread check (thread_id <> 'refused')`)
  const refused = threadOf('sklep-a', 'refused')
  const well = threadOf('sklep-b', 'beside')
  await append(well, noStream, message(well, 'm1'))
  await append(refused, noStream, message(refused, 'm1'), message(refused, 'm2'))
  await append(well, 0, message(well, 'm2'))
  await projectAll()
  t.equal(await messagesOf(well), 2)
  t.equal(await messagesOf(refused), undefined)
  t.match(await setAside(), [{ stream_id: streamOf(refused), revision: 0, reason: /no_such_thread/ }])
  minutesLater(11)
  t.match(await projection.retry(), { stays: /no_such_thread/ })
  await database.execute('alter table conversations drop constraint no_such_thread')
  minutesLater(11)
  t.match(await projection.retry(), { stays: undefined })
  t.equal(await messagesOf(refused), 2)
})
