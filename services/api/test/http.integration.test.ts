import { once } from 'node:events'
import { createServer } from 'node:http'
import { connect as dial } from 'node:net'
import { noDatabase, until } from '@connector/test-kit'
import t from 'tap'
import { answerMalformed } from '../src/http/error-handlers.ts'
import { accountBody, connect, createDoor, password, startApi, type Answer } from './support/api.ts'

const nobody = '00000000-0000-4000-8000-000000000000'

const isProblem = (t: Tap, answer: Answer, status: number, code: string): void => {
  t.equal(answer.status, status, code)
  t.match(answer.headers.get('content-type'), /^application\/problem\+json\b/, code)
  t.match(answer.body, {
    type: `/problems/${code}`,
    status,
    code,
    title: /\w/,
    detail: /\w/,
    action: /\w/,
    requestId: answer.headers.get('x-request-id') ?? 'none',
  })
}
type Tap = Pick<typeof t, 'equal' | 'match'>

await t.test('How the API answers', { skip: noDatabase ?? false }, async (t) => {
  const api = await startApi(t)
  const { integration } = await connect(api, 'sklep-a')

  await t.test('Whatever goes wrong, the answer is a problem of the catalogue', async (t) => {
    const tenants = '/api/tenants'
    const cases: [method: string, path: string, status: number, code: string, body?: unknown, headers?: object][] = [
      ['GET', '/nothing?here=1', 404, 'route.unknown'],
      ['DELETE', tenants, 405, 'route.method_not_allowed'],
      ['QUERY', tenants, 405, 'route.method_not_allowed'],
      ['DELETE', tenants, 405, 'route.method_not_allowed', '<x/>', { 'content-type': 'application/xml' }],
      ['DELETE', tenants, 405, 'route.method_not_allowed', '{'],
      ['GET', `${tenants}/unknown`, 404, 'tenant.unknown'],
      ['GET', `${tenants}/UPPER`, 400, 'request.invalid'],
      ['GET', `${tenants}/${'a'.repeat(1_100)}`, 404, 'route.unknown'],
      ['GET', `${tenants}/%ZZ`, 400, 'request.malformed'],
      ['GET', `${tenants}/sklep-a/integrations/${nobody}/status`, 404, 'integration.unknown'],
      ['GET', `${tenants}/sklep-a/integrations/no-uuid/status`, 400, 'request.invalid'],
      ['GET', `${tenants}/sklep-a/conversations/${nobody}/thread`, 404, 'conversation.unknown'],
      ['GET', `${tenants}/sklep-a/conversations?limit=0`, 400, 'request.invalid'],
      ['POST', tenants, 400, 'request.invalid', { system: 'x' }],
      ['POST', tenants, 400, 'request.not_json', '{"system":'],
      ['POST', tenants, 415, 'request.media_type', '<x/>', { 'content-type': 'application/xml' }],
      ['POST', tenants, 400, 'request.invalid', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
      ['POST', '/api/access-keys', 400, 'request.invalid', { name: 'a\0b' }],
      ['POST', `${integration}/effects/%00/dismiss`, 400, 'request.invalid'],
      ['GET', `${tenants}/sklep-a/conversations?search=a%00`, 400, 'request.invalid'],
      ['POST', '/api/token', 400, 'request.invalid', `${'['.repeat(20)}${']'.repeat(20)}`],
      ['POST', tenants, 413, 'request.too_large', { system: 'x'.repeat(600_000) }],
      ['POST', `${integration}/start`, 409, 'integration.not_authenticated'],
    ]
    for (const [method, path, status, code, body, headers = {}] of cases)
      isProblem(t, await api.call(method, path, body, { ...headers }), status, code)
  })

  await t.test('A method that a path does not have is answered with those that it has', async (t) => {
    const cases: [method: string, path: string, allow: string][] = [
      ['DELETE', '/api/tenants', 'GET, POST'],
      ['PATCH', '/api/tenants/sklep-a/access-keys', 'GET, POST'],
      ['GET', `${integration}/start`, 'POST'],
      ['POST', '/files/x', 'GET, HEAD'],
      ['HEAD', '/openapi.json', 'GET'],
      ['OPTIONS', '/openapi.json', 'GET'],
    ]
    for (const [method, path, allow] of cases) {
      const { status, headers } = await api.call(method, `${path}?any=query`)
      t.equal(status, 405, `${method} ${path}`)
      t.equal(headers.get('allow'), allow)
    }
    t.equal((await api.call('HEAD', '/livez')).status, 200)
    t.equal((await api.call('HEAD', '/readyz')).status, 200)
    for (const path of ['/nothing', '/api', '/api/tenants/sklep-a/nothing']) {
      const { status, headers } = await api.call('DELETE', path)
      t.equal(status, 404, path)
      t.equal(headers.get('allow'), null)
    }
  })

  await t.test('The type of a problem leads to a page about it', async (t) => {
    const { body } = await api.call('GET', '/api/tenants/unknown')
    const { status, headers, text } = await api.call('GET', String(body['type']))
    t.equal(status, 200)
    t.match(headers.get('content-type'), 'text/html')
    t.match(headers.get('content-security-policy'), /^default-src 'none'; style-src 'sha256-/)
    t.match(text, 'The tenant is not known')
    t.match(text, 'tenant.unknown')
    isProblem(t, await api.call('GET', '/problems/no.such'), 404, 'route.unknown')
  })

  await t.test('A wrong request names every wrong field and repeats no value', async (t) => {
    const answer = await api.call('POST', '/api/tenants', {
      ...accountBody,
      system: 'a.b/c',
      apiPassword: password,
      mailbox: 'no mailbox',
      surprise: 'a-secret-in-the-wrong-field',
    })
    const { errors } = answer.body
    t.match(errors, [{ field: 'body.mailbox' }, { field: 'body.system' }, { field: 'body' }])
    t.notMatch(answer.text, password)
    t.notMatch(answer.text, 'a-secret-in-the-wrong-field')
  })

  await t.test('Bytes that are no request are answered with a problem too', async (t) => {
    const answerTo = async (port: string, bytes: string): Promise<string> => {
      const socket = dial(Number(port), '127.0.0.1')
      socket.write(bytes)
      let text = ''
      socket.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
      await once(socket, 'close')
      return text
    }
    const { port } = new URL(api.url)
    const malformed = /^HTTP\/1\.1 400 .*application\/problem\+json.*"code":"request\.malformed"/s
    t.match(await answerTo(port, 'this is not HTTP\r\n\r\n'), malformed)
    const large = `GET /livez HTTP/1.1\r\nhost: localhost\r\nx-large: ${'x'.repeat(20_000)}\r\n\r\n`
    t.match(await answerTo(port, large), /^HTTP\/1\.1 431 .*"code":"request\.headers_too_large"/s)

    // As Node does a minute after the first byte.
    const soon = createServer({ connectionsCheckingInterval: 10, requestTimeout: 1, headersTimeout: 1 })
    soon.on('clientError', answerMalformed)
    soon.listen(0, '127.0.0.1')
    await once(soon, 'listening')
    t.teardown(() => soon.close())
    const address = soon.address()
    const slow = String(typeof address === 'object' && address ? address.port : 0)
    t.match(await answerTo(slow, 'GET /livez HTTP/1.1\r\n'), /^HTTP\/1\.1 408 .*"code":"request\.too_slow"/s)
  })

  await t.test('A request id is taken from the caller, or made, and always answered', async (t) => {
    const id = 'caller-7:1'
    const given = await api.call('GET', '/livez', undefined, { 'x-request-id': id })
    t.equal(given.headers.get('x-request-id'), id)
    const made = await api.call('GET', '/livez')
    t.match(made.headers.get('x-request-id'), /^[0-9a-f-]{36}$/)
    const nasty = await api.call('GET', '/livez', undefined, { 'x-request-id': 'x'.repeat(65) })
    t.match(nasty.headers.get('x-request-id'), /^[0-9a-f-]{36}$/)
  })

  await t.test('Every answer tells browsers to guess, keep, frame and run nothing', async (t) => {
    for (const path of ['/livez', '/nothing', '/api/tenants/sklep-a']) {
      const { headers } = await api.call('GET', path)
      t.equal(headers.get('x-content-type-options'), 'nosniff')
      t.equal(headers.get('cache-control'), path.startsWith('/api/') ? 'private, no-cache' : 'no-store')
      t.match(headers.get('content-security-policy'), /default-src 'none'; frame-ancestors 'none'/)
    }
  })

  await t.test('A page of another web site can neither change nor read anything', async (t) => {
    const start = `${integration}/start`
    const from = (origin: string) => api.call('POST', start, undefined, { origin })
    isProblem(t, await from('https://evil.example'), 403, 'request.foreign_origin')
    isProblem(t, await from('null'), 403, 'request.foreign_origin')
    t.equal((await from(api.url)).status, 409, 'its own pages may')

    const rebound = await api.app.inject({ url: '/api/tenants/sklep-a', headers: { host: 'evil.example:8080' } })
    t.equal(rebound.statusCode, 403)
    t.match(rebound.json(), { code: 'request.unknown_host' })
    for (const host of ['localhost:8080', '127.0.0.1:8080', '[::1]:8080', 'api:8080'])
      t.equal((await api.app.inject({ url: '/livez', headers: { host } })).statusCode, 200, host)
  })

  await t.test('The owner of the process can add pages of its own before it listens', async (t) => {
    t.equal((await api.call('GET', '/livez')).status, 200)
    const other = await startApi(t, {}, (app) => {
      app.get('/page', { config: { scope: 'public' } }, (_request, reply) =>
        reply.header('content-security-policy', "default-src 'self'").type('text/html').send('<p>Dzień dobry</p>'),
      )
    })
    const page = await other.call('GET', '/page')
    t.equal(page.text, '<p>Dzień dobry</p>')
    t.match(page.headers.get('content-security-policy'), /default-src 'self'/)
  })
})

await t.test('While the database is away', { skip: noDatabase ?? false }, async (t) => {
  const api = await startApi(t, {}, undefined, (url) => createDoor(t, url))
  await connect(api, 'sklep-a')
  t.match(await api.call('GET', '/readyz'), { status: 200, body: { status: 'ready' } })
  await api.shutDoor()

  await t.test('the process is alive and not ready', async (t) => {
    t.match(await api.call('GET', '/livez'), { status: 200, body: { status: 'ok' } })
    const answer = await api.call('GET', '/readyz')
    isProblem(t, answer, 503, 'service.not_ready')
    t.match(answer.body, { detail: 'The database cannot be reached.' })
  })

  await t.test('a person with a link from a ticket is told so by a page', async (t) => {
    const ref = { tenantId: 'sklep-a', integrationId: nobody, threadId: 'a' }
    const path = new URL(api.links.make('add-to-crm', ref, new Date(Date.now() + 60_000))).pathname
    const answer = await api.call('GET', path)
    t.match(answer, { status: 503, text: /<h1>Teraz się nie da/ })
    t.equal(answer.headers.get('retry-after'), '60')
  })

  await t.test('reads and writes are refused with 503 and a time to try again', async (t) => {
    for (const [method, path, body] of [
      ['GET', '/api/tenants/sklep-a/conversations', undefined],
      ['GET', '/api/tenants/other', undefined],
      ['POST', '/api/tenants', { system: 'sklep-b', ...accountBody, apiPassword: password }],
    ] as const) {
      const answer = await api.call(method, path, body)
      isProblem(t, answer, 503, 'database.unavailable')
      t.equal(answer.headers.get('retry-after'), '5')
    }
  })
})

await t.test(
  'Whoever asks whether it is ready takes one connection, however many ask',
  { skip: noDatabase ?? false },
  async (t) => {
    const api = await startApi(t, {}, undefined, undefined, undefined, { connection: { max: 1 } })
    const held = await api.store.pool.connect()
    let come = 0
    api.app.server.on('request', () => (come += 1))
    const asked = Array.from({ length: 5 }, () => api.call('GET', '/readyz'))
    await until('all have come', () => Promise.resolve(come === asked.length ? true : undefined))
    t.equal(api.store.pool.waitingCount, 1)
    held.release()
    for (const answer of await Promise.all(asked)) t.equal(answer.status, 200)
  },
)

await t.test(
  'Without the migrations the service is not ready, and says so',
  { skip: noDatabase ?? false },
  async (t) => {
    const api = await startApi(t)
    await api.worker.pool.query('set role none; drop table polls, effects, idempotency_keys')
    const answer = await api.call('GET', '/readyz')
    isProblem(t, answer, 503, 'service.not_ready')
    t.match(answer.body, {
      detail: 'The migrations were not applied: effects, polls, idempotency_keys cannot be read.',
    })
  },
)
