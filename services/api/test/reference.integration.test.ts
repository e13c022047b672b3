import { noDatabase } from '@connector/test-kit'
import t from 'tap'
import { startApi } from './support/api.ts'

await t.test('The description of the API', { skip: noDatabase ?? false }, async (t) => {
  const api = await startApi(t)

  await t.test('is served to programs', async (t) => {
    const { status, headers, body } = await api.call('GET', '/openapi.json')
    t.equal(status, 200)
    t.match(headers.get('content-type'), /^application\/json/)
    t.match(body, { openapi: /^3\.1\./, paths: { '/api/tenants': { post: { operationId: 'connectTenant' } } } })
  })

  await t.test('is served to people, as a page that loads and runs nothing', async (t) => {
    const { status, headers, text } = await api.call('GET', '/reference')
    t.equal(status, 200)
    t.match(headers.get('content-type'), /^text\/html/)
    t.match(headers.get('content-security-policy'), /^default-src 'none'; style-src 'sha256-[^']+'; base-uri 'none'/)
    t.notMatch(text, /<script|<link|<img|\bsrc=|\sstyle=|url\(|@import/)
    t.match(text, 'id="createIntegration"')
    t.match(text, '/api/tenants/{tenantId}/integrations')
    t.match(text, 'Internal name of this integration.')
    t.match(text, 'Needs the scope <code>config</code>; with <code>start=true</code> also <code>operate</code>.')
  })

  await t.test('shows every view of an answer that has several', async (t) => {
    const { text } = await api.call('GET', '/reference')
    const status = text.slice(text.indexOf('id="getIntegrationStatus"'), text.indexOf('id="getTenantStatus"'))
    t.match(status, 'Fields of <code>sides</code>', 'the full one')
    t.match(status, 'lagSeconds', 'the compact one')
  })

  await t.test('leads from the list to every route', async (t) => {
    const { text } = await api.call('GET', '/reference')
    const targets = [...text.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id)
    t.ok(targets.length > 20)
    for (const id of targets) t.ok(text.includes(`id="${id ?? ''}"`), `${id ?? ''} is there`)
  })
})
