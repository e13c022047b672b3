import { noDatabase } from '@connector/test-kit'
import t from 'tap'
import { z } from 'zod'
import { accountBody, connect, password, shop, shopBody, startApi, startOutside } from './support/api.ts'

const listed = z.object({
  items: z.array(
    z.object({
      at: z.iso.datetime(),
      actor: z.string().nullable(),
      requestId: z.string().nullable(),
      of: z.string(),
      what: z.string(),
      fields: z.array(z.object({ path: z.array(z.string()), from: z.unknown(), to: z.unknown() })),
    }),
  ),
})

await t.test('Every change of an integration is on record', { skip: noDatabase ?? false }, async (t) => {
  const outside = await startOutside(t)
  const api = await startApi(t, outside.urls)
  outside.addAccount('sklep-a')
  const { tenant, integration, integrationId } = await connect(api, 'sklep-a')
  const changesAt = async (query = '') => {
    const answer = await api.call('GET', `${integration}/changes${query}`)
    t.equal(answer.status, 200)
    return { text: answer.text, items: listed.parse(answer.body).items }
  }
  const as = (id: string) => ({ 'x-request-id': id })

  await t.test('with when, who, and which fields from what to what, newest first', async (t) => {
    await api.call('POST', `${integration}/authenticate`)
    await api.call('POST', `${integration}/start`, undefined, as('start-1'))
    const rule = { id: 'vip', name: 'Stali klienci', when: {}, then: { queueId: 8 } }
    await api.call('PUT', integration, { ...shopBody, rules: [rule] }, as('rules-1'))
    const changed = { ...shopBody, rules: [{ ...rule, then: { queueId: 9 } }], replies: { footer: 'Pozdrawiamy' } }
    await api.call('PUT', integration, changed, as('rules-2'))
    await api.call('PUT', integration, changed, as('nothing-new'))
    await api.call('PUT', `${tenant}/thulium`, { ...accountBody, mailbox: 'nowa@demo.example' }, as('mailbox-1'))
    await api.call('POST', `${integration}/stop`, undefined, as('stop-1'))

    const { items } = await changesAt()
    t.same(items.map(({ of, what, requestId }) => [of, what, requestId]).slice(0, 5), [
      ['integration', 'stopped', 'stop-1'],
      ['account', 'settings', 'mailbox-1'],
      ['integration', 'settings', 'rules-2'],
      ['integration', 'settings', 'rules-1'],
      ['integration', 'started', 'start-1'],
    ])
    t.same(items[1]?.fields, [{ path: ['mailbox'], from: accountBody.mailbox, to: 'nowa@demo.example' }])
    t.same(items[2]?.fields, [
      { path: ['rules', 'vip', 'then', 'queueId'], from: 8, to: 9 },
      { path: ['replies', 'footer'], from: '', to: 'Pozdrawiamy' },
    ])
    t.match(items[3]?.fields, [{ path: ['rules', 'vip'], from: null, to: { id: 'vip' } }])
    t.same([...new Set(items.map(({ actor }) => actor))], ['api'])
    t.same(
      items,
      items.toSorted((a, b) => b.at.localeCompare(a.at)),
    )
    t.equal((await changesAt('?limit=2')).items.length, 2)
    t.match(await api.call('GET', `${integration}/changes?limit=0`), { status: 400 })
  })

  await t.test('what is left out goes back to its default, and that is a change too', async (t) => {
    await api.call('PUT', integration, { ...shopBody, reopenStatusId: 4, replyDueHours: 8 })
    await api.call('PUT', integration, shopBody)
    t.same((await changesAt()).items[0]?.fields, [
      { path: ['reopenStatusId'], from: 4, to: null },
      { path: ['replyDueHours'], from: 8, to: 24 },
    ])
  })

  await t.test('what the workers did is told from what was asked for', async (t) => {
    await api.call('POST', `${integration}/start`)
    await api.repository.changeIntegration({ tenantId: 'sklep-a', integrationId }, 'poll:empikplace', () => [
      { type: 'IntegrationStopped', data: { reason: 'credentials-rejected' } },
    ])
    t.match((await changesAt()).items[0], { what: 'stopped-by-rejections', actor: 'test', requestId: null })
  })

  await t.test('and never a secret, in the list or in any event', async (t) => {
    const secrets = [shop.apiKey, password, 'fresh-key-1', 'changed-password-1', 'rejected-key-1']
    outside.empikPlace.addKey({ key: 'fresh-key-1', shopIds: [37001] })
    t.match(await api.call('PUT', `${integration}/key`, { apiKey: 'fresh-key-1' }), { body: { stored: true } })
    t.match(await api.call('PUT', `${integration}/key`, { apiKey: 'rejected-key-1' }), { status: 422 })
    outside.thulium.changeApiUser({ system: 'sklep-a', password: 'changed-password-1' })
    t.match(await api.call('PUT', `${tenant}/thulium`, { ...accountBody, apiPassword: 'changed-password-1' }), {
      body: { stored: true },
    })
    const { items, text } = await changesAt()
    t.match(
      items.filter(({ what }) => what.endsWith('replaced')).map(({ of, what }) => [of, what]),
      [
        ['account', 'thulium-password-replaced'],
        ['integration', 'empikplace-key-replaced'],
      ],
    )
    const { events } = await api.log.readAll(undefined, 1_000)
    const everything = text + JSON.stringify(events)
    t.match(everything, 'CredentialsReplaced')
    for (const secret of secrets) t.notOk(everything.includes(secret))
  })

  await t.test('to nobody else', async (t) => {
    const other = await connect(api, 'sklep-b')
    const foreign = `${other.tenant}/integrations/${integrationId}/changes`
    t.match(await api.call('GET', foreign), { status: 404, body: { code: 'integration.unknown' } })
    t.notMatch((await api.call('GET', `${other.integration}/changes`)).text, 'nowa@demo.example')
  })
})
