import { once } from 'node:events'
import { request as httpRequest } from 'node:http'
import { noDatabase, until } from '@connector/test-kit'
import t from 'tap'
import { connect, startApi, type Answer, type Api } from './support/api.ts'
import { openEventStream } from './support/event-stream.ts'
import { startGuardedApi } from './support/guarded-api.ts'

const skip = { skip: noDatabase ?? false }

const statusesOf = async (count: number, ask: () => Promise<Answer>): Promise<number[]> => {
  const statuses: number[] = []
  for (let asked = 0; asked < count; asked++) statuses.push((await ask()).status)
  return statuses
}

/** Holds up whoever reads conversations, until it is let go. */
async function lockConversations(
  api: Api,
): Promise<{ waiting: (count: number) => Promise<void>; free(): Promise<void> }> {
  const locker = await api.worker.pool.connect()
  // The test may take longer than a service may rest in a transaction.
  await locker.query(
    'set role none; begin; set local idle_in_transaction_session_timeout = 0; lock table conversations in access exclusive mode',
  )
  return {
    waiting: async (count) => {
      await until(`${count} requests wait for the lock`, async () => {
        const { rows } = await locker.query(
          "select 1 from pg_locks where not granted and relation = 'conversations'::regclass",
        )
        return rows.length === count ? true : undefined
      })
    },
    free: async () => {
      await locker.query('rollback')
      locker.release()
    },
  }
}

await t.test('Requests of one address are counted before anybody is asked who he is', skip, async (t) => {
  const { api } = await startGuardedApi(t, { rateLimits: { perAddress: 3, perTenant: 0 } })
  const guess = () => api.call('GET', '/api/tenants/sklep-a', undefined, { authorization: 'Bearer guessed' })
  t.same(await statusesOf(2, guess), [401, 401])
  const last = await api.call('GET', '/nothing')
  t.equal(last.status, 404, 'whatever the address asks for counts')
  t.equal(last.headers.get('ratelimit-policy'), '"address";q=3;w=60')
  t.match(last.headers.get('ratelimit'), /^"address";r=0;t=\d+$/)

  const refused = await guess()
  t.match(refused, { status: 429, body: { code: 'request.rate_limited', type: '/problems/request.rate_limited' } })
  t.match(refused.headers.get('retry-after'), /^[1-9]\d?$/)
  for (const path of ['/files/x', '/add-to-crm/x', '/openapi.json', '/nothing'])
    t.equal((await api.call('GET', path)).status, 429, path)
  t.equal((await api.call('POST', '/launch/x')).status, 429)

  const alive = await api.call('GET', '/livez')
  t.equal(alive.status, 200, 'whatever watches the process is never refused')
  t.equal(alive.headers.get('ratelimit'), null)
  t.equal((await api.call('GET', '/readyz')).status, 200)
})

await t.test('Behind a proxy, and only there, the address is that which it forwards', skip, async (t) => {
  const rateLimits = { perAddress: 1, perTenant: 0 }
  const from = (api: Api, address: string) => () =>
    api.call('GET', '/openapi.json', undefined, { 'x-forwarded-for': address })
  const behind = await startApi(t, {}, undefined, undefined, undefined, { rateLimits, trustedProxies: ['127.0.0.0/8'] })
  t.same(await statusesOf(2, from(behind, '203.0.113.7')), [200, 429])
  t.same(await statusesOf(2, from(behind, '203.0.113.8, 203.0.113.9')), [200, 429])
  t.same(
    await statusesOf(1, from(behind, '203.0.113.77, 203.0.113.9')),
    [429],
    'what the caller made up is not believed',
  )
  t.same(await statusesOf(1, from(behind, '2001:db8::1')), [200])
  t.same(await statusesOf(1, from(behind, '2001:db8::2')), [429], 'one network of IPv6 is one caller')
  const direct = await startApi(t, {}, undefined, undefined, undefined, { rateLimits })
  t.same(await statusesOf(1, from(direct, '203.0.113.7')), [200])
  t.same(await statusesOf(1, from(direct, '203.0.113.8')), [429])
})

await t.test('A tenant has one limit for all its keys, and none of another’s', skip, async (t) => {
  const { as, newKey, operator } = await startGuardedApi(t, { rateLimits: { perAddress: 0, perTenant: 2 } })
  const keyOf = async (tenantId: string) => (await newKey(tenantId, ['admin'])).secret
  const [first, second, other] = [await keyOf('sklep-a'), await keyOf('sklep-a'), await keyOf('sklep-b')]
  const list = (key: string, tenantId: string) => () => as(key).call('GET', `/api/tenants/${tenantId}/access-keys`)
  // Neither tenant is connected yet, which is found out only after counting.
  t.same(await statusesOf(1, list(first, 'sklep-a')), [404])
  const last = await list(second, 'sklep-a')()
  t.match(last.headers.get('ratelimit'), /^"tenant";r=0;t=\d+$/)
  t.same(await statusesOf(1, list(first, 'sklep-a')), [429])
  t.same(await statusesOf(1, list(operator, 'sklep-a')), [429], 'what the operator does for it counts')
  t.same(await statusesOf(1, list(other, 'sklep-a')), [404], 'nobody uses up what is another’s')
  t.same(await statusesOf(2, list(other, 'sklep-b')), [404, 404])
})

await t.test('A request counts towards both limits, and says so', skip, async (t) => {
  const api = await startApi(t, {}, undefined, undefined, undefined, { rateLimits: { perAddress: 9, perTenant: 5 } })
  const { headers } = await api.call('GET', '/api/tenants/sklep-a')
  t.equal(headers.get('ratelimit-policy'), '"address";q=9;w=60, "tenant";q=5;w=60')
  t.match(headers.get('ratelimit'), /^"address";r=8;t=\d+, "tenant";r=4;t=\d+$/)
})

await t.test('With as many requests under way as may be, the next is refused at once', skip, async (t) => {
  const api = await startApi(t, {}, undefined, undefined, undefined, {
    overload: { eventLoopDelayMs: 0, requestsUnderWay: 2 },
  })
  const { tenant } = await connect(api, 'sklep-a')
  for (const stream of ['first', 'second', 'third'])
    t.equal((await openEventStream(t, `${api.url}${tenant}/changes`)).status, 200, `the ${stream} does not count`)
  const lock = await lockConversations(api)
  const given = api.call('GET', `${tenant}/conversations`)
  const abandoned = httpRequest(`${api.url}${tenant}/conversations`).on('error', () => undefined)
  abandoned.end()
  await lock.waiting(2)

  const refused = await api.call('GET', '/openapi.json')
  t.match(refused, { status: 503, body: { code: 'service.overloaded' } })
  t.equal(refused.headers.get('retry-after'), '5')
  t.equal((await api.call('GET', '/livez')).status, 200)
  t.equal((await api.call('GET', '/readyz')).status, 200)

  abandoned.destroy()
  await until('the place of the one that hung up is free', async () =>
    (await api.call('GET', '/openapi.json')).status === 200 ? true : undefined,
  )
  await lock.free()
  t.equal((await given).status, 200)
})

await t.test('Whoever does not send the body that was announced takes no place from others', skip, async (t) => {
  const api = await startApi(t, {}, undefined, undefined, undefined, {
    overload: { eventLoopDelayMs: 0, requestsUnderWay: 1 },
  })
  const begun = once(api.app.server, 'request')
  const slow = httpRequest(`${api.url}/hooks/thulium/x`, { method: 'POST', headers: { 'content-length': 4 } })
  slow.flushHeaders()
  const answered = once(slow, 'response')
  await begun
  t.equal((await api.call('GET', '/openapi.json')).status, 200)
  slow.end('late')
  t.match(await answered, [{ statusCode: 404 }])
})

await t.test('While the event loop is held up, requests are refused', skip, async (t) => {
  const api = await startApi(t, {}, undefined, undefined, undefined, {
    overload: { eventLoopDelayMs: 20, requestsUnderWay: 0, overMs: 200 },
  })
  const hog = setInterval(() => {
    const end = performance.now() + 60
    while (performance.now() < end);
  }, 1)
  const document = () => api.call('GET', '/openapi.json')
  const refused = await until('a refusal', async () => {
    const answer = await document()
    return answer.status === 200 ? undefined : answer
  })
  t.match(refused, { status: 503, body: { code: 'service.overloaded' } })
  t.equal((await api.call('GET', '/livez')).status, 200)
  clearInterval(hog)
  await until('all is well again', async () => ((await document()).status === 200 ? true : undefined))
})

await t.test('Whoever waits too long for the database is told to come again', skip, async (t) => {
  const api = await startApi(t, {}, undefined, undefined, undefined, {
    connection: { max: 1, bounds: { connectionMs: 500, statementMs: 1_500 } },
  })
  const { tenant } = await connect(api, 'sklep-a')
  const lock = await lockConversations(api)
  const slow = api.call('GET', `${tenant}/conversations`)
  await lock.waiting(1)
  const without = await api.call('GET', `${tenant}/conversations`)
  t.match(without, { status: 503, body: { code: 'database.unavailable' } }, 'no connection was free')
  t.match(await slow, { status: 503, body: { code: 'service.overloaded' } }, 'its statement took too long')
  t.equal((await slow).headers.get('retry-after'), '5')
  await lock.free()
  t.equal((await api.call('GET', `${tenant}/conversations`)).status, 200)
})
