import type { Readable } from 'node:stream'
import { createPostgresEventLog } from '@connector/event-log'
import { createLog } from '@connector/service-kit'
import { noDatabase, until } from '@connector/test-kit'
import t from 'tap'
import { createChangeFeed } from '../src/changes/feed.ts'
import type { StreamLimits } from '../src/changes/watched.ts'
import { connect, startApi, type Api, type Test } from './support/api.ts'
import { openEventStream } from './support/event-stream.ts'
import { bearer, startGuardedApi } from './support/guarded-api.ts'
import { projectConversation } from './support/read-models.ts'

const always = { lastMark: undefined, stillAdmitted: () => Promise.resolve(true) }

function startFeed(test: Test, api: Api, limits?: StreamLimits) {
  const log = createPostgresEventLog({ pool: api.store.pool, pollMs: 20, onError: () => undefined })
  const feed = createChangeFeed({
    store: api.store,
    log,
    logger: createLog('api', 'silent'),
    debounceMs: 1,
    heartbeatMs: 5,
    ...(limits ? { limits } : {}),
  })
  test.teardown(async () => {
    await feed.close()
    await log.close()
  })
  return feed
}

/** Takes what comes; counts the changes in it. */
function reading(stream: Readable): { changes: number; ended: boolean } {
  const seen = { changes: 0, ended: false }
  stream.on('data', (chunk: Buffer) => {
    seen.changes += chunk.toString().split('event: change').length - 1
  })
  stream.on('close', () => {
    seen.ended = true
  })
  return seen
}

await t.test('Many open streams', { skip: noDatabase ?? false }, async (t) => {
  const api = await startApi(t)
  const ref = { tenantId: 'sklep-a', integrationId: '00000000-0000-4000-8000-000000000001', threadId: 'one' }

  await t.test('one that nobody reads is ended, and holds up none of three hundred', async (t) => {
    const feed = startFeed(t, api)
    const asleep = await feed.open('sklep-a', always)
    let most = 0
    const watching = setInterval(() => {
      most = Math.max(most, asleep.readableLength)
    }, 1)
    t.teardown(() => clearInterval(watching))
    const streams = await Promise.all(Array.from({ length: 300 }, () => feed.open('sklep-a', always)))
    const readers = streams.map(reading)
    t.equal(feed.openStreams(), 301)
    await projectConversation(api, ref)
    await until('every reader has the change', () => (readers.every(({ changes }) => changes === 1) ? true : undefined))
    await until('the one that sleeps is ended', () => (asleep.destroyed ? true : undefined))
    t.ok(most > 0 && most <= 4_096, `${most} bytes were kept for it`)
    t.equal(feed.openStreams(), 300)
    await projectConversation(api, ref)
    await until('every reader has both', () => (readers.every(({ changes }) => changes === 2) ? true : undefined))
    t.notOk(readers.some(({ ended }) => ended))
  })

  await t.test('there is room for so many of a tenant, and so many in all', async (t) => {
    const feed = startFeed(t, api, { perTenant: 2, inAll: 3 })
    const open = (tenantId: string) => feed.open(tenantId, always)
    const [first] = await Promise.all([open('sklep-a'), open('sklep-a')])
    await t.rejects(open('sklep-a'), { code: 'changes.too_many_streams' })
    await open('sklep-b')
    await t.rejects(open('sklep-c'), { code: 'changes.no_room' })
    first.destroy()
    await until('its room is free', () => (feed.openStreams() === 2 ? true : undefined))
    await open('sklep-a')
  })

  await t.test('a reader about whom nothing can be learned stays', async (t) => {
    const feed = startFeed(t, api)
    let asked = 0
    const stream = await feed.open('sklep-a', {
      lastMark: undefined,
      stillAdmitted: () => {
        asked += 1
        return asked < 3 ? Promise.reject(new Error('The database is away')) : Promise.resolve(asked < 6)
      },
    })
    const seen = reading(stream)
    await until('the stream is ended', () => (seen.ended ? true : undefined))
    t.ok(asked >= 6)
  })
})

await t.test('Whoever is not let in any more does not go on listening', { skip: noDatabase ?? false }, async (t) => {
  const streams = { heartbeatMs: 10, limits: { perTenant: 3, inAll: 10 } }
  const guarded = await startGuardedApi(t, { streams })
  const { api, operator, as, newKey, token, pass } = guarded
  await connect({ ...api, ...as(operator) }, 'sklep-a')
  const url = `${api.url}/api/tenants/sklep-a/changes`
  const revoked = await newKey('sklep-a', ['status:read'])
  const other = await newKey('sklep-a', ['status:read'])
  const ofKey = await openEventStream(t, url, bearer(revoked.secret))
  const ofToken = await openEventStream(t, url, bearer(await token(other.secret)))
  const staying = await openEventStream(t, url, bearer(other.secret))

  const refused = await as(other.secret).call('GET', '/api/tenants/sklep-a/changes')
  t.match(refused, { status: 429, body: { code: 'changes.too_many_streams' } })
  t.ok(Number(refused.headers.get('retry-after')) > 0)

  // As another process would: this one is not told.
  await api.worker.db
    .updateTable('access_keys')
    .set({ revoked_at: new Date(0) })
    .where('id', '=', revoked.id)
    .execute()
  pass(31)
  await ofKey.ended
  t.equal((await as(other.secret).call('GET', '/api/tenants/sklep-a')).status, 403, 'the other key is known still')

  pass(600)
  await ofToken.ended
  const beats = (): number => staying.text().split(': heartbeat').length
  const before = beats()
  await until('the stream of a good key goes on', () => (beats() > before ? true : undefined))
})
