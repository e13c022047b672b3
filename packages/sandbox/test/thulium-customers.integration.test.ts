import t from 'tap'
import { field, start } from './thulium-fixture.ts'

type Customer = { customer_id: number; custom_fields: Record<string, string | null> }

t.test('a customer is found by the exact value of a custom field', async (t) => {
  const { call } = await start(t)
  const hit = (await call('GET', `customers?${field('Empik ID')}=c-700123&include_custom_fields=true`)).json
  t.match(hit, [{ customer_id: 8101, surname: 'Kowalczyk', custom_fields: { 'Empik ID': 'c-700123', Uwagi: null } }])
  for (const other of ['C-700123', 'c-70012', 'c-700123%20']) {
    t.same((await call('GET', `customers?${field('Empik ID')}=${other}`)).json, [], other)
  }
})

t.test('a customer needs a surname only, takes one or many addresses, and answers with its id', async (t) => {
  const { call, sandbox, system } = await start(t)
  t.equal((await call('POST', 'customers', { name: 'Ewa' })).status, 400)
  const answer = await call('POST', 'customers', {
    surname: 'Nowa',
    email: 'n@x.example',
    phone_number: ['1', '2'],
    note: 'uwaga',
    custom_fields: { 'Empik ID': 'c-1' },
  })
  t.equal(answer.status, 201)
  const { customer_id: id } = answer.json as { customer_id: number }
  t.match((await call('GET', `customers/${id}`)).json, {
    email: 'n@x.example',
    phone_number: '1',
    phone_numbers: ['1', '2'],
  })
  t.match(sandbox.customers(system).at(-1), { details: { note: 'uwaga' }, customFields: { 'Empik ID': 'c-1' } })
  t.equal((await call('GET', 'customers/1')).status, 404)
})

t.test('an update fills and moves the search, a delete removes', async (t) => {
  const { call } = await start(t)
  t.match(await call('PUT', 'customers/8102', { name: 'M', custom_fields: { 'Empik ID': 'c-2' } }), {
    status: 200,
    text: '',
  })
  await call('PUT', 'customers/8102', { custom_fields: { 'Empik ID': 'c-3' } })
  t.same((await call('GET', `customers?${field('Empik ID')}=c-2`)).json, [])
  t.match((await call('GET', `customers?${field('Empik ID')}=c-3`)).json, [
    { customer_id: 8102, name: 'M', surname: 'Testowy' },
  ])
  await call('DELETE', 'customers/8102')
  t.same((await call('GET', `customers?${field('Empik ID')}=c-3`)).json, [])
})

t.test('a read-only field is written only when the call says so', async (t) => {
  const { sandbox, url, call } = await start(t)
  t.ok(url)
  sandbox.addSystem({
    system: 'ro',
    apiUser: 'connector',
    password: 'demo-haslo-api',
    mailboxes: [],
    agents: [],
    queues: [],
    categories: [],
    ticketFields: [],
    customerFields: [{ name: 'Empik ID', readOnly: true }],
  })
  const create = (more: object): Promise<unknown> =>
    call('POST', '../../ro/api/customers', { surname: 'X', custom_fields: { 'Empik ID': 'c' }, ...more })
  await create({})
  await create({ fill_read_only_custom_fields: true })
  t.same(
    sandbox.customers('ro').map((customer) => customer.customFields['Empik ID']),
    [null, 'c'],
  )
})

t.test('lists page, order, and cap at 1000', async (t) => {
  const { call } = await start(t)
  for (const surname of ['B', 'A', 'C']) await call('POST', 'customers', { surname, identifier: `i-${surname}` })
  const surnames = async (query: string): Promise<unknown> =>
    ((await call('GET', `customers?${query}`)).json as { surname: string }[]).map((one) => one.surname)
  t.same(await surnames('order=surname&limit=3'), ['A', 'B', 'C'])
  t.same(await surnames('order=-surname&limit=2&offset=2'), ['C', 'B'])
  t.same(await surnames('identifier=i-C'), ['C'])
  t.same(await surnames('email=ANNA.Kowalczyk@klient.example'), ['Kowalczyk'])
  t.same(await surnames('phone_number=&order=surname&limit=1'), ['A'], 'empty finds those without a number')
  const one = (await call('GET', 'customers?limit=1&include_custom_fields=true')).json as Customer[]
  t.same(Object.keys(one[0]?.custom_fields ?? {}), ['Empik ID', 'Uwagi'], 'every defined field is named')
})
