import t from 'tap'
import { setup } from './support.ts'
import type { Seen } from './support.ts'

const date = '2026-11-02T09:15:04.120Z'
const thread = { id: 't-1', topic: { type: 'FREE_TEXT', value: 'Pytanie' }, date_created: date, date_updated: date }
const photo = { id: 'a-1', name: 'zdjecie.jpg', size: 5000 }
const stored = { status: 201, body: { message_id: 'm-9', thread_id: 't-1' } }

function answer({ path, method }: Seen): { status?: number; body: object } {
  if (method === 'POST') return stored
  if (path === '/api/inbox/threads') return { body: { data: [thread], next_page_token: 'next' } }
  if (path === '/api/account') return { body: { shop_id: 37001, shop_name: 'Sklep Testowy', shop_state: 'OPEN' } }
  if (path === '/api/orders') return { body: { orders: [], total_count: 0 } }
  if (path === '/api/reasons')
    return { body: { reasons: [{ code: 'R1', label: 'Zwrot', type: 'ORDER_MESSAGING', is_shop_right: true }] } }
  return { body: thread }
}

t.test('every request carries the shop id, the raw key and the wish for JSON', async (t) => {
  const { client, seen } = await setup((clean) => t.teardown(clean), answer)
  const to = [{ type: 'CUSTOMER' }] as const
  await client.account()
  await client.threads({ updatedSince: new Date(date) })
  await client.threads({ pageToken: 'abc' })
  await client.thread('t-1')
  await client.reply('t-1', { body: 'Dzień dobry', to })
  await client.orders(['1-A', '2-A'])
  await client.reasons()
  const file = await client.attachment({ ...photo, size: 0 }, 1000)
  if (file.ok) for await (const chunk of file.value.body) t.ok(chunk.length)
  t.same(
    seen.map(({ method, path }) => `${method} ${path}`),
    [
      'GET /api/account',
      'GET /api/inbox/threads',
      'GET /api/inbox/threads',
      'GET /api/inbox/threads/t-1',
      'POST /api/inbox/threads/t-1/message',
      'GET /api/orders',
      'GET /api/reasons',
      'GET /api/inbox/threads/a-1/download',
    ],
  )
  for (const { path, query, headers } of seen) {
    t.same(query.getAll('shop_id'), ['37001'], path)
    t.equal(headers.authorization, '0f6f-demo-key', path)
    t.match(headers.accept, path.endsWith('download') ? /octet-stream.*\*\/\*/ : /application\/json/)
  }
})

t.test('an answer about another thread is none about this one', async (t) => {
  const { client } = await setup((clean) => t.teardown(clean), answer)
  t.match(await client.thread('t-2'), { ok: false, failure: { class: 'unreachable', code: 'UNEXPECTED_SHAPE' } })
})

t.test('a walk over threads sends what is documented, and with a token nothing but the token', async (t) => {
  const { client, seen } = await setup((clean) => t.teardown(clean), answer)
  const page = await client.threads({ updatedSince: new Date(date), withMessages: true, limit: 100 })
  t.match(page, {
    ok: true,
    value: { nextPageToken: 'next', threads: [{ id: 't-1', dateUpdated: new Date(date) }], unreadable: [] },
  })
  await client.threads({ updatedSince: new Date(date), withMessages: true, limit: 100, pageToken: 'next+/=' })
  t.same(
    seen.map(({ query }) => Object.fromEntries(query)),
    [
      { shop_id: '37001', updated_since: date, with_messages: 'true', limit: '100' },
      { shop_id: '37001', page_token: 'next+/=' },
    ],
  )
})

t.test('messages of a thread come oldest first, equal dates in their given order', async (t) => {
  const message = (id: string, minute: number): object => ({
    id,
    body: id,
    date_created: `2026-11-02T09:0${minute}:00Z`,
  })
  const { client } = await setup(
    (clean) => t.teardown(clean),
    () => ({
      body: {
        ...thread,
        messages: [message('c', 3), message('a', 1), message('b1', 2), message('b2', 2), { id: 'bad' }],
      },
    }),
  )
  const result = await client.thread('t-1')
  t.ok(result.ok)
  if (!result.ok) return
  t.same(
    result.value.thread.messages.map(({ id }) => id),
    ['a', 'b1', 'b2', 'c'],
  )
  t.match(result.value.thread.unreadableMessages, [{ id: 'bad' }])
  t.equal(result.value.thread.totalCount, undefined, 'nobody said how many there are')
  t.equal(result.value.thread.shopReplyNeededSince, null)
})

t.test('one unreadable thread leaves the others of its page', async (t) => {
  const { client } = await setup(
    (clean) => t.teardown(clean),
    () => ({ body: { data: [{ id: 't-0', date_updated: 'yesterday' }, thread] } }),
  )
  t.match(await client.threads({}), {
    ok: true,
    value: { threads: [{ id: 't-1' }], unreadable: [{ id: 't-0', reason: /date_updated/ }] },
  })
})

t.test('orders are asked for in one call, and never without ids', async (t) => {
  const order = {
    order_id: '1-A',
    order_state: 'SHIPPED',
    customer: { customer_id: 'c', firstname: 'Anna', lastname: 'K.' },
    order_lines: [{ order_line_id: 'l', product_medias: [{ media_url: '/media/x' }] }],
  }
  const { client, seen } = await setup(
    (clean) => t.teardown(clean),
    () => ({ body: { orders: [order, {}] } }),
  )
  const ids = Array.from({ length: 100 }, (_, index) => `${index}-A`)
  t.match(await client.orders(ids), {
    ok: true,
    value: {
      orders: [
        {
          id: '1-A',
          state: 'SHIPPED',
          customer: { id: 'c', firstName: 'Anna' },
          lines: [{ id: 'l', images: [{ path: '/media/x' }] }],
        },
      ],
      unreadable: [{}],
    },
  })
  t.match(Object.fromEntries(seen[0]?.query ?? []), { order_ids: ids.join(','), max: '100' })
  t.match(await client.orders([]), { ok: true, value: { orders: [] } })
  await t.rejects(client.orders([...ids, 'one more']), RangeError)
  t.equal(seen.length, 1)
})

t.test('ids are written into addresses safely', async (t) => {
  const { client, seen } = await setup((clean) => t.teardown(clean), answer)
  await client.thread('a/b?c#d')
  t.equal(seen[0]?.path, '/api/inbox/threads/a%2Fb%3Fc%23d')
  for (const id of ['', '.', '..']) {
    t.match(await client.thread(id), { ok: false, failure: { class: 'refused', code: 'NOT_ACCEPTABLE' } })
    t.match(await client.attachment({ ...photo, id }, 10), { ok: false, failure: { class: 'refused' } })
  }
  t.equal(seen.length, 1)
})

t.test('every kind of failure is told apart', async (t) => {
  for (const [status, failureClass] of [
    [401, 'credentials-rejected'],
    [403, 'credentials-rejected'],
    [404, 'refused'],
    [410, 'refused'],
    [429, 'rate-limited'],
    [500, 'unreachable'],
    [503, 'unreachable'],
  ] as const) {
    const { client } = await setup(
      (clean) => t.teardown(clean),
      () => ({ status, body: { message: 'no', status } }),
    )
    t.match(await client.thread('t-1'), {
      ok: false,
      failure: { class: failureClass, status, message: `HTTP ${status}: no` },
    })
  }
  const page = await setup(
    (clean) => t.teardown(clean),
    () => ({ headers: { 'content-type': 'text/html' }, body: '<html>Przerwa</html>' }),
  )
  const html = { ok: false, failure: { class: 'unreachable', code: 'HTML_ANSWER' } } as const
  t.match(await page.client.account(), html)
  t.match(await page.client.attachment(photo, 100), html)
  const shape = await setup(
    (clean) => t.teardown(clean),
    () => ({ body: { data: 'none' } }),
  )
  t.match(await shape.client.threads({}), { ok: false, failure: { class: 'unreachable', code: 'UNEXPECTED_SHAPE' } })
})

t.test('a key or shop id that cannot be one is rejected without a call', async (t) => {
  const wrong = [
    { apiKey: '' },
    { apiKey: 'two words' },
    { apiKey: 'klucz\n' },
    { apiKey: 'żółw' },
    { shopId: '' },
    { shopId: 'a' },
  ]
  for (const more of wrong) {
    const { client, seen } = await setup((clean) => t.teardown(clean), answer, more)
    const failure = { class: 'credentials-rejected' } as const
    t.match(await client.account(), { ok: false, failure })
    t.match(await client.attachment(photo, 10), { ok: false, failure })
    t.match(await client.reply('t', { body: 'Dzień dobry', to: [{ type: 'CUSTOMER' }] }), {
      outcome: 'not-done',
      failure,
    })
    t.equal(seen.length, 0)
  }
})

t.test('an attachment is streamed and capped', async (t) => {
  const bytes = Buffer.alloc(5000, 9)
  const { client } = await setup(
    (clean) => t.teardown(clean),
    () => ({ headers: { 'content-type': 'image/jpeg' }, body: bytes }),
  )
  const file = await client.attachment(photo, 5000)
  t.match(file, { ok: true, value: { contentType: 'image/jpeg' } })
  const read: Uint8Array[] = []
  if (file.ok) for await (const chunk of file.value.body) read.push(chunk)
  t.ok(Buffer.concat(read).equals(bytes))

  const large = await client.attachment(photo, 4999)
  const failure = { class: 'too-large', code: 'TOO_LARGE' } as const
  if (large.ok) {
    const drained = (async () => {
      for await (const chunk of large.value.body) t.ok(chunk.length)
    })()
    await t.rejects(drained)
  } else t.match(large.failure, failure)
})

t.test('two buyers whose ids a number cannot tell apart stay two', async (t) => {
  const of = (id: string): string =>
    `{"id":${id},"date_updated":"${date}","authorized_participants":[{"type":"CUSTOMER","id":${id}}]}`
  const { client } = await setup(
    (clean) => t.teardown(clean),
    () => ({ body: `{"data":[${of('9007199254740993')},${of('9007199254740992')}]}` }),
  )
  t.match(await client.threads({}), {
    ok: true,
    value: {
      threads: [
        { id: '9007199254740993', authorizedParticipants: [{ id: '9007199254740993' }] },
        { id: '9007199254740992', authorizedParticipants: [{ id: '9007199254740992' }] },
      ],
      unreadable: [],
    },
  })
})

t.test('every shape in which EmpikPlace refuses is its own, and those of gateways are not', async (t) => {
  const shapes: [object | string, boolean][] = [
    [{ errors: [{ code: 'message_input', message: 'no' }] }, true],
    [{ errors: [{ field: 'to', message: 'no' }] }, true],
    [{ message: 'Thread not found', status: 404 }, true],
    [{ code: 404, message: 'Unauthorized, no' }, true],
    [{ code: '404', message: 'text instead of a number' }, true],
    [{ message: 'Forbidden' }, false],
    [{ message: 'Missing Authentication Token', status: 500 }, false],
    [{ errors: [] }, false],
    [{ success: false, errors: [{ code: 10000, message: 'Authentication error' }], messages: [], result: null }, false],
    [{ timestamp: '2026-11-30', path: '/api/inbox', status: 404, error: 'Not Found', message: 'No route' }, false],
    [{ timestamp: 1, status: 404, error: 'Not Found', message: 'No route' }, false],
    [{ title: 'Error 1020: Access denied', status: 404, type: 'https://gateway.example' }, false],
    ['<html><title>404 Not Found</title></html>', false],
    ['', false],
  ]
  for (const [body, isOwn] of shapes) {
    const { client } = await setup(
      (clean) => t.teardown(clean),
      () => ({ status: 404, body }),
    )
    const failure = isOwn
      ? ({ class: 'refused', status: 404 } as const)
      : ({
          class: 'unreachable',
          code: 'NOT_THE_API',
          message: /^Something between us and EmpikPlace answered/,
        } as const)
    const result = await client.thread('t-1')
    t.match(result, { ok: false, failure }, JSON.stringify(body))
    if (!isOwn && !result.ok) t.equal(result.failure.status, undefined)
    t.match(await client.attachment(photo, 10_000), { ok: false, failure })
  }
})

t.test('an error document is not the picture', async (t) => {
  for (const type of ['application/json', 'application/octet-stream']) {
    const { client } = await setup(
      (clean) => t.teardown(clean),
      () => ({ headers: { 'content-type': type }, body: { errors: [{ code: 'storage', message: 'Not available' }] } }),
    )
    t.match(await client.attachment(photo, 10_000), {
      ok: false,
      failure: { class: 'unreachable', code: 'NOT_THE_FILE' },
    })
  }
})
