import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { createPostgresEventLog, noStream, type NewEvent } from '@connector/event-log'
import { openNats } from '@connector/nats'
import { createLog, createTally, type Loop, type Tally } from '@connector/service-kit'
import { connectWorker, migrate, schemaDigest } from '@connector/store'
import { createTestDatabase, noDatabase, until } from '@connector/test-kit'
import { noNatsServer, startNatsServer } from '@connector/test-kit/nats'
import t, { type Test } from 'tap'
import { z } from 'zod'
import { startFeed, streamName, type FeedOptions } from '../src/index.ts'

const run = promisify(execFile)
const example = join(import.meta.dirname, '../../../examples/feed-consumer/consumer.mjs')
const payload = z.looseObject({ id: z.string(), type: z.string(), revision: z.number() })

/** A shop whose history is that it was started and stopped, again and again. */
function happened(revision: number, integrationId = 'shop-1'): NewEvent {
  const isStart = revision % 2 === 0
  return {
    ...{ id: randomUUID(), type: isStart ? 'IntegrationStarted' : 'IntegrationStopped', schemaVersion: 1 },
    data: isStart ? {} : { reason: 'requested' },
    metadata: { tenantId: 'sklep', integrationId },
  }
}

if (noDatabase !== undefined || noNatsServer !== undefined) {
  t.plan(0, noDatabase ?? noNatsServer)
} else {
  async function setUp(t: Test) {
    const server = await startNatsServer()
    const database = await createTestDatabase({ name: `connector_template_${schemaDigest}`, prepare: migrate })
    const store = connectWorker({ url: database.url })
    const log = createPostgresEventLog({ pool: store.pool, onError: () => undefined })
    const reader = openNats({ servers: [server.url], name: 'reader', login: {} })
    const ends: (() => Promise<void>)[] = []
    t.teardown(async () => {
      for (const end of ends) await end()
      await reader.close()
      await log.close()
      await store.close()
      await database.drop()
      await server.remove()
    })
    let revision = noStream
    async function append(...events: NewEvent[]): Promise<void> {
      await log.append([{ streamId: 'integration-sklep-shop-1', expectedRevision: revision, events }])
      revision += events.length
    }
    /** A process that publishes. */
    function feed(tally: Tally = createTally(), on: 'on' | 'off' = 'on', of: FeedOptions['log'] = log): Loop {
      const nats = openNats({ servers: [server.url], name: 'feed', login: {} })
      const loop = startFeed({
        ...{ log: of, store, nats, prefix: 'connector', logger: createLog('test', 'silent'), tally },
        settings: { NATS_FEED: on, NATS_FEED_DAYS: 1 },
        ttlMs: 3_000,
      })
      let ended: Promise<void> | undefined
      const stop = (): Promise<void> => (ended ??= loop.stop().then(() => nats.close()))
      ends.push(stop)
      return { ...loop, stop }
    }
    /** What the stream holds, oldest first. */
    async function stream(): Promise<z.infer<typeof payload>[]> {
      const connection = reader.current()
      if (!connection) return []
      const manager = await connection.jetstreamManager()
      const info = await manager.streams.info(streamName('connector')).catch(() => undefined)
      const found = []
      // A stream that was made a moment ago begins at 0.
      for (let seq = Math.max(1, info?.state.first_seq ?? 1); seq <= (info?.state.last_seq ?? 0); seq++)
        found.push(payload.parse((await manager.streams.getMessage(streamName('connector'), { seq })).json()))
      return found
    }
    const untilPublished = (count: number) =>
      until(`${count} events in the feed`, async () => {
        const found = await stream()
        return found.length >= count ? found : undefined
      })
    const state = () => store.db.selectFrom('feed_publisher').selectAll().executeTakeFirstOrThrow()
    const begun = () => until('the feed to begin', async () => ((await state()).position === null ? undefined : true))
    return { server, log, store, append, feed, stream, untilPublished, state, begun }
  }

  await t.test(
    'what happens from the beginning of the feed on is published once, in order, and a program reads it',
    async (t) => {
      const { server, append, feed, untilPublished, begun, stream } = await setUp(t)
      await append(happened(0))
      const [first, second] = [feed(), feed()]
      await begun()
      const events = [happened(1), happened(2), happened(3)]
      await append(...events)
      t.strictSame(
        (await untilPublished(3)).map(({ id, type, revision }) => ({ id, type, revision })),
        events.map(({ id, type }, index) => ({ id, type, revision: index + 1 })),
      )
      const { stdout } = await run(process.execPath, [example], {
        env: { ...process.env, NATS_URL: server.url, MOST: '3' },
      })
      t.match(stdout, /sklep IntegrationStopped \{"reason":"requested"\}\n.* sklep IntegrationStarted \{\}\n/)

      await Promise.all([first.stop(), second.stop()])
      await append(happened(4))
      feed()
      t.equal((await untilPublished(4)).length, 4, 'whoever takes over goes on where the one before stopped')
      t.equal((await stream()).length, 4)
    },
  )

  await t.test(
    'NATS is killed: the checkpoint stays, being behind is told, and nothing is missed or doubled',
    async (t) => {
      const { server, append, feed, untilPublished, begun, state, store } = await setUp(t)
      await append(happened(0))
      feed()
      await begun()
      await append(happened(1))
      await untilPublished(1)
      await server.kill()
      const before = (await state()).position
      await append(happened(2), happened(3))
      await until('being behind to be written down', async () => (await state()).behind_since ?? undefined)
      t.equal((await state()).position, before)
      const { rows } = await store.pool.query<{ behind: number }>(
        `select (feed_metrics()->>'feedBehindSeconds')::float8 as behind`,
      )
      t.ok((rows[0]?.behind ?? 0) > 0)
      await server.start()
      const found = await untilPublished(3)
      t.strictSame(
        found.map(({ revision }) => revision),
        [1, 2, 3],
      )
      await until('being up to date', async () => ((await state()).behind_since === null ? true : undefined))
    },
  )

  await t.test('NATS is wiped: the stream is made anew, and the feed goes on', async (t) => {
    const { server, append, feed, untilPublished, begun } = await setUp(t)
    await append(happened(0))
    feed()
    await begun()
    await append(happened(1))
    await untilPublished(1)
    await server.kill()
    await server.start({ wiped: true })
    await append(happened(2))
    t.strictSame(
      (await untilPublished(1)).map(({ revision }) => revision),
      [2],
    )
  })

  await t.test(
    'an event that cannot be published is counted and left out, and the ones behind it are not',
    async (t) => {
      const { append, feed, untilPublished, begun } = await setUp(t)
      await append(happened(0))
      const tally = createTally()
      feed(tally)
      await begun()
      await append({ ...happened(1), data: { reason: 'of another version' } }, happened(2))
      t.strictSame(
        (await untilPublished(1)).map(({ revision }) => revision),
        [2],
      )
      t.match(tally.take(), [{ name: 'feed_events_left_out_total', labels: { type: 'IntegrationStopped' }, value: 1 }])
    },
  )

  await t.test('a feed whose process lives and cannot read the log counts as behind', async (t) => {
    const { feed, store, log } = await setUp(t)
    const looked = new Date(Date.now() - 300_000)
    await store.db.updateTable('feed_publisher').set({ position: '1.1', looked_at: looked }).execute()
    let tries = 0
    const readAll = () => Promise.reject(new Error(`unreadable for the ${(tries += 1)}th time`))
    feed(createTally(), 'on', { readAll, head: () => log.head() })
    await until('the second try', () => tries > 1 || undefined)
    const { rows } = await store.pool.query<{ behind: number }>(
      `select (feed_metrics()->>'feedBehindSeconds')::float8 as behind`,
    )
    t.ok((rows[0]?.behind ?? 0) > 200)
  })

  await t.test('a feed that the settings do not want publishes nothing and is never behind', async (t) => {
    const { append, feed, state, store } = await setUp(t)
    await store.db
      .updateTable('feed_publisher')
      .set({ position: '1.1', looked_at: new Date(0), behind_since: new Date(0) })
      .execute()
    await append(happened(0))
    feed(createTally(), 'off')
    await until('its state to say so', async () => ((await state()).looked_at === null ? true : undefined))
    t.match(await state(), { position: '1.1', behind_since: null })
  })
}
