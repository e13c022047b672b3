import { noDatabase } from '@connector/test-kit'
import t from 'tap'
import { z } from 'zod'
import { connect, createDoor, startApi, type Api } from './support/api.ts'
import { startGuardedApi } from './support/guarded-api.ts'

const view = z.object({ url: z.url(), user: z.string().nullable(), lastHintAt: z.string().nullable() })

const basic = (user: string, password: string) => ({
  authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`,
})

/** A poll that is due in an hour and was last done a minute ago, unless said otherwise. */
async function setPoll(
  { worker }: Api,
  now: Date,
  given: { tenantId?: string; side?: 'thulium' | 'empikplace'; nextIn?: number; doneAgo?: number; failures?: number },
): Promise<void> {
  const { tenantId = 'sklep-a', side = 'thulium', nextIn = 3_600, doneAgo = 60, failures = 0 } = given
  const values = {
    next_at: new Date(now.getTime() + nextIn * 1_000),
    last_success_at: new Date(now.getTime() - doneAgo * 1_000),
    failures,
    hinted_at: null,
  }
  await worker.db
    .insertInto('polls')
    .values({ tenant_id: tenantId, integration_id: 'x', side, ...values })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'integration_id', 'side']).doUpdateSet(values))
    .execute()
}

/** Seconds until the next look. */
async function nextIn({ worker }: Api, now: Date, tenantId = 'sklep-a', side = 'thulium'): Promise<number> {
  const { next_at: at } = await worker.db
    .selectFrom('polls')
    .select('next_at')
    .where('tenant_id', '=', tenantId)
    .where('side', '=', side === 'thulium' ? 'thulium' : 'empikplace')
    .executeTakeFirstOrThrow()
  return (at.getTime() - now.getTime()) / 1_000
}

const form = { 'content-type': 'application/x-www-form-urlencoded' }
const event = 'action=TICKET_MESSAGE_RECEIVED&ticket_id=48120&customer_id=null&agent_login=null'

await t.test('The webhook of Thulium', { skip: noDatabase ?? false }, async (t) => {
  const guarded = await startGuardedApi(t)
  const { api, operator, as, now, pass } = guarded
  for (const tenant of ['sklep-a', 'sklep-b']) await connect({ ...api, ...as(operator) }, tenant)
  const admin = as(operator)
  const path = '/api/tenants/sklep-a/thulium/webhook'
  const read = async (tenant = 'sklep-a') =>
    view.parse((await admin.call('GET', `/api/tenants/${tenant}/thulium/webhook`)).body)
  const address = async (tenant?: string): Promise<string> => new URL((await read(tenant)).url).pathname
  const send = (to: string, body = event, headers: Record<string, string> = form) => api.call('POST', to, body, headers)

  await t.test('a hint makes the look at Thulium due now, and nothing else', async (t) => {
    await setPoll(api, now(), {})
    await setPoll(api, now(), { side: 'empikplace' })
    await setPoll(api, now(), { tenantId: 'sklep-b' })
    t.match(await send(await address()), { status: 204, text: '' })
    t.equal(await nextIn(api, now()), 0)
    t.equal(await nextIn(api, now(), 'sklep-a', 'empikplace'), 3_600)
    t.equal(await nextIn(api, now(), 'sklep-b'), 3_600)
    t.equal((await read()).lastHintAt, now().toISOString())
  })

  await t.test('looks stay 5 s apart, however many hints come', async (t) => {
    await setPoll(api, now(), { doneAgo: 2 })
    for (let i = 0; i < 3; i += 1) t.equal((await send(await address())).status, 204)
    t.equal(await nextIn(api, now()), 3)
    const first = now().toISOString()
    pass(1)
    await send(await address())
    t.equal(await nextIn(api, now()), 2, 'the look that is to come is enough for this one too')
    t.equal((await read()).lastHintAt, first)
  })

  await t.test('one that comes while a look is due or under way is noted, and does not delay it', async (t) => {
    await setPoll(api, now(), { nextIn: -1 })
    await send(await address())
    t.equal(await nextIn(api, now()), -1)
    t.equal((await read()).lastHintAt, now().toISOString())
  })

  await t.test('a side that fails keeps its wait', async (t) => {
    await setPoll(api, now(), { failures: 2, nextIn: 600 })
    t.equal((await send(await address())).status, 204)
    t.equal(await nextIn(api, now()), 600)
  })

  await t.test('whatever the body is, it is a hint', async (t) => {
    const bodies: [string, Record<string, string>][] = [
      ['', form],
      ['%%%=&&&', form],
      ['{"action":"TICKET_CREATED","customer_id":null}', { 'content-type': 'application/json' }],
      ['{"action":', { 'content-type': 'application/json' }],
      ['<xml/>', { 'content-type': 'text/xml; charset=klingon' }],
      ['\u0000\u0001', { 'content-type': 'multipart/form-data' }],
      ['a'.repeat(60_000), form],
    ]
    for (const [body, headers] of bodies) {
      await setPoll(api, now(), {})
      const what = `${headers['content-type']}: ${body.slice(0, 30)}`
      t.equal((await send(await address(), body, headers)).status, 204, what)
      t.equal(await nextIn(api, now()), 0, what)
    }
    t.match(await send(await address(), 'a'.repeat(70_000)), { status: 413, body: { code: 'request.too_large' } })
  })

  await t.test('an address that we did not make, or for something else, is none', async (t) => {
    await setPoll(api, now(), {})
    const right = await address()
    const other = new URL(api.links.make('file', { tenant: 'sklep-a', generation: '0' }, new Date('2027-01-01')))
    for (const bad of [
      `${right.slice(0, -2)}xx`,
      '/hooks/thulium/nonsense',
      other.pathname.replace('/files/', '/hooks/thulium/'),
    ])
      t.match(await send(bad), { status: 404, body: { code: 'webhook.unknown' } }, bad)
    t.equal((await api.call('GET', right)).status, 405)
    t.equal(await nextIn(api, now()), 3_600)
  })

  await t.test('a new address ends the one before, of this tenant alone', async (t) => {
    const [old, foreign] = [await address(), await address('sklep-b')]
    t.not(old, foreign)
    const answers = await Promise.all([1, 2, 3].map(() => admin.call('POST', `${path}/renew`)))
    t.same(
      answers.map(({ status }) => status),
      [200, 200, 200],
    )
    t.equal((await send(old)).status, 404)
    t.equal((await send(await address())).status, 204)
    t.equal((await send(foreign)).status, 204)
  })

  await t.test('where a login is set, it must be shown', async (t) => {
    const login = `${path}/login`
    t.match(await admin.call('PUT', login, { user: 'with:colon', password: 'x' }), { status: 400 })
    t.equal((await admin.call('PUT', login, { user: 'thulium', password: 'ta:jne' })).status, 204)
    const shown = await admin.call('GET', path)
    t.match(shown.body, { user: 'thulium' })
    t.notMatch(shown.text, 'ta:jne')
    await setPoll(api, now(), {})
    const to = await address()
    for (const wrong of [{}, basic('thulium', 'x'), basic('x', 'ta:jne'), { authorization: 'Basic ???' }]) {
      const answer = await send(to, event, { ...form, ...wrong })
      t.match(answer, { status: 401, body: { code: 'webhook.login' } }, JSON.stringify(wrong))
      t.equal(answer.headers.get('www-authenticate'), 'Basic realm="webhook"')
    }
    t.equal(await nextIn(api, now()), 3_600, 'and changes nothing without')
    t.equal((await send(to, event, { ...form, ...basic('thulium', 'ta:jne') })).status, 204)
    t.equal(await nextIn(api, now()), 0)
    t.equal((await send(await address('sklep-b'))).status, 204, 'other tenants ask for none')
    t.equal((await admin.call('DELETE', login)).status, 204)
    t.equal((await send(to)).status, 204)
  })
})

await t.test('While the database is away, Thulium is asked to come again', { skip: noDatabase ?? false }, async (t) => {
  const api = await startApi(t, {}, undefined, (url) => createDoor(t, url))
  await connect(api, 'sklep-a')
  const { url } = view.parse((await api.call('GET', '/api/tenants/sklep-a/thulium/webhook')).body)
  await api.shutDoor()
  const answer = await api.call('POST', new URL(url).pathname, event, form)
  t.match(answer, { status: 503, body: { code: 'database.unavailable' } })
  t.ok(Number(answer.headers.get('retry-after')) > 0)
})
