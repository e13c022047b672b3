import { randomUUID } from 'node:crypto'
import type { SeenMessage } from '@connector/domain/events'
import { configureIntegration, startIntegration } from '@connector/domain/integration'
import { observeThread } from '@connector/domain/looks'
import { integrationSettings } from '@connector/domain/settings'
import { conversationStream, type ConversationRef } from '@connector/domain/words'
import { createPostgresEventLog, eventLogSchema, type EventLog } from '@connector/event-log'
import { createTestDatabase, noDatabase } from '@connector/test-kit'
import pg from 'pg'
import t from 'tap'
import { createRepository } from '../src/index.ts'

const refOf = (threadId: string): ConversationRef => ({ tenantId: 'sklep', integrationId: 'i-1', threadId })

const settings = integrationSettings.parse({
  name: 'Sklep',
  shopId: '1',
  customerField: 'Empik ID',
  queueId: 7,
  categoryId: 12,
})

const message = (messageId: string): SeenMessage => ({
  messageId,
  author: 'customer',
  authorType: 'CUSTOMER_USER',
  authorName: 'Ewa L.',
  to: [],
  body: `Treść ${messageId}`,
  sentAt: '2026-11-02T09:15:04.120Z',
  attachments: [],
  thread: {
    topic: { type: 'FREE_TEXT', value: 'Pytanie' },
    entities: [],
    updatedAt: '2026-11-02T09:15:04.120Z',
    shopReplyNeededSince: null,
  },
})

t.test('the repository', { skip: noDatabase ?? false }, async (t) => {
  const database = await createTestDatabase()
  const pool = new pg.Pool({ connectionString: database.url, max: 10 })
  await pool.query(eventLogSchema)
  const log = createPostgresEventLog({ pool, onError: () => undefined })
  t.teardown(async () => {
    await log.close()
    await pool.end()
    await database.drop()
  })
  const observe = (repository: ReturnType<typeof createRepository>, ref: ConversationRef, ids: string[]) =>
    repository.changeConversation(ref, 'test', (state) =>
      observeThread(ref, state, { messages: ids.map(message), firstContact: true, now: new Date() }, settings),
    )

  await t.test('seeing the same messages twice records them once', async (t) => {
    const repository = createRepository(() => log, 'test')
    const ref = refOf(randomUUID())
    // Two messages, and where the ticket they open goes.
    t.equal((await observe(repository, ref, ['m1', 'm2'])).length, 3)
    t.equal((await observe(repository, ref, ['m1', 'm2', 'm3'])).length, 1)
    const { state, revision } = await repository.conversation(ref)
    t.equal(revision, 3)
    t.strictSame([...state.messageIds], ['m1', 'm2', 'm3'])
    const [recorded] = await log.readStream(conversationStream(ref))
    t.match(recorded?.metadata, { ...ref, causationId: 'test', actor: 'test' }, 'each event says who wrote it and why')
  })

  await t.test('two processes that see the same at once record it once', async (t) => {
    const ref = refOf(randomUUID())
    const both = [createRepository(() => log, 'test'), createRepository(() => log, 'test')]
    await Promise.all(
      both.flatMap((repository) => [observe(repository, ref, ['m1']), observe(repository, ref, ['m1', 'm2'])]),
    )
    for (const repository of both)
      t.strictSame([...(await repository.conversation(ref)).state.messageIds].sort(), ['m1', 'm2'])
  })

  await t.test('a lost race in one stream does not fail another of the same batch', async (t) => {
    const mine = createRepository(() => log, 'test')
    const other = createRepository(() => log, 'test')
    const [contested, quiet] = [refOf(randomUUID()), refOf(randomUUID())]
    await observe(mine, contested, ['m1'])
    await mine.conversation(contested)
    await observe(other, contested, ['m2'])
    await Promise.all([observe(mine, contested, ['m3']), observe(mine, quiet, ['q1'])])
    t.strictSame([...(await mine.conversation(contested)).state.messageIds], ['m1', 'm2', 'm3'])
    t.strictSame([...(await mine.conversation(quiet)).state.messageIds], ['q1'])
  })

  await t.test('a hundred conversations of one moment are read and appended in few round trips', async (t) => {
    let appends = 0
    let reads = 0
    const counting: EventLog = {
      ...log,
      append: (batch) => {
        appends += 1
        return log.append(batch)
      },
      readStreams: (requests) => {
        reads += 1
        return log.readStreams(requests)
      },
    }
    const repository = createRepository(() => counting, 'test')
    await Promise.all(Array.from({ length: 100 }, (_, index) => observe(repository, refOf(`many-${index}`), ['m1'])))
    t.ok(appends <= 3, `${appends} appends`)
    t.ok(reads <= 3, `${reads} reads`)
  })

  await t.test('a command refused on an old state is decided again on the newest one', async (t) => {
    const stale = createRepository(() => log, 'test')
    const ref = { tenantId: 'sklep', integrationId: randomUUID() }
    await t.rejects(stale.changeIntegration(ref, 'test', startIntegration), { code: 'integration.not_configured' })
    const other = createRepository(() => log, 'test')
    await other.changeIntegration(ref, 'test', () => [
      ...configureIntegration(settings),
      { type: 'IntegrationAuthenticated', data: { side: 'empikplace', accountName: 'Sklep', clockOffsetMs: 0 } },
      { type: 'IntegrationAuthenticated', data: { side: 'thulium', accountName: 'sklep', clockOffsetMs: 0 } },
    ])
    t.equal((await stale.changeIntegration(ref, 'test', startIntegration)).length, 1)
  })
})
