import { noDatabase } from '@connector/test-kit'
import t from 'tap'
import { startApi } from './support/api.ts'

const panel = 'https://panel.example'

await t.test('Pages of origins on the list', { skip: noDatabase ?? false }, async (t) => {
  const api = await startApi(t, {}, undefined, undefined, undefined, {
    corsOrigins: [panel, 'http://localhost:5173'],
    rateLimits: { perAddress: 3, perTenant: 0 },
  })
  const preflight = (path: string, origin: string) =>
    api.call('OPTIONS', path, undefined, {
      origin,
      'access-control-request-method': 'PUT',
      'access-control-request-headers': 'authorization,if-match',
    })

  await t.test('may ask what they may send, which counts towards no limit', async (t) => {
    for (const path of ['/api/tenants/sklep-a/thulium', '/api/tenants', '/livez']) {
      const { status, headers, text } = await preflight(path, panel)
      t.equal(status, 204)
      t.equal(text, '')
      t.equal(headers.get('access-control-allow-origin'), panel)
      t.match(headers.get('access-control-allow-methods'), /\bPUT\b/)
      t.match(headers.get('access-control-allow-headers'), /\bauthorization\b.*\bidempotency-key\b.*\bif-match\b/)
      t.equal(headers.get('access-control-max-age'), '600')
      t.equal(headers.get('access-control-allow-credentials'), null)
      t.equal(headers.get('vary'), 'Origin')
    }
  })

  await t.test('can read answers and their headers', async (t) => {
    const { status, headers } = await api.call('GET', '/api/tenants/sklep-a', undefined, {
      origin: panel,
      'sec-fetch-site': 'cross-site',
    })
    t.equal(status, 404)
    t.equal(headers.get('access-control-allow-origin'), panel)
    for (const name of ['etag', 'location', 'ratelimit', 'retry-after', 'x-request-id', 'idempotency-replayed'])
      t.match(headers.get('access-control-expose-headers'), new RegExp(`\\b${name}\\b`))
    t.equal(headers.get('vary'), 'Origin')
    t.equal(headers.get('access-control-allow-credentials'), null)
  })

  await t.test('others, and those who only look alike, are refused and told nothing', async (t) => {
    for (const origin of ['https://evil.example', 'http://panel.example', `${panel}.evil.example`, `${panel}:8443`]) {
      const { status, headers, body } = await api.app.inject({ url: '/livez', headers: { origin } }).then((answer) => ({
        status: answer.statusCode,
        headers: answer.headers,
        body: answer.json<unknown>(),
      }))
      t.equal(status, 403, origin)
      t.match(body, { code: 'request.foreign_origin' })
      t.notOk('access-control-allow-origin' in headers)
      t.match(headers.vary, 'Origin', 'no cache may give it to another origin')
    }
    const { status, headers } = await preflight('/livez', 'https://evil.example')
    t.equal(status, 403)
    t.equal(headers.get('access-control-allow-methods'), null)
  })

  await t.test('a page of an origin on the list can neither use a name of its own nor load without CORS', async (t) => {
    const rebound = await api.app.inject({ url: '/livez', headers: { origin: panel, host: 'panel.example' } })
    t.match(rebound.json(), { code: 'request.unknown_host' })
    const picture = await api.app.inject({ url: '/livez', headers: { 'sec-fetch-site': 'cross-site' } })
    t.match(picture.json(), { code: 'request.foreign_origin' })
    t.equal(picture.headers['cross-origin-resource-policy'], 'same-origin')
  })

  await t.test('OPTIONS that is no preflight is a method like any other', async (t) => {
    const { status, headers, body } = await api.call('OPTIONS', '/api/tenants')
    t.equal(status, 405)
    t.equal(headers.get('allow'), 'GET, POST')
    t.match(body, { code: 'route.method_not_allowed' })
    const limited = await api.call('GET', '/nothing', undefined, { origin: panel })
    t.equal(limited.status, 429)
    t.equal(limited.headers.get('access-control-allow-origin'), panel, 'why it was refused can be read')
  })
})
