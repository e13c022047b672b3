import t from 'tap'
import { createConnectorClient, eachItem, PageFailed } from '../src/index.ts'

type Answer = { status: number; body?: unknown; headers?: Record<string, string> } | 'unreachable'

/** A client whose other side answers what the test says, and that never really waits. */
function scripted(answers: Answer[]) {
  const requests: { method: string; url: string; ifNoneMatch: string | null }[] = []
  const waits: number[] = []
  const client = createConnectorClient({
    baseUrl: 'https://connector.example',
    patience: {
      fetch: (request) => {
        const { method, url, headers } = request
        requests.push({ method, url, ifNoneMatch: headers.get('if-none-match') })
        const next = answers.shift()
        if (next === undefined || next === 'unreachable') return Promise.reject(new TypeError('fetch failed'))
        const body = next.body === undefined ? null : JSON.stringify(next.body)
        const told = { 'content-type': 'application/json', ...next.headers }
        return Promise.resolve(new Response(body, { status: next.status, headers: told }))
      },
      sleep: (ms) => {
        waits.push(ms)
        return Promise.resolve()
      },
    },
  })
  return { client, requests, waits }
}

const page = (items: unknown[], nextCursor: string | null, headers = {}): Answer => ({
  status: 200,
  body: { items, nextCursor },
  headers,
})
const busy: Answer = { status: 503, body: { code: 'service.overloaded' }, headers: { 'retry-after': '7' } }

t.test('nothing has changed: the answer is the one from before', async (t) => {
  const { client, requests } = scripted([page([{ tenantId: 'a' }], null, { etag: '"1"' }), { status: 304 }])
  const read = () => client.GET('/api/tenants')
  const [first, second] = [await read(), await read()]
  t.same(second.data, first.data)
  t.equal(second.error, undefined)
  t.same(
    requests.map(({ ifNoneMatch }) => ifNoneMatch),
    [null, '"1"'],
  )
})

t.test('what may be sent twice is sent again after as long as the API says', async (t) => {
  const { client, waits } = scripted([busy, 'unreachable', page([], null)])
  t.same((await client.GET('/api/tenants')).data, { items: [], nextCursor: null })
  t.same(waits, [7_000, 1_000])
})

t.test('it gives up after three tries, and at once when it is to wait for too long', async (t) => {
  const tired = scripted([busy, busy, busy, busy])
  t.match(await tired.client.GET('/api/tenants'), { error: { code: 'service.overloaded' } })
  t.equal(tired.requests.length, 3)
  const long = scripted([{ ...busy, headers: { 'retry-after': '3600' } }])
  t.match(await long.client.GET('/api/tenants'), { error: { code: 'service.overloaded' } })
  t.equal(long.requests.length, 1)
})

t.test('a POST is sent again only with a key of its own', async (t) => {
  const path = { tenantId: 'a' }
  const once = scripted([busy, { status: 200, body: { paused: null } }])
  t.match(await once.client.POST('/api/tenants/{tenantId}/resume', { params: { path } }), {
    error: { code: 'service.overloaded' },
  })
  const keyed = scripted([busy, { status: 200, body: { paused: null } }])
  const headers = { 'idempotency-key': 'one' }
  const answer = await keyed.client.POST('/api/tenants/{tenantId}/resume', { params: { path }, headers })
  t.same(answer.data, { paused: null })
})

t.test('all items of a list come one by one, page by page', async (t) => {
  const { client, requests } = scripted([
    page([{ tenantId: 'a' }, { tenantId: 'b' }], 'next'),
    page([{ tenantId: 'c' }], null),
  ])
  const ids: string[] = []
  for await (const { tenantId } of eachItem((cursor) =>
    client.GET('/api/tenants', { params: { query: cursor === undefined ? {} : { cursor } } }),
  ))
    ids.push(tenantId)
  t.same(ids, ['a', 'b', 'c'])
  t.match(requests[1]?.url, 'cursor=next')
  const failing = scripted([{ status: 403, body: { code: 'authentication.scope' } }])
  await t.rejects(
    async () => {
      for await (const one of eachItem(() => failing.client.GET('/api/tenants'))) t.fail(one.tenantId)
    },
    new PageFailed({ code: 'authentication.scope' }),
  )
})
