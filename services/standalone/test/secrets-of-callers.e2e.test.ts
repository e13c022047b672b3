import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { connectTenants, createMasterKey, migrate } from '@connector/store'
import { createTestDatabase, noDatabase, until } from '@connector/test-kit'
import t from 'tap'
import { z } from 'zod'
import { startChild } from './support/child.ts'
import { leaks, tracesInDatabase, type Trace } from './support/traces.ts'

t.setTimeout(120_000)

const system = 'tajemnice'
const login = { user: 'thulium', password: 'haslo webhooka+"1"/%2F=' }
const account = { apiUser: 'connector', mailbox: 'sklep@sklep.example', agentLogin: 'bot', threadField: 'Wątek' }

/** The first key of all is made at the database, as the command of the operator does. */
async function createOperatorKey(url: string): Promise<string> {
  const secret = `ect_${randomBytes(32).toString('base64url')}`
  await migrate(url)
  const store = connectTenants({ url, max: 1 })
  await store.asOperator((db) =>
    db
      .insertInto('access_keys')
      .values({
        id: randomUUID(),
        tenant_id: null,
        name: 'first',
        hash: createHash('sha256').update(secret).digest(),
        prefix: secret.slice(0, 12),
        scopes: ['operator'],
        expires_at: null,
        last_used_at: null,
        revoked_at: null,
        created_at: new Date(),
      })
      .execute(),
  )
  await store.close()
  return secret
}

await t.test('What callers show is kept nowhere', { skip: noDatabase ?? false }, async (t) => {
  const database = await createTestDatabase()
  const operator = await createOperatorKey(database.url)
  const traces: Trace[] = []
  const api = startChild(
    'services/api/src/main.ts',
    {
      DATABASE_URL: database.url,
      CONNECTOR_MASTER_KEY: createMasterKey(),
      EMPIKPLACE_URL: 'http://127.0.0.1:1',
      THULIUM_URL: 'http://127.0.0.1:1/{system}',
      API_PORT: '0',
      LOG_LEVEL: 'trace',
    },
    (text) => traces.push({ where: 'the log', text }),
  )
  t.teardown(async () => {
    api.kill('SIGKILL')
    await api.ended
    await database.drop()
  })
  const logged = (): string => traces.map(({ text }) => text).join('')
  const url = await until('the API', () => /"url":"(http:[^"]+)"/.exec(logged())?.[1])

  interface Sent {
    credential?: string
    headers?: Record<string, string>
    body?: unknown
    /** What the answer is there to show, and so is no leak in it. */
    shows?: string[]
  }
  const call = async (method: string, path: string, { credential, headers, body, shows = [] }: Sent = {}) => {
    const answer = await fetch(new URL(path, url), {
      method,
      headers: {
        ...(credential === undefined ? {} : { authorization: `Bearer ${credential}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await answer.text()
    const document: Record<string, unknown> = text.startsWith('{') ? z.looseObject({}).parse(JSON.parse(text)) : {}
    const shown = shows.map((name) => z.string().parse(document[name]))
    const rest = shown.reduce((left, secret) => left.replaceAll(secret, '(shown)'), text)
    traces.push({
      where: `the answer to ${method} ${path.replace(/\/(launch|thulium)\/[\w.-]{40,}$/, '/$1/…')}`,
      text: `${JSON.stringify([...answer.headers])} ${rest}`,
    })
    return { status: answer.status, shown: shown[0] ?? '' }
  }

  const tenant = `/api/tenants/${system}`
  const connected = { system, ...account, apiPassword: 'x' }
  t.equal((await call('POST', '/api/tenants', { credential: operator, body: connected })).status, 201)
  const newKey = async (): Promise<string> => {
    const body = { name: 'Ekran', scopes: ['admin'] }
    return (await call('POST', `${tenant}/access-keys`, { credential: operator, body, shows: ['secret'] })).shown
  }
  const key = await newKey()
  const token = (await call('POST', '/api/token', { credential: key, shows: ['accessToken'] })).shown
  const makeLink = async (): Promise<string> => {
    const made = await call('POST', `${tenant}/launch-links`, { credential: key, body: {}, shows: ['url'] })
    return new URL(made.shown).pathname
  }
  const [link, unused] = [await makeLink(), await makeLink()]
  t.equal((await call('GET', link)).status, 200)
  const launched = await call('POST', link, { shows: ['accessToken'] })
  t.equal((await call('POST', link)).status, 410)
  const readHook = async (method: string, path: string): Promise<string> =>
    new URL((await call(method, `${tenant}/thulium/webhook${path}`, { credential: key, shows: ['url'] })).shown)
      .pathname
  const oldHook = await readHook('GET', '')
  const hook = await readHook('POST', '/renew')
  t.equal((await call('PUT', `${tenant}/thulium/webhook/login`, { credential: key, body: login })).status, 204)
  const basic = Buffer.from(`${login.user}:${login.password}`).toString('base64')
  t.equal((await call('POST', hook, { headers: { authorization: `Basic ${basic}` }, body: {} })).status, 204)

  // What is wrong about a request, and where, must be said without quoting it.
  t.equal((await call('POST', hook, { body: {} })).status, 401)
  t.equal((await call('POST', oldHook, { body: {} })).status, 404)
  t.equal((await call('GET', hook)).status, 405)
  t.equal((await call('GET', `${unused}/x`)).status, 404)
  const tooMuch = { ...login, user: 'a:b', more: login.password }
  t.equal((await call('PUT', `${tenant}/thulium/webhook/login`, { credential: key, body: tooMuch })).status, 400)
  for (const credential of [`${token}x`, `${key}x`, `${launched.shown} ${key}`])
    t.equal((await call('GET', tenant, { credential })).status, 401)
  t.equal((await call('GET', `${tenant}/nothing`, { credential: key })).status, 404)
  for (const credential of [key, token, operator])
    for (const path of [tenant, `${tenant}/access-keys`, `${tenant}/conversations`, `${tenant}/integrations`])
      t.equal((await call('GET', path, { credential })).status, 200)

  api.kill('SIGTERM')
  await api.ended
  traces.push(...(await tracesInDatabase(database.url)))

  const tokenOf = (path: string): string => path.split('/').at(-1) ?? ''
  const secrets = {
    operator,
    key,
    token,
    'token of the link': launched.shown,
    'used link': tokenOf(link),
    'unused link': tokenOf(unused),
    'old webhook': tokenOf(oldHook),
    webhook: tokenOf(hook),
    'password of the webhook': login.password,
    'header of the webhook': basic,
  }
  await t.test('the search finds what is there', (t) => {
    for (const [name, secret] of Object.entries(secrets)) t.ok(secret.length > 15, name)
    const found = leaks(traces, { name: 'Ekran', prefix: key.slice(0, 12) }).join('\n')
    t.match(found, /name in table public\.access_keys/)
    t.match(found, /prefix in the answer to GET/)
    t.match(logged(), /\/hooks\/thulium\/:token/, 'requests are logged, by the pattern of their route')
    // Among them the canary, which shows that the master key is the right one.
    t.equal(traces.filter(({ where }) => where === 'table public.credentials').length, 4, 'what is kept is sealed')
    t.end()
  })
  await t.test('and finds no secret', (t) => {
    t.same(leaks(traces, secrets), [])
    t.end()
  })
})
