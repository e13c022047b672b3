import { Writable } from 'node:stream'
import { createLog } from '@connector/service-kit'
import { noDatabase } from '@connector/test-kit'
import { fastify } from 'fastify'
import pg from 'pg'
import t from 'tap'
import { z } from 'zod'
import { createOperatorKey } from '../src/operator-key.ts'
import { installAudit } from '../src/audit/install.ts'
import { auditKinds } from '../src/schemas/audit.ts'
import { connect } from './support/api.ts'
import { startGuardedApi } from './support/guarded-api.ts'
import { projectConversation, projectIntegration } from './support/read-models.ts'

const threadId = 'b8a7c9e2-1d4f-4a6b-9c3e-2f5d7e8a9b01'
const page = z.object({
  items: z.array(
    z.looseObject({
      kind: z.enum(auditKinds),
      by: z.object({ keyId: z.string(), name: z.string() }).nullable(),
      address: z.string(),
      requestId: z.string(),
      subject: z.string().nullable(),
    }),
  ),
  nextCursor: z.string().nullable(),
})

await t.test('Who did what', { skip: noDatabase ?? false }, async (t) => {
  const lines: string[] = []
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString())
      done()
    },
  })
  const guarded = await startGuardedApi(t, { logger: createLog('api', 'info', sink) })
  const { api, operator, as, newKey, pass } = guarded
  const { integrationId, integration } = await connect({ ...api, ...as(operator) }, 'sklep-a')
  await connect({ ...api, ...as(operator) }, 'sklep-b')
  await projectIntegration(api, 'sklep-a', integrationId)
  await projectConversation(api, { tenantId: 'sklep-a', integrationId, threadId })
  const admin = await newKey('sklep-a', ['admin'])
  const auditor = await newKey('sklep-a', ['audit:read'])
  const audit = async (query = '') =>
    page.parse((await as(auditor.secret).call('GET', `/api/tenants/sklep-a/audit${query}`)).body)
  const conversation = `/api/tenants/sklep-a/conversations/${integrationId}/${threadId}`

  await t.test('is written down with the key, its name, the address and the request', async (t) => {
    const headers = { 'x-request-id': 'caller-1' }
    const body = { name: 'Panel', scopes: ['status:read'] }
    const made = await as(admin.secret).call('POST', '/api/tenants/sklep-a/access-keys', body, headers)
    const keyId = String(made.body['keyId'])
    const [newest] = (await audit('?kind=key-made')).items
    t.match(newest, {
      by: { keyId: admin.id, name: 'admin' },
      credential: 'key',
      address: '127.0.0.1',
      requestId: 'caller-1',
      subject: keyId,
    })
    await as(admin.secret).call('DELETE', `/api/tenants/sklep-a/access-keys/${keyId}`)
    t.match((await audit()).items[0], { kind: 'key-revoked', subject: keyId })
    await as(admin.secret).call('POST', '/api/tenants/sklep-a/launch-links', {})
    t.match((await audit()).items[0], { kind: 'link-made' })
    await as(admin.secret).call('POST', `${integration}/stop`)
    t.match((await audit()).items[0], { kind: 'stopped', integrationId })
  })

  await t.test('keys of the operator made and revoked are, in an audit of his own', async (t) => {
    const made = await as(operator).call('POST', '/api/access-keys', { name: 'Zmiana nocna' })
    const keyId = String(made.body['keyId'])
    const second = await as(String(made.body['secret'])).call('POST', '/api/access-keys', { name: 'Druga' })
    const ownAudit = async () => page.parse((await as(operator).call('GET', '/api/audit')).body).items
    t.match(await ownAudit(), [
      { kind: 'key-made', by: { keyId }, subject: String(second.body['keyId']) },
      { kind: 'key-made', by: { name: 'operator' }, credential: 'key', address: '127.0.0.1', subject: keyId },
    ])
    await as(operator).call('DELETE', `/api/access-keys/${keyId}`)
    const revoked = (await ownAudit()).filter(({ kind }) => kind === 'key-revoked')
    t.same(
      revoked.map(({ subject }) => subject).sort(),
      [keyId, String(second.body['keyId'])].sort(),
      'with those made with it',
    )
    await createOperatorKey(api.store, guarded.now())
    t.match((await ownAudit())[0], { kind: 'key-made', by: null, credential: 'command', address: /./ })
    t.equal((await as(admin.secret).call('GET', '/api/audit')).status, 403)
    const target = { channel: 'email', name: 'Dyżur', address: 'dyzur@example.com' }
    t.equal((await as(operator).call('POST', '/api/alert-targets', target)).status, 201)
    t.match((await ownAudit())[0], { kind: 'alert-target-changed' }, 'what is about no tenant is no longer left out')
    t.equal((await audit('?kind=alert-target-changed')).items.length, 0, 'and in no tenant’s audit')
  })

  await t.test('what failed or was refused is not there', async (t) => {
    const before = (await audit()).items.length
    await as(auditor.secret).call('POST', `${integration}/stop`)
    await as(admin.secret).call('POST', `${integration}/effects/nothing/retry`)
    t.equal((await audit()).items.length, before)
  })

  await t.test('reading a conversation is, once in ten minutes for each key', async (t) => {
    const reads = async () => (await audit('?kind=conversation-read')).items
    const token = await guarded.token(admin.secret)
    for (const credential of [admin.secret, token, operator])
      t.equal((await as(credential).call('GET', conversation)).status, 200)
    t.match(await reads(), [
      { by: { name: 'operator' }, threadId },
      { by: { keyId: admin.id }, integrationId, threadId },
    ])
    pass(601)
    await as(admin.secret).call('GET', conversation)
    t.equal((await reads()).length, 3)
  })

  await t.test('what cannot be written down is not shown', async (t) => {
    const owner = new pg.Client({ connectionString: api.databaseUrl })
    await owner.connect()
    await owner.query('revoke insert on audit_entries from connector_api')
    pass(601)
    const refused = await as(admin.secret).call('GET', conversation)
    t.equal(refused.status, 500)
    t.notMatch(refused.text, 'Anna')
    await owner.query('grant insert on audit_entries to connector_api')
    await owner.end()
    t.equal((await as(admin.secret).call('GET', conversation)).status, 200)
  })

  await t.test('it comes in pages, by kind and by time, and is the tenant’s own', async (t) => {
    // Reading this is written down too, and not again for a while.
    await audit()
    const all = (await audit()).items.map(({ requestId }) => requestId)
    const paged: string[] = []
    for (let query: string | undefined = '?limit=3'; query !== undefined;) {
      const { items, nextCursor } = await audit(query)
      paged.push(...items.map(({ requestId }) => requestId))
      query = nextCursor === null ? undefined : `?limit=3&cursor=${nextCursor}`
    }
    t.same(paged, all)
    t.same((await audit(`?since=${guarded.now().toISOString()}&kind=stopped`)).items, [])
    t.ok((await audit(`?until=${guarded.now().toISOString()}&kind=stopped`)).items.length > 0)
    const reader = await newKey('sklep-a', ['status:read', 'config', 'operate', 'conversations:read'])
    t.equal((await as(reader.secret).call('GET', '/api/tenants/sklep-a/audit')).status, 403)
    t.equal((await as(admin.secret).call('GET', '/api/tenants/sklep-b/audit')).status, 404)
  })

  await t.test('nobody changes what is written there, the services included', async (t) => {
    for (const { pool } of [api.worker, api.store])
      for (const statement of ["update audit_entries set kind = 'x'", 'delete from audit_entries'])
        await t.rejects(pool.query(statement), /permission denied/)
  })

  await t.test('every event that a request led to has the key beside it', async (t) => {
    const { rows } = await api.worker.pool.query<{ key: string | null; name: string | null }>(
      `select distinct metadata->>'keyId' as key, metadata->>'keyName' as name from events where stream_id like '%sklep-a%'`,
    )
    t.same(new Set(rows.map(({ name }) => name)), new Set(['operator']))
    t.ok(rows.every(({ key }) => z.uuid().safeParse(key).success))
    const changes = await as(admin.secret).call('GET', `${integration}/changes`)
    t.match(changes.body, { items: [{ by: { name: 'operator' } }] })
  })

  await t.test('a line of the access log has tenant, key and address', (t) => {
    const line = lines.find((each) => each.includes('caller-1'))
    t.match(JSON.parse(line ?? '{}'), { tenantId: 'sklep-a', accessKeyId: admin.id, address: '127.0.0.1' })
    t.end()
  })
})

t.test('a route that changes something of a tenant and does not say how keeps the API from starting', async (t) => {
  const app = fastify()
  installAudit(app, { connection: () => ({ query: () => Promise.reject(new Error('not reached')) }) }, () => new Date())
  app.post('/api/tenants/:tenantId/forgotten', () => 'x')
  await t.rejects(async () => {
    await app.ready()
  }, /give it config: \{ audit/)
})
