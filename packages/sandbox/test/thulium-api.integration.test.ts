import t from 'tap'
import { basic, field, marker, start } from './thulium-fixture.ts'
import type { Rows } from './thulium-fixture.ts'

t.test('bad credentials are 401 with a request id, and Polish on request', async (t) => {
  const { call } = await start(t)
  const english = await call('GET', 'tickets', undefined, { authorization: basic('connector', 'zle') })
  t.equal(english.status, 401)
  t.match(english.json, { request_id: /^[0-9a-f]{13}$/, errors: [{ message: /Invalid user/, code: Number }] })
  const polish = await call('GET', 'tickets', undefined, { authorization: '', 'accept-language': 'pl' })
  t.equal(polish.status, 401)
  t.match(polish.json, { errors: [{ message: /Nieprawidłowy/ }] })
})

t.test('a method outside the permission list is 403, the others go on', async (t) => {
  const { call, sandbox, system } = await start(t)
  sandbox.changeApiUser({ system, permissions: ['GET tickets', 'POST tickets'] })
  t.equal((await call('GET', 'tickets')).status, 200)
  t.equal((await call('GET', 'customers')).status, 403)
  t.equal((await call('GET', 'tickets/1')).status, 403)
})

t.test('an old password is 401 from the moment it was changed', async (t) => {
  const { call, sandbox, system } = await start(t)
  t.equal((await call('GET', 'agents')).status, 200)
  sandbox.changeApiUser({ system, password: 'nowe' })
  t.equal((await call('GET', 'agents')).status, 401)
  t.equal((await call('GET', 'agents', undefined, { authorization: basic('connector', 'nowe') })).status, 200)
})

t.test('POST tickets asks for to, subject and body, and for a configured mailbox', async (t) => {
  const { call } = await start(t)
  const whole: Record<string, string> = { to: 'sklep@demo-sklep.example', subject: 'S', body: 'B' }
  for (const name of Object.keys(whole)) {
    const answer = await call('POST', 'tickets', { ...whole, [name]: undefined, ticket_queue_id: 7 })
    t.equal(answer.status, 400, `without ${name}`)
    t.match(answer.json, { errors: [{ message: new RegExp(name) }] })
  }
  t.equal((await call('POST', 'tickets', { ...whole, to: 'obca@inna.example' })).status, 400)
  const answer = await call('POST', 'tickets', whole)
  t.equal(answer.status, 201)
  t.match(answer.json, { ticket_id: Number })
  t.same(Object.keys(answer.json as object), ['ticket_id'], 'nothing but the number comes back')
})

t.test('POST tickets refuses references that do not exist', async (t) => {
  const { call } = await start(t)
  const base = { to: 'sklep@demo-sklep.example', subject: 'S', body: 'B' }
  const wrong = [
    { ticket_queue_id: 999 },
    { category_id: 999 },
    { status_id: 999 },
    { substatus_id: 999 },
    { customer_id: 999 },
    { user_login: 'nikt' },
    { body_type: 'TEXT' },
    { direction: 'sideways' },
    { attachments: ['nie-ma'] },
    { custom_fields: { 'Nie ma': 'x' } },
    { from: 'bez-malpy' },
    { cc: Array.from({ length: 31 }, (_value, at) => `k${at}@x.example`) },
  ]
  for (const fields of wrong) {
    t.equal((await call('POST', 'tickets', { ...base, ...fields })).status, 400, JSON.stringify(fields).slice(0, 60))
  }
  t.match((await call('GET', 'tickets')).json, { count: 0, result: [] }, 'a refused call writes nothing')
})

t.test('a ticket reads back in the documented shape, with mixed id types', async (t) => {
  const { createTicket, getTicket, call } = await start(t, { messageOrder: 'ascending' })
  const id = await createTicket({
    body: 'a < b\nc',
    comment: 'Zamówienie 1',
    customer_id: 8101,
    ticket_queue_id: 7,
    category_id: 12,
    source: 'www',
    custom_fields: { [marker]: 'w-1' },
  })
  const ticket = await getTicket(id)
  t.match(ticket, {
    ticket_id: id,
    from: 'empik-1@relay.example',
    ticket_queue_id: 7,
    ticket_queue_name: 'EmpikPlace',
    status_id: '3',
    substatus_id: '',
    full_status_name: 'Nowe',
    category_id: '12',
    customer_id: 8101,
    user_login: null,
    created_at: /^\d{4}-\d\d-\d\d \d\d:\d\d$/,
    closed_at: '',
    custom_fields: { [marker]: 'w-1', 'EmpikPlace zamówienie': null },
  })
  t.match(ticket.messages[0], { type: 'MAIL', body: 'a &lt; b<br />\nc', user_login: '', attachments: [] })
  t.match(ticket.messages[1], { type: 'COMMENT', comment: 'Zamówienie 1', body: '', system_comment: '' })
  const bare = (await call('GET', `tickets/${id}`)).json as object
  t.notOk('custom_fields' in bare, 'custom fields come only when asked for')
  for (const hidden of ['tags', 'to', 'cc', 'source']) t.notOk(hidden in bare, `${hidden} is not shown`)
})

t.test('a missing ticket is 404 with the error body', async (t) => {
  const { call } = await start(t)
  for (const path of ['tickets/1', 'tickets/abc'])
    t.match(await call('GET', path), { status: 404, json: { errors: [{}] } })
  t.equal((await call('POST', 'tickets/1/customer_response', { body: 'x' })).status, 404)
})

t.test('the queue follows from the mailbox when none is given', async (t) => {
  const { createTicket, getTicket } = await start(t)
  t.match(await getTicket(await createTicket({ to: 'REKLAMACJE@demo-sklep.example' })), { ticket_queue_id: 8 })
})

t.test('the list is newest first by modification, capped at 100, with a total', async (t) => {
  const { createTicket, call, sandbox } = await start(t)
  for (let i = 0; i < 105; i += 1) await createTicket()
  sandbox.clock.advance(60_000)
  await call('POST', 'tickets/48103/customer_response', { body: 'nowa' })
  const list = (await call('GET', 'tickets?limit=500')).json as Rows
  t.equal(list.count, 105)
  t.equal(list.result.length, 100)
  t.same(
    list.result.slice(0, 2).map((row) => row.ticket_id),
    [48103, 48205],
  )
  const rest = (await call('GET', 'tickets?limit=100&offset=100')).json as Rows
  t.equal(rest.result.length, 5)
  t.notOk(
    list.result.some((row) => 'messages' in row),
    'rows have no messages',
  )
})

t.test(
  'the list filters by date, queue, source, login, customer, message, status list and custom fields',
  async (t) => {
    const { createTicket, call, sandbox } = await start(t, { unknownCustomFieldName: 'reject' })
    sandbox.clock.setTo(new Date('2026-03-04T09:00:00Z'))
    const a = await createTicket({
      ticket_queue_id: 7,
      source: 'www',
      customer_id: 8101,
      custom_fields: { [marker]: 'a' },
    })
    sandbox.clock.setTo(new Date('2026-03-05T09:00:00Z'))
    const b = await createTicket({
      ticket_queue_id: 8,
      user_login: 'a.nowak',
      status_id: 5,
      custom_fields: { [marker]: 'b' },
    })
    const found = async (query: string): Promise<number[]> => {
      const answer = await call('GET', `tickets?${query}`)
      return (answer.json as Rows).result.map((row) => row.ticket_id)
    }
    t.same(await found('date_from=2026-03-05'), [b])
    t.same(await found('date_to=2026-03-04'), [a], 'a bare upper date includes its day')
    t.same(await found('date_from=2026-03-04%2010:01'), [b], '10:00 in Warsaw is before 10:01')
    t.same(await found('create_date_from=2026-03-04+10%3A00&create_date_to=2026-03-04+10%3A01'), [a])
    t.same(await found('create_date_to=2026-03-04+10%3A00'), [], 'an upper minute means its first second')
    t.same(await found('ticket_queue_id=8'), [b])
    t.same(await found('source=www'), [a])
    t.same(await found('user_login=a.nowak'), [b])
    t.same(await found('customer_id=8101'), [a])
    t.same(await found('message_id=311402'), [b])
    t.same(await found('status_id[]=3'), [a])
    t.same(await found('status_id%5B%5D=3&status_id%5B%5D=5'), [b, a])
    t.same(await found(`${field(marker)}=a`), [a])
    t.same(await found(`${field(marker)}[0]=a&${field(marker)}[1]=b`), [b, a])
    t.same(await found(`${field(marker)}=a&ticket_queue_id=8`), [])
    t.same(await found(`${field(marker)}=nic`), [])
    t.equal((await call('GET', 'tickets?date_from=wczoraj')).status, 400)
    t.equal((await call('GET', `tickets?${field('Nie ma')}=a`)).status, 400)
  },
)

t.test('message writes say nothing: empty for a customer, [] for an agent', async (t) => {
  const { createTicket, call, getTicket } = await start(t, { messageOrder: 'ascending' })
  const id = await createTicket()
  const customer = await call('POST', `tickets/${id}/customer_response`, { body: '<p>a<!-- x --></p>' })
  t.match(customer, { status: 200, text: '' })
  const agent = await call('POST', `tickets/${id}/agent_response`, { body: 'b', user_login: 'empik.bot' })
  t.match(agent, { status: 200, text: '[]' })
  t.equal((await call('POST', `tickets/${id}/agent_response`, { body: 'b' })).status, 400, 'user_login is required')
  t.equal((await call('POST', `tickets/${id}/agent_response`, { body: 'b', user_login: 'nikt' })).status, 400)
  t.equal((await call('POST', `tickets/${id}/customer_response`, { body: ' ' })).status, 400)
  const entries = (await getTicket(id)).messages.filter((message) => message.type !== 'COMMENT')
  t.same(
    entries.map(({ type, body, user_login }) => [type, body, user_login]),
    [
      ['MAIL', 'Kiedy paczka?', ''],
      ['MAIL', '<p>a</p>', ''],
      ['REPLY', 'b', 'empik.bot'],
    ],
  )
})

t.test('PUT changes what is given and leaves null and absent alone', async (t) => {
  const { createTicket, call, getTicket, sandbox, system } = await start(t)
  const id = await createTicket({ category_id: 12, tags: ['x'], customer_id: 8101, custom_fields: { [marker]: 'a' } })
  const answer = await call('PUT', `tickets/${id}`, {
    category_id: null,
    status_id: 5,
    substatus_id: 51,
    ticket_queue_id: 8,
    customer_id: 8102,
    subject: 'inny',
    custom_fields: { 'EmpikPlace zamówienie': 'Z-1' },
  })
  t.match(answer, { status: 200, text: '' })
  const ticket = await getTicket(id)
  t.match(ticket, {
    category_id: '12',
    full_status_name: 'W realizacji - Czeka na magazyn',
    ticket_queue_id: 8,
    subject: 'Pytanie',
    customer_id: 8101,
    custom_fields: { [marker]: 'a', 'EmpikPlace zamówienie': 'Z-1' },
  })
  t.ok(ticket.messages.some((message) => message.type === 'COMMENT' && message.system_comment.includes('W realizacji')))
  t.same(sandbox.ticket(system, id).tags, ['x'])
})

t.test('a temporary file is raw bytes, becomes an attachment, and is gone after 24 hours', async (t) => {
  const { createTicket, call, getTicket, sandbox } = await start(t)
  const bytes = Buffer.from([0, 255, 10, 13])
  const upload = await call('POST', 'temporary_files?filename=faktura%201.pdf', bytes)
  t.match(upload.json, { filename: 'faktura 1.pdf', token: String, size: 4 })
  const { token } = upload.json as { token: string }
  const id = await createTicket({ attachments: [token] })
  const attachment = (await getTicket(id)).messages.flatMap((message) => message.attachments)[0]
  t.match(attachment, { filename: 'faktura 1.pdf', size: 4, attachment_id: Number })
  const file = await fetch(attachment?.url ?? '', { headers: { authorization: basic('connector', 'demo-haslo-api') } })
  t.same(Buffer.from(await file.arrayBuffer()), bytes)
  t.equal((await fetch(attachment?.url ?? '')).status, 401, 'the link needs the API user')
  sandbox.clock.advance(24 * 3_600_000)
  t.equal(
    (await call('POST', 'tickets', { to: 'sklep@demo-sklep.example', subject: 'S', body: 'B', attachments: [token] }))
      .status,
    400,
  )
  t.equal((await call('POST', 'temporary_files', bytes)).status, 400, 'the name is required')
  t.equal((await call('POST', 'temporary_files?filename=x', { a: 1 })).status, 400, 'JSON is no file')
})

t.test('two systems with the same numbers share nothing', async (t) => {
  const { sandbox, url, createTicket, call } = await start(t)
  sandbox.addSystem({
    system: 'drugi',
    apiUser: 'u',
    password: 'p',
    mailboxes: [{ address: 'a@drugi.example', queueId: 1 }],
    agents: [],
    queues: [{ id: 1, name: 'Q' }],
    categories: [],
    ticketFields: [],
    customerFields: [],
  })
  const id = await createTicket()
  const headers = { authorization: basic('u', 'p') }
  t.equal((await fetch(`${url}/drugi/api/tickets/${id}`, { headers })).status, 404)
  t.equal((await call('GET', 'tickets', undefined, headers)).status, 401)
  t.equal((await fetch(`${url}/nie-ma/api/tickets`, { headers })).status, 404)
})

t.test('dictionaries and agents are listed', async (t) => {
  const { call } = await start(t)
  t.match((await call('GET', 'ticket_queues')).json, [{ id: 7, name: 'EmpikPlace' }])
  t.match((await call('GET', 'ticket_categories')).json, [{ id: 12, name: String }])
  t.equal(((await call('GET', 'ticket_statuses')).json as unknown[]).length, 6)
  t.match((await call('GET', 'agents/empik.bot')).json, { login: 'empik.bot', active: true })
  t.equal((await call('GET', 'agents/nikt')).status, 404)
})

t.test('a body that is no JSON object is 400 in the error format', async (t) => {
  const { url } = await start(t)
  const answer = await fetch(`${url}/demo-sklep/api/tickets`, {
    method: 'POST',
    headers: { authorization: basic('connector', 'demo-haslo-api'), 'content-type': 'application/json' },
    body: '{"to":',
  })
  t.equal(answer.status, 400)
  t.match(await answer.json(), { request_id: String, errors: [{ code: Number }] })
})
