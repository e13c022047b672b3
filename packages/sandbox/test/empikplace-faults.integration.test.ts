import t from 'tap'
import type { Test } from 'tap'
import type { Fault } from '../src/index.ts'
import { apiKey, shopId, startSandbox, toCustomer } from './empikplace-fixture.ts'

async function startConversation(test: Test) {
  const fixture = await startSandbox(test)
  const { threadId } = fixture.sandbox.buyerWrites({ shopId, text: 'Gdzie paczka?' })
  const plan = (fault: Fault, operation = 'M12') => fixture.sandbox.faults.add({ operation, subject: apiKey, fault })
  const reply = () => fixture.send(threadId, { body: 'Jutro będzie', to: toCustomer }, [new File(['x'], 'a.txt')])
  const kept = () => fixture.sandbox.thread(threadId).messages.length - 1
  return { ...fixture, threadId, plan, reply, kept }
}

t.test('M12 answered with a status was not done', async (t) => {
  const { plan, reply, kept } = await startConversation(t)
  plan({ kind: 'status', status: 429, retryAfter: 30 })
  plan({ kind: 'status', status: 429 })
  plan({ kind: 'status', status: 429, retryAfter: 'http-date' })
  plan({ kind: 'status', status: 503, body: 'html' })
  plan({ kind: 'status', status: 502, body: 'empty' })
  const numeric = await reply()
  t.equal(numeric.headers.get('retry-after'), '30')
  t.match(numeric.json(), { status: 429, message: /hour/ })
  t.equal((await reply()).headers.get('retry-after'), null)
  t.match((await reply()).headers.get('retry-after'), /GMT$/)
  t.match((await reply()).text, /<html>/)
  t.equal((await reply()).text, '')
  t.equal(kept(), 0)
  t.equal((await reply()).status, 201)
})

t.test('M12 cut before the work was not done and cut after it was', async (t) => {
  const { plan, reply, kept } = await startConversation(t)
  plan({ kind: 'cut-before' })
  await t.rejects(reply())
  t.equal(kept(), 0)
  plan({ kind: 'cut-after' })
  await t.rejects(reply())
  t.equal(kept(), 1)
})

t.test('M12 answered 5xx after the work was done all the same', async (t) => {
  const { plan, reply, kept } = await startConversation(t)
  plan({ kind: 'status-after', status: 502 })
  t.equal((await reply()).status, 502)
  t.equal(kept(), 1)
})

t.test('M11 can be truncated, be a page of HTML, or be slow', async (t) => {
  const { plan, get } = await startConversation(t)
  plan({ kind: 'truncate' }, 'M11')
  await t.rejects(get('/api/inbox/threads?with_messages=true'))
  plan({ kind: 'html' }, 'M11')
  const page = await get('/api/inbox/threads')
  t.equal(page.status, 200)
  t.match(page.headers.get('content-type'), 'text/html')
  plan({ kind: 'latency', ms: 60 }, 'M11')
  const started = performance.now()
  t.equal((await get('/api/inbox/threads')).status, 200)
  t.ok(performance.now() - started >= 55)
})

t.test('M13 can be truncated', async (t) => {
  const { sandbox, plan, get } = await startConversation(t)
  const attachments = [{ name: 'a.bin', content: Buffer.alloc(100_000) }]
  const { threadId } = sandbox.buyerWrites({ shopId, text: 'Plik', attachments })
  const id = sandbox.thread(threadId).messages[0]?.attachments[0]?.id ?? ''
  plan({ kind: 'truncate' }, 'M13')
  await t.rejects(get(`/api/inbox/threads/${id}/download`))
  t.equal((await get(`/api/inbox/threads/${id}/download`)).status, 200)
})

t.test('a page can come packed, in another charset, and as large as wished', async (t) => {
  const { plan, get } = await startConversation(t)
  const path = '/api/inbox/threads?with_messages=true'
  const right = (await get(path)).json()
  plan({ kind: 'recode', coding: 'gzip', padToBytes: 1_000_000 }, 'M11')
  const padded = await get(path)
  t.equal(padded.headers.get('content-encoding'), 'gzip')
  t.equal(padded.text.length, 1_000_000)
  t.same(padded.json(), right)
  for (const coding of ['deflate', 'br'] as const) {
    plan({ kind: 'recode', coding }, 'M11')
    t.same((await get(path)).json(), right, coding)
  }
  plan({ kind: 'recode', charset: 'iso-8859-2' }, 'M11')
  t.match((await get(path)).headers.get('content-type'), /iso-8859-2/)
})

t.test('an answer can have other fields than it should', async (t) => {
  const { sandbox, plan, get } = await startConversation(t)
  sandbox.buyerWrites({ shopId, text: 'Pytanie' })
  const right = (await get('/api/inbox/threads')).json() as { data: object[] }
  plan({ kind: 'edit', changes: { 'data.*.date_updated': null, next_page_token: 'a' }, leftOut: ['data.0.id'] }, 'M11')
  const { data, next_page_token: token } = (await get('/api/inbox/threads')).json() as {
    data: Record<string, unknown>[]
    next_page_token: string
  }
  t.equal(data.length, right.data.length)
  t.ok(data.every((thread) => thread['date_updated'] === null))
  t.same([data[0]?.['id'], token], [undefined, 'a'])
  plan({ kind: 'edit', changes: { '*.odd': {}, 'data.*.odd': {} } }, 'M11')
  t.match((await get('/api/inbox/threads')).json(), { data: [{ odd: {} }] }, 'of elements alone, and each its own')
})

t.test('a file can be half of itself, or an error document in its place', async (t) => {
  const { sandbox, plan, get } = await startConversation(t)
  const { threadId } = sandbox.buyerWrites({
    shopId,
    text: 'Plik',
    attachments: [{ name: 'a.bin', content: Buffer.alloc(1_000) }],
  })
  const path = `/api/inbox/threads/${sandbox.thread(threadId).messages[0]?.attachments[0]?.id}/download`
  plan({ kind: 'part' }, 'M13')
  const part = await get(path)
  t.same([part.text.length, part.headers.get('content-length')], [500, '500'])
  plan({ kind: 'document', document: 'json' }, 'M13')
  t.match((await get(path)).json(), { message: String, status: 200 })
  plan({ kind: 'document', document: 'xml' }, 'M13')
  t.match((await get(path)).text, /<Error>/)
})

t.test('something in between can refuse, and say until when in odd ways', async (t) => {
  const { plan, get, sandbox } = await startConversation(t)
  sandbox.clock.setTo(new Date('2030-01-01T00:00:00Z'))
  plan({ kind: 'status', status: 403, body: 'challenge' }, 'M11')
  const challenge = await get('/api/inbox/threads')
  t.match([challenge.status, challenge.text], [403, /Just a moment/])
  plan({ kind: 'status', status: 403, body: 'gateway-json' }, 'M11')
  t.same((await get('/api/inbox/threads')).json(), { message: 'Forbidden' })
  for (const [retryAfter, seen] of [
    ['epoch-seconds', /^18934560(?:59|60|61)$/],
    ['epoch-milliseconds', /^18934560\d{5}$/],
    ['-5', /^-5$/],
  ] as const) {
    plan({ kind: 'status', status: 429, retryAfter }, 'M11')
    t.match((await get('/api/inbox/threads')).headers.get('retry-after'), seen)
  }
})

t.test('faults and counters leave the controls and the page alone', async (t) => {
  const { sandbox, url } = await startConversation(t)
  sandbox.faults.add({ operation: '*', times: null, fault: { kind: 'status', status: 500 } })
  t.equal((await fetch(`${url}/healthz`)).status, 200)
  t.equal((await fetch(`${url}/`)).status, 200)
  t.equal((await fetch(`${url}/__sandbox/clock`)).status, 200)
  t.equal(sandbox.counters.count(), 0)
})
