import { createHash } from 'node:crypto'
import { noDatabase } from '@connector/test-kit'
import t from 'tap'
import { z } from 'zod'
import { connect } from './support/api.ts'
import { startGuardedApi } from './support/guarded-api.ts'

const made = z.object({ url: z.url() })
const opened = z.object({ accessToken: z.string() })

await t.test('Launch links', { skip: noDatabase ?? false }, async (t) => {
  const guarded = await startGuardedApi(t)
  const { api, operator, as, newKey, pass } = guarded
  for (const tenant of ['sklep-a', 'sklep-b']) await connect({ ...api, ...as(operator) }, tenant)
  const links = '/api/tenants/sklep-a/launch-links'
  const key = await newKey('sklep-a', ['config', 'status:read', 'conversations:read'])
  const link = async (credential: string, body: object = { scopes: ['conversations:read'] }): Promise<string> =>
    new URL(made.parse((await as(credential).call('POST', links, body)).body).url).pathname
  const conversations = (token: string, tenant = 'sklep-a') =>
    as(token).call('GET', `/api/tenants/${tenant}/conversations`)

  await t.test('one opens once, for its tenant and with its scopes', async (t) => {
    const path = await link(key.secret)
    const answer = await api.call('POST', path)
    t.match(answer, { status: 200, body: { tenantId: 'sklep-a', scopes: ['conversations:read'] } })
    const { accessToken } = opened.parse(answer.body)
    t.equal((await conversations(accessToken)).status, 200)
    t.equal((await conversations(accessToken, 'sklep-b')).status, 404)
    t.equal((await as(accessToken).call('GET', '/api/tenants/sklep-a')).status, 403)
    t.match(await api.call('POST', path), { status: 410, body: { code: 'launch_link.unusable' } })
  })

  await t.test('of many who follow it at once, one gets in', async (t) => {
    const path = await link(key.secret)
    const answers = await Promise.all(Array.from({ length: 8 }, () => api.call('POST', path)))
    t.equal(answers.filter(({ status }) => status === 200).length, 1)
    t.equal(answers.filter(({ status }) => status === 410).length, 7)
  })

  await t.test('reading its address opens nothing', async (t) => {
    const path = await link(key.secret)
    const english = { 'accept-language': 'en' }
    const shown = await api.call('GET', path)
    t.match(shown, { status: 200, text: /lang="pl"[^]*Otwórz konsolę[^]*sklep-a[^]*czytać konwersacje/ })
    t.match(await api.call('GET', path, undefined, english), {
      status: 200,
      text: /lang="en"[^]*to read the conversations/,
    })
    const script = /<script>([^]*)<\/script>/.exec(shown.text)?.[1] ?? ''
    const hash = createHash('sha256').update(script).digest('base64')
    t.match(shown.headers.get('content-security-policy'), `script-src 'sha256-${hash}'`, 'the browser runs the script')
    t.equal((await api.call('POST', path)).status, 200)
    t.match(await api.call('GET', path), { status: 410, text: /Ten link już nie działa/ })
    t.match(await api.call('GET', `${path}x`, undefined, english), { status: 404, text: /does not work/ })
    const expired = await link(key.secret, { expiresInSeconds: 10 })
    pass(11)
    t.equal((await api.call('GET', expired)).status, 410)
  })

  await t.test('nobody can give away more than he may do', async (t) => {
    t.match(await as(key.secret).call('POST', links, { scopes: ['operate'] }), {
      status: 403,
      body: { code: 'authentication.scope' },
    })
    const reader = await newKey('sklep-a', ['conversations:read'])
    t.equal((await as(reader.secret).call('POST', links, {})).status, 403)
    const stranger = await newKey('sklep-b', ['admin'])
    t.equal((await as(stranger.secret).call('POST', links, {})).status, 404)
  })

  await t.test('the operator may make one into a tenant, which leads to no other', async (t) => {
    const { accessToken } = opened.parse((await api.call('POST', await link(operator, { scopes: ['admin'] }))).body)
    t.equal((await as(accessToken).call('GET', '/api/tenants/sklep-a/access-keys')).status, 200)
    t.equal((await conversations(accessToken, 'sklep-b')).status, 404)
    t.equal((await as(accessToken).call('GET', '/api/access-keys')).status, 403)
  })

  await t.test('it ends by itself, and with the key that made it', async (t) => {
    const expired = await link(key.secret, { expiresInSeconds: 60 })
    pass(61)
    t.equal((await api.call('POST', expired)).status, 410)

    const doomed = await newKey('sklep-a', ['config', 'status:read', 'conversations:read'])
    const [unused, used] = [await link(doomed.secret), await link(doomed.secret)]
    const { accessToken } = opened.parse((await api.call('POST', used)).body)
    t.equal((await conversations(accessToken)).status, 200)
    await as(operator).call('DELETE', `/api/tenants/sklep-a/access-keys/${doomed.id}`)
    t.equal((await api.call('GET', unused)).status, 410)
    t.equal((await api.call('POST', unused)).status, 410)
    t.equal((await conversations(accessToken)).status, 401)
  })

  await t.test('it ends no later than the key that made it, and nor does what it opens', async (t) => {
    const end = new Date(Math.ceil(guarded.now().getTime() / 1000) * 1000 + 30_000)
    const shortLived = await newKey('sklep-a', ['config', 'status:read', 'conversations:read'], end)
    const answer = await as(shortLived.secret).call('POST', links, { expiresInSeconds: 3_600 })
    t.match(answer.body, { expiresAt: end.toISOString() })
    const followed = await api.call('POST', new URL(made.parse(answer.body).url).pathname)
    t.match(followed.body, { expiresAt: end.toISOString() })
  })

  await t.test('a token, of a link too, makes no further link: it would renew itself for ever', async (t) => {
    const path = await link(key.secret, { scopes: ['config'] })
    const { accessToken } = opened.parse((await api.call('POST', path)).body)
    for (const token of [accessToken, await guarded.token(key.secret)])
      t.match(await as(token).call('POST', links, {}), { status: 403, body: { code: 'authentication.key_needed' } })
  })

  await t.test('a link for something else, or a changed one, opens nothing', async (t) => {
    const other = new URL(api.links.make('file', { tenant: 'sklep-a' }, new Date('2027-01-01T00:00:00Z'))).pathname
    const path = await link(key.secret)
    for (const bad of [other.replace('/files/', '/launch/'), `${path.slice(0, -2)}xx`, '/launch/nonsense'])
      t.equal((await api.call('POST', bad)).status, 410, bad)
  })
})
