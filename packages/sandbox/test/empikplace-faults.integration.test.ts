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

t.test('faults and counters leave the controls and the page alone', async (t) => {
  const { sandbox, url } = await startConversation(t)
  sandbox.faults.add({ operation: '*', times: null, fault: { kind: 'status', status: 500 } })
  t.equal((await fetch(`${url}/healthz`)).status, 200)
  t.equal((await fetch(`${url}/`)).status, 200)
  t.equal((await fetch(`${url}/__sandbox/clock`)).status, 200)
  t.equal(sandbox.counters.count(), 0)
})
