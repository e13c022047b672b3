import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { noDatabase, programArguments } from '@connector/test-kit'
import t from 'tap'
import { z } from 'zod'
import { connect } from './support/api.ts'
import { startGuardedApi } from './support/guarded-api.ts'

const made = z.object({ keyId: z.uuid(), secret: z.string(), prefix: z.string() })

await t.test('Access keys', { skip: noDatabase ?? false }, async (t) => {
  const guarded = await startGuardedApi(t)
  const { api, operator, as, newKey } = guarded
  await connect({ ...api, ...as(operator) }, 'sklep-a')
  const keys = '/api/tenants/sklep-a/access-keys'

  await t.test('nobody gets in without one, and is told how', async (t) => {
    const nameless = await api.call('GET', '/api/tenants/sklep-a')
    t.match(nameless, { status: 401, body: { code: 'authentication.missing' } })
    t.equal(nameless.headers.get('www-authenticate'), 'Bearer realm="connector"')
    for (const authorization of [
      'Bearer',
      'Bearer a b',
      'Basic Zm9v',
      `bearer ect_${'x'.repeat(43)}`,
      'Bearer a.b.c',
    ]) {
      const refused = await api.call('GET', '/api/tenants/sklep-a', undefined, { authorization })
      t.match(refused, { status: 401, body: { code: 'authentication.invalid' } }, authorization)
      t.equal(refused.headers.get('www-authenticate'), 'Bearer realm="connector", error="invalid_token"')
    }
    t.equal((await api.call('GET', '/livez')).status, 200, 'what watches the process needs none')
    t.equal((await api.call('GET', '/no/such/address')).status, 404)
  })

  await t.test('its secret is told once and stored as a hash', async (t) => {
    const admin = await newKey('sklep-a', ['admin'])
    guarded.pass(1)
    const created = await as(admin.secret).call('POST', keys, {
      name: 'Ekran w biurze',
      scopes: ['conversations:read'],
    })
    t.equal(created.status, 201)
    const { keyId, secret, prefix } = made.parse(created.body)
    t.match(secret, /^ect_[\w-]{43}$/)
    t.ok(secret.startsWith(prefix))
    const list = await as(admin.secret).call('GET', keys)
    t.match(list.body, {
      items: [{ keyId, name: 'Ekran w biurze', scopes: ['conversations:read'], revokedAt: null }, {}],
    })
    t.notMatch(list.text, secret)
    const { rows } = await api.worker.pool.query<{ row: string }>('select access_keys::text as row from access_keys')
    t.notMatch(rows.map(({ row }) => row).join(), secret.slice(prefix.length))
    t.equal((await as(secret).call('GET', '/api/tenants/sklep-a/conversations')).status, 200)
  })

  await t.test('it does what its scopes say and no more', async (t) => {
    const reader = await newKey('sklep-a', ['conversations:read'])
    t.match(await as(reader.secret).call('GET', keys), { status: 403, body: { code: 'authentication.scope' } })
    t.match(await as(reader.secret).call('GET', '/api/access-keys'), { status: 403 })
    const admin = await newKey('sklep-a', ['admin'])
    t.equal((await as(admin.secret).call('GET', '/api/tenants/sklep-a')).status, 200, 'admin may do all of a tenant’s')
    t.equal((await as(admin.secret).call('GET', '/api/access-keys')).status, 403, 'and nothing of the operator’s')
    const escalated = await as(admin.secret).call('POST', keys, { name: 'x', scopes: ['operator'] })
    t.match(escalated, { status: 400, body: { code: 'request.invalid' } })
  })

  await t.test('another tenant is to it what nobody is', async (t) => {
    const stranger = await newKey('sklep-b', ['admin'])
    const { status, body } = await as(stranger.secret).call('GET', '/api/tenants/sklep-a')
    const nobody = await as(stranger.secret).call('GET', '/api/tenants/nobody')
    t.equal(status, 404)
    t.match(body, { code: 'tenant.unknown', detail: 'There is no tenant sklep-a.' })
    t.match(nobody.body, { code: 'tenant.unknown', detail: 'There is no tenant nobody.' })
  })

  await t.test('revoked, it is refused at once here and within a minute everywhere', async (t) => {
    const admin = await newKey('sklep-a', ['admin'])
    const victim = await newKey('sklep-a', ['conversations:read'])
    const use = () => as(victim.secret).call('GET', '/api/tenants/sklep-a/conversations')
    t.equal((await use()).status, 200)
    t.equal((await as(admin.secret).call('DELETE', `${keys}/${victim.id}`)).status, 204)
    t.equal((await use()).status, 401)

    const elsewhere = await newKey('sklep-a', ['conversations:read'])
    const useElsewhere = () => as(elsewhere.secret).call('GET', '/api/tenants/sklep-a/conversations')
    t.equal((await useElsewhere()).status, 200)
    await api.worker.pool.query('update access_keys set revoked_at = now() where id = $1', [elsewhere.id])
    guarded.pass(31)
    t.equal((await useElsewhere()).status, 401)

    const foreign = await newKey('sklep-b', ['admin'])
    t.match(await as(admin.secret).call('DELETE', `${keys}/${foreign.id}`), {
      status: 404,
      body: { code: 'access_key.unknown' },
    })
    t.equal((await as(foreign.secret).call('GET', '/api/tenants/sklep-b')).status, 404, 'still valid, no such tenant')
  })

  await t.test(
    'revoked, it takes with it every key that was made with it, whosever they are, and tells which',
    async (t) => {
      await connect({ ...api, ...as(operator) }, 'sklep-c')
      const root = await newKey(undefined, ['operator'])
      const makeWith = async (by: string, path: string, scopes?: string[]) =>
        made.parse((await as(by).call('POST', path, { name: 'dalszy', ...(scopes && { scopes }) })).body)
      const second = await makeWith(root.secret, '/api/access-keys')
      const adminOfC = await makeWith(second.secret, '/api/tenants/sklep-c/access-keys', ['admin'])
      const readerOfC = await makeWith(adminOfC.secret, '/api/tenants/sklep-c/access-keys', [
        'status:read',
        'audit:read',
      ])
      const other = await newKey('sklep-c', ['admin', 'audit:read'])
      const token = await guarded.token(readerOfC.secret)
      const link = await as(adminOfC.secret).call('POST', '/api/tenants/sklep-c/launch-links', {})
      const path = new URL(z.object({ url: z.url() }).parse(link.body).url).pathname
      const status = (credential: string) => as(credential).call('GET', '/api/tenants/sklep-c/status')
      t.equal((await status(token)).status, 200)

      const revoked = await as(operator).call('DELETE', `/api/access-keys/${root.id}`)
      t.equal(revoked.status, 200)
      t.strictSame(revoked.body, {
        ended: [
          { keyId: second.keyId, tenantId: null, name: 'dalszy' },
          { keyId: adminOfC.keyId, tenantId: 'sklep-c', name: 'dalszy' },
          { keyId: readerOfC.keyId, tenantId: 'sklep-c', name: 'dalszy' },
        ],
      })
      for (const credential of [root.secret, second.secret, adminOfC.secret, readerOfC.secret, token])
        t.match(await status(credential), { status: 401, body: { code: 'authentication.invalid' } })
      t.match(
        await api.call('POST', path),
        { status: 410, body: { code: 'launch_link.unusable' } },
        'nor does its link',
      )
      t.equal((await status(other.secret)).status, 200, 'a key that nobody of them made goes on')

      const { body } = await as(other.secret).call('GET', '/api/tenants/sklep-c/access-keys')
      const listed = z.object({ items: z.array(z.looseObject({ keyId: z.string() })) }).parse(body).items
      const shown = (id: string) => listed.find(({ keyId }) => keyId === id)
      t.match(shown(readerOfC.keyId), { revokedAt: guarded.now().toISOString(), revokedWith: root.id })
      t.match(shown(other.id), { revokedAt: null, revokedWith: null })
      const audit = await as(other.secret).call('GET', '/api/tenants/sklep-c/audit?kind=key-revoked')
      t.match(audit.body, { items: [{ subject: readerOfC.keyId }, { subject: adminOfC.keyId }] })
      const again = await as(operator).call('DELETE', `/api/access-keys/${root.id}`)
      t.equal(again.status, 204, 'revoked once more it ends nobody')
    },
  )

  await t.test('a process that does not know yet that a key is revoked makes none with it', async (t) => {
    const admin = await newKey('sklep-a', ['admin'])
    const use = () => as(admin.secret).call('POST', keys, { name: 'x', scopes: ['status:read'] })
    t.equal((await use()).status, 201)
    await api.worker.pool.query('update access_keys set revoked_at = $2 where id = $1', [admin.id, guarded.now()])
    t.match(await use(), { status: 401, body: { code: 'authentication.invalid' } })
    const { rows } = await api.worker.pool.query('select from access_keys where made_by = $1', [admin.id])
    t.equal(rows.length, 1)
  })

  await t.test('it ends when it says so, to the second', async (t) => {
    const shortLived = await newKey('sklep-a', ['conversations:read'], new Date(guarded.now().getTime() + 10_000))
    const use = () => as(shortLived.secret).call('GET', '/api/tenants/sklep-a/conversations')
    t.equal((await use()).status, 200)
    guarded.pass(10)
    t.equal((await use()).status, 401)
    const past = { name: 'x', scopes: ['config'], expiresAt: '2020-01-01T00:00:00Z' }
    t.match(await as(operator).call('POST', keys, past), {
      status: 400,
      body: { errors: [{ field: 'body.expiresAt' }] },
    })
  })

  await t.test('one that is made by a key does no more and lasts no longer than that one', async (t) => {
    const end = new Date(guarded.now().getTime() + 3_600_000)
    const admin = await newKey('sklep-a', ['admin'], end)
    const make = (body: object) =>
      as(admin.secret).call('POST', keys, { name: 'x', scopes: ['conversations:read'], ...body })
    t.match(
      (await make({})).body,
      { expiresAt: end.toISOString(), madeBy: admin.id },
      'an end it does not name is that one',
    )
    const earlier = new Date(end.getTime() - 1_000).toISOString()
    t.match(await make({ expiresAt: earlier }), { status: 201, body: { expiresAt: earlier } })
    const later = new Date(end.getTime() + 1_000).toISOString()
    t.match(await make({ expiresAt: later }), { status: 403, body: { code: 'access_key.outlives_maker' } })
    const operators = await newKey(undefined, ['operator'], end)
    const ofOperator = (body: object) => as(operators.secret).call('POST', '/api/access-keys', { name: 'x', ...body })
    t.match((await ofOperator({})).body, { expiresAt: end.toISOString(), madeBy: operators.id })
    t.equal((await ofOperator({ expiresAt: later })).status, 403)
  })

  await t.test('its use is written down at most once a minute', async (t) => {
    const key = await newKey('sklep-a', ['conversations:read'])
    const lastUsed = async (): Promise<Date | null> => {
      const { rows } = await api.worker.pool.query<{ last_used_at: Date | null }>(
        'select last_used_at from access_keys where id = $1',
        [key.id],
      )
      return rows[0]?.last_used_at ?? null
    }
    const use = () => as(key.secret).call('GET', '/api/tenants/sklep-a/conversations')
    t.equal(await lastUsed(), null)
    await use()
    const first = await lastUsed()
    t.same(first, guarded.now())
    guarded.pass(45)
    await use()
    t.same(await lastUsed(), first)
    guarded.pass(45)
    await use()
    t.same(await lastUsed(), guarded.now())
  })

  await t.test('the operator has keys of its own, the first by a command', async (t) => {
    const program = programArguments('services/api/src/create-operator-key.ts')
    const { stdout } = await promisify(execFile)(process.execPath, [...program, 'pierwszy'], {
      env: { PATH: process.env['PATH'], DATABASE_URL: api.databaseUrl },
    })
    const first = as(stdout.trim())
    t.match((await first.call('GET', '/api/access-keys')).text, /"name":"pierwszy"/)
    const second = made.parse((await first.call('POST', '/api/access-keys', { name: 'drugi' })).body)
    t.equal((await as(second.secret).call('GET', '/api/tenants/sklep-a')).status, 200)
    t.notMatch((await as(operator).call('GET', keys)).text, second.keyId, 'it is in no list of a tenant')
    t.equal((await first.call('DELETE', `/api/access-keys/${second.keyId}`)).status, 204)
    t.equal((await as(second.secret).call('GET', '/api/tenants/sklep-a')).status, 401)
  })
})
