import fc from 'fast-check'
import t from 'tap'
import {
  parseAccount,
  parseMessageCreated,
  parseOrderPage,
  parseReasons,
  parseThread,
  parseThreadPage,
} from '../src/index.ts'

const date = '2026-11-02T09:15:04.120Z'

/** The documented thread of a shop's demo data. */
const message = {
  id: 'm-1',
  date_created: date,
  from: { type: 'CUSTOMER_USER', display_name: 'Anna K.' },
  to: [{ type: 'SHOP', id: '37001', display_name: 'Sklep Testowy' }],
  body: 'Dzień dobry,<br />kiedy dotrze paczka?',
  attachments: [{ id: 'a-1', name: 'zdjecie.jpg', size: 48211 }],
}
const thread = {
  id: 't-1',
  topic: { type: 'FREE_TEXT', value: 'Pytanie o przesyłkę' },
  entities: [{ type: 'MMP_ORDER', id: '81002233445-A', label: '81002233445' }],
  authorized_participants: [
    { type: 'CUSTOMER', id: 'c-700123', display_name: 'Anna K.' },
    { type: 'OPERATOR', display_name: 'Empik' },
  ],
  current_participants: [],
  date_created: date,
  date_updated: date,
  metadata: { last_message_date: date, shop_reply_needed_since: date, total_count: 1 },
  no_store_reply_needed: [],
  messages: [message],
}

function read<T>(parsed: { ok: true; value: T } | { ok: false; reason: string }): T {
  if (!parsed.ok) throw new Error(parsed.reason)
  return parsed.value
}

t.test('a documented thread is read as it is', (t) => {
  const value = read(parseThread(thread))
  t.match(value, {
    id: 't-1',
    date_updated: new Date(date),
    metadata: { total_count: 1, shop_reply_needed_since: new Date(date) },
    entities: [{ type: 'MMP_ORDER', id: '81002233445-A' }],
    messages: [
      { id: 'm-1', body: message.body, from: { type: 'CUSTOMER_USER' }, attachments: [{ id: 'a-1', size: 48211 }] },
    ],
    unreadable_messages: [],
    unreadable_parts: [],
  })
  t.equal(value.authorized_participants[1]?.id, undefined)
  t.equal(Object.hasOwn(value, 'no_store_reply_needed'), false, 'what is not used is not kept')
  t.end()
})

t.test('what may be missing may be missing, null, or of a new kind', (t) => {
  const value = read(
    parseThread({
      id: 77,
      date_updated: '2026-11-02T09:15:04Z',
      metadata: null,
      topic: null,
      entities: null,
      authorized_participants: [{ type: 'ROBOT', new_field: 1 }, 'nonsense'],
      messages: [
        { id: 5, date_created: date, to: null },
        { id: 'm-2', date_created: date, from: null, body: null, attachments: [{ name: 'x' }, 7] },
      ],
    }),
  )
  t.match(value, {
    id: '77',
    date_created: new Date('2026-11-02T09:15:04Z'),
    topic: { type: 'UNKNOWN', value: '' },
    entities: [],
    authorized_participants: [{ type: 'ROBOT', display_name: '' }],
    current_participants: [],
  })
  t.same(value.messages[0], {
    id: '5',
    body: '',
    date_created: new Date(date),
    from: { type: 'UNKNOWN', display_name: '' },
    to: [],
    attachments: [],
  })
  t.same(value.messages[1]?.attachments, [
    { id: '', name: 'x', size: 0 },
    { id: '', name: '', size: 0 },
  ])
  t.equal(value.metadata.shop_reply_needed_since, undefined)
  t.equal(read(parseThread({ ...thread, messages: undefined })).messages.length, 0)
  t.end()
})

t.test('an unreadable message is listed beside the readable ones', (t) => {
  const bad = [{ id: 'm-2', body: 'x' }, { ...message, id: null }, { ...message, id: 'm-4', body: { html: 'x' } }, null]
  const value = read(parseThread({ ...thread, messages: [bad[0], message, ...bad.slice(1)] }))
  t.same(
    value.messages.map(({ id }) => id),
    ['m-1'],
  )
  t.match(value.unreadable_messages, [
    { id: 'm-2', raw: bad[0], reason: /^date_created: / },
    { raw: bad[1], reason: /^id: / },
    { id: 'm-4', reason: /^body: / },
    { raw: null },
  ])
  t.end()
})

t.test('one unreadable thread does not lose the page', (t) => {
  const page = read(parseThreadPage({ data: [{ id: 't-0' }, thread, 'x'], next_page_token: 'abc', surprise: true }))
  t.same(
    page.items.map(({ id }) => id),
    ['t-1'],
  )
  t.match(page.unreadable, [{ id: 't-0', reason: /^date_updated/ }, { raw: 'x' }])
  t.equal(page.next_page_token, 'abc')
  t.equal(read(parseThreadPage({ data: [], next_page_token: null })).next_page_token, undefined)
  t.end()
})

t.test('a document that is no page is not an empty page', (t) => {
  for (const document of [undefined, null, [], {}, { data: null }, { data: {} }, 'x', { orders: 'x' }]) {
    t.equal(parseThreadPage(document).ok, false)
    t.equal(parseOrderPage(document).ok, false)
    t.equal(parseReasons(document).ok, false)
  }
  t.end()
})

t.test('any JSON at all in the place of a thread is either read or listed, never thrown', (t) => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue()), fc.jsonValue(), (elements, odd) => {
      const documents = [...elements, { ...thread, metadata: odd, entities: odd, topic: odd, messages: [odd, message] }]
      const page = read(parseThreadPage({ data: documents }))
      return page.items.length + page.unreadable.length === documents.length && page.items.length >= 1
    }),
  )
  t.end()
})

t.test('an order is read with its lines, and a bad one does not lose the page', (t) => {
  const order = {
    order_id: '81002233445-A',
    commercial_id: '81002233445',
    order_state: 'SHIPPING',
    created_date: date,
    customer: { customer_id: 'c-700123', firstname: 'Anna', lastname: 'K.', billing_address: null },
    total_price: 59.98,
    price: '49.99',
    has_incident: false,
    shipping_company: '',
    order_lines: [
      {
        order_line_id: '1',
        product_title: 'Książka',
        quantity: 2,
        offer_id: 123,
        product_medias: [{ media_url: '/media/1' }],
      },
      {},
    ],
  }
  const page = read(parseOrderPage({ orders: [order, { order_id: '' }], total_count: 2 }))
  t.match(page.items[0], {
    order_id: '81002233445-A',
    created_date: new Date(date),
    customer: { customer_id: 'c-700123' },
    price: 49.99,
    has_incident: false,
    references: {},
    order_lines: [
      {
        product_title: 'Książka',
        quantity: 2,
        offer_id: '123',
        product_medias: [{ media_url: '/media/1', type: 'UNKNOWN' }],
      },
    ],
  })
  t.equal(page.items[0]?.shipping_company, undefined)
  t.equal(page.items[0]?.order_lines.length, 2, 'also one without an id: it was bought')
  t.equal(page.unreadable.length, 1)
  t.equal(read(parseOrderPage({ orders: [{ order_id: '1', customer: null }] })).items[0]?.customer, undefined)
  t.end()
})

t.test('what an order is shown without is told, and never its addresses', (t) => {
  const lines = [{ quantity: 'dwie', price: '10,50' }, 'Kubek', { quantity: 1, price_unit: [3], price: null }]
  const order = {
    order_id: '81-A',
    total_price: 'ok. 40',
    price: '39,99',
    customer: { city: 'Łódź' },
    order_lines: lines,
  }
  const { items, unreadable } = read(parseOrderPage({ orders: [order, { order_id: '81-B', order_lines: null }] }))
  t.match(items, [{ order_id: '81-A', price: 39.99, order_lines: [{ price: 10.5 }, {}] }, { order_id: '81-B' }])
  t.match(unreadable, [
    { id: '81-A', reason: /total_price, order_lines.0.quantity, order_lines.1, order_lines.2.price_unit/ },
  ])
  t.equal(unreadable.length, 1)
  t.notMatch(JSON.stringify(unreadable), /Łódź/)
  const odd = read(parseOrderPage({ orders: [{ order_id: '81-D', order_lines: [{ offer_id: 1.5, quantity: 2 }] }] }))
  t.match(odd.items, [{ order_lines: [{ quantity: 2 }] }], 'an offer whose id cannot be read was bought all the same')
  const broken = read(parseOrderPage({ orders: [{ order_id: '81-C', order_lines: 'dwa kubki' }] }))
  t.match(broken.unreadable, [{ raw: { order_id: '81-C', order_lines: 'dwa kubki' } }])
  t.end()
})

t.test('a topic that is words alone is one', (t) => {
  t.match(read(parseThread({ ...thread, topic: 'Zwrot' })).topic, { type: 'UNKNOWN', value: 'Zwrot' })
  t.end()
})

t.test('a topic that cannot be read is told, and one that is missing is none', (t) => {
  for (const topic of [7, true, ['Zwrot'], { value: ['Zwrot'] }, { type: 'FREE_TEXT', value: { pl: 'Zwrot' } }])
    t.match(
      read(parseThread({ ...thread, topic })),
      {
        topic: { type: 'UNKNOWN', value: '' },
        unreadable_parts: [{ id: thread.id, raw: { thread_id: thread.id, topic }, reason: /topic/ }],
      },
      JSON.stringify(topic),
    )
  for (const topic of [null, undefined, '', {}, { type: null, value: null }])
    t.match(
      read(parseThread({ ...thread, topic })),
      { topic: { type: 'UNKNOWN', value: '' }, unreadable_parts: [] },
      JSON.stringify(topic),
    )
  t.end()
})

t.test('an account keeps no bank or tax data', (t) => {
  const account = read(
    parseAccount({ shop_id: 37001, shop_name: 'Sklep', shop_state: 'OPEN', payment_info: { iban: 'PL00' } }),
  )
  t.match(account, { shop_id: '37001', shop_name: 'Sklep', shop_state: 'OPEN' })
  t.notMatch(JSON.stringify(account), /PL00/)
  t.end()
})

t.test('a stored reply needs its message id', (t) => {
  t.equal(parseMessageCreated({ id: 'm-1' }).ok, false)
  t.match(parseMessageCreated({ message_id: 'm-1' }), { ok: true, value: { message_id: 'm-1' } })
  t.end()
})

t.test('ids are text: as many digits as there are, and none that would be rounded', (t) => {
  const buyer = (id: unknown): object => ({ ...thread, authorized_participants: [{ type: 'CUSTOMER', id }] })
  const idOf = (id: unknown): unknown => read(parseThread(buyer(id))).authorized_participants[0]?.id
  t.equal(idOf(700123), '700123')
  t.equal(idOf('9007199254740993'), '9007199254740993')
  t.equal(idOf(''), undefined)
  const large = 2 ** 53
  for (const unsafe of [large, 1e30, 1.5]) {
    t.match(parseThread(buyer(unsafe)), { ok: false, reason: /authorized_participants\.0\.id: An id is text/ })
    t.match(parseThread({ ...thread, id: unsafe }), { ok: false, reason: /^id: / })
    t.match(parseThread({ ...thread, entities: [{ type: 'MMP_ORDER', id: unsafe }] }), {
      ok: false,
      reason: /^entities/,
    })
    t.match(read(parseThread({ ...thread, messages: [{ ...message, id: unsafe }] })).unreadable_messages, [
      { reason: /^id/ },
    ])
    t.equal(parseMessageCreated({ message_id: 'm', thread_id: unsafe }).ok, false)
    t.equal(parseAccount({ shop_id: unsafe }).ok, false)
    const orders = read(parseOrderPage({ orders: [{ order_id: '1', customer: { customer_id: unsafe } }] }))
    t.match(orders.unreadable, [{ reason: /customer\.customer_id/ }])
    const files = read(parseThread({ ...thread, messages: [{ ...message, attachments: [{ id: unsafe, name: 'a' }] }] }))
    t.equal(files.messages[0]?.attachments[0]?.id, '', 'a file that cannot be fetched is listed')
  }
  t.end()
})

t.test('instants are read in the ways in which libraries write them', (t) => {
  const at = (date_updated: unknown): string | undefined => {
    const parsed = parseThread({ id: 't-1', date_updated })
    return parsed.ok ? parsed.value.date_updated.toISOString() : undefined
  }
  for (const [wire, instant] of [
    ['2026-11-30T12:00:00+01', '2026-11-30T11:00:00.000Z'],
    ['2026-11-30T12:00:00+0100', '2026-11-30T11:00:00.000Z'],
    ['2026-11-30t12:00:00z', '2026-11-30T12:00:00.000Z'],
    ['2026-11-30 12:00:00', '2026-11-30T12:00:00.000Z'],
    ['2026-11-30T12:00:00.123456789Z', '2026-11-30T12:00:00.123Z'],
    ['2026-11-30T12:00:00,5Z', '2026-11-30T12:00:00.500Z'],
    ['2026-11-30T12:00:60Z', '2026-11-30T12:00:59.000Z'],
    ['2026-11-30T13:00:00+01:00[Europe/Warsaw]', '2026-11-30T12:00:00.000Z'],
    ['2026-11-30 12:00:00 UTC', '2026-11-30T12:00:00.000Z'],
    ['Mon, 30 Nov 2026 13:00:00 +0100', '2026-11-30T12:00:00.000Z'],
    ['30 Nov 2026 12:00:00 GMT', '2026-11-30T12:00:00.000Z'],
    ['Tue, 31 Nov 2026 12:00:00 GMT', undefined],
    ['1796000060.123', '2026-11-30T00:54:20.123Z'],
    [1_796_000_060_000, '2026-11-30T00:54:20.000Z'],
    [1_796_000_060, '2026-11-30T00:54:20.000Z'],
  ] as const)
    t.equal(at(wire), instant, String(wire))
  for (const none of [
    '0001-01-01T00:00:00Z',
    '2026-02-29T10:00:00Z',
    '2026-04-31T10:00:00',
    '1970-01-01T00:00:00+01:00',
    '0000-00-00T00:00:00Z',
    '2026-11-30T12:00:00[Europe/Warsaw]',
    '2026-13-01T00:00:00Z',
    5,
    '',
    null,
  ])
    t.equal(at(none), undefined, String(none))
  t.end()
})

t.test('a token that cannot be read is not the end of the list', (t) => {
  for (const token of [{ value: 'x' }, ['x']])
    t.match(parseThreadPage({ data: [], next_page_token: token }), { ok: false, reason: /next_page_token/ })
  for (const none of [undefined, null, '', false, []])
    t.equal(read(parseThreadPage({ data: [thread], next_page_token: none })).next_page_token, undefined)
  t.end()
})

t.test('a page that comes with errors is none', (t) => {
  t.equal(parseThreadPage({ data: [], errors: [{ code: 'TIMEOUT', message: 'shard 2 did not answer' }] }).ok, false)
  t.equal(parseThreadPage({ data: [], errors: [] }).ok, true)
  t.end()
})

t.test('files of a message that are no list are listed', (t) => {
  const files = (attachments: unknown): unknown =>
    read(parseThread({ ...thread, messages: [{ ...message, attachments }] })).messages[0]?.attachments
  t.match(files({ id: 'a-1', name: 'a.jpg' }), [{ id: 'a-1', name: 'a.jpg' }])
  t.match(files({ 0: { id: 'a-1', name: 'a.jpg' } }), [{ id: 'a-1', name: 'a.jpg' }])
  t.same(files(null), [])
  t.end()
})

t.test('recipients that come as words alone are recipients', (t) => {
  const page = read(
    parseThreadPage({
      data: [{ id: 'w', date_updated: date, messages: [{ id: 'a', date_created: date, to: ['OPERATOR'] }] }],
    }),
  )
  t.match(page.items[0]?.messages, [{ to: [{ type: 'OPERATOR', display_name: '' }] }])
  t.end()
})

t.test('no order and no reason beside an error is no answer', (t) => {
  for (const error of [{ error: 'x' }, { errors: [{ message: 'x' }] }, { success: false }]) {
    t.equal(parseOrderPage({ orders: [], total_count: 0, ...error }).ok, false)
    t.equal(parseReasons({ reasons: [], ...error }).ok, false)
  }
  t.ok(parseOrderPage({ orders: [], total_count: 0, errors: [] }).ok)
  t.equal(parseMessageCreated({ message_id: 0 }).ok, false, 'nothing was made under the number 0')
  t.end()
})

t.test('whom a message is for, and who wrote it, is read in whatever form it comes', (t) => {
  const readAs = (changes: object) =>
    read(parseThread({ ...thread, messages: [{ ...message, ...changes }] })).messages[0]
  for (const to of [
    { type: 'OPERATOR' },
    'OPERATOR',
    ['operator'],
    [{ type: ' Operator ' }],
    { 0: { type: 'OPERATOR', id: null } },
    [{ type: 'OPERATOR', id: 7 }, null, 5],
  ])
    t.same(
      readAs({ to })?.to.map(({ type }) => type),
      ['OPERATOR'],
      JSON.stringify(to),
    )
  for (const none of [null, [], {}, '', false, undefined]) t.same(readAs({ to: none })?.to, [])
  for (const from of ['CUSTOMER_USER', { type: 'customer_user' }, { type: 'CUSTOMER_USER', display_name: null }])
    t.equal(readAs({ from })?.from.type, 'CUSTOMER_USER', JSON.stringify(from))
  for (const from of [null, [], 5, {}]) t.equal(readAs({ from })?.from.type, 'UNKNOWN', JSON.stringify(from))
  t.end()
})
