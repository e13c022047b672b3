import { randomUUID } from 'node:crypto'
import { appendAll, createPostgresEventLog, noStream, type JsonObject, type NewEvent } from '@connector/event-log'
import { integrationSettings } from '@connector/domain/settings'
import { createSealedLog } from '@connector/repository'
import {
  connectWorker,
  createConversationKeys,
  createMasterKey,
  migrate,
  parseMasterKey,
  schemaDigest,
} from '@connector/store'
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
/** As services read it, through the keys of conversations. */
const opened = createSealedLog(
  log,
  createConversationKeys({ masterKey: parseMasterKey(createMasterKey()), oldMasterKey: undefined }),
  store.pool,
)
const projection = createProjection(opened, store, () => time)
// What it finds in the log at its very first step may have been done by others.
await projection.next()
/** Another process of the version that is given, which begins now. */
const restarted = () => createProjection(opened, store, () => time)

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
  appendAll(log, [{ streamId: streamOf(ref), expectedRevision, events }])

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

await t.test('whatever stands in an event stops its own conversation, and nobody else’s', async (t) => {
  const nested = (depth: number): string => `${'{"a":['.repeat(depth)}1${']}'.repeat(depth)}`
  const odd: [string, string][] = [
    ['null', `data = 'null'`],
    ['a number', `data = '5'`],
    ['a text', `data = '"x"'`],
    ['a list', `data = '[]'`],
    ['a list of texts', `data = '["operationId"]'`],
    ['deep', `data = '${nested(1_000)}'`],
    ['deep beside what is known', `data = data || '{"more": ${nested(1_000)}}'`],
    ['fields of another kind', `data = data || '{"thread": [], "attachments": "none", "to": {"a": 1}}'`],
    ['fields that are null', `data = data || '{"thread": null, "sentAt": null, "body": null}'`],
    ['a date that is none', `data = data || '{"sentAt": "wczoraj", "effectKey": 7, "operationId": {}}'`],
    ['a name of every object', `data = data || '{"__proto__": {"x": 1}, "constructor": "x"}', type = 'constructor'`],
    ['no type', `type = ''`],
    [
      'sealed with what is no key',
      `metadata = metadata || '{"sealed": 7}', data = data || '{"body": {"sealed": "x"}}'`,
    ],
    ['sealed in another form', `metadata = metadata || '{"sealed": "x"}', data = data || '{"body": {"sealed": 1}}'`],
    ['odd metadata', `metadata = metadata || '{"traceparent": {}, "restored": [], "correlationId": null}'`],
    ['no metadata', `metadata = '{}'`],
    ['metadata that are none', `metadata = 'null'`],
    ['metadata of numbers', `metadata = '{"tenantId": 7, "integrationId": [], "threadId": {}}'`],
    ['a version before the first', `schema_version = 0`],
    ['a version of long after', `schema_version = 2147483647`],
  ]
  const well = threadOf('sklep-b', 'beside-the-odd')
  await append(well, noStream, message(well, 'm1'))
  for (const [place, [name, change]] of odd.entries()) {
    const ill = threadOf('sklep-a', `odd-${place}`)
    await append(ill, noStream, message(ill, 'm1'), message(ill, 'm2'))
    await database.execute(`update events set ${change} where stream_id = '${streamOf(ill)}' and revision = 0`)
    await append(well, place, message(well, `m${place + 2}`))
    await t.resolves(projectAll(), name)
    t.equal(await messagesOf(well), place + 2, `${name}: the one beside it goes on`)
  }
})

await t.test('a row that this version cannot read stops what it is of, and nobody else', async (t) => {
  const well = threadOf('sklep-c', 'beside-rows')
  let revision: number = noStream
  const goesOn = async (name: string): Promise<void> => {
    await append(well, revision, message(well, `r${revision}`))
    revision += 1
    await t.resolves(projectAll(), name)
    t.equal(await messagesOf(well), revision + 1, `${name}: the one beside it goes on`)
  }
  const isAside = async (streamId: string): Promise<boolean> =>
    (await setAside()).some(({ stream_id }) => stream_id === streamId)

  const streamId = 'integration-sklep-c-i'
  const configured = (): NewEvent => ({
    id: randomUUID(),
    type: 'IntegrationConfigured',
    schemaVersion: 2,
    data: integrationSettings.parse({
      ...{ name: 'A', shopId: '1', customerField: 'ID', queueId: 7, categoryId: 12 },
    }) as JsonObject,
    metadata: { tenantId: 'sklep-c', integrationId: 'i', correlationId: randomUUID() },
  })
  await appendAll(log, [{ streamId, expectedRevision: noStream, events: [configured()] }])
  await goesOn('a row as it should be')
  const later = `update integrations set state = state || '{"status": "archived"}' where tenant_id = 'sklep-c'`
  await database.execute(later)
  await appendAll(log, [{ streamId, expectedRevision: 0, events: [configured()] }])
  await goesOn('the status of a later version')
  t.ok(await isAside(streamId))
  minutesLater(11)
  await database.execute(later.replace('archived', 'configured'))
  while (await projection.retry());
  t.strictSame(
    (await setAside()).filter(({ stream_id }) => stream_id === streamId),
    [],
    'and goes on when it can be read',
  )

  for (const [place, [column, value]] of (
    [
      ['planning', '[]'],
      ['planning', '"x"'],
      ['planning', '{"replies": 7}'],
      ['person_clock', '[]'],
      ['person_clock', '"x"'],
    ] as const
  ).entries()) {
    const ill = threadOf('sklep-c', `ill-row-${place}`)
    await append(ill, noStream, message(ill, 'm1'))
    await goesOn('before')
    await database.execute(`update conversations set ${column} = '${value}' where thread_id = '${ill.threadId}'`)
    await append(ill, 0, message(ill, 'm2'))
    await goesOn(`${column} is ${value}`)
  }
})
