import t from 'tap'
import type { ThuliumClient, ThuliumSettings } from '../src/index.ts'
import { documentOf, setup } from './support.ts'
import type { Reply } from './support.ts'

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
  await client.createTicket({ to: 'a@b.example', subject: 's', body: 'b', bodyType: 'PLAIN' })
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

t.test('files of a customer are left out where the tenant is known to ignore them', async (t) => {
  const { client, seen } = await setup(
    (clean) => t.teardown(clean),
    () => ({}),
    { settings: { customerResponseAttachments: false } },
  )
  t.match(await client.customerResponse(5, { body: 'x', bodyType: 'PLAIN', attachments: ['tok'] }), { outcome: 'done' })
  t.same(documentOf(seen[0]), { body: 'x', body_type: 'PLAIN' })
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
    { settings: { maxFileBytes: 10 } },
  )
  t.match(await client.uploadFile('faktura 1 ż&.pdf', bytes), { outcome: 'done', value: { token: '7d31' } })
  t.match(await client.uploadFile('a', { size: 4, bytes: stream() }), { outcome: 'done' })
  t.equal(seen[0]?.target, '/api/temporary_files?filename=faktura%201%20%C5%BC%26.pdf')
  for (const one of seen) {
    t.match(one.headers, { 'content-type': 'application/octet-stream', 'content-length': '4' })
    t.ok(one.body.equals(bytes))
  }
  t.match(await client.uploadFile('a', new Uint8Array(11)), {
    outcome: 'not-done',
    failure: { class: 'refused', code: 'NOT_ACCEPTABLE' },
  })
  t.equal(seen.length, 2)
})

t.test('a webhook is created, and its password does not show up in a failure', async (t) => {
  const { client, seen } = await setup(
    (clean) => t.teardown(clean),
    () => ({ body: { id: '3', actions: ['TICKET_CREATED'], subscription_url: 'https://x.example' } }),
  )
  const webhook = { actions: ['TICKET_CREATED'], url: 'https://x.example', user: 'hook', password: 'very-secret' }
  t.match(await client.createWebhook(webhook), { outcome: 'done', value: { id: 3 } })
  t.same(documentOf(seen[0]), {
    actions: ['TICKET_CREATED'],
    subscription_url: 'https://x.example',
    http_auth_user: 'hook',
    http_auth_password: 'very-secret',
  })
  const echo = await setup(
    (clean) => t.teardown(clean),
    () => ({ status: 400, body: { errors: [{ message: 'no: very-secret' }] } }),
  )
  t.notMatch(JSON.stringify(await echo.client.createWebhook(webhook)), /very-secret/)
})

const message = { body: 'Dzień dobry', bodyType: 'PLAIN' } as const
const writes: Record<string, (client: ThuliumClient) => Promise<{ outcome: string }>> = {
  customerResponse: (client) => client.customerResponse(1, message),
  agentResponse: (client) => client.agentResponse(1, { ...message, userLogin: 'empik.bot' }),
  comment: (client) => client.comment(1, { text: 'x', userLogin: 'empik.bot' }),
  updateTicket: (client) => client.updateTicket(1, { statusId: 1 }),
}
const creations: Record<string, (client: ThuliumClient) => Promise<{ outcome: string }>> = {
  createTicket: (client) => client.createTicket({ ...message, to: 'a@b.example', subject: 's' }),
  createCustomer: (client) => client.createCustomer({ surname: 'Lis' }),
  uploadFile: (client) => client.uploadFile('a', new Uint8Array(1)),
  createWebhook: (client) => client.createWebhook({ actions: ['A'], url: 'https://x.example' }),
}

t.test('an empty answer is a success where no id is expected, and unknown where one is', async (t) => {
  for (const answer of [{ body: '' }, { status: 204 }, { body: [] }, { body: '{}' }] satisfies Reply[]) {
    const { client } = await setup(
      (clean) => t.teardown(clean),
      () => answer,
    )
    for (const [name, write] of Object.entries(writes)) t.match(await write(client), { outcome: 'done' }, name)
    for (const [name, write] of Object.entries(creations)) t.match(await write(client), { outcome: 'unknown' }, name)
  }
})

t.test('a write whose answer does not settle it is unknown', async (t) => {
  const answers: Reply[] = [
    'cut',
    'silent',
    { status: 500 },
    { status: 502, headers: { 'content-type': 'text/html' }, body: '<html></html>' },
    { status: 408 },
    { status: 302, headers: { location: '/login' } },
    { headers: { 'content-type': 'text/html' }, body: '<html>Przerwa</html>' },
    { body: '{"ticket' },
    { body: { errors: [{ message: 'odd' }] } },
  ]
  for (const answer of answers) {
    const { client } = await setup(
      (clean) => t.teardown(clean),
      () => answer,
      { timeouts: { write: 100, upload: 100 } },
    )
    for (const [name, write] of Object.entries({ ...writes, ...creations })) {
      t.match(
        await write(client),
        { outcome: 'unknown', failure: { class: 'unreachable' } },
        `${name}: ${JSON.stringify(answer)}`,
      )
    }
  }
})

t.test('a write that was clearly refused is not done', async (t) => {
  for (const [status, failureClass] of [
    [400, 'refused'],
    [401, 'credentials-rejected'],
    [403, 'credentials-rejected'],
    [404, 'refused'],
    [409, 'refused'],
  ] as const) {
    const { client } = await setup(
      (clean) => t.teardown(clean),
      () => ({ status, body: { errors: [{ message: 'Nie.' }] } }),
    )
    for (const [name, write] of Object.entries({ ...writes, ...creations })) {
      t.match(
        await write(client),
        { outcome: 'not-done', failure: { class: failureClass, status } },
        `${name} ${status}`,
      )
    }
  }
  const { client } = await setup(
    (clean) => t.teardown(clean),
    () => 'silent',
    { baseUrl: 'http://127.0.0.1:1/api' },
  )
  for (const [name, write] of Object.entries({ ...writes, ...creations })) {
    t.match(await write(client), { outcome: 'not-done', failure: { class: 'unreachable' } }, name)
  }
})

t.test('a comment finds the field that the tenant takes, and keeps to it', async (t) => {
  const learned: Partial<ThuliumSettings>[] = []
  const { client, seen } = await setup(
    (clean) => t.teardown(clean),
    (one) => (one.body.includes('"body"') ? {} : { status: 422, body: { errors: [{ message: 'unknown field' }] } }),
    { learned: (finding) => learned.push(finding) },
  )
  const comment = { text: 'Notatka', userLogin: 'empik.bot' }
  t.match(await client.comment(5, comment), { outcome: 'done' })
  t.match(await client.comment(5, comment), { outcome: 'done' })
  t.same(seen.map(documentOf), [
    { comment: 'Notatka', user_login: 'empik.bot' },
    { body: 'Notatka', user_login: 'empik.bot' },
    { body: 'Notatka', user_login: 'empik.bot' },
  ])
  t.same(learned, [{ commentField: 'body' }])
})

t.test('a comment tries the other field only after a refusal of the request itself', async (t) => {
  for (const [answer, tries] of [
    [{ status: 400 }, 2],
    [{ status: 404 }, 1],
    [{ status: 500 }, 1],
    ['cut', 1],
  ] as const) {
    const { client, seen } = await setup(
      (clean) => t.teardown(clean),
      () => answer,
    )
    await client.comment(5, { text: 'x', userLogin: 'empik.bot' })
    t.equal(seen.length, tries)
  }
  const { client, seen } = await setup(
    (clean) => t.teardown(clean),
    () => (seen.length === 1 ? { status: 400 } : 'cut'),
  )
  t.match(
    await client.comment(5, { text: 'x', userLogin: 'empik.bot' }),
    { outcome: 'unknown' },
    'the second try may have written it',
  )
})
