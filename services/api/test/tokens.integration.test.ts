import { createHmac, createPublicKey, generateKeyPairSync, sign, verify, type KeyObject } from 'node:crypto'
import { noDatabase } from '@connector/test-kit'
import t from 'tap'
import { z } from 'zod'
import { connect } from './support/api.ts'
import { bearer, startGuardedApi } from './support/guarded-api.ts'

const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url')
const decode = (part: string | undefined): Record<string, unknown> =>
  z.record(z.string(), z.unknown()).parse(JSON.parse(Buffer.from(part ?? '', 'base64url').toString()))

const jwks = z.object({
  keys: z.array(z.object({ kty: z.string(), crv: z.string(), x: z.string(), kid: z.string(), alg: z.string() })),
})

await t.test('Tokens', { skip: noDatabase ?? false }, async (t) => {
  const guarded = await startGuardedApi(t)
  const { api, operator, as, newKey, token, pass } = guarded
  await connect({ ...api, ...as(operator) }, 'sklep-a')
  const path = '/api/tenants/sklep-a/conversations'
  const key = await newKey('sklep-a', ['conversations:read'])
  const published = async () => jwks.parse((await api.call('GET', '/.well-known/jwks.json')).body).keys
  const use = (credential: string) => as(credential).call('GET', path)

  const stored = async (table: 'signing_keys' | 'credentials'): Promise<number> => {
    const where = table === 'credentials' ? "where tenant_id = '_service' and purpose like 'signing-key:%'" : ''
    const { rows } = await api.worker.pool.query<{ count: number }>(`select count(*)::int from ${table} ${where}`)
    return rows[0]?.count ?? 0
  }

  await t.test('an access key is exchanged for one that lasts ten minutes', async (t) => {
    const answer = await as(key.secret).call('POST', '/api/token')
    t.match(answer.body, { tokenType: 'Bearer', tenantId: 'sklep-a', scopes: ['conversations:read'] })
    const mine = await token(key.secret)
    t.equal((await use(mine)).status, 200)
    t.match(await as(mine).call('GET', '/api/tenants/sklep-a'), { status: 403 }, 'with the scopes of the key')
    t.match(await as(mine).call('GET', '/api/tenants/sklep-b/conversations'), { status: 404 }, 'for its tenant')
    t.match(await as(mine).call('POST', '/api/token'), { status: 403, body: { code: 'authentication.key_needed' } })
    pass(599)
    t.equal((await use(mine)).status, 200)
    pass(2)
    t.equal((await use(mine)).status, 401)
  })

  await t.test('it can be checked by anybody with the published keys', async (t) => {
    const [head, body, signature] = (await token(key.secret)).split('.')
    const { kid, alg } = decode(head)
    const one = (await published()).find((candidate) => candidate.kid === kid)
    t.equal(alg, 'EdDSA')
    const publicKey = createPublicKey({ key: one ?? {}, format: 'jwk' })
    t.ok(verify(null, Buffer.from(`${head}.${body}`), publicKey, Buffer.from(signature ?? '', 'base64url')))
    t.match(decode(body), { iss: 'http://127.0.0.1:8080', aud: 'test', sub: key.id, tenant: 'sklep-a' })
    const text = (await api.call('GET', '/.well-known/jwks.json')).text
    t.notMatch(text, /"d":/, 'and nothing private is')
  })

  await t.test('what was not signed by us, for us, and for now is refused', async (t) => {
    const genuine = await token(key.secret)
    const [head = '', body = '', signature = ''] = genuine.split('.')
    const header = decode(head)
    const claims = decode(body)
    const [publicKey] = await published()
    const own = await api.store.inTenant('_service', (db) =>
      api.vault.read(db, '_service', `signing-key:${String(header['kid'])}`),
    )
    const foreign = generateKeyPairSync('ed25519').privateKey
    const signed = (headerOf: object, claimsOf: object, by: KeyObject | string = own?.secret ?? ''): string => {
      const input = `${encode(headerOf)}.${encode(claimsOf)}`
      return `${input}.${sign(null, Buffer.from(input), by).toString('base64url')}`
    }
    const hmac = (secret: string): string => {
      const input = `${encode({ ...header, alg: 'HS256' })}.${body}`
      return `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`
    }
    const pem = createPublicKey({ key: publicKey ?? {}, format: 'jwk' })
      .export({ type: 'spki', format: 'pem' })
      .toString()
    const without = (from: object, name: string): object =>
      Object.fromEntries(Object.entries(from).filter(([each]) => each !== name))
    t.equal((await use(signed(header, claims))).status, 200, 'the tests sign as the service does')

    const now = Math.floor(guarded.now().getTime() / 1000)
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
    const attacks: Record<string, string> = {
      'alg none': `${encode({ ...header, alg: 'none' })}.${body}.`,
      'alg None, signed': `${encode({ ...header, alg: 'None' })}.${body}.${signature}`,
      'no signature': `${head}.${body}.`,
      'two parts': `${head}.${body}`,
      'HS256 with the public key as PEM': hmac(pem),
      'HS256 with the public key as it is published': hmac(publicKey?.x ?? ''),
      'HS256 with nothing': hmac(''),
      RS256: (() => {
        const input = `${encode({ ...header, alg: 'RS256' })}.${body}`
        return `${input}.${sign('sha256', Buffer.from(input), rsa).toString('base64url')}`
      })(),
      'a foreign key under our name': signed(header, claims, foreign),
      'a foreign key brought along': signed(
        { ...header, jwk: createPublicKey(foreign).export({ format: 'jwk' }) },
        claims,
        foreign,
      ),
      'an unknown kid': signed({ ...header, kid: 'unknown' }, claims),
      'a kid that is SQL': signed({ ...header, kid: "' or true --" }, claims),
      'no kid': signed(without(header, 'kid'), claims),
      'a kid that is no text': signed({ ...header, kid: [header['kid']] }, claims),
      'a critical header': signed({ ...header, crit: ['exp2'], exp2: 1 }, claims),
      expired: signed(header, { ...claims, iat: now - 700, exp: now - 100 }),
      'without an end': signed(header, without(claims, 'exp')),
      'an end that is text': signed(header, { ...claims, exp: '9999999999' }),
      'not yet valid': signed(header, { ...claims, nbf: now + 100 }),
      'another audience': signed(header, { ...claims, aud: 'other' }),
      'no audience': signed(header, without(claims, 'aud')),
      'another issuer': signed(header, { ...claims, iss: 'http://elsewhere.invalid' }),
      'no issuer': signed(header, without(claims, 'iss')),
      'without a key': signed(header, without(claims, 'sub')),
      'an unknown scope': signed(header, { ...claims, scope: 'everything' }),
      cut: genuine.slice(0, -10),
      'cut in the middle': genuine.slice(0, 100),
      'other claims under the signature': `${head}.${encode({ ...claims, scope: 'admin' })}.${signature}`,
      'a key of a tenant, led into another': signed(header, { ...claims, tenant: 'sklep-b' }),
      'a key of a tenant, led out of it': signed(header, without(claims, 'tenant')),
    }
    for (const [name, attack] of Object.entries(attacks)) {
      const refused = await use(attack)
      t.equal(refused.status, 401, name)
      t.match(refused.headers.get('www-authenticate'), /^Bearer /)
    }
    t.equal((await use(genuine)).status, 200, 'the genuine one is still good')
  })

  await t.test('it ends with its key, within a minute', async (t) => {
    const doomed = await newKey('sklep-a', ['conversations:read'])
    const mine = await token(doomed.secret)
    t.equal((await use(mine)).status, 200)
    await api.worker.pool.query('update access_keys set revoked_at = now() where id = $1', [doomed.id])
    pass(31)
    t.equal((await use(mine)).status, 401)
  })

  await t.test('it lasts no longer than its key, whoever checks it', async (t) => {
    const end = Math.floor(guarded.now().getTime() / 1000) + 120
    const shortLived = await newKey('sklep-a', ['conversations:read'], new Date(end * 1000))
    const answer = await as(shortLived.secret).call('POST', '/api/token')
    t.match(answer.body, { expiresAt: new Date(end * 1000).toISOString() })
    t.match(decode(String(answer.body['accessToken']).split('.')[1]), { exp: end })
  })

  await t.test('a signing key is renewed after 30 days; for an hour there are two', async (t) => {
    const [old] = await published()
    pass(29 * 86_400)
    const before = await token(key.secret)
    t.equal(decode(before.split('.')[0])['kid'], old?.kid, 'not a day too early')
    pass(86_400)
    const first = await token(key.secret)
    const renewed = decode(first.split('.')[0])['kid']
    t.not(renewed, old?.kid)
    t.same(new Set((await published()).map(({ kid }) => kid)), new Set([old?.kid, renewed]))
    t.equal((await use(first)).status, 200)

    pass(3_600)
    t.same(
      (await published()).map(({ kid }) => kid),
      [renewed],
    )
    t.equal(await stored('signing_keys'), 2)
    t.equal(await stored('credentials'), 2)
  })

  await t.test('the old key is deleted, with its private part, a day after the new one appeared', async (t) => {
    pass(22.9 * 3_600)
    await published()
    t.equal(await stored('signing_keys'), 2)
    pass(0.2 * 3_600)
    const [left] = await published()
    t.equal(await stored('signing_keys'), 1)
    t.equal(await stored('credentials'), 1)
    t.equal(decode((await token(key.secret)).split('.')[0])['kid'], left?.kid, 'the one that signs is left')
  })

  await t.test('a token of the old key is good until it ends', async (t) => {
    pass(30 * 86_400 - 24.1 * 3_600 - 60)
    const old = await token(key.secret)
    pass(120)
    const fresh = await token(key.secret)
    t.not(decode(old.split('.')[0])['kid'], decode(fresh.split('.')[0])['kid'])
    t.equal((await use(old)).status, 200)
    t.equal((await use(fresh)).status, 200)
  })

  await t.test('processes that start together agree on one signing key', async (t) => {
    const { createSigningKeys } = await import('../src/authentication/signing-keys.ts')
    pass(40 * 86_400)
    const processes = [1, 2, 3, 4].map(() =>
      createSigningKeys({ store: api.store, vault: api.vault, now: guarded.now }),
    )
    const kids = await Promise.all(processes.map(async (one) => (await one.current()).kid))
    t.equal(new Set(kids).size, 1)
  })

  await t.test('headers other than Authorization are not looked at', async (t) => {
    const mine = await token(key.secret)
    t.equal((await api.call('GET', `${path}?access_token=${mine}`)).status, 401)
    t.equal((await api.call('GET', path, undefined, { cookie: `token=${mine}` })).status, 401)
    t.equal((await api.call('GET', path, undefined, bearer(mine))).status, 200)
  })
})
