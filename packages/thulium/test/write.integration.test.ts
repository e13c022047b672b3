import t from 'tap'
import { documentOf, setup } from './support.ts'

t.test('a ticket is created with every documented field, and its body type always', async (t) => {
  const { client, seen } = await setup(
    (clean) => t.teardown(clean),
    () => ({ status: 201, body: { ticket_id: '48120' } }),
  )
  const result = await client.createTicket({
    to: 'sklep@seller.example',
    from: 'empik-1@relay.example',
    subject: 'EmpikPlace: pytanie',
    body: '<p>Kiedy?</p>',
    bodyType: 'HTML',
    comment: 'Zamówienie',
    cc: ['a@seller.example'],
    attachments: ['tok'],
    source: 'EmpikPlace',
    direction: 'in_behalf_of',
    userLogin: 'anowak',
    customerId: 9031,
    tags: ['EmpikPlace'],
    statusId: 1,
    substatusId: 2,
    categoryId: 12,
    queueId: 7,
    customFields: { 'EmpikPlace thread': '5f2c' },
  })
  t.match(result, { outcome: 'done', value: { ticketId: 48120 } })
  t.match(seen[0], {
    method: 'POST',
    path: '/api/tickets',
    headers: { 'content-type': 'application/json; charset=utf-8' },
  })
  t.same(documentOf(seen[0]), {
    to: 'sklep@seller.example',
    from: 'empik-1@relay.example',
    subject: 'EmpikPlace: pytanie',
    body: '<p>Kiedy?</p>',
    body_type: 'HTML',
    comment: 'Zamówienie',
    cc: ['a@seller.example'],
    attachments: ['tok'],
    source: 'EmpikPlace',
    direction: 'in_behalf_of',
    user_login: 'anowak',
    customer_id: 9031,
    tags: ['EmpikPlace'],
    status_id: 1,
    substatus_id: 2,
    category_id: 12,
    ticket_queue_id: 7,
    custom_fields: { 'EmpikPlace thread': '5f2c' },
  })
  await client.createTicket({ to: 'a@b.example', subject: 's', body: 'b', bodyType: 'PLAIN', source: 'www' })
  t.same(documentOf(seen[1]), { to: 'a@b.example', subject: 's', body: 'b', body_type: 'PLAIN', source: 'www' })
})

t.test('messages carry body type, local date and files', async (t) => {
  const { client, seen } = await setup(
    (clean) => t.teardown(clean),
    () => ({ body: [] }),
  )
  const date = new Date('2026-07-04T08:02:30Z')
  await client.customerResponse(5, { body: 'Kiedy?', bodyType: 'PLAIN', date, attachments: ['tok'] })
  await client.agentResponse(5, {
    body: '<p>Jutro</p>',
    bodyType: 'HTML',
    userLogin: 'empik.bot',
    date,
    attachments: ['tok'],
  })
  await client.agentResponse(5, { body: 'Jutro', bodyType: 'PLAIN', userLogin: 'empik.bot', attachments: [] })
  t.same(
    seen.map((one) => [one.method, one.path, documentOf(one)]),
    [
      [
        'POST',
        '/api/tickets/5/customer_response',
        { body: 'Kiedy?', body_type: 'PLAIN', date: '2026-07-04 10:02', attachments: ['tok'] },
      ],
      [
        'POST',
        '/api/tickets/5/agent_response',
        {
          body: '<p>Jutro</p>',
          body_type: 'HTML',
          user_login: 'empik.bot',
          date: '2026-07-04 10:02',
          attachments: ['tok'],
        },
      ],
      ['POST', '/api/tickets/5/agent_response', { body: 'Jutro', body_type: 'PLAIN', user_login: 'empik.bot' }],
    ],
  )
})

t.test('updates send only what changes', async (t) => {
  const { client, seen } = await setup(
    (clean) => t.teardown(clean),
    () => ({}),
  )
  t.match(await client.updateTicket(5, { statusId: 2, customFields: { a: 'b' } }), { outcome: 'done' })
  t.match(await client.updateCustomer(9, { name: 'Ewa' }), { outcome: 'done' })
  t.match(await client.updateCustomer(9, { customFields: { a: 'b' } }), { outcome: 'done' })
  t.same(
    seen.map((one) => [one.method, one.path, documentOf(one)]),
    [
      ['PUT', '/api/tickets/5', { status_id: 2, custom_fields: { a: 'b' } }],
      ['PUT', '/api/customers/9', { name: 'Ewa' }],
      ['PUT', '/api/customers/9', { custom_fields: { a: 'b' }, fill_read_only_custom_fields: true }],
    ],
  )
})

t.test('a customer is created with the field that identifies him', async (t) => {
  const { client, seen } = await setup(
    (clean) => t.teardown(clean),
    () => ({ status: 201, body: { customer_id: 9031 } }),
  )
  t.match(await client.createCustomer({ surname: 'Lis', name: 'Ewa', customFields: { 'Empik ID': 'a81f' } }), {
    outcome: 'done',
    value: { customerId: 9031 },
  })
  t.same(documentOf(seen[0]), {
    surname: 'Lis',
    name: 'Ewa',
    custom_fields: { 'Empik ID': 'a81f' },
    fill_read_only_custom_fields: true,
  })
})

t.test('a file is uploaded byte for byte, with its length and its name', async (t) => {
  const bytes = Buffer.from([0, 255, 13, 10])
  async function* stream(): AsyncGenerator<Uint8Array> {
    yield await Promise.resolve(bytes)
  }
  const { client, seen } = await setup(
    (clean) => t.teardown(clean),
    () => ({ body: { filename: 'x', token: '7d31', size: 4 } }),
  )
  t.match(await client.uploadFile('faktura 1 ż&.pdf', bytes), { outcome: 'done', value: { token: '7d31' } })
  t.match(await client.uploadFile('a', { size: 4, bytes: stream() }), { outcome: 'done' })
  t.equal(seen[0]?.target, '/api/temporary_files?filename=faktura%201%20%C5%BC%26.pdf')
  for (const one of seen) {
    t.match(one.headers, { 'content-type': 'application/octet-stream', 'content-length': '4' })
    t.ok(one.body.equals(bytes))
  }
  t.match(await client.uploadFile('a', { size: 25 * 1024 * 1024 + 1, bytes: stream() }), {
    outcome: 'not-done',
    failure: { class: 'refused', code: 'NOT_ACCEPTABLE' },
  })
  t.equal(seen.length, 2)
  t.match(await client.uploadFile('pół znaku \ud83d.pdf', bytes), { outcome: 'done' })
})
