import t from 'tap'
import { basic, field, marker, start } from './thulium-fixture.ts'
import type { Rows } from './thulium-fixture.ts'

const to = { to: 'sklep@demo-sklep.example', subject: 'S', body: 'B' }

t.test('customersEnvelope wraps the customers', async (t) => {
  const { call } = await start(t, { customersEnvelope: 'count-result' })
  t.match((await call('GET', 'customers')).json, { count: 2, result: [{ customer_id: 8101 }, {}] })
})

t.test('ticketsListIncludesMessages and ticketsListIncludesCustomFields enrich the rows', async (t) => {
  const { call, createTicket } = await start(t, {
    ticketsListIncludesMessages: true,
    ticketsListIncludesCustomFields: true,
  })
  await createTicket({ custom_fields: { [marker]: 'a' } })
  const rows = (await call('GET', 'tickets?include_custom_fields=true')).json
  t.match(rows, { result: [{ messages: [{ type: 'MAIL' }], custom_fields: { [marker]: 'a' } }] })
})

t.test('dictionaryShape wraps the list or names the id after the thing', async (t) => {
  const { call, sandbox, system } = await start(t, { dictionaryShape: 'wrapped' })
  t.match((await call('GET', 'ticket_queues')).json, { result: [{ id: 7 }] })
  sandbox.setSwitches(system, { dictionaryShape: 'thing-id' })
  t.match((await call('GET', 'ticket_queues')).json, [{ ticket_queue_id: 7, id: undefined }])
  t.match((await call('GET', 'ticket_categories')).json, [{ category_id: 12 }])
  t.match((await call('GET', 'ticket_statuses')).json, [{ status_id: 3, substatuses: [] }])
})

t.test('createStatusCode 200 holds for tickets and customers', async (t) => {
  const { call } = await start(t, { createStatusCode: 200 })
  t.equal((await call('POST', 'tickets', to)).status, 200)
  t.equal((await call('POST', 'customers', { surname: 'X' })).status, 200)
})

t.test('sourceUnknown rejects, stores or turns an unknown source into email', async (t) => {
  const { call, sandbox, system } = await start(t)
  const create = () => call('POST', 'tickets', { ...to, source: 'EmpikPlace' })
  t.equal((await create()).status, 400)
  sandbox.setSwitches(system, { sourceUnknown: 'store' })
  t.equal((await create()).status, 201)
  sandbox.setSwitches(system, { sourceUnknown: 'email' })
  t.equal((await create()).status, 201)
  t.same(
    ((await call('GET', 'tickets')).json as Rows).result.map((row) => row.source),
    ['email', 'EmpikPlace'],
  )
})

t.test('customFieldsMatch widens the search', async (t) => {
  const { call, createTicket, sandbox, system } = await start(t)
  await createTicket({ custom_fields: { [marker]: 'Abc-1' } })
  const count = async (value: string): Promise<number> =>
    ((await call('GET', `tickets?${field(marker)}=${value}`)).json as Rows).count
  t.same([await count('Abc-1'), await count('abc-1'), await count('Abc')], [1, 0, 0])
  sandbox.setSwitches(system, { customFieldsMatch: 'case-insensitive' })
  t.same([await count('Abc-1'), await count('abc-1'), await count('Abc')], [1, 1, 0])
  sandbox.setSwitches(system, { customFieldsMatch: 'prefix' })
  t.same([await count('Abc-1'), await count('abc-1'), await count('Abc')], [1, 1, 1])
})

t.test('unknownCustomFieldName ignored stores nothing and searches everything', async (t) => {
  const { call, createTicket, getTicket } = await start(t, { unknownCustomFieldName: 'ignored' })
  const id = await createTicket({ custom_fields: { Nieznane: 'x', [marker]: 'a' } })
  t.same((await getTicket(id)).custom_fields, { [marker]: 'a', 'EmpikPlace zamówienie': null })
  await createTicket()
  t.equal(((await call('GET', `tickets?${field('Nieznane')}=x`)).json as Rows).count, 2)
})

t.test('putCustomFields replace drops what is not sent, putTags add keeps what was there', async (t) => {
  const { call, createTicket, getTicket, sandbox, system } = await start(t, {
    putCustomFields: 'replace',
    putTags: 'add',
  })
  const id = await createTicket({ tags: ['a'], custom_fields: { [marker]: 'a' } })
  await call('PUT', `tickets/${id}`, { tags: ['b'], custom_fields: { 'EmpikPlace zamówienie': 'z' } })
  t.same((await getTicket(id)).custom_fields, { [marker]: null, 'EmpikPlace zamówienie': 'z' })
  t.equal(((await call('GET', `tickets?${field(marker)}=a`)).json as Rows).count, 0)
  t.same(sandbox.ticket(system, id).tags, ['a', 'b'])
})

t.test('emptyStringClears off keeps a value against an empty string', async (t) => {
  for (const on of [true, false]) {
    const { call, createTicket, getTicket } = await start(t, { emptyStringClears: on })
    const id = await createTicket({ custom_fields: { [marker]: 'a' } })
    await call('PUT', `tickets/${id}`, { custom_fields: { [marker]: '' } })
    t.equal((await getTicket(id)).custom_fields[marker], on ? null : 'a')
  }
})

t.test('idTypes strings makes every id text', async (t) => {
  const { call } = await start(t, { idTypes: 'strings' })
  const { ticket_id: id } = (await call('POST', 'tickets', { ...to, customer_id: '8101' })).json as {
    ticket_id: unknown
  }
  t.type(id, 'string')
  t.match((await call('GET', `tickets/${String(id)}`)).json, {
    ticket_id: /^\d+$/,
    customer_id: '8101',
    ticket_queue_id: '2',
    messages: [{ message_id: /^\d+$/ }],
  })
  t.match((await call('GET', 'customers')).json, [{ customer_id: '8101' }])
})

t.test('scalarStatusFilter answers 500, or works', async (t) => {
  const { call, createTicket, sandbox, system } = await start(t)
  await createTicket()
  t.equal((await call('GET', 'tickets?status_id=3')).status, 500)
  t.equal((await call('GET', 'tickets?status_id[]=3')).status, 200)
  sandbox.setSwitches(system, { scalarStatusFilter: 'works' })
  t.match((await call('GET', 'tickets?status_id=3')).json, { count: 1 })
})

t.test('searchIndexLagSeconds delays what a custom-field search sees, in both directions', async (t) => {
  const { call, createTicket, sandbox, getTicket } = await start(t, { searchIndexLagSeconds: 5 })
  const count = async (value: string): Promise<number> =>
    ((await call('GET', `tickets?${field(marker)}=${value}`)).json as Rows).count
  const id = await createTicket({ custom_fields: { [marker]: 'a' } })
  await call('POST', 'customers', { surname: 'X', custom_fields: { 'Empik ID': 'c-9' } })
  t.equal(await count('a'), 0)
  t.same((await call('GET', `customers?${field('Empik ID')}=c-9`)).json, [])
  t.equal((await getTicket(id)).custom_fields[marker], 'a', 'reading the ticket itself has no lag')
  sandbox.clock.advance(5000)
  t.equal(await count('a'), 1)
  t.match((await call('GET', `customers?${field('Empik ID')}=c-9`)).json, [{ surname: 'X' }])
  await call('PUT', `tickets/${id}`, { custom_fields: { [marker]: 'b' } })
  t.same([await count('a'), await count('b')], [1, 0], 'the old value is still found')
  sandbox.clock.advance(5000)
  t.same([await count('a'), await count('b')], [0, 1])
})

t.test('customerByFrom matches or creates a customer by address', async (t) => {
  const { createTicket, getTicket, sandbox, system } = await start(t)
  const customerOf = async (from: string) => (await getTicket(await createTicket({ from })))['customer_id']
  t.equal(await customerOf('anna.kowalczyk@klient.example'), null)
  sandbox.setSwitches(system, { customerByFrom: 'match' })
  t.equal(await customerOf('ANNA.Kowalczyk@klient.example'), 8101)
  t.equal(await customerOf('obcy@klient.example'), null)
  sandbox.setSwitches(system, { customerByFrom: 'create' })
  t.equal(await customerOf('obcy@klient.example'), sandbox.customers(system).at(-1)?.customerId)
})

t.test('duplicateCustomerEmail rejected refuses a known address', async (t) => {
  const { call } = await start(t, { duplicateCustomerEmail: 'rejected' })
  t.equal((await call('POST', 'customers', { surname: 'X', email: 'anna.kowalczyk@klient.example' })).status, 400)
})

t.test('unauthorizedBody may be empty or a page', async (t) => {
  const { call, sandbox, system } = await start(t, { unauthorizedBody: 'empty' })
  const wrong = { authorization: basic('a', 'b') }
  t.match(await call('GET', 'agents', undefined, wrong), { status: 401, text: '' })
  sandbox.setSwitches(system, { unauthorizedBody: 'html' })
  t.match(await call('GET', 'agents', undefined, wrong), { status: 401, text: /<html>/ })
})

t.test('a switch is global or belongs to one system, and a wrong one is refused', async (t) => {
  const { url, call, sandbox, system } = await start(t)
  const patch = (path: string, body: unknown) =>
    fetch(`${url}/__sandbox/${path}`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  t.equal((await patch('switches', { createStatusCode: 200 })).status, 200)
  t.equal((await call('POST', 'tickets', to)).status, 200)
  t.equal((await patch(`systems/${system}/switches`, { createStatusCode: 201 })).status, 200)
  t.equal((await call('POST', 'tickets', to)).status, 201)
  t.equal((await patch(`systems/${system}/switches`, { createStatusCode: 204 })).status, 400)
  t.equal((await patch('switches', { nieMa: 1 })).status, 400)
  t.throws(() => sandbox.setSwitches(system, { nieMa: 1 }), RangeError)
})
