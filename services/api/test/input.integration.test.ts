import { noDatabase } from '@connector/test-kit'
import t from 'tap'
import { accountBody, connect, password, shop, shopBody, startApi } from './support/api.ts'

await t.test('What a request holds that it should not', { skip: noDatabase ?? false }, async (t) => {
  const api = await startApi(t)
  const { tenant, integration, integrationId } = await connect(api, 'sklep-a')
  const hook = { channel: 'webhook', name: 'Dyżur', language: 'pl', kinds: ['write-parked'] }
  const refused = (field: string, more: object = {}) => ({
    status: 400,
    body: { code: 'request.invalid', titlePl: 'Zapytanie jest nieprawidłowe', errors: [{ field, ...more }] },
  })

  await t.test('a parameter that the address does not have is refused by its name', async (t) => {
    t.match(
      await api.call('GET', `${tenant}/conversations?overdeu=true`),
      refused('query.overdeu', { messagePl: /adres/ }),
    )
    t.match(await api.call('GET', `${tenant}?x=1`), refused('query.x'))
    t.match(await api.call('POST', `${integration}/stop?force=true`), refused('query.force'))
    t.equal((await api.call('GET', '/livez?probe=1')).status, 200, 'beside the API nobody minds')
  })

  await t.test('an empty body is none, whatever type it names', async (t) => {
    const headers = { 'content-type': 'application/json' }
    t.equal((await api.call('POST', `${integration}/stop`, undefined, headers)).status, 200)
    t.match(
      await api.call('POST', '/api/tenants', undefined, headers),
      refused('body', { message: 'is required', pointer: '#' }),
    )
    t.match(await api.call('POST', `${integration}/stop`, '{', headers), {
      status: 400,
      body: { code: 'request.not_json' },
    })
  })

  await t.test('what is missing is told as just that, with a pointer and in Polish', async (t) => {
    const body = { ...accountBody, mailbox: undefined, system: 'sklep-b', apiPassword: password }
    t.match(
      await api.call('POST', '/api/tenants', body),
      refused('body.mailbox', { pointer: '#/mailbox', message: 'is required', messagePl: 'jest wymagane' }),
    )
    t.match(
      await api.call('POST', `${tenant}/access-keys`, { name: 'x' }),
      refused('body.scopes', { message: 'is required' }),
    )
    t.match(
      await api.call('POST', `${tenant}/access-keys`, { name: 7, scopes: ['config'] }),
      refused('body.name', { messagePl: 'oczekiwano: tekst' }),
    )
  })

  await t.test('what a check of ours refuses it tells in both languages', async (t) => {
    const rule = { id: 'r', name: 'R', when: {}, then: {} }
    const cases: [string, unknown, string, RegExp, RegExp][] = [
      ['/access-keys', { name: 'a\u202eb', scopes: ['config'] }, 'body', /^A name must be/, /^nazwa musi być/],
      ['/operations', { kind: 'verify', reason: 'a\0b' }, 'body', /NUL/, /bez znaku NUL/],
      ['/operations', { kind: 'reread' }, 'body.since', /needs it/, /tego wymaga/],
      [
        '/operations',
        { kind: 'verify', since: '2020-01-01T00:00:00Z' },
        'body.since',
        /^Nothing that/,
        /^tym nie zawęża/,
      ],
      [
        '/alert-targets',
        { ...hook, address: 'https://10.0.0.1/x' },
        'body.address',
        /an address and not/,
        /^Tam nikogo/,
      ],
      [
        `/integrations/${integrationId}/rules/preview`,
        { conversation: {}, rules: [rule, rule] },
        'body.rules',
        /own/,
        /własny/,
      ],
      [`/integrations/${integrationId}/rules/preview`, {}, 'body', /^Either/, /^albo/],
    ]
    for (const [path, body, field, message, messagePl] of cases)
      t.match(await api.call('POST', `${tenant}${path}`, body), refused(field, { message, messagePl }), path)
    const key = await api.call('POST', `${tenant}/operations`, { kind: 'verify' }, { 'idempotency-key': 'a b' })
    t.match(key, refused('headers.idempotency-key', { message: /ASCII/, messagePl: /widocznych/ }))
  })

  await t.test('a name is one line that looks like what it is', async (t) => {
    const odd = ['a\nb', 'a\u0007b', 'a\u202eb', 'a\u2066b', '\u200fa', 'a\ud800']
    for (const name of odd) {
      t.equal((await api.call('POST', `${tenant}/access-keys`, { name, scopes: ['config'] })).status, 400)
      const body = { ...shopBody, shopId: '99', name, apiKey: shop.apiKey }
      t.equal((await api.call('POST', `${tenant}/integrations`, body)).status, 400)
    }
    const named = await api.call('POST', `${tenant}/access-keys`, { name: 'Ekran „biuro” 👍', scopes: ['config'] })
    t.equal(named.status, 201)
    const half = { ...shopBody, shopId: '98', apiKey: shop.apiKey, replies: { footer: 'a\udc00' } }
    t.match(await api.call('POST', `${tenant}/integrations`, half), { status: 400 })
  })
})
