import { createPostgresEventLog } from '@connector/event-log'
import { traceWith } from '@connector/service-kit'
import { connectWorker, migrate, schemaDigest } from '@connector/store'
import { createTestDatabase, noDatabase } from '@connector/test-kit'
import t from 'tap'
import { createRepository } from '../src/index.ts'

const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01'
const started = { type: 'IntegrationStarted', data: {} } as const

await t.test(
  'the trace goes with an event, and changes nothing else of it',
  { skip: noDatabase ?? false },
  async (t) => {
    const database = await createTestDatabase({ name: `connector_template_${schemaDigest}`, prepare: migrate })
    const store = connectWorker({ url: database.url })
    const log = createPostgresEventLog({ pool: store.pool, onError: () => undefined })
    t.teardown(async () => {
      traceWith(undefined)
      await log.close()
      await store.close()
      await database.drop()
    })
    const repository = createRepository(() => log, 'test')
    const written = async (tenantId: string) => {
      await repository.changeIntegration({ tenantId, integrationId: 'i' }, 'cause', () => [started])
      const [event] = await log.readStream(`integration-${tenantId}-i`)
      return event
    }

    const plain = await written('a')
    const metadata = {
      tenantId: 'a',
      correlationId: 'integration-a-i',
      causationId: 'cause',
      actor: 'test',
      integrationId: 'i',
    }
    t.strictSame(plain?.metadata, metadata, 'without tracing, an event is as it ever was')

    traceWith({
      start: () => ({ traceparent, tell: () => undefined, failed: () => undefined, end: () => undefined }),
      close: () => Promise.resolve(),
    })
    const traced = await written('b')
    t.strictSame(traced?.metadata, { ...metadata, tenantId: 'b', correlationId: 'integration-b-i', traceparent })

    traceWith(undefined)
    await database.execute(
      `alter table events disable trigger all; delete from events where stream_id = 'integration-b-i'`,
    )
    const again = createRepository(() => log, 'test')
    await again.changeIntegration({ tenantId: 'b', integrationId: 'i' }, 'cause', () => [started])
    const [untraced] = await log.readStream('integration-b-i')
    t.equal(untraced?.id, traced?.id, 'its id does not know of traces')
  },
)
