import { BodyError } from '@connector/outbound-http'
import t from 'tap'
import { setup } from './support.ts'
import type { Seen } from './support.ts'

const ticket = {
  ticket_id: 48120,
  subject: 'EmpikPlace: pytanie',
  status_id: '1',
  substatus_id: '',
  customer_id: 9031,
  created_at: '2026-03-04 09:17',
  updated_at: '2026-07-04 10:02',
  closed_at: '',
  messages: [
    {
      message_id: 12,
      type: 'REPLY',
      user_login: 'anowak',
      body: '<p>Jutro.</p>',
      created_at: '2026-03-04 09:00',
      attachments: [{ attachment_id: 5, filename: 'a.pdf' }],
    },
    { message_id: '9', type: 'MAIL', body: 'Kiedy?', created_at: '2026-03-04 09:17' },
    { body: 'no id' },
  ],
  custom_fields: { 'EmpikPlace thread': '5f2c' },
}

t.test('every request carries the credentials and asks for English JSON', async (t) => {
  const { client, seen } = await setup(
    (clean) => t.teardown(clean),
    () => ({ body: [] }),
  )
  await client.findCustomers({ field: 'Empik ID', value: 'a' })
  await client.someCustomers(1)
  await client.customer(1)
  await client.tickets({ limit: 100, offset: 0 })
  await client.ticket(1)
  await client.queues()
  await client.categories()
  await client.statuses()
  await client.agents()
  t.same(
    seen.map(({ method, path }) => `${method} ${path}`),
    [
      'GET /api/customers',
      'GET /api/customers',
      'GET /api/customers/1',
      'GET /api/tickets',
      'GET /api/tickets/1',
      'GET /api/ticket_queues',
      'GET /api/ticket_categories',
      'GET /api/ticket_statuses',
      'GET /api/agents',
    ],
  )
  for (const { headers } of seen) {
    t.equal(headers.authorization, `Basic ${Buffer.from('connector:hasło-demo').toString('base64')}`)
    t.match(headers, { accept: 'application/json', 'accept-language': 'en' })
  }
})

t.test('a ticket is read with its fields, instants, and messages in the order of their ids', async (t) => {
  const { client, seen } = await setup(
    (clean) => t.teardown(clean),
    () => ({ body: ticket }),
  )
  const result = await client.ticket(48120)
  t.equal(seen[0]?.target, '/api/tickets/48120?include_custom_fields=true')
  t.match(result, {
    ok: true,
    value: {
      id: 48120,
      statusId: 1,
      customerId: 9031,
      createdAt: new Date('2026-03-04T08:17:00Z'),
      updatedAt: new Date('2026-07-04T08:02:00Z'),
      customFields: { 'EmpikPlace thread': '5f2c' },
      messages: [
        { id: 9, type: 'MAIL', body: 'Kiedy?' },
        { id: 12, type: 'REPLY', userLogin: 'anowak', attachments: [{ id: '5', name: 'a.pdf' }] },
      ],
      unreadableMessages: [{ raw: { body: 'no id' } }],
    },
  })
  if (result.ok) for (const absent of ['substatusId', 'userLogin']) t.notOk(absent in result.value, absent)
})

t.test('dates are read and written as Warsaw time', async (t) => {
  const { client, seen } = await setup(
    (clean) => t.teardown(clean),
    () => ({ body: ticket }),
  )
  t.match(await client.ticket(48120), { ok: true, value: { createdAt: new Date('2026-03-04T08:17:00Z') } })
  await client.tickets({ dateFrom: new Date('2026-03-04T09:17:59Z'), limit: 1, offset: 0 })
  t.equal(seen[1]?.query.get('date_from'), '2026-03-04 10:17')
})

t.test('a search for tickets sends what is documented, names and values percent-encoded', async (t) => {
  const { client, seen } = await setup(
    (clean) => t.teardown(clean),
    () => ({ body: { count: 7, result: [ticket, {}] } }),
  )
  const page = await client.tickets({
    queueId: 7,
    customerId: 9031,
    customFields: { 'Wątek Empik': 'a&b c' },
    dateFrom: new Date('2026-07-04T08:02:30Z'),
    createDateFrom: new Date('2026-01-04T08:02:30Z'),
    limit: 50,
    offset: 100,
  })
  t.equal(
    seen[0]?.target,
    '/api/tickets?ticket_queue_id=7&customer_id=9031&date_from=2026-07-04%2010%3A02&create_date_from=2026-01-04%2009%3A02' +
      '&custom_fields%5BW%C4%85tek%20Empik%5D=a%26b%20c&limit=50&offset=100',
  )
  t.match(page, { ok: true, value: { count: 7, tickets: [{ id: 48120 }], unreadable: [{ raw: {} }] } })
  await t.rejects(client.tickets({ limit: 101, offset: 0 }), RangeError)
})

t.test('customers are found in either envelope, with the field to compare', async (t) => {
  const hit = {
    customer_id: '9031',
    name: null,
    surname: 'Lis',
    phone_numbers: [],
    custom_fields: { 'Empik ID': 'a81f-77' },
  }
  for (const body of [[hit, 'x'], { result: [hit, 'x'] }]) {
    const { client, seen } = await setup(
      (clean) => t.teardown(clean),
      () => ({ body }),
    )
    t.match(await client.findCustomers({ field: 'Empik ID', value: 'a81f-77' }), {
      ok: true,
      value: {
        customers: [{ id: 9031, name: '', surname: 'Lis', customFields: { 'Empik ID': 'a81f-77' } }],
        unreadable: [{ raw: 'x' }],
      },
    })
    t.equal(
      seen[0]?.target,
      '/api/customers?custom_fields%5BEmpik%20ID%5D=a81f-77&limit=100&include_custom_fields=true',
    )
  }
})

t.test('lists for the settings screen are read, and an unknown shape is said to be one', async (t) => {
  const bodies: Record<string, object> = {
    '/api/ticket_queues': { result: [{ ticket_queue_id: '7', name: 'EmpikPlace' }] },
    '/api/ticket_categories': [{ id: 1, name: 'Zwroty', subcategories: [{ id: 2, name: 'Inne' }] }],
    '/api/ticket_statuses': [{ id: 1, name: 'Nowe', substatuses: [{ id: 4, name: 'Pilne' }] }],
    '/api/agents': [{ login: 'anowak', name: 'Anna', surname: 'Nowak', active: true }],
  }
  const { client } = await setup(
    (clean) => t.teardown(clean),
    ({ path }) => ({ body: bodies[path] ?? { surprise: 1 } }),
  )
  t.match(await client.queues(), { value: { entries: [{ id: 7, label: 'EmpikPlace' }] } })
  t.match(await client.categories(), { value: { entries: [{ id: 1 }, { id: 2, label: 'Zwroty / Inne' }] } })
  t.match(await client.statuses(), { value: { entries: [{ id: 1, substatuses: [{ id: 4, label: 'Pilne' }] }] } })
  t.match(await client.agents(), { value: { agents: [{ login: 'anowak', active: true }] } })
  delete bodies['/api/agents']
  t.match(await client.agents(), { ok: false, failure: { class: 'unreachable', code: 'UNEXPECTED_SHAPE' } })
})

t.test('every kind of failure is told apart, with the request id for Thulium support', async (t) => {
  for (const [status, failureClass] of [
    [400, 'refused'],
    [401, 'credentials-rejected'],
    [403, 'credentials-rejected'],
    [404, 'refused'],
    [422, 'refused'],
    [429, 'rate-limited'],
    [500, 'unreachable'],
  ] as const) {
    const body = { request_id: '65f0', errors: [{ message: 'Ticket does not exist.', code: 1234 }] }
    const { client } = await setup(
      (clean) => t.teardown(clean),
      () => ({ status, body }),
    )
    t.match(await client.ticket(1), {
      ok: false,
      failure: {
        class: failureClass,
        status,
        requestId: '65f0',
        message: `HTTP ${status}: 1234: Ticket does not exist.`,
      },
    })
  }
  for (const answer of [
    'cut',
    { headers: { 'content-type': 'text/html' }, body: '<html>' },
    { body: '{"ticket_id":' },
  ] as const) {
    const { client } = await setup(
      (clean) => t.teardown(clean),
      () => answer,
    )
    t.match(await client.ticket(1), { ok: false, failure: { class: 'unreachable' } })
  }
})

t.test('credentials that cannot be any are rejected without a call', async (t) => {
  for (const more of [{ user: '' }, { password: '' }, { user: 'a:b' }]) {
    const { client, seen } = await setup(
      (clean) => t.teardown(clean),
      () => ({ body: [] }),
      more,
    )
    const failure = { class: 'credentials-rejected' } as const
    t.match(await client.queues(), { ok: false, failure })
    t.match(await client.updateTicket(1, { statusId: 2 }), { outcome: 'not-done', failure })
    t.match(await client.uploadFile('a', new Uint8Array(1)), { outcome: 'not-done', failure })
    t.match(await client.attachment({ url: '/a' }, 10), { ok: false, failure })
    t.equal(seen.length, 0)
  }
})

t.test("an attachment is fetched from the tenant's own host only, capped", async (t) => {
  const bytes = Buffer.from('%PDF-demo %%EOF')
  const { client, seen, origin } = await setup(
    (clean) => t.teardown(clean),
    ({ path }: Seen) =>
      path === '/api/attachments/5'
        ? { headers: { 'content-type': 'application/pdf' }, body: bytes }
        : { status: 404, body: { request_id: '65f0', errors: [{ message: 'No such file.' }] } },
  )
  const read = async (attachment: Parameters<typeof client.attachment>[0], maxBytes = 100): Promise<unknown> => {
    const result = await client.attachment(attachment, maxBytes)
    if (!result.ok) return result.failure
    const chunks: Uint8Array[] = []
    try {
      for await (const chunk of result.value.body) chunks.push(chunk)
    } catch (error) {
      if (error instanceof BodyError) return error.failure
      throw error
    }
    return Buffer.concat(chunks).toString()
  }
  t.equal(await read({ url: `${origin}/api/attachments/5` }), bytes.toString())
  t.equal(await read({ url: '/api/attachments/5' }), bytes.toString())
  t.equal(await read({ content: bytes.toString('base64') }), bytes.toString())
  t.equal(await read({ content: `data:application/pdf;base64,${bytes.toString('base64')}` }), bytes.toString())
  t.equal(await read({ content: Buffer.from('>>>???').toString('base64url') }), '>>>???')
  t.match(await read({ name: 'a.pdf', content: Buffer.from('{"errors":[]}').toString('base64') }), {
    class: 'unreachable',
    code: 'NOT_THE_FILE',
  })
  const half = Buffer.from('\x89PNG\r\n\x1a\n and no end of it', 'latin1').toString('base64')
  t.match(await read({ name: 'a.png', content: half }), { class: 'unreachable', code: 'TRUNCATED' }, 'half a picture')
  t.match(await read({ url: '/api/attachments/5' }, 3), { class: 'too-large', code: 'TOO_LARGE' })
  t.match(await read({ content: bytes.toString('base64') }, 3), { class: 'too-large', code: 'TOO_LARGE' })
  t.match(await read({ url: '/api/attachments/6' }), { class: 'refused', status: 404 })
  const before = seen.length
  for (const url of [
    'http://elsewhere.example/a',
    '//elsewhere.example/a',
    'file:///etc/hosts',
    'http://[',
    'javascript:1',
  ]) {
    t.match(await read({ url }), { class: 'refused', code: 'NOT_ACCEPTABLE' }, url)
  }
  t.match(await read({ id: '5', name: 'only a name' }), { class: 'refused', code: 'NOT_ACCEPTABLE' })
  t.equal(seen.length, before, 'the credentials went nowhere else')
})

t.test('every shape in which Thulium refuses is its own, and those of gateways are not', async (t) => {
  const basic = { 'www-authenticate': 'Basic realm="API"' }
  const answers: [number, Record<string, string>, object | string, boolean][] = [
    [401, {}, { request_id: '65f0', errors: [{ message: 'Invalid user or password.', code: 1 }] }, true],
    [401, basic, '', true],
    [401, basic, '<html><h1>Denied</h1></html>', true],
    [403, {}, { errors: [{ message: 'Method is not allowed.' }] }, true],
    [403, basic, '<html><title>Just a moment...</title></html>', false],
    [401, {}, '', false],
    [403, {}, { success: false, errors: [{ code: 10000, message: 'Authentication error' }], result: null }, false],
    [403, {}, { message: 'Forbidden' }, false],
    [404, {}, '<html><title>404 Not Found</title></html>', false],
  ]
  for (const [status, headers, body, isOwn] of answers) {
    const { client } = await setup(
      (clean) => t.teardown(clean),
      () => ({ status, headers, body }),
    )
    const failure = isOwn
      ? ({ class: 'credentials-rejected', status } as const)
      : ({ class: 'unreachable', code: 'NOT_THE_API', message: /^Something between us and Thulium answered/ } as const)
    t.match(await client.ticket(1), { ok: false, failure }, JSON.stringify([status, headers, body]))
  }
})

t.test('a ticket whose number would be rounded is an error', async (t) => {
  for (const body of ['{"ticket_id":9007199254740993}', '{"ticket_id":48120,"customer_id":9007199254740993}']) {
    const { client } = await setup(
      (clean) => t.teardown(clean),
      () => ({ body }),
    )
    t.match(await client.ticket(1), { ok: false, failure: { code: 'UNEXPECTED_SHAPE', message: /2\^53/ } })
    t.match(
      await client.createTicket({ to: 'a@b.example', subject: 's', body: 'b', bodyType: 'PLAIN', source: 'www' }),
      {
        outcome: body.includes('48120') ? 'done' : 'unknown',
      },
    )
  }
})

t.test('an error document or a part of it is not the file', async (t) => {
  const error = JSON.stringify({ request_id: 'x', errors: [{ message: 'Session expired' }] })
  const { client } = await setup(
    (clean) => t.teardown(clean),
    () => ({ headers: { 'content-type': 'application/json' }, body: error }),
  )
  const file = { name: 'Faktura druga.pdf', size: 9_000 }
  const failure = { class: 'unreachable', code: 'NOT_THE_FILE' } as const
  t.match(await client.attachment({ ...file, url: '/a' }, 10_000), { ok: false, failure })
  const content = Buffer.alloc(100).toString('base64')
  t.match(await client.attachment({ ...file, content }, 10_000), { ok: false, failure }, 'inside the answer too')
})
