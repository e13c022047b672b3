import t from 'tap'
import { basic, field, marker, start } from './thulium-fixture.ts'
import type { Rows } from './thulium-fixture.ts'

t.test('cut-after commits the ticket and loses the answer', async (t) => {
  const { call, createTicket, sandbox, system } = await start(t)
  sandbox.faults.add({ operation: 'POST tickets', subject: system, fault: { kind: 'cut-after' } })
  await t.rejects(createTicket({ custom_fields: { [marker]: 'a' } }), { message: 'fetch failed' })
  t.equal(((await call('GET', `tickets?${field(marker)}=a`)).json as Rows).count, 1, 'it is there')
  await createTicket()
  t.equal(sandbox.tickets(system).length, 2, 'the fault is spent')
})

t.test('cut-after commits every kind of write', async (t) => {
  const { call, createTicket, sandbox, system } = await start(t)
  const id = await createTicket()
  sandbox.faults.add({ operation: '*', times: null, fault: { kind: 'cut-after' } })
  const writes: [string, string, object][] = [
    ['POST', `tickets/${id}/customer_response`, { body: 'klient' }],
    ['POST', `tickets/${id}/agent_response`, { body: 'agent', user_login: 'empik.bot' }],
    ['POST', `tickets/${id}/comment`, { comment: 'komentarz' }],
    ['PUT', `tickets/${id}`, { category_id: 12 }],
    ['POST', 'customers', { surname: 'Nowa' }],
  ]
  for (const [method, path, body] of writes) await t.rejects(call(method, path, body), `${method} ${path}`)
  const ticket = sandbox.ticket(system, id)
  const texts = ticket.messages.map((message) => message.body + message.comment)
  for (const text of ['klient', 'agent', 'komentarz']) t.ok(texts.includes(text), text)
  t.equal(ticket.categoryId, 12)
  t.equal(sandbox.customers(system).at(-1)?.surname, 'Nowa')
})

t.test('cut-before commits nothing', async (t) => {
  const { createTicket, sandbox, system } = await start(t)
  sandbox.faults.add({ operation: 'POST tickets', fault: { kind: 'cut-before' } })
  await t.rejects(createTicket())
  t.same(sandbox.tickets(system), [])
})

t.test('5xx and 429 come with and without Retry-After, before the work or after it', async (t) => {
  const { call, sandbox, system } = await start(t)
  const create = () => call('POST', 'tickets', { to: 'sklep@demo-sklep.example', subject: 'S', body: 'B' })
  for (const status of [500, 502, 503, 429]) {
    sandbox.faults.add({ operation: 'POST tickets', fault: { kind: 'status', status } })
    const answer = await create()
    t.match(answer, { status, json: { request_id: String, errors: [{ code: Number }] } })
    t.equal(answer.headers.get('retry-after'), null)
  }
  sandbox.faults.add({ operation: '*', fault: { kind: 'status', status: 429, retryAfter: 7, body: 'html' } })
  const throttled = await create()
  t.equal(throttled.headers.get('retry-after'), '7')
  t.match(throttled.text, /<html>/)
  t.equal(sandbox.tickets(system).length, 0)
  sandbox.faults.add({ operation: 'POST tickets', fault: { kind: 'status-after', status: 503 } })
  t.equal((await create()).status, 503)
  t.equal(sandbox.tickets(system).length, 1, 'committed in spite of the 503')
})

t.test('a slow answer comes after the caller has given up, and the write is there', async (t) => {
  const { url, call, sandbox, system } = await start(t)
  sandbox.faults.add({ operation: 'POST customers', fault: { kind: 'latency', ms: 300 } })
  const authorization = basic('connector', 'demo-haslo-api')
  const slow = fetch(`${url}/${system}/api/customers`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json' },
    body: JSON.stringify({ surname: 'Powolna' }),
    signal: AbortSignal.timeout(100),
  })
  await t.rejects(slow, { name: 'TimeoutError' })
  t.equal(sandbox.customers(system).length, 2, 'not yet')
  while (sandbox.customers(system).length < 3) await call('GET', 'customers')
  t.equal(sandbox.customers(system).at(-1)?.surname, 'Powolna')
})

t.test('truncated JSON and an HTML page instead of JSON', async (t) => {
  const { call, createTicket, sandbox } = await start(t)
  await createTicket()
  sandbox.faults.add({ operation: 'GET tickets', fault: { kind: 'truncate' } })
  await t.rejects(call('GET', 'tickets'))
  sandbox.faults.add({ operation: 'GET tickets', fault: { kind: 'html' } })
  t.match(await call('GET', 'tickets'), { status: 200, text: /<html>/, json: undefined })
})

t.test('a fault is scripted over HTTP for one system and one method', async (t) => {
  const { url, call, createTicket, system } = await start(t)
  const add = (subject: string) =>
    fetch(`${url}/__sandbox/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ operation: 'GET tickets/:id', subject, fault: { kind: 'status', status: 502 } }),
    })
  const id = await createTicket()
  await add('inny')
  t.equal((await call('GET', `tickets/${id}`)).status, 200)
  await add(system)
  t.equal((await call('GET', 'tickets')).status, 200)
  t.equal((await call('GET', `tickets/${id}`)).status, 502)
})

t.test('calls are counted per method and system, refused ones too', async (t) => {
  const { url, call, createTicket, sandbox, system } = await start(t)
  await createTicket()
  await call('GET', 'tickets', undefined, { authorization: 'Basic x' })
  t.equal(sandbox.counters.count({ operation: 'GET tickets', subject: system }), 1)
  t.equal(sandbox.counters.count({ subject: system }), 2)
  t.match(await (await fetch(`${url}/__sandbox/counters`)).json(), {
    counters: [{ operation: 'POST tickets', total: 1 }, {}],
  })
})
