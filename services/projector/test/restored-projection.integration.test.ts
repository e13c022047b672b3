import { randomUUID } from 'node:crypto'
import { createPostgresEventLog, noStream, type NewEvent } from '@connector/event-log'
import { beginRestore, confirmRestore, connectWorker, migrate, schemaDigest } from '@connector/store'
import { createTestDatabase } from '@connector/test-kit'
import t from 'tap'
import { createProjection } from '../src/index.ts'

const requested = (threadId: string): NewEvent => ({
  id: randomUUID(),
  type: 'ReplyRequested',
  schemaVersion: 3,
  data: {
    thuliumMessageId: 7,
    ticketId: 1,
    agentLogin: 'a.nowak',
    body: 'Tak',
    text: 'Tak',
    attachmentNames: [],
  },
  metadata: { tenantId: 'sklep', integrationId: 'i', threadId, correlationId: randomUUID() },
})

t.test('what ingest reads again after a restore may have been done, until somebody confirms', async (t) => {
  const database = await createTestDatabase({ name: `connector_template_${schemaDigest}`, prepare: migrate })
  const store = connectWorker({ url: database.url })
  const log = createPostgresEventLog({ pool: store.pool, onError: () => undefined })
  t.teardown(async () => {
    await log.close()
    await store.close()
    await database.drop()
  })
  const projection = createProjection(log, store)
  // What it finds in the log at its very first step may have been done by others.
  await projection.next()
  const stateOf = async (threadId: string): Promise<string | undefined> => {
    const streamId = `conversation-sklep-i-${threadId}`
    await log.append([{ streamId, expectedRevision: noStream, events: [requested(threadId)] }])
    while ((await projection.next()).events > 0);
    const row = await store.db
      .selectFrom('effects')
      .select('state')
      .where('thread_id', '=', threadId)
      .executeTakeFirst()
    return row?.state
  }
  t.equal(await stateOf('before'), 'planned')
  await beginRestore(store, new Date(), 'anna')
  t.equal(await stateOf('paused'), 'unknown')
  await confirmRestore(store, 'anna')
  t.equal(await stateOf('after'), 'planned')
})
