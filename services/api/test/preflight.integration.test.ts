import { noDatabase } from '@connector/test-kit'
import t from 'tap'
import { z } from 'zod'
import { connect, shop, startApi, startOutside, type Answer } from './support/api.ts'
import { startOddThulium } from './support/odd-thulium.ts'

const item = z.object({
  code: z.string(),
  state: z.enum(['ok', 'warning', 'error', 'unknown']),
  message: z.object({ pl: z.string().min(1), en: z.string().min(1) }),
})
const answer = z.object({ verdict: z.string(), items: z.array(item) })

const preflightOf = ({ body }: Answer) => answer.parse(body)
const codesOf = (one: Answer, state: z.infer<typeof item>['state']): string[] =>
  preflightOf(one)
    .items.filter((found) => found.state === state)
    .map(({ code }) => code)
const textOf = (one: Answer, code: string): string =>
  preflightOf(one).items.find((found) => found.code === code)?.message.en ?? ''

const writes = ['create-ticket', 'update-ticket', 'customer-response', 'agent-response', 'comment'].concat(
  ...['create-customer', 'update-customer', 'upload-file'],
)
const alwaysUnknown = ['mailbox', ...writes].map((need) => `thulium.${need}`)

const reads = [
  ['GET ticket_queues', ['queues'], ['queue']],
  ['GET ticket_categories', ['categories'], ['category']],
  ['GET ticket_statuses', ['statuses'], []],
  ['GET agents', ['agents'], ['agent']],
  ['GET tickets', ['tickets'], ['thread-field', 'order-field']],
  ['GET tickets/:id', ['ticket'], []],
  ['GET customers', ['customers'], ['customer-field']],
  ['GET customers/:id', ['customer'], []],
] as const
const allReads = reads.map(([method]) => method)

await t.test('Preflight', { skip: noDatabase ?? false }, async (t) => {
  const outside = await startOutside(t)
  let time = new Date('2026-03-02T09:00:00Z')
  const api = await startApi(t, outside.urls, undefined, undefined, { mode: 'off', now: () => time })

  await t.test('An integration with all it needs is ready, and nothing is written or recorded', async (t) => {
    outside.addAccount('sklep-a')
    const { tenant, integration, integrationId } = await connect(api, 'sklep-a')
    const { revision } = await api.repository.integration({ tenantId: 'sklep-a', integrationId })

    const ofIntegration = await api.call('POST', `${integration}/preflight`)
    t.match(ofIntegration, { status: 200, body: { verdict: 'ready' } })
    t.same(codesOf(ofIntegration, 'error'), [])
    t.same(codesOf(ofIntegration, 'unknown'), alwaysUnknown)
    t.equal(codesOf(ofIntegration, 'ok').length, 7 + 14 + 4, 'EmpikPlace, the account, the settings')
    t.match(textOf(ofIntegration, 'thulium.create-ticket'), /“POST tickets” shows at its first use/)

    const ofAccount = await api.call('POST', `${tenant}/preflight`)
    t.match(ofAccount, { status: 200, body: { verdict: 'ready' } })
    t.same(codesOf(ofAccount, 'unknown'), alwaysUnknown)
    t.notOk(codesOf(ofAccount, 'ok').some((code) => code.startsWith('empikplace.') || code === 'thulium.queue'))

    t.equal((await api.repository.integration({ tenantId: 'sklep-a', integrationId })).revision, revision)
    t.equal(outside.thulium.tickets('sklep-a').length, 0)
    t.equal(outside.thulium.customers('sklep-a').length, 1)
  })

  await t.test('Each missing permission is an error of its own, with its name', async (t) => {
    outside.addAccount('sklep-b')
    const { integration } = await connect(api, 'sklep-b')
    for (const [missing, wrong, unchecked] of reads) {
      outside.thulium.changeApiUser({ system: 'sklep-b', permissions: allReads.filter((method) => method !== missing) })
      const found = await api.call('POST', `${integration}/preflight`)
      t.match(found, { body: { verdict: 'not-ready' } })
      t.same(
        codesOf(found, 'error'),
        wrong.map((need) => `thulium.${need}`),
        missing,
      )
      t.match(textOf(found, `thulium.${wrong[0]}`), `lacks the permission “${missing}”`)
      t.same(
        codesOf(found, 'unknown').filter((code) => !alwaysUnknown.includes(code)),
        unchecked.map((need) => `thulium.${need}`),
        missing,
      )
    }
  })

  await t.test('Writes are tried only on request, and leave nothing behind', async (t) => {
    outside.addAccount('sklep-c')
    const { tenant } = await connect(api, 'sklep-c')
    const tried = await api.call('POST', `${tenant}/preflight?writes=tried`)
    t.match(tried, { body: { verdict: 'ready' } })
    t.same(codesOf(tried, 'unknown'), ['thulium.mailbox', 'thulium.create-ticket', 'thulium.create-customer'])

    const without = 'POST tickets/:id/agent_response'
    const permissions = [
      ...allReads,
      'PUT tickets/:id',
      'POST tickets/:id/comment',
      'POST tickets/:id/customer_response',
    ]
    outside.thulium.changeApiUser({
      system: 'sklep-c',
      permissions: [...permissions, 'PUT customers/:id', 'POST temporary_files'],
    })
    const denied = await api.call('POST', `${tenant}/preflight?writes=tried`)
    t.same(codesOf(denied, 'error'), ['thulium.agent-response'])
    t.match(textOf(denied, 'thulium.agent-response'), without)
    t.equal(outside.thulium.tickets('sklep-c').length, 0)
    t.equal(outside.thulium.customers('sklep-c').length, 1)
  })

  await t.test('What the settings name and Thulium does not have is named', async (t) => {
    outside.addAccount('sklep-d')
    const { integration } = await connect(api, 'sklep-d', {
      account: { agentLogin: 'former', sinkDomain: 'demo.example' },
      shop: {
        queueId: 77,
        categoryId: 78,
        reopenStatusId: 79,
        ticketSource: 'EmpikPlace',
        ticketFields: { orderLink: 'Nie ma' },
      },
    })
    outside.thulium.renameField({ system: 'sklep-d', of: 'ticket', from: 'EmpikPlace wątek', to: 'Wątek' })
    outside.thulium.renameField({ system: 'sklep-d', of: 'customer', from: 'Empik ID', to: 'Id z Empiku' })
    const found = await api.call('POST', `${integration}/preflight`)
    t.same(
      codesOf(found, 'error'),
      [
        'agent',
        'thread-field',
        'sink-domain',
        'queue',
        'category',
        'customer-field',
        'ticket-field',
        'reopen-status',
      ].map((need) => `thulium.${need}`),
    )
    t.same(codesOf(found, 'warning'), ['thulium.ticket-source'])
    t.match(textOf(found, 'thulium.thread-field'), 'EmpikPlace wątek')
    t.match(textOf(found, 'thulium.sink-domain'), 'sklep@demo.example')
  })

  await t.test('Lists in any of the known shapes are read', async (t) => {
    outside.addAccount('sklep-e')
    const { integration } = await connect(api, 'sklep-e')
    for (const dictionaryShape of ['bare', 'wrapped', 'thing-id']) {
      outside.thulium.setSwitches('sklep-e', { dictionaryShape })
      t.match(await api.call('POST', `${integration}/preflight`), { body: { verdict: 'ready' } }, dictionaryShape)
    }
  })

  await t.test('A list in a form that is not known is a warning: it blocks nothing', async (t) => {
    const odd = await startApi(t, { ...outside.urls, thuliumUrl: await startOddThulium(t) })
    const { integration } = await connect(odd, 'sklep-j')
    const found = await odd.call('POST', `${integration}/preflight`)
    t.match(found, { body: { verdict: 'ready-with-warnings' } })
    const lists = ['queues', 'categories', 'statuses', 'agents']
    t.same(codesOf(found, 'error'), [])
    for (const list of lists) t.ok(codesOf(found, 'warning').includes(`thulium.${list}`), list)
    t.match(textOf(found, 'thulium.queue'), /Not checked, since what it depends on could not be read/)
  })

  await t.test('Rejected credentials are the one error, and the rest is not checked', async (t) => {
    outside.addAccount('sklep-f')
    const { integration } = await connect(api, 'sklep-f', { apiKey: 'wrong-key', apiPassword: 'wrong-password' })
    const found = await api.call('POST', `${integration}/preflight`)
    t.same(codesOf(found, 'error'), ['empikplace.credentials', 'thulium.credentials'])
    t.match(textOf(found, 'thulium.queues'), /Not checked/)
    t.match(textOf(found, 'empikplace.orders'), /Not checked/)
    for (const secret of ['wrong-key', 'wrong-password', shop.apiKey]) t.notOk(found.text.includes(secret))
  })

  await t.test('A host that does not answer is told apart from one that rejects', async (t) => {
    const api = await startApi(t)
    const { integration } = await connect(api, 'sklep-g')
    const found = await api.call('POST', `${integration}/preflight`)
    t.same(codesOf(found, 'error'), ['empikplace.host', 'thulium.host'])
    t.match(textOf(found, 'thulium.host'), /does not answer properly/)
  })

  await t.test('EmpikPlace is asked for the account once a day, and for the rest each time', async (t) => {
    outside.addAccount('sklep-h')
    const { integration } = await connect(api, 'sklep-h')
    const asked = (operation: string): number => outside.empikPlace.counters.count({ operation })
    const before = { account: asked('A01'), threads: asked('M11') }
    for (const hours of [0, 1, 22]) {
      time = new Date(time.getTime() + hours * 3_600_000)
      t.match(await api.call('POST', `${integration}/preflight`), { body: { verdict: 'ready' } })
    }
    t.equal(asked('A01') - before.account, 1)
    t.equal(asked('M11') - before.threads, 3)
    time = new Date(time.getTime() + 2 * 3_600_000)
    await api.call('POST', `${integration}/preflight`)
    t.equal(asked('A01') - before.account, 2)
  })

  await t.test('A shop that is not open is a warning', async (t) => {
    outside.addAccount('sklep-i')
    const { integration } = await connect(api, 'sklep-i')
    const known = outside.empikPlace.state.shops.get(37001)
    if (!known) throw new Error('The sandbox has no shop 37001')
    outside.empikPlace.state.shops.set(37001, { ...known, state: 'SUSPENDED' })
    t.teardown(() => outside.empikPlace.state.shops.set(37001, known))
    const found = await api.call('POST', `${integration}/preflight`)
    t.match(found, { body: { verdict: 'ready-with-warnings' } })
    t.same(codesOf(found, 'warning'), ['empikplace.shop-state'])
    t.match(textOf(found, 'empikplace.shop-state'), /SUSPENDED/)
  })
})
