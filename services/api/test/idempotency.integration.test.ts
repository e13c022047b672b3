import { randomUUID } from 'node:crypto'
import { configureIntegration } from '@connector/domain/integration'
import { connectThulium } from '@connector/domain/tenant'
import { noDatabase } from '@connector/test-kit'
import t from 'tap'
import { z } from 'zod'
import { createFingerprints } from '../src/index.ts'
import { createClaims, type Operation } from '../src/idempotency/claims.ts'
import { accountBody, connect, password, shopBody, type Answer } from './support/api.ts'
import { startGuardedApi } from './support/guarded-api.ts'

const created = z.object({ integrationId: z.uuid() })
const isReplayed = ({ headers }: Answer): boolean => headers.get('idempotency-replayed') === 'true'

await t.test('Requests with an Idempotency-Key', { skip: noDatabase ?? false }, async (t) => {
  const guarded = await startGuardedApi(t)
  const { api, operator, as, newKey, now, pass } = guarded
  const { tenant, integration } = await connect({ ...api, ...as(operator) }, 'sklep-a')
  const admin = await newKey('sklep-a', ['admin'])
  const shops = `${tenant}/integrations`
  const apiKey = 'tajny-klucz-sklepu'
  let shopId = 50_000
  /** Each request of its own has a shop of its own: a shop is connected once in a tenant. */
  const anotherShop = () => ({ ...shopBody, shopId: String((shopId += 1)), apiKey })
  const send = (path: string, key: string, body?: object, credential = admin.secret): Promise<Answer> =>
    as(credential).call('POST', path, body, { 'idempotency-key': key })
  const idOf = ({ body }: Answer): string => created.parse(body).integrationId
  /** The shop can be connected again then. */
  const forget = async (answer: Answer): Promise<void> => {
    const { status } = await as(operator).call('DELETE', `${shops}/${idOf(answer)}`)
    if (status !== 204) throw new Error(`DELETE: ${status}`)
  }
  const shopCount = async (): Promise<number> => {
    const { rows } = await api.worker.pool.query<{ count: number }>(
      "select count(distinct stream_id)::int from events where stream_id like 'integration-sklep-a-%'",
    )
    return rows[0]?.count ?? 0
  }
  const keptRows = async (): Promise<string[]> =>
    (await api.worker.pool.query<{ row: string }>('select k::text as row from idempotency_keys k')).rows.map(
      ({ row }) => row,
    )

  await t.test('the same one acts once and gets the same answer again', async (t) => {
    const [key, before, newShop] = [randomUUID(), await shopCount(), anotherShop()]
    const first = await send(shops, key, newShop)
    t.equal(first.status, 201)
    t.notOk(isReplayed(first))
    const again = await send(shops, key, newShop)
    t.match(again, { status: 201, text: first.text })
    t.ok(isReplayed(again))
    t.equal(again.headers.get('content-type'), first.headers.get('content-type'))
    t.equal(await shopCount(), before + 1)
    await forget(first)
    t.not(idOf(await send(shops, randomUUID(), newShop)), idOf(first), 'another key is another request')
  })

  await t.test('of many at once one acts, and in the end all have its answer', async (t) => {
    const [key, before, newShop] = [randomUUID(), await shopCount(), anotherShop()]
    const answers = await Promise.all(Array.from({ length: 8 }, () => send(shops, key, newShop)))
    const acted = answers.filter((answer) => answer.status === 201 && !isReplayed(answer))
    t.equal(acted.length, 1)
    for (const answer of answers.filter(({ status }) => status !== 201)) {
      t.match(answer, { status: 409, body: { code: 'idempotency.in_progress' } })
      t.match(answer.headers.get('retry-after'), /^[1-9]\d*$/)
    }
    t.same(new Set((await Promise.all(answers.map(() => send(shops, key, newShop)))).map(({ text }) => text)).size, 1)
    t.equal(await shopCount(), before + 1)
  })

  await t.test('a key stands for one request: another body or address is refused', async (t) => {
    const [key, newShop] = [randomUUID(), anotherShop()]
    t.equal((await send(shops, key, newShop)).status, 201)
    for (const [path, body] of [
      [shops, { ...newShop, apiKey: 'inny' }],
      [`${integration}/stop`, undefined],
    ] as const)
      t.match(await send(path, key, body), { status: 422, body: { code: 'idempotency.key_reused' } })
  })

  await t.test('each access key has keys of its own', async (t) => {
    const [key, other] = [randomUUID(), await newKey('sklep-a', ['config'])]
    const newShop = anotherShop()
    const mine = await send(shops, key, newShop)
    await forget(mine)
    const theirs = await send(shops, key, newShop, other.secret)
    t.notOk(isReplayed(theirs))
    t.not(idOf(theirs), idOf(mine))
    t.match(await send(`${integration}/stop`, key, undefined, other.secret), {
      status: 403,
      body: { code: 'authentication.scope' },
    })
  })

  await t.test('connecting a tenant, which is none before, is done once too', async (t) => {
    const [key, body] = [randomUUID(), { system: 'sklep-b', ...accountBody, apiPassword: password }]
    t.match(await send('/api/tenants', key, body, operator), { status: 201 })
    const again = await send('/api/tenants', key, body, operator)
    t.match(again, { status: 201, body: { tenantId: 'sklep-b' } })
    t.ok(isReplayed(again))
    t.match(await send('/api/tenants', key, { ...body, system: 'sklep-c' }, operator), { status: 422 })
  })

  await t.test('a refusal by the present state stands; one by the contents leaves the key free', async (t) => {
    const start = randomUUID()
    const refused = await send(`${integration}/start`, start)
    t.match(refused, { status: 409, body: { code: 'integration.not_authenticated' } })
    const again = await send(`${integration}/start`, start)
    t.match(again, { status: 409, text: refused.text })
    t.ok(isReplayed(again))
    t.match(again.headers.get('content-type'), /^application\/problem\+json/)

    const [key, newShop] = [randomUUID(), anotherShop()]
    t.match(await send(shops, key, { ...newShop, queueId: 'seven' }), { status: 400 })
    t.match(await send(shops, key, newShop), { status: 201 })
  })

  await t.test('what failed for a passing reason may be tried again with the same key', async (t) => {
    const key = randomUUID()
    for (const time of ['first', 'second']) {
      const answer = await send(`${integration}/probe-source`, key)
      t.match(answer, { status: 503, body: { code: 'thulium.unavailable' } }, time)
      t.notOk(isReplayed(answer), time)
    }
    t.match(await send(`${integration}/stop`, key), { status: 422 }, 'for the same request only')
  })

  await t.test(
    'a process that dies in between blocks the key for two minutes, and nothing is made twice',
    async (t) => {
      const [key, before, newShop] = [randomUUID(), await shopCount(), anotherShop()]
      const operation: Operation = {
        tenantId: 'sklep-a',
        accessKeyId: admin.id,
        key,
        method: 'POST',
        path: shops,
        content: ['POST', shops, newShop],
      }
      const dying = createClaims(api.store, api.fingerprints, now)
      const claiming = await dying.claim(operation)
      if (claiming.is !== 'claimed') throw new Error(claiming.is)
      const { claim } = claiming
      const ref = { tenantId: 'sklep-a', integrationId: claim.operationId }
      await api.repository.changeIntegration(ref, 'the one that died', () =>
        configureIntegration({ ...shopBody, shopId: newShop.shopId }),
      )

      t.match(await send(shops, key, newShop), { status: 409, body: { code: 'idempotency.in_progress' } })
      pass(119)
      t.match(await send(shops, key, newShop), { status: 409 })
      pass(2)
      const answer = await send(shops, key, newShop)
      t.notOk(isReplayed(answer))
      t.match(answer, { status: 201, body: { integrationId: claim.operationId } })
      t.equal(await shopCount(), before + 1)

      // It was only slow: its answer must not take the place of the one that was given.
      await dying.finish(claim, { status: 500, headers: {}, body: 'late' })
      t.match(await send(shops, key, newShop), { status: 201, text: answer.text })
    },
  )

  await t.test('a tenant whose connecting was cut short before its password was stored gets it', async (t) => {
    const staff = await newKey(undefined, ['operator'])
    const [key, path] = [randomUUID(), '/api/tenants']
    const body = { system: 'sklep-d', ...accountBody, sinkDomain: 'empikplace-connector.invalid' }
    const sent = { ...body, apiPassword: password }
    const claiming = await createClaims(api.store, api.fingerprints, now).claim({
      tenantId: '*',
      accessKeyId: staff.id,
      key,
      method: 'POST',
      path,
      content: ['POST', path, sent],
    })
    t.equal(claiming.is, 'claimed')
    await api.repository.changeTenant('sklep-d', 'the one that died', () => connectThulium(body))
    pass(121)

    t.match(await send(path, randomUUID(), sent, staff.secret), { status: 409, body: { code: 'tenant.exists' } })
    t.match(await send(path, key, sent, staff.secret), { status: 201, body: { tenantId: 'sklep-d' } })
    const stored = await api.store.inTenant('sklep-d', (db) => api.vault.read(db, 'sklep-d', 'thulium'))
    t.match(stored, { secret: password, version: 1 })
  })

  await t.test('what is no key is refused by every POST, but for those that say why they take none', async (t) => {
    const ignored = new Set([
      '/api/token',
      '/api/access-keys',
      '/api/tenants/:tenantId/access-keys',
      '/api/tenants/:tenantId/launch-links',
      '/api/tenants/:tenantId/thulium/webhook/renew',
      '/api/tenants/:tenantId/preflight',
      '/api/tenants/:tenantId/try-shop',
      '/api/tenants/:tenantId/integrations/:integrationId/preflight',
      '/api/tenants/:tenantId/integrations/:integrationId/rules/preview',
      '/api/tenants/:tenantId/integrations/:integrationId/auto-replies/preview',
      '/api/tenants/:tenantId/integrations/:integrationId/rules/preview-recent',
      '/api/tenants/:tenantId/integrations/:integrationId/conversations/:threadId/answers/preview',
      '/api/tenants/:tenantId/alert-targets',
      '/api/tenants/:tenantId/alert-targets/:targetId/renew-secret',
      '/api/alert-targets',
      '/api/alert-targets/:targetId/renew-secret',
    ])
    const posts = api.app
      .routeAccess()
      .filter(({ methods, url }) => methods.includes('POST') && url.startsWith('/api/'))
    t.ok(posts.length > ignored.size)
    const refusal = { errors: [{ field: 'headers.idempotency-key' }] }
    for (const { url } of posts) {
      const path = url.replaceAll(/:\w+/g, 'x').replace('/x/', '/sklep-a/')
      const { body } = await send(path, 'a b', {}, operator)
      if (ignored.has(url)) t.notMatch(body, refusal, url)
      else t.match(body, refusal, url)
    }
    const newShop = anotherShop()
    for (const key of ['', 'x'.repeat(256), 'klucz sklepu'])
      t.match(await send(shops, key, newShop), { status: 400, body: refusal }, key)
    t.equal((await send(shops, 'x'.repeat(255), newShop)).status, 201)
  })

  await t.test('an answer with a secret is never kept, nor is a secret that was sent', async (t) => {
    const [key, body] = [randomUUID(), { name: 'Ekran', scopes: ['status:read'] }]
    const [one, other] = [
      await send(`${tenant}/access-keys`, key, body),
      await send(`${tenant}/access-keys`, key, body),
    ]
    t.match([one, other], [{ status: 201 }, { status: 201 }])
    const { secret } = z.object({ secret: z.string() }).parse(one.body)
    t.not(other.body['secret'], secret)
    const rows = (await keptRows()).join()
    t.match(rows, shops, 'there are rows')
    for (const hidden of [key, secret, apiKey, password]) t.notMatch(rows, hidden)
  })

  await t.test('after a day a key is new again, and what is old goes', async (t) => {
    const [key, newShop] = [randomUUID(), anotherShop()]
    const first = await send(shops, key, newShop)
    await forget(first)
    pass(24 * 3_600 - 1)
    t.ok(isReplayed(await send(shops, key, newShop)))
    pass(1)
    const later = await send(shops, key, newShop)
    t.notOk(isReplayed(later))
    t.not(idOf(later), idOf(first))
    const ofTenant = (await keptRows()).filter((row) => row.startsWith('(sklep-a,'))
    t.equal(ofTenant.length, 1)
  })
})

await t.test('While the master key rotates, a request is still known', (t) => {
  const [before, after] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)]
  const content = ['POST', '/api/tenants', { apiPassword: 'haslo' }]
  const kept = createFingerprints(before).of(content)
  t.ok(createFingerprints(after, before).fits(kept, content))
  t.notOk(createFingerprints(after, before).fits(kept, [...content, 'more']))
  t.notOk(createFingerprints(after).fits(kept, content))
  t.end()
})
