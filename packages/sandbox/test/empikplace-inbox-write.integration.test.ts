import t from 'tap'
import { apiKey, multipart, readReply, shopId, startSandbox, toCustomer } from './empikplace-fixture.ts'
import type { Created, Fixture, WireMessage } from './empikplace-fixture.ts'

async function startConversation(test: Parameters<typeof startSandbox>[0]) {
  const fixture = await startSandbox(test, {
    orders: [{ shopId, id: 'o1-A', customer: { id: 'c-1', firstname: 'Ewa', lastname: 'Łoś' } }],
  })
  const { threadId } = fixture.sandbox.buyerWrites({ shopId, orderId: 'o1-A', text: 'Gdzie paczka?' })
  return { ...fixture, threadId, path: `/api/inbox/threads/${threadId}/message` }
}

const file = (name: string, content: string | Uint8Array<ArrayBuffer> = 'x') => new File([content], name)

async function messagesOf({ read }: Fixture, threadId: string): Promise<WireMessage[]> {
  return (await read(threadId)).messages ?? []
}

t.test('M12 answers 201 with both ids and updates the thread', async (t) => {
  const fixture = await startConversation(t)
  const before = await fixture.read(fixture.threadId)
  t.ok(before.metadata.shop_reply_needed_since)
  fixture.sandbox.clock.advance(5000)
  const files = [file('a.pdf'), file('b.txt', 'yy')]
  const to = [{ type: 'CUSTOMER', id: 'c-1' }]
  const answer = await fixture.send(fixture.threadId, { body: 'Jutro będzie.\nŻyczymy miłego dnia <3', to }, files)
  t.equal(answer.status, 201)
  const created = answer.json() as Created
  t.same(Object.keys(created).sort(), ['message_id', 'thread_id'])
  t.equal(created.thread_id, fixture.threadId)

  const after = await fixture.read(fixture.threadId)
  const message = after.messages?.at(-1)
  t.match(message, {
    id: created.message_id,
    body: 'Jutro będzie.\nŻyczymy miłego dnia <3',
    from: { type: 'SHOP_USER', display_name: `obsluga@sklep-${shopId}.example` },
    to: [{ type: 'CUSTOMER', id: 'c-1' }],
    attachments: [
      { name: 'a.pdf', size: 1 },
      { name: 'b.txt', size: 2 },
    ],
  })
  t.ok(after.date_updated > before.date_updated)
  t.equal(after.metadata.last_message_date, message?.date_created)
  t.equal(after.metadata.last_sender.type, 'SHOP_USER')
  t.equal(after.metadata.total_count, 2)
  t.equal(after.metadata.shop_reply_needed_since, null)
})

t.test('M12 wants multipart with exactly one JSON part message_input', async (t) => {
  const { url, path, post, sandbox, threadId } = await startConversation(t)
  const raw = async (body: string, type: string) =>
    readReply(
      await fetch(`${url}${path}?shop_id=${shopId}`, {
        method: 'POST',
        body,
        headers: { authorization: apiKey, 'content-type': type },
      }),
    )
  const input = { body: 'Dzień dobry', to: toCustomer }
  t.equal((await raw(JSON.stringify(input), 'application/json')).status, 415)
  t.equal((await raw('body=abc', 'application/x-www-form-urlencoded')).status, 415)

  const flattened = new FormData()
  flattened.append('message_input.body', 'Dzień dobry')
  const missing = await post(path, flattened)
  t.equal(missing.status, 400)
  t.same(missing.json(), {
    errors: [{ code: 'message_input', message: "Required part 'message_input' is not present." }],
  })

  const twice = multipart('message_input', input)
  twice.append('message_input', new Blob([JSON.stringify(input)], { type: 'application/json' }))
  t.equal((await post(path, twice)).status, 400)

  const broken = new FormData()
  broken.append('message_input', new Blob(['{"body":'], { type: 'application/json' }))
  t.equal((await post(path, broken)).status, 400)

  const untyped = new FormData()
  untyped.append('message_input', JSON.stringify(input))
  t.equal((await post(path, untyped)).status, 415)
  sandbox.switches.set('messageInputType', 'any')
  t.equal((await post(path, untyped)).status, 201)
  t.equal(sandbox.thread(threadId).messages.length, 2, 'nothing refused was kept')
})

t.test('M12 takes message_input as a typed part without a file name, too', async (t) => {
  const { url, path } = await startConversation(t)
  const body = [
    '--limit',
    'Content-Disposition: form-data; name="message_input"',
    'Content-Type: application/json;charset=utf-8',
    '',
    JSON.stringify({ body: 'Zażółć gęślą jaźń 🙂', to: toCustomer }),
    '--limit--',
    '',
  ].join('\r\n')
  const answer = await fetch(`${url}${path}?shop_id=${shopId}`, {
    method: 'POST',
    body,
    headers: { authorization: apiKey, 'content-type': 'multipart/form-data; boundary=limit' },
  })
  t.equal(answer.status, 201)
})

t.test('M12 refuses bodies and recipients that break the rules', async (t) => {
  const fixture = await startConversation(t)
  const status = async (input: unknown) => (await fixture.send(fixture.threadId, input)).status
  t.equal(await status({ body: 'ab', to: toCustomer }), 400)
  t.equal(await status({ body: 'a'.repeat(50_001), to: toCustomer }), 400)
  t.equal(await status({ to: toCustomer }), 400)
  t.equal(await status({ body: 'Dzień dobry' }), 400)
  t.equal(await status({ body: 'Dzień dobry', to: [] }), 400)
  t.equal(await status({ body: 'Dzień dobry', to: ['CUSTOMER'] }), 400)
  t.equal(await status({ body: 'Dzień dobry', to: [{ type: 'PARTNER' }] }), 400)
  t.equal(await status({ body: 'Dzień dobry', to: [{ type: 'CUSTOMER', id: 'c-2' }] }), 400)
  fixture.sandbox.switches.set('unauthorisedRecipient', 403)
  t.equal(await status({ body: 'Dzień dobry', to: [{ type: 'CUSTOMER', id: 'c-2' }] }), 403)
  t.equal(await status({ body: 'abc', to: toCustomer }), 201)
  t.equal(await status({ body: 'a'.repeat(50_000), to: toCustomer }), 201)
  t.equal((await fixture.send('unknown', { body: 'Dzień dobry', to: toCustomer })).status, 404)

  const { threadId } = fixture.sandbox.operatorWrites({ shopId, text: 'Witamy', to: 'SHOP' })
  t.equal((await fixture.send(threadId, { body: 'Dzień dobry', to: toCustomer })).status, 403)
  t.equal((await fixture.send(threadId, { body: 'Dzień dobry', to: [{ type: 'OPERATOR' }] })).status, 201)
})

t.test('a reply only to the operator does not reach the customer', async (t) => {
  const fixture = await startConversation(t)
  await fixture.send(fixture.threadId, { body: 'Prośba o pomoc', to: [{ type: 'OPERATOR' }] })
  const last = (await messagesOf(fixture, fixture.threadId)).at(-1)
  t.same(
    last?.to.map((one) => one.type),
    ['OPERATOR'],
  )
  t.ok((await fixture.read(fixture.threadId)).current_participants.some((one) => one.type === 'OPERATOR'))
})

t.test('M12 may change the topic, to a reason code only where shops may use it', async (t) => {
  const fixture = await startConversation(t)
  const input = (topic: object) => ({ body: 'Nowy temat', to: toCustomer, topic })
  t.equal((await fixture.send(fixture.threadId, input({ type: 'REASON_CODE', value: '28' }))).status, 400)
  t.equal((await fixture.send(fixture.threadId, input({ type: 'REASON_CODE', value: '27' }))).status, 201)
  t.same((await fixture.read(fixture.threadId)).topic, { type: 'REASON_CODE', value: '27' })
})

t.test('M12 holds 50 attachments per order over all its threads', async (t) => {
  const fixture = await startConversation(t)
  const attachments = Array.from({ length: 48 }, (_, at) => ({ name: `${at}.png`, content: 'x' }))
  fixture.sandbox.buyerWrites({ shopId, orderId: 'o1-A', text: 'W drugiej rozmowie', attachments })
  const reply = { body: 'W załączeniu', to: toCustomer }
  const three = [file('a.txt'), file('b.txt'), file('c.txt')]
  t.equal((await fixture.send(fixture.threadId, reply, three)).status, 400)
  t.equal((await fixture.send(fixture.threadId, reply, three.slice(0, 2))).status, 201)
  t.equal((await fixture.send(fixture.threadId, reply, three.slice(0, 1))).status, 400)
  t.equal((await fixture.send(fixture.threadId, reply)).status, 201)
})

t.test('M12 refuses more than 30 MB, with 400 or 413', async (t) => {
  const fixture = await startConversation(t)
  const reply = { body: 'Duży plik', to: toCustomer }
  const half = new Uint8Array(16 * 1024 * 1024)
  t.equal((await fixture.send(fixture.threadId, reply, [file('a.pdf', half), file('b.pdf', half)])).status, 400)
  fixture.sandbox.switches.set('oversize', 413)
  const answer = await fixture.send(fixture.threadId, reply, [file('a.pdf', new Uint8Array(31 * 1024 * 1024))])
  t.equal(answer.status, 413)
  t.equal((await fixture.send(fixture.threadId, reply, [file('a.pdf', half)])).status, 201)
})

t.test('M12 takes file types and names of order documents unless switched', async (t) => {
  const fixture = await startConversation(t)
  const reply = { body: 'Pliki w załączeniu', to: toCustomer }
  const status = async (...names: string[]) =>
    (
      await fixture.send(
        fixture.threadId,
        reply,
        names.map((name) => file(name)),
      )
    ).status
  t.equal(await status('a.docx'), 400)
  t.equal(await status('zażółć.pdf'), 400)
  t.equal(await status('a.pdf', 'a.pdf'), 400)
  t.equal(await status('a.PDF', 'b.jpg'), 201)
  fixture.sandbox.switches.patch({ attachmentTypes: 'any', attachmentNames: 'any' })
  t.equal(await status('zażółć.docx', 'zażółć.docx'), 201)
  t.equal((await messagesOf(fixture, fixture.threadId)).at(-1)?.attachments?.[0]?.name, 'zażółć.docx')
})

t.test('a thread takes 1000 messages and no more', async (t) => {
  const fixture = await startConversation(t)
  for (let at = 1; at < 999; at += 1) {
    fixture.sandbox.buyerWrites({ shopId, threadId: fixture.threadId, text: `Nr ${at}` })
  }
  t.equal((await fixture.send(fixture.threadId, { body: 'Tysięczna', to: toCustomer })).status, 201)
  t.equal((await fixture.send(fixture.threadId, { body: 'O jedną za dużo', to: toCustomer })).status, 400)
})

t.test('the stored body can be verbatim, with <br />, escaped, or both', async (t) => {
  const fixture = await startConversation(t)
  for (const [mode, stored] of [
    ['verbatim', 'a <b> & c\nd'],
    ['br', 'a <b> & c<br />d'],
    ['escaped', 'a &lt;b&gt; &amp; c\nd'],
    ['escaped-br', 'a &lt;b&gt; &amp; c<br />d'],
  ] as const) {
    fixture.sandbox.switches.set('storedBody', mode)
    t.equal((await fixture.send(fixture.threadId, { body: 'a <b> & c\nd', to: toCustomer })).status, 201)
    t.equal((await messagesOf(fixture, fixture.threadId)).at(-1)?.body, stored)
  }
})

t.test('OR43 starts a thread on an order, with string recipients and a required topic', async (t) => {
  const fixture = await startConversation(t)
  const topic = { type: 'REASON_CODE', value: '26' }
  const start = (input: unknown, order = 'o1-A') =>
    fixture.post(`/api/orders/${order}/threads`, multipart('thread_input', input, [file('a.pdf')]))
  t.equal((await start({ body: 'Dzień dobry', to: ['CUSTOMER'] })).status, 400)
  t.equal((await start({ body: 'Dzień dobry', to: [{ type: 'CUSTOMER' }], topic })).status, 400)
  t.equal((await start({ body: 'Dzień dobry', to: ['CUSTOMER'], topic }, 'unknown')).status, 404)
  t.equal((await fixture.list()).data.length, 1)
  const answer = await start({ body: 'Dzień dobry', to: ['CUSTOMER'], topic })
  t.equal(answer.status, 201)
  const created = answer.json() as Created
  t.match(await fixture.read(created.thread_id), {
    topic,
    entities: [{ type: 'MMP_ORDER', id: 'o1-A' }],
    messages: [{ id: created.message_id, to: [{ type: 'CUSTOMER', id: 'c-1' }], attachments: [{ name: 'a.pdf' }] }],
  })
})

t.test('M14 starts a thread with the operator', async (t) => {
  const fixture = await startConversation(t)
  const input = {
    body: 'Pytanie do operatora',
    entity: { type: 'SELLER_OPERATOR' },
    topic: { type: 'FREE_TEXT', value: 'Rozliczenia' },
  }
  const answer = await fixture.post('/api/inbox/threads', multipart('thread_input', input))
  t.equal(answer.status, 201)
  const thread = await fixture.read((answer.json() as Created).thread_id)
  t.match(thread, { entities: [{ type: 'SELLER_OPERATOR' }], messages: [{ to: [{ type: 'OPERATOR' }] }] })
})
