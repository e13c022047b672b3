import { noDatabase } from '@connector/test-kit'
import t from 'tap'
import { allows, tenantScopes, type RouteScope, type Scope } from '../src/authentication/scopes.ts'
import { shownDocument } from '../src/reference/document.ts'
import { bodyOf as exampleOf } from '../src/reference/example.ts'
import { resolve } from '../src/reference/fields.ts'
import { connect } from './support/api.ts'
import { bearer, startGuardedApi, type GuardedApi } from './support/guarded-api.ts'
import { projectConversation, projectEffect, projectIntegration } from './support/read-models.ts'

const threadId = '5f2c0b5e-0000-4000-8000-00000000000a'
const effectKey = 'message:mirror/tajny'

/** Whatever of this shows up in an answer to somebody else has leaked. */
const secretMark = 'tajne-dane-b'

/** Of a buyer: what he is called, wrote and ordered. Only who may read conversations finds it, in his own tenant. */
const personalMark = 'Anna Prywatna'

/** What a body of such a field says instead of the example of the document: what would be worth most to somebody else. */
const aims: Record<string, unknown> = { threadId, scopes: ['admin'] }

/** By the last part of the address, what such a route cannot be read without. */
const neededQueries: Record<string, string> = { 'custom-fields': '?of=ticket', series: '?metric=messages' }

interface Ids {
  tenantId: string
  integrationId: string
  keyId: string
}

const addressOf = (url: string, ids: Ids): string =>
  url
    .replace(':tenantId', ids.tenantId)
    .replace(':integrationId', ids.integrationId)
    .replace(':keyId', ids.keyId)
    .replace(':threadId', threadId)
    .replace(':effectKey', encodeURIComponent(effectKey))
    // Ids that a later route brings along: the one with most to it.
    .replaceAll(/:\w+/g, threadId)

interface Answer {
  status: number
  text: string
  challenge: string | null
}

/** Streams never end, so of those only the status is looked at. */
async function ask(guarded: GuardedApi, method: string, path: string, headers: Record<string, string>, body?: object) {
  const stop = new AbortController()
  const answer = await fetch(`${guarded.api.url}${path}`, {
    method,
    signal: stop.signal,
    headers: { ...(body ? { 'content-type': 'application/json' } : {}), ...headers },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  const stream = answer.headers.get('content-type')?.includes('event-stream') === true
  const text = stream ? '' : await answer.text()
  if (stream) stop.abort()
  return { status: answer.status, text, challenge: answer.headers.get('www-authenticate') } satisfies Answer
}

await t.test('No route gives away what belongs to another tenant', { skip: noDatabase ?? false }, async (t) => {
  const guarded = await startGuardedApi(t)
  const { api, operator, as, newKey } = guarded
  const full = async (tenantId: string, mark: string): Promise<Ids> => {
    const { integrationId } = await connect({ ...api, ...as(operator) }, tenantId, {
      account: { agentLogin: mark },
      shop: { name: mark },
    })
    const ref = { tenantId, integrationId, threadId }
    await projectIntegration(api, tenantId, integrationId)
    await projectConversation(api, { ...ref, subject: mark, ticketId: 77 })
    await projectEffect(api, { ...ref, key: effectKey, state: 'parked', plannedAt: guarded.now() })
    const marks = [
      'update conversations set subject = $2, customer_name = $2, customer_id = $2, order_id = $2 where tenant_id = $1',
      "update effects set failure_class = 'refused', failure_message = $2 where tenant_id = $1",
      `insert into polls (tenant_id, integration_id, side, next_at, failures, failure_class, failure_message)
       select tenant_id, integration_id, 'thulium', now(), 1, 'refused', $2 from integrations where tenant_id = $1`,
      `insert into quarantined_streams (tenant_id, stream_id, integration_id, thread_id, event_id, event_type,
         schema_version, revision, recorded_at, reason, since, tried_at)
       values ($1, 'tenant-x', '', '', gen_random_uuid(), 'Other', 1, 0, now(), $2, now(), now())`,
    ]
    for (const statement of marks) await api.worker.pool.query(statement, [tenantId, `${personalMark} ${mark}`])
    return { tenantId, integrationId, keyId: (await newKey(tenantId, ['admin'])).id }
  }
  const mine = await full('sklep-a', 'moje-dane-a')
  const theirs = await full('sklep-b', secretMark)
  const eventsOf = async (tenantId: string): Promise<number> => {
    const { rows } = await api.worker.pool.query<{ count: number }>(
      "select count(*)::int from events where metadata ->> 'tenantId' = $1",
      [tenantId],
    )
    return rows[0]?.count ?? 0
  }
  const rowsOf = async (): Promise<string> => {
    const tables = ['integrations', 'credentials', 'effects', 'access_keys']
    const texts = await Promise.all(
      tables.map(async (table) => {
        const { rows } = await api.worker.pool.query(
          `select md5(string_agg(x::text, '' order by x::text)) as digest from ${table} x where tenant_id = 'sklep-b'`,
        )
        return JSON.stringify(rows)
      }),
    )
    return texts.join()
  }
  const before = { events: await eventsOf('sklep-b'), rows: await rowsOf() }

  /** A route whose query can ask for more is two calls. */
  const calls = api.app
    .routeAccess()
    .flatMap(({ methods, url, scope, furtherScope: more }) =>
      methods.flatMap((method): { method: string; url: string; scopes: RouteScope[] }[] => [
        { method, url, scopes: [scope] },
        ...(more ? [{ method, url: `${url}?${more.query}=${more.value}`, scopes: [scope, more.scope] }] : []),
      ]),
    )
  const guardedCalls = calls.filter(({ scopes }) => !scopes.includes('public'))
  const { paths, components } = shownDocument.parse(api.app.swagger())
  /** With what gets a request past the checks of the route itself. */
  function bodyOf({ method, url }: { method: string; url: string }): object | undefined {
    if (method === 'GET' || method === 'HEAD' || method === 'DELETE') return undefined
    const path = url.replace(/\?.*/, '').replaceAll(/:(\w+)/g, '{$1}')
    const schema = paths[path]?.[method.toLowerCase()]?.requestBody?.content['application/json']?.schema
    if (!schema) return {}
    const { properties = {} } = resolve(schema, components.schemas)
    const aimed = Object.entries(aims).filter(([name]) => name in properties)
    return Object.assign({}, exampleOf(schema, components.schemas), Object.fromEntries(aimed))
  }

  await t.test('the public routes are these, each with a reason', (t) => {
    const reasons: Record<string, string> = {
      '/livez': 'for whatever watches the process',
      '/readyz': 'for whatever watches the process',
      '/.well-known/jwks.json': 'public keys',
      '/.well-known/log-keys.json': 'public keys',
      '/openapi.json': 'the contract',
      '/reference': 'the contract, for people',
      '/problems/:code': 'the contract, for people',
      '/files/:token': 'the link is the credential',
      '/add-to-crm/:token': 'the link is the credential',
      '/panel/:token': 'the link is the credential',
      '/launch/:token': 'the link is the credential',
      '/hooks/thulium/:token': 'the link is the credential',
      '/metrics': 'numbers without names of tenants',
    }
    const open = calls.filter(({ scopes }) => scopes.includes('public')).map(({ url }) => url)
    for (const url of open)
      t.ok(
        Object.keys(reasons).some((known) => url === known || url.startsWith('/reference/')),
        url,
      )
    t.end()
  })

  await t.test('without a credential there is nothing but 401', async (t) => {
    for (const call of guardedCalls) {
      const { status, text, challenge } = await ask(guarded, call.method, addressOf(call.url, theirs), {}, bodyOf(call))
      t.equal(status, 401, `${call.method} ${call.url}`)
      t.match(challenge, /^Bearer /)
      t.notMatch(text, secretMark)
    }
  })

  const isOfTenant = ({ url }: { url: string }): boolean => url.includes('/:tenantId')

  for (const scopes of [[], ...tenantScopes.map((scope): Scope[] => [scope])]) {
    await t.test(`a key of another tenant with ${scopes.join() || 'no scope'} reaches nothing`, async (t) => {
      const key = await newKey('sklep-a', scopes)
      const credentials = scopes.length === 0 ? [key.secret] : [key.secret, await guarded.token(key.secret)]
      for (const credential of credentials)
        for (const call of guardedCalls) {
          const name = `${call.method} ${call.url}`
          const headers = bearer(credential)
          const direct = await ask(guarded, call.method, addressOf(call.url, theirs), headers, bodyOf(call))
          t.notMatch(direct.text, secretMark, name)
          if (isOfTenant(call)) t.equal(direct.status, 404, `${name} of the other tenant`)
          else if (call.scopes.includes('operator')) t.equal(direct.status, 403, `${name} of the operator`)
          if (!isOfTenant(call)) continue
          if (!call.scopes.every((scope) => scope !== 'public' && allows(scopes, scope))) {
            const own = await ask(guarded, call.method, addressOf(call.url, mine), headers, bodyOf(call))
            t.equal(own.status, 403, `${name} of one’s own without the scope`)
          }
          if (!/:(?!tenantId)/.test(call.url)) continue
          // Under the caller's own tenant, the ids of the other one.
          const mixed = { ...theirs, tenantId: mine.tenantId }
          const inside = await ask(guarded, call.method, addressOf(call.url, mixed), headers, bodyOf(call))
          t.ok(inside.status >= 400 && inside.status < 500, `${name} with foreign ids: ${inside.status}`)
          t.notMatch(inside.text, secretMark, name)
        }
    })
  }

  await t.test('what lets people in is made and ended with a key, never with a token', async (t) => {
    const takingKeys = api.app
      .routeAccess()
      .filter(({ needsKey }) => needsKey)
      .flatMap(({ methods, url }) => methods.map((method) => ({ method, url })))
    t.same(takingKeys.map(({ method, url }) => `${method} ${url.replace('/api/tenants/:tenantId', '…')}`).sort(), [
      'DELETE /api/access-keys/:keyId',
      'DELETE …/access-keys/:keyId',
      'DELETE …/thulium/webhook/login',
      'POST /api/access-keys',
      'POST /api/token',
      'POST …/access-keys',
      'POST …/launch-links',
      'POST …/thulium/webhook/renew',
      'PUT …/thulium/webhook/login',
    ])
    const token = await guarded.token(operator)
    const before = await rowsOf()
    for (const call of takingKeys) {
      const refused = await ask(guarded, call.method, addressOf(call.url, theirs), bearer(token), bodyOf(call))
      t.equal(refused.status, 403, `${call.method} ${call.url}`)
      t.match(refused.text, 'authentication.key_needed')
    }
    t.equal(await rowsOf(), before)
  })

  await t.test('lists of one’s own hold nothing of the other', async (t) => {
    const admin = await newKey('sklep-a', ['admin'])
    for (const call of guardedCalls.filter((each) => each.method === 'GET' && isOfTenant(each))) {
      const { text } = await ask(guarded, 'GET', addressOf(call.url, mine), bearer(admin.secret))
      t.notMatch(text, secretMark, call.url)
      t.notMatch(text, theirs.integrationId, call.url)
    }
  })

  await t.test('names and texts are for those who may read conversations, whatever else a key may do', async (t) => {
    const ofTenant = guardedCalls.filter(isOfTenant)
    for (const scope of tenantScopes.filter((scope) => scope !== 'conversations:read' && scope !== 'admin')) {
      const key = await newKey('sklep-a', [scope])
      for (const call of ofTenant.filter(({ method, scopes }) => method === 'GET' && scopes.includes(scope))) {
        const asked = `${addressOf(call.url, mine)}${neededQueries[call.url.replace(/^.*\//, '')] ?? ''}`
        const { status, text } = await ask(guarded, 'GET', asked, bearer(key.secret))
        // No operation was asked for here.
        t.equal(status, call.url.includes(':operationId') ? 404 : 200, `GET ${call.url} with ${scope}`)
        t.notMatch(text, personalMark, `GET ${call.url} with ${scope}`)
      }
    }
    const config = await newKey('sklep-a', ['config'])
    for (const call of ofTenant.filter(({ url }) => url.endsWith('/preview'))) {
      const known = await ask(guarded, 'POST', addressOf(call.url, mine), bearer(config.secret), { threadId })
      t.equal(known.status, 403, `${call.url} of a known conversation`)
    }
    const reader = await newKey('sklep-a', ['status:read', 'conversations:read'])
    for (const path of ['conversations', 'status', 'quarantine', `integrations/${mine.integrationId}/effects`]) {
      const { text } = await ask(guarded, 'GET', `/api/tenants/sklep-a/${path}`, bearer(reader.secret))
      t.match(text, personalMark, `${path} has it for those who may`)
    }
  })

  await t.test('and nothing of the other was changed', async (t) => {
    t.same({ events: await eventsOf('sklep-b'), rows: await rowsOf() }, before)
    const owner = await newKey('sklep-b', ['conversations:read'])
    const own = await as(owner.secret).call('GET', '/api/tenants/sklep-b/conversations')
    t.match(own.text, secretMark, 'the mark is there for those whom it belongs to')
  })
})
