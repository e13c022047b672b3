import fc from 'fast-check'
import t from 'tap'
import {
  dictionaryParser,
  localDateToInstant,
  parseAgents,
  parseCustomer,
  parseCustomerList,
  parseTicket,
  parseTicketCreated,
  parseTicketList,
  saysError,
} from '../src/index.ts'

function read<T>(parsed: { ok: true; value: T } | { ok: false; reason: string }): T {
  if (!parsed.ok) throw new Error(parsed.reason)
  return parsed.value
}

const ticket = {
  ticket_id: 48120,
  from: 'empik-5f2c@relay.example',
  ticket_queue_id: 7,
  subject: 'EmpikPlace: pytanie',
  status_id: '1',
  substatus_id: '',
  category_id: '12',
  customer_id: 9031,
  user_login: null,
  created_at: '2026-03-04 09:17',
  closed_at: '',
  messages: [
    {
      message_id: 311462,
      type: 'REPLY',
      user_login: 'anowak',
      body: '<p>Jutro.</p>',
      comment: '',
      system_comment: '',
      created_at: '2026-03-04 10:02',
      attachments: [],
    },
    { message_id: '311450', type: 'MAIL', user_login: '', body: null, created_at: '2026-03-04 09:17' },
    { type: 'REPLY', body: 'no id' },
  ],
  custom_fields: { 'EmpikPlace thread': '5f2c', Ocena: 5, Puste: null },
}

t.test('ids become numbers, and every form of no value the same', (t) => {
  const value = read(parseTicket(ticket))
  t.match(value, { ticket_id: 48120, status_id: 1, category_id: 12, ticket_queue_id: 7, customer_id: 9031 })
  for (const name of ['substatus_id', 'user_login', 'closed_at', 'source', 'updated_at'] as const)
    t.equal(value[name], undefined, name)
  t.same(value.custom_fields, { 'EmpikPlace thread': '5f2c', Ocena: '5', Puste: null })
  t.match(read(parseTicketCreated({ ticket_id: '7' })), { ticket_id: 7 })
  t.end()
})

t.test('messages are read one by one', (t) => {
  const value = read(parseTicket(ticket))
  t.same(
    value.messages.map(({ message_id, body, user_login }) => [message_id, body, user_login]),
    [
      [311462, '<p>Jutro.</p>', 'anowak'],
      [311450, '', undefined],
    ],
  )
  t.match(value.unreadable_messages, [{ raw: { body: 'no id' }, reason: /message_id/ }])
  t.end()
})

t.test('the type of an entry means the same in small letters', (t) => {
  const ticket = read(parseTicket({ ticket_id: 1, messages: [{ message_id: 2, type: ' reply', body: 'Jutro.' }] }))
  t.match(ticket.messages, [{ type: 'REPLY' }])
  t.end()
})

t.test('custom fields that were not asked for differ from none', (t) => {
  t.equal(read(parseTicket({ ticket_id: 1 })).custom_fields, undefined)
  t.same(read(parseTicket({ ticket_id: 1, custom_fields: [] })).custom_fields, {})
  t.same(read(parseTicket({ ticket_id: 1, custom_fields: { a: ['x', 'y'], b: {} } })).custom_fields, {
    a: 'x, y',
    b: null,
  })
  t.end()
})

t.test('attachments of any shape are at least listed', (t) => {
  const attachments = [
    'faktura.pdf',
    { filename: 'a.jpg', url: 'https://x.example/a', attachment_id: 7, size: '12' },
    5,
  ]
  const value = read(parseTicket({ ticket_id: 1, messages: [{ message_id: 1, type: 'REPLY', attachments }] }))
  t.match(value.messages[0]?.attachments, [
    { name: 'faktura.pdf' },
    { filename: 'a.jpg', attachment_id: '7', size: 12 },
    {},
  ])
  t.equal(value.messages[0]?.attachments.length, 3)
  t.end()
})

t.test('both envelopes of a list are read, and a bad element does not lose it', (t) => {
  const rows = [{ ticket_id: '1' }, { ticket_id: 'x' }, { ticket_id: 2 }]
  for (const document of [rows, { count: '3', result: rows }, { data: rows }, { items: rows }]) {
    const list = read(parseTicketList(document))
    t.same(
      list.items.map(({ ticket_id }) => ticket_id),
      [1, 2],
    )
    t.match(list.unreadable, [{ id: 'x' }])
  }
  t.equal(read(parseTicketList({ count: '3', result: rows })).count, 3)
  for (const document of [undefined, null, 'x', {}, { result: null }]) t.equal(parseCustomerList(document).ok, false)
  t.end()
})

t.test('a customer may have one or many numbers and addresses', (t) => {
  const value = read(
    parseCustomer({
      customer_id: '9031',
      surname: 'Lis',
      phone_number: ['600', '601'],
      email: '',
      custom_fields: { 'Empik ID': 'a81f' },
    }),
  )
  t.match(value, {
    customer_id: 9031,
    name: '',
    surname: 'Lis',
    phone_number: '600',
    custom_fields: { 'Empik ID': 'a81f' },
  })
  t.equal(value.email, undefined)
  t.end()
})

t.test('dictionaries are read in every shape thought of, nested ones with their path', (t) => {
  const queues = dictionaryParser('ticket_queue')
  t.match(read(queues([{ id: 7, name: 'EmpikPlace' }])).items, [{ id: 7, label: 'EmpikPlace' }])
  t.match(read(queues({ result: [{ ticket_queue_id: '7', name: 'EmpikPlace' }] })).items, [{ id: 7 }])
  const categories = dictionaryParser('category')
  t.same(
    read(
      categories([{ id: 1, name: 'Zwroty', children: [{ id: 2, name: 'Uszkodzone' }] }, { name: 'bez numeru' }]),
    ).items.map(({ id, label }) => [id, label]),
    [
      [1, 'Zwroty'],
      [2, 'Zwroty / Uszkodzone'],
    ],
  )
  const statuses = dictionaryParser('status')
  t.match(read(statuses([{ id: 1, name: 'Nowe', substatuses: [{ substatus_id: 4, name: 'Pilne' }, 'x'] }])).items, [
    { id: 1, substatuses: [{ id: 4, label: 'Pilne' }] },
  ])
  t.equal(read(statuses([{ id: 1, substatuses: ['x'] }])).unreadable.length, 1, 'one that cannot be read is listed')
  const nested = (depth: number): object => ({ id: depth, children: depth < 12 ? [nested(depth + 1)] : [] })
  const deep = read(categories([nested(1)]))
  t.equal(deep.items.length, 9)
  t.match(deep.unreadable, [{ reason: /Deeper/ }], 'and so is what is deeper than any tree')
  t.equal(statuses({ statuses: [] }).ok, false, 'an unknown envelope is said to be unknown')
  t.end()
})

t.test('agents are read, and those who left are told apart', (t) => {
  t.match(
    read(
      parseAgents([
        { login: 'anowak', name: 'Anna', active: '1' },
        { login: 'old', active: 0 },
      ]),
    ).items,
    [
      { login: 'anowak', active: true },
      { login: 'old', active: false },
    ],
  )
  t.end()
})

t.test('any JSON at all in the place of a ticket is either read or listed, never thrown', (t) => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue()), fc.jsonValue(), (elements, odd) => {
      const rows = [...elements, { ...ticket, custom_fields: odd, messages: [odd], status_id: odd, subject: odd }]
      const list = read(parseTicketList(rows))
      // An id that would be rounded is no odd detail, but a ticket that cannot be read.
      const isRounded = (typeof odd === 'number' || typeof odd === 'string') && Number(odd) >= 2 ** 53
      return list.items.length + list.unreadable.length === rows.length && (list.items.length >= 1 || isRounded)
    }),
  )
  t.end()
})

t.test('an id that a number cannot hold is an error, and never another id', (t) => {
  for (const id of ['9007199254740993', 2 ** 53, 1e30]) {
    t.equal(parseTicket({ ...ticket, ticket_id: id }).ok, false)
    for (const field of ['customer_id', 'status_id', 'ticket_queue_id', 'category_id'])
      t.match(parseTicket({ ...ticket, [field]: id }), { ok: false, reason: new RegExp(`^${field}: .*2\\^53`) }, field)
    t.equal(parseTicketCreated({ ticket_id: id }).ok, false)
    const { unreadable_messages: unreadable } = read(
      parseTicket({ ...ticket, messages: [{ message_id: id, body: 'x' }] }),
    )
    t.match(unreadable, [{ reason: /^message_id: / }])
  }
  t.match(parseTicket({ ...ticket, customer_id: '9007199254740991' }), {
    value: { customer_id: Number.MAX_SAFE_INTEGER },
  })
  t.match(parseTicket({ ...ticket, customer_id: 'none' }), { ok: true, value: { customer_id: undefined } })
  t.end()
})

t.test('lists in every form in which PHP writes them are lists', (t) => {
  const [first, second] = ticket.messages
  // What array_filter leaves.
  t.same(
    read(parseTicket({ ...ticket, messages: { 3: second, 0: first } })).messages.map(({ message_id }) => message_id),
    [311462, 311450],
  )
  for (const messages of [{}, false, '', null, undefined])
    t.same(read(parseTicket({ ...ticket, messages })).messages, [], JSON.stringify(messages))
  t.equal(parseTicket({ ...ticket, messages: 'x' }).ok, false)
  const rows = { 1: { ticket_id: 1 }, 4: { ticket_id: 4 } }
  for (const document of [rows, { count: 2, result: rows }])
    t.same(
      read(parseTicketList(document)).items.map(({ ticket_id }) => ticket_id),
      [1, 4],
    )
  for (const result of [[], null, false, {}])
    t.same(read(parseTicketList({ count: 3, result }, 3)).items, [], 'behind the end of a list there is nothing')
  t.notOk(parseTicketList({ count: 3, result: [] }, 2).ok)
  for (const result of [null, false, {}]) t.same(read(parseTicketList({ count: '0', result })).items, [])
  const tree = { 0: { id: 1, name: 'Zwroty', children: { 2: { id: 2, name: 'Inne' } } } }
  t.match(read(dictionaryParser('category')(tree)).items, [{ label: 'Zwroty' }, { label: 'Zwroty / Inne' }])
  t.end()
})

t.test('attachments that are no list are listed', (t) => {
  const names = (attachments: unknown): unknown =>
    read(parseTicket({ ticket_id: 1, messages: [{ message_id: 1, type: 'REPLY', attachments }] })).messages[0]
      ?.attachments
  t.match(names({ 2: { filename: 'a.pdf' } }), [{ filename: 'a.pdf' }])
  t.match(names({ filename: 'a.pdf', url: '/a' }), [{ filename: 'a.pdf', url: '/a' }])
  t.match(names('a.pdf'), [{ name: 'a.pdf' }])
  t.same(names(2), [{}], 'nothing is known of it, but that it is there')
  for (const none of [{}, [], '', false, null]) t.same(names(none), [])
  t.end()
})

t.test('false is no text', (t) => {
  const of = {
    ...ticket,
    user_login: false,
    subject: false,
    messages: [{ message_id: 1, type: 'REPLY', body: false, user_login: false }],
  }
  t.match(read(parseTicket(of)), {
    user_login: undefined,
    subject: '',
    messages: [{ body: '', user_login: undefined }],
  })
  t.end()
})

t.test('a date as PHP writes its objects is one', (t) => {
  const at = (value: unknown): string | undefined => {
    const text = read(parseTicket({ ...ticket, updated_at: value })).updated_at
    return text === undefined ? undefined : localDateToInstant(text)?.toISOString()
  }
  const date = '2026-03-04 09:17:00.000000'
  t.equal(at({ date, timezone_type: 3, timezone: 'Europe/Warsaw' }), '2026-03-04T08:17:00.000Z')
  t.equal(at({ date, timezone_type: 3, timezone: 'UTC' }), '2026-03-04T09:17:00.000Z')
  t.equal(at({ date, timezone_type: 1, timezone: '+02:00' }), '2026-03-04T07:17:00.000Z')
  t.equal(at(date), '2026-03-04T08:17:00.000Z')
  t.equal(at(1_772_612_220), '2026-03-04T08:17:00.000Z')
  t.equal(at({}), undefined)
  t.end()
})

t.test('an error with a good status is one, however it is said', (t) => {
  const errors = [
    { error: 'Session expired' },
    { error: { code: 5 } },
    { errors: [{ message: 'x' }] },
    { errors: { body: ['too long'] } },
    { success: false },
    { success: '0', message: 'x' },
    { status: 'error' },
    false,
  ]
  for (const document of errors) {
    t.equal(saysError(document), true, JSON.stringify(document))
    t.equal(parseTicketList(typeof document === 'object' ? { result: [], ...document } : document).ok, false)
  }
  for (const document of [
    undefined,
    null,
    [],
    {},
    true,
    'OK',
    { success: true, errors: [] },
    { error: 0 },
    { errors: null, status: 'ok' },
  ])
    t.equal(saysError(document), false, JSON.stringify(document))
  t.end()
})

t.test('a login that cannot be read does not make an agent’s answer a machine’s', (t) => {
  const readAs = (login: unknown) =>
    read(parseTicket({ ticket_id: 1, messages: [{ message_id: 1, type: 'REPLY', body: 'Jutro.', user_login: login }] }))
  for (const login of [{ login: 'a.nowak' }, ['a.nowak']])
    t.match(readAs(login), { messages: [], unreadable_messages: [{ id: '1', reason: /user_login/ }] })
  for (const none of [null, '', false, undefined]) t.equal(readAs(none).messages[0]?.user_login, undefined)
  t.equal(readAs(12).messages[0]?.user_login, '12')
  t.end()
})
