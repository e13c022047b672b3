import type { Resolve } from '@connector/outbound-http'
import { noDatabase } from '@connector/test-kit'
import t from 'tap'
import { z } from 'zod'
import { accountBody, connect, startApi, type Api } from './support/api.ts'

const verification = z.object({ ok: z.boolean(), parts: z.array(z.object({ side: z.string(), message: z.unknown() })) })

/** What the check of an integration says of each side. */
async function authenticate(api: Api, tenantId: string) {
  const { integration } = await connect(api, tenantId)
  const answer = await api.call('POST', `${integration}/authenticate`)
  t.equal(answer.status, 200)
  return verification.parse(answer.body)
}

const leadsElsewhere = { en: /leads to where the connector sends no requests/, pl: /nie wysyła zapytań/ }

await t.test('The names that tenants choose never lead inside', { skip: noDatabase ?? false }, async (t) => {
  const asked: string[] = []
  const resolve: Resolve = (hostname) => {
    asked.push(hostname)
    return Promise.resolve([{ address: '127.0.0.1', family: 4 }])
  }
  const api = await startApi(t, {
    empikPlaceUrl: 'https://marketplace.empik.com',
    thuliumUrl: 'https://{system}.thulium.com',
    resolve,
  })

  await t.test('what cannot be the name of an account is refused before anything is stored or called', async (t) => {
    for (const system of [
      ...['127.0.0.1', '[::1]', '::1', 'a.b@evil', 'a@evil.example', 'evil.example/', 'evil.example#', 'evil.example?'],
      ...['evil.example\\', 'a:443', 'sklep.', '.', '..', '%31', 'ⓔvil', 'sklep\n', 'http://127.0.0.1', '', '-a', 'A'],
    ]) {
      const answer = await api.call('POST', '/api/tenants', { system, ...accountBody, apiPassword: 'x' })
      t.match(answer, { status: 400, body: { code: 'request.invalid' } }, system)
    }
    t.same(asked, [])
  })

  for (const system of ['localhost', '2130706433', '0x7f000001', '127-0-0-1'])
    await t.test(`${system} is just a name, and where it leads is checked`, async (t) => {
      asked.length = 0
      const { ok, parts } = await authenticate(api, system)
      t.equal(ok, false)
      t.match(parts, [
        { side: 'empikplace', message: leadsElsewhere },
        { side: 'thulium', message: leadsElsewhere },
      ])
      t.same([...new Set(asked)].sort(), [`${system}.thulium.com`, 'marketplace.empik.com'].sort())
    })

  await t.test('a new password is not tried there either', async (t) => {
    const { apiUser, ...rest } = accountBody
    const body = { ...rest, apiUser: `${apiUser}2`, apiPassword: 'new' }
    t.match(await api.call('PUT', '/api/tenants/localhost/thulium', body), {
      status: 422,
      body: { code: 'credentials.not_accepted', errors: [{ messagePl: leadsElsewhere.pl }] },
    })
  })
})
