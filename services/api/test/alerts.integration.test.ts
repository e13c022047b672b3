import { ringOf } from '@connector/alerts'
import { noDatabase } from '@connector/test-kit'
import t from 'tap'
import { z } from 'zod'
import { connect, startApi } from './support/api.ts'
import { startGuardedApi } from './support/guarded-api.ts'

const hook = { channel: 'webhook', name: 'Dyżur', address: 'https://hooks.example.pl/empik' } as const
const added = z.object({ targetId: z.uuid(), secret: z.string().nullable() })
const delivered = z.object({ deliveryId: z.uuid() })

await t.test('Targets of alerts', { skip: noDatabase ?? false }, async (t) => {
  const api = await startApi(t)
  const { tenant } = await connect(api, 'sklep')
  const url = `${tenant}/alert-targets`

  await t.test('are added, listed, changed and removed; the secret is shown once and sealed', async (t) => {
    const answer = await api.call('POST', url, { ...hook, kinds: ['write-parked', 'write-parked'] })
    t.equal(answer.status, 201)
    const { targetId, secret } = added.parse(answer.body)
    t.match(secret, /^whsec_[A-Za-z0-9+/]{43}=$/)
    const listed = await api.call('GET', url)
    t.match(listed.body, { items: [{ targetId, enabled: true, kinds: ['write-parked'], language: 'pl' }] })
    t.notMatch(listed.text, 'whsec_')
    const { rows } = await api.worker.pool.query("select encode(ciphertext, 'escape') as text from credentials")
    t.notMatch(JSON.stringify(rows), secret?.slice(6))
    const words = { name: 'Nocny dyżur', address: hook.address, language: 'en', kinds: [] }
    const off = await api.call('PUT', `${url}/${targetId}`, { ...words, enabled: false })
    t.match(off.body, { name: 'Nocny dyżur', enabled: false, disabledBecause: 'person' })
    const on = await api.call('PUT', `${url}/${targetId}`, { ...words, enabled: true })
    t.match(on.body, { enabled: true, disabledBecause: null, disabledAt: null })
    t.equal((await api.call('DELETE', `${url}/${targetId}`)).status, 204)
    t.match((await api.call('GET', url)).body, { items: [] })
    t.equal((await api.call('DELETE', `${url}/${targetId}`)).status, 404)
  })

  await t.test('a new secret signs beside the one before', async (t) => {
    const { targetId, secret } = added.parse((await api.call('POST', url, hook)).body)
    const renewed = await api.call('POST', `${url}/${targetId}/renew-secret`)
    t.equal(renewed.status, 200)
    const sealed = await api.store.inTenant('sklep', (db) => api.vault.read(db, 'sklep', `alert-target:${targetId}`))
    const ring = ringOf(sealed?.secret ?? '[]')
    t.equal(ring[0]?.secret, renewed.body['secret'])
    t.equal(ring[1]?.secret, secret)
    t.equal(ring[1]?.until, renewed.body['oldUntil'])
    const mail = added.parse((await api.call('POST', url, { ...hook, channel: 'email', address: 'a@sklep.pl' })).body)
    t.equal(mail.secret, null)
    const refused = await api.call('POST', `${url}/${mail.targetId}/renew-secret`)
    t.equal(refused.status, 409)
    t.match(refused.body, { code: 'alert_target.no_secret' })
  })

  await t.test('where nobody may be called, nobody is told; the answer says why', async (t) => {
    for (const address of [
      'http://hooks.example.pl/a',
      'https://127.0.0.1/a',
      'https://[::1]/a',
      'https://localhost/a',
      'https://intranet/a',
      'https://user:password@hooks.example.pl/a',
      'https://hooks.example.pl:25/a',
      'ftp://hooks.example.pl/a',
      'no address',
    ]) {
      const refused = await api.call('POST', url, { ...hook, address })
      t.equal(refused.status, 400, address)
      t.match(refused.text, 'body.address')
    }
    t.equal((await api.call('POST', url, { ...hook, channel: 'email', address: 'a\r\nBcc: b@c.pl' })).status, 400)
  })

  await t.test('a test and a repetition are rows of the outbox, with the same alert', async (t) => {
    const { targetId } = added.parse((await api.call('POST', url, hook)).body)
    const tested = await api.call('POST', `${url}/${targetId}/test`)
    t.equal(tested.status, 202)
    t.match(tested.body, { targetId, state: 'waiting', attempts: 0, alert: { phase: 'test' } })
    const { deliveryId } = delivered.parse(tested.body)
    const again = await api.call('POST', `${tenant}/alert-deliveries/${deliveryId}/replay`)
    t.equal(again.status, 202)
    t.not(again.body['deliveryId'], deliveryId)
    const alertOf = (body: Record<string, unknown>) => z.object({ alertId: z.string() }).parse(body['alert']).alertId
    t.equal(alertOf(again.body), alertOf(tested.body))
    const listed = await api.call('GET', `${tenant}/alert-deliveries?targetId=${targetId}`)
    t.equal(z.array(z.unknown()).parse(listed.body['items']).length, 2)
    t.match((await api.call('GET', `${tenant}/alerts`)).body, { items: [] }, 'a test is no news')
    const page = await api.call('GET', `${tenant}/alert-deliveries?limit=1`)
    const next = await api.call('GET', `${tenant}/alert-deliveries?limit=1&cursor=${String(page.body['nextCursor'])}`)
    t.not(next.text, page.text)
    t.match(next.body, { items: [{ targetId }] })
    t.equal((await api.call('POST', `${tenant}/alert-deliveries/${targetId}/replay`)).status, 404)
  })

  await t.test('what a target has not taken since a time is sent again, once', async (t) => {
    const { targetId } = added.parse((await api.call('POST', url, { ...hook, kinds: ['write-parked'] })).body)
    const content = (kind: string) => ({
      ...{ phase: 'opened', kind, subject: '', count: 1, since: null, path: '/problemy' },
      ...{ title: { pl: 'a', en: 'b' }, text: { pl: 'a', en: 'b' } },
    })
    const insert = (kind: string, at: string) =>
      api.worker.db
        .insertInto('alerts')
        .values({
          ...{ tenant_id: 'sklep', alert_id: crypto.randomUUID(), incident_id: null, integration_id: '' },
          ...{ at: new Date(at), content: JSON.stringify(content(kind)), left_out: false, told_at: null },
        })
        .execute()
    await insert('write-parked', '2026-03-01T09:00:00Z')
    await insert('write-parked', '2026-03-02T09:00:00Z')
    await insert('reply-overdue', '2026-03-02T09:00:00Z')
    const since = { since: '2026-03-02T00:00:00Z' }
    t.match((await api.call('POST', `${url}/${targetId}/replay`, since)).body, { deliveries: 1 })
    t.match((await api.call('POST', `${url}/${targetId}/replay`, since)).body, { deliveries: 0 })
    t.match((await api.call('GET', `${tenant}/alerts`)).body, { items: [{}, {}, {}] })
  })

  await t.test('there are at most twenty', async (t) => {
    for (let count = 0; count < 20; count += 1) await api.call('POST', url, hook)
    const refused = await api.call('POST', url, hook)
    t.equal(refused.status, 409)
    t.match(refused.body, { code: 'alert_target.too_many' })
  })

  await t.test('a tenant that is deleted tells nobody any more', async (t) => {
    await api.call('DELETE', tenant)
    const { rows } = await api.worker.pool.query('select from alert_targets')
    t.equal(rows.length, 0)
  })
})

await t.test('What the operator is told is his own', { skip: noDatabase ?? false }, async (t) => {
  const { api, as, operator, newKey } = await startGuardedApi(t)
  await connect({ ...api, ...as(operator) }, 'sklep')
  const answer = await as(operator).call('POST', '/api/alert-targets', hook)
  t.equal(answer.status, 201)
  t.match((await as(operator).call('GET', '/api/alert-targets')).body, { items: [{ name: 'Dyżur' }] })
  t.match((await as(operator).call('GET', '/api/tenants/sklep/alert-targets')).body, { items: [] })
  const admin = await newKey('sklep', ['admin'])
  for (const path of ['alert-targets', 'alert-deliveries', 'alerts'])
    t.equal((await as(admin.secret).call('GET', `/api/${path}`)).status, 403, path)
  const { rows } = await api.worker.pool.query<{ kind: string }>("select kind from audit_entries where tenant_id = '*'")
  t.strictSame(
    rows.map(({ kind }) => kind),
    ['alert-target-changed'],
    'his own doing, told to him alone',
  )
})
