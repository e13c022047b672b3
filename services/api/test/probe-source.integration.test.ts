import { noDatabase } from '@connector/test-kit'
import t from 'tap'
import { connect, shopBody, startApi, startOutside } from './support/api.ts'

await t.test('The source of tickets', { skip: noDatabase ?? false }, async (t) => {
  const outside = await startOutside(t)
  const api = await startApi(t, outside.urls)
  let next = 0
  const newShop = async (more: Parameters<typeof connect>[2] = {}) => {
    const system = `zrodlo-${next++}`
    outside.addAccount(system)
    const { integration, integrationId } = await connect(api, system, more)
    const settings = async () => (await api.repository.integration({ tenantId: system, integrationId })).state.settings
    return { system, integration, settings, probe: () => api.call('POST', `${integration}/probe-source`) }
  }

  for (const [sourceUnknown, outcome, ticketSource] of [
    ['reject', 'refused', 'www'],
    ['email', 'changed', 'www'],
    ['store', 'kept', 'EmpikPlace'],
  ] as const)
    await t.test(`a Thulium that would ${sourceUnknown} another source is found out`, async (t) => {
      const { system, settings, probe } = await newShop({ shop: { replyDueHours: 7 } })
      outside.thulium.setSwitches(system, { sourceUnknown })
      const answer = await probe()
      t.match(answer, { status: 200, body: { outcome, ticketSource, message: { pl: /EmpikPlace/, en: /EmpikPlace/ } } })
      t.match(await settings(), { ticketSource, replyDueHours: 7 }, 'the other settings stay')
      const [ticket, ...more] = outside.thulium.tickets(system)
      t.same(more, [])
      t.match(ticket, { ticketId: answer.body['ticketId'], queueId: 7, categoryId: 12, tags: ['EmpikPlace'] })
      t.match(ticket?.subject, /próbne, można je usunąć/)
      t.match(ticket?.from, /@empikplace-connector\.invalid$/)
      t.equal(ticket?.customFields['EmpikPlace wątek'], null)
      t.match(await probe(), { status: 200, body: { outcome } }, 'it may be repeated')
    })

  await t.test('a ticket that is refused whatever its source proves nothing', async (t) => {
    const { system, settings, probe } = await newShop({ account: { mailbox: 'nie-ma@demo.example' } })
    t.match(await probe(), { status: 409, body: { code: 'thulium.refused', detail: /nie-ma@demo\.example/ } })
    t.equal((await settings())?.ticketSource, 'www')
    t.equal(outside.thulium.tickets(system).length, 0)
  })

  await t.test('a missing permission and a silence are told apart, and change nothing', async (t) => {
    const { system, settings, probe } = await newShop({ shop: { ticketSource: 'EmpikPlace' } })
    outside.thulium.changeApiUser({ system, permissions: ['GET tickets'] })
    t.match(await probe(), { status: 409, body: { code: 'thulium.refused', detail: /403/ } })
    outside.thulium.changeApiUser({ system, permissions: ['*'] })
    outside.thulium.faults.add({ operation: 'POST tickets', subject: system, fault: { kind: 'cut-after' } })
    t.match(await probe(), { status: 503, body: { code: 'thulium.unavailable' } })
    t.equal((await settings())?.ticketSource, 'EmpikPlace')
  })

  await t.test('conversations can be asked for by their source, of which there is one', async (t) => {
    const { system } = await newShop()
    const list = (query: string) => api.call('GET', `/api/tenants/${system}/conversations${query}`)
    t.match(await list('?source=empikplace'), { status: 200, body: { items: [] } })
    t.match(await list('?source=allegro'), { status: 400, body: { errors: [{ field: 'query.source' }] } })
  })

  await t.test('a template of an address that cannot be filled in is refused when it is saved', async (t) => {
    const { integration } = await newShop()
    const save = (links: object) => api.call('PUT', integration, { ...shopBody, links })
    t.match(await save({ order: '{base}/zam/{order_id}', conversation: '{base}/r/{thread_id}' }), { status: 200 })
    t.match(await save({ order: '{base}/zam/{numer}' }), {
      status: 400,
      body: { code: 'request.invalid', errors: [{ field: 'body.links.order', message: /Unknown variable \{numer\}/ }] },
    })
  })

  await t.test('authentication names a ticket field that does not exist', async (t) => {
    const { integration } = await newShop({
      shop: { ticketFields: { orderState: 'Nie ma', products: 'EmpikPlace zamówienie' } },
    })
    const answer = await api.call('POST', `${integration}/authenticate`)
    t.match(answer.body, { ok: false })
    t.match(answer.text, /field “Nie ma”/)
    t.match(answer.text, /field “EmpikPlace zamówienie” exists/)
  })
})
