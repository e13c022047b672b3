import { noDatabase } from '@connector/test-kit'
import t from 'tap'
import { z } from 'zod'
import { connect, shop, startApi, startOutside, type Answer } from './support/api.ts'
import { startOddThulium } from './support/odd-thulium.ts'

const result = z.object({
  ok: z.boolean(),
  parts: z.array(
    z.object({
      side: z.string(),
      part: z.string(),
      ok: z.boolean(),
      warning: z.boolean(),
      message: z.object({ pl: z.string().min(1), en: z.string().min(1) }),
    }),
  ),
})

const partsOf = (answer: Answer) => result.parse(answer.body).parts
const wrongOf = (answer: Answer): string[] =>
  partsOf(answer)
    .filter((part) => !part.ok)
    .map(({ side, part }) => `${side}:${part}`)

interface Case {
  name: string
  with: Parameters<typeof connect>[2]
  wrong: string[]
  says: RegExp
}

const cases: Case[] = [
  {
    name: 'a wrong EmpikPlace key',
    with: { apiKey: 'wrong-key' },
    wrong: ['empikplace:credentials'],
    says: /rejects the API key/,
  },
  {
    name: 'a key of another shop',
    with: { shop: { shopId: '99' } },
    wrong: ['empikplace:shop', 'empikplace:messages', 'empikplace:orders'],
    says: /no access to shop 99/,
  },
  {
    name: 'a key that may not read messages',
    with: { apiKey: 'key-without-messages' },
    wrong: ['empikplace:messages'],
    says: /may not read messages/,
  },
  {
    name: 'a key that may not read orders',
    with: { apiKey: 'key-without-orders' },
    wrong: ['empikplace:orders'],
    says: /may not read orders/,
  },
  {
    name: 'a wrong Thulium password',
    with: { apiPassword: 'wrong-password' },
    wrong: ['thulium:credentials'],
    says: /rejects the API user/,
  },
  { name: 'an unknown queue', with: { shop: { queueId: 77 } }, wrong: ['thulium:queue'], says: /no ticket queue 77/ },
  {
    name: 'an unknown category',
    with: { shop: { categoryId: 78 } },
    wrong: ['thulium:category'],
    says: /no ticket category 78/,
  },
  {
    name: 'an unknown customer field',
    with: { shop: { customerField: 'Nie ma' } },
    wrong: ['thulium:customers'],
    says: /field “Nie ma”/,
  },
  {
    name: 'an unknown ticket field',
    with: { account: { threadField: 'Nie ma' } },
    wrong: ['thulium:thread-field'],
    says: /field “Nie ma”/,
  },
  {
    name: 'an unknown agent',
    with: { account: { agentLogin: 'nobody' } },
    wrong: ['thulium:agent'],
    says: /no agent “nobody”/,
  },
  {
    name: 'an inactive agent',
    with: { account: { agentLogin: 'former' } },
    wrong: ['thulium:agent'],
    says: /inactive/,
  },
]

await t.test('Verification', { skip: noDatabase ?? false }, async (t) => {
  const outside = await startOutside(t)
  const api = await startApi(t, outside.urls)

  for (const [index, { name, with: more, wrong, says }] of cases.entries())
    await t.test(`Authentication names ${name}, and nothing else`, async (t) => {
      outside.addAccount(`sklep-${index}`)
      const { integration } = await connect(api, `sklep-${index}`, more)
      const answer = await api.call('POST', `${integration}/authenticate`)
      t.equal(answer.status, 200)
      t.same(wrongOf(answer), wrong)
      t.match(answer.text, says)
      t.equal(result.parse(answer.body).ok, false)
      for (const secret of ['wrong-key', 'wrong-password', shop.apiKey, 'key-without'])
        t.notOk(answer.text.includes(secret), 'no secret in the answer')
      t.match(await api.call('POST', `${integration}/start`), { status: 409 })
    })

  await t.test('Each missing Thulium permission is named by its method', async (t) => {
    outside.addAccount('sklep-a')
    const { integration } = await connect(api, 'sklep-a')
    const all = ['GET ticket_queues', 'GET ticket_categories', 'GET tickets', 'GET customers', 'GET agents']
    for (const [index, part] of ['queue', 'category', 'tickets', 'customers', 'agent'].entries()) {
      const missing = all[index] ?? ''
      outside.thulium.changeApiUser({ system: 'sklep-a', permissions: all.filter((method) => method !== missing) })
      const answer = await api.call('POST', `${integration}/authenticate`)
      t.same(wrongOf(answer), [`thulium:${part}`], missing)
      t.ok(answer.text.includes(missing))
    }
    outside.thulium.changeApiUser({ system: 'sklep-a', permissions: all })
    t.match(await api.call('POST', `${integration}/authenticate`), { body: { ok: true } })
  })

  await t.test('A field that Thulium ignores instead of refusing is found out by what the search finds', async (t) => {
    outside.addAccount('sklep-b')
    outside.thulium.setSwitches('sklep-b', { unknownCustomFieldName: 'ignored' })
    const { integration } = await connect(api, 'sklep-b', { shop: { customerField: 'Nie ma' } })
    t.same(wrongOf(await api.call('POST', `${integration}/authenticate`)), ['thulium:customers'])
  })

  await t.test('Undocumented shapes of lists are read; one that cannot be is a warning, not a failure', async (t) => {
    outside.addAccount('sklep-c')
    const { integration } = await connect(api, 'sklep-c')
    for (const dictionaryShape of ['bare', 'wrapped', 'thing-id']) {
      outside.thulium.setSwitches('sklep-c', { dictionaryShape })
      t.match(await api.call('POST', `${integration}/authenticate`), { body: { ok: true } }, dictionaryShape)
    }

    const odd = await startOddThulium(t)
    const other = await startApi(t, { ...outside.urls, thuliumUrl: odd })
    const { integration: shopOfOther } = await connect(other, 'sklep-c')
    const answer = await other.call('POST', `${shopOfOther}/authenticate`)
    t.match(answer, { body: { ok: true } })
    const warned = partsOf(answer).filter(({ warning }) => warning)
    t.same(
      warned.map(({ part }) => part),
      ['queue', 'category', 'agent'],
    )
  })

  await t.test('A side that does not answer is told apart from one that rejects', async (t) => {
    const api = await startApi(t)
    const { integration } = await connect(api, 'sklep-d')
    const answer = await api.call('POST', `${integration}/authenticate`)
    t.same(wrongOf(answer), ['empikplace:credentials', 'thulium:credentials'])
    t.match(answer.text, /EmpikPlace does not answer properly/)
    t.match(answer.text, /Thulium does not answer properly/)
  })

  await t.test('Something in between that refuses is told apart from a side that does', async (t) => {
    outside.addAccount('sklep-brama')
    const { integration } = await connect(api, 'sklep-brama')
    const fault = { kind: 'status', status: 403, body: 'challenge' } as const
    const { id } = outside.empikPlace.faults.add({ operation: '*', times: null, fault })
    const answer = await api.call('POST', `${integration}/authenticate`)
    outside.empikPlace.faults.remove(id)
    t.same(wrongOf(answer), ['empikplace:credentials'])
    t.match(answer.text, /Something on the way to EmpikPlace stopped the request/)
  })

  await t.test('Verification writes nothing to the outside', async (t) => {
    outside.addAccount('sklep-e')
    const { integration } = await connect(api, 'sklep-e')
    await api.call('POST', `${integration}/authenticate`)
    t.equal(outside.thulium.tickets('sklep-e').length, 0)
    t.equal(outside.thulium.customers('sklep-e').length, 1)
    t.equal(outside.empikPlace.state.threads.size, 0)
  })
})
