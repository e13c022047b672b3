import fastify from 'fastify'
import t, { type Test } from 'tap'
import { SandboxClock, installDateHeader } from '../src/kit/clock.ts'
import { registerControl } from '../src/kit/control.ts'
import { CallCounters, installCounters } from '../src/kit/counters.ts'
import { FaultPlan, installFaults } from '../src/kit/faults.ts'
import type { Identify } from '../src/kit/identify.ts'
import { Switches } from '../src/kit/switches.ts'

const identify: Identify = (request) =>
  request.url.startsWith('/work')
    ? { operation: 'WORK', subject: request.headers.authorization ?? 'nobody' }
    : undefined

async function startWorkshop(test: Test) {
  const clock = new SandboxClock()
  const faults = new FaultPlan()
  const counters = new CallCounters(clock)
  const switches = new Switches<{ color: string; loud: boolean }>({
    color: { initial: 'red', choices: ['red', 'blue'], note: 'Color of the answer.' },
    loud: { initial: false, note: 'Whether it is loud.' },
  })
  const app = fastify()
  installCounters(app, counters, identify)
  installFaults(app, faults, identify, { clock })
  installDateHeader(app, clock)
  let done = 0
  app.post('/work', () => {
    done += 1
    return { done, filler: 'x'.repeat(2000) }
  })
  registerControl(app, { clock, faults, counters, switches, reset: () => (done = 0) })
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  test.teardown(() => app.close())
  const work = (key = 'a') => fetch(`${url}/work`, { method: 'POST', headers: { authorization: key } })
  return { url, work, clock, faults, counters, switches, done: () => done }
}

t.test('a status fault answers before the work and carries the asked Retry-After', async (t) => {
  const { work, faults, clock, done } = await startWorkshop(t)
  clock.setTo(new Date('2030-01-01T00:00:00Z'))
  faults.add({ operation: 'WORK', fault: { kind: 'status', status: 429, retryAfter: 7 } })
  faults.add({
    operation: '*',
    fault: { kind: 'status', status: 429, retryAfter: 'http-date', retryAfterSeconds: 120 },
  })
  faults.add({ operation: '*', fault: { kind: 'status', status: 503, body: 'html' } })
  faults.add({ operation: '*', fault: { kind: 'status', status: 502, body: 'empty' } })

  const first = await work()
  t.equal(first.status, 429)
  t.equal(first.headers.get('retry-after'), '7')
  const second = await work()
  t.match(second.headers.get('retry-after'), /01 Jan 2030 00:0(1:59|2:0\d) GMT/)
  const third = await work()
  t.equal(third.status, 503)
  t.equal(third.headers.get('retry-after'), null)
  t.match(await third.text(), /^<!DOCTYPE html>/)
  const fourth = await work()
  t.equal(fourth.status, 502)
  t.equal(await fourth.text(), '')
  t.equal(done(), 0)
  t.equal((await work()).status, 200)
})

t.test('cut-before leaves the work undone and cut-after leaves it done, both without an answer', async (t) => {
  const { work, faults, done } = await startWorkshop(t)
  faults.add({ operation: 'WORK', fault: { kind: 'cut-before' } })
  await t.rejects(work())
  t.equal(done(), 0)
  faults.add({ operation: 'WORK', fault: { kind: 'cut-after' } })
  await t.rejects(work())
  t.equal(done(), 1)
  t.equal((await work()).status, 200)
})

t.test('status-after does the work and then answers 5xx', async (t) => {
  const { work, faults, done } = await startWorkshop(t)
  faults.add({ operation: 'WORK', fault: { kind: 'status-after', status: 504 } })
  const answer = await work()
  t.equal(answer.status, 504)
  t.equal(done(), 1)
})

t.test('truncate sends part of the body under the full content-length and breaks off', async (t) => {
  const { work, faults, done } = await startWorkshop(t)
  faults.add({ operation: 'WORK', fault: { kind: 'truncate' } })
  const answer = await work()
  t.equal(answer.status, 200)
  t.ok(Number(answer.headers.get('content-length')) > 2000)
  let received = 0
  await t.rejects(async () => {
    for await (const chunk of answer.body ?? []) received += (chunk as Uint8Array).length
  })
  t.ok(received > 900 && received < 1100, `half arrived (${received} bytes)`)
  t.equal(done(), 1)
})

t.test('html answers 200 with a page instead of doing the work, latency only delays it', async (t) => {
  const { work, faults, done } = await startWorkshop(t)
  faults.add({ operation: 'WORK', fault: { kind: 'html' } })
  const page = await work()
  t.equal(page.status, 200)
  t.match(page.headers.get('content-type'), 'text/html')
  t.equal(done(), 0)
  faults.add({ operation: 'WORK', fault: { kind: 'latency', ms: 60 } })
  const started = performance.now()
  t.equal((await work()).status, 200)
  t.ok(performance.now() - started >= 55)
  t.equal(done(), 1)
})

t.test('a rule honours its subject, skip, times and probability', (t) => {
  const plan = new FaultPlan(() => 0.5)
  plan.add({ id: 'a', operation: 'WORK', subject: 'k1', skip: 1, times: 2, fault: { kind: 'html' } })
  t.equal(plan.take('WORK', 'k2'), undefined, 'another subject passes')
  t.equal(plan.take('WORK', 'k1'), undefined, 'the skipped call passes')
  t.ok(plan.take('WORK', 'k1'))
  t.ok(plan.take('WORK', 'k1'))
  t.equal(plan.take('WORK', 'k1'), undefined)
  plan.add({ id: 'b', operation: '*', times: null, probability: 0.5, fault: { kind: 'html' } })
  t.equal(plan.take('WORK'), undefined)
  plan.add({ id: 'c', operation: '*', times: null, probability: 0.6, fault: { kind: 'html' } })
  for (let call = 0; call < 5; call += 1) t.ok(plan.take('WORK'))
  t.ok(plan.remove('c'))
  t.equal(plan.take('WORK'), undefined)
  t.end()
})

t.test('faults, clock, counters, switches and reset are steered over HTTP', async (t) => {
  const { url, work, counters } = await startWorkshop(t)
  const send = (method: string, path: string, body?: unknown) =>
    fetch(`${url}/__sandbox/${path}`, {
      method,
      ...(body !== undefined && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    })

  t.equal((await send('POST', 'faults', { operation: 'WORK', fault: { kind: 'status' } })).status, 400)
  t.equal((await send('POST', 'faults', { operation: 'WORK', fault: { kind: 'no such' } })).status, 400)
  const rule = { id: 'r', operation: 'WORK', times: null, fault: { kind: 'status', status: 500 } }
  const added = await send('POST', 'faults', rule)
  t.equal(added.status, 201)
  t.same(await added.json(), rule)
  t.equal((await work('b')).status, 500)
  t.equal((await work('b')).status, 500)
  t.equal((await send('DELETE', 'faults/r')).status, 204)
  t.equal((await send('DELETE', 'faults/r')).status, 404)
  t.equal((await work('b')).status, 200)

  await send('POST', 'clock', { set: '2031-05-06T07:08:09Z' })
  await send('POST', 'clock', { advanceMs: 3_600_000 })
  const answer = await work('c')
  t.match(answer.headers.get('date'), /^Tue, 06 May 2031 08:08/)
  t.equal(counters.count({ operation: 'WORK', subject: 'b' }), 3)
  t.equal(counters.count({ since: new Date('2031-05-06T08:00:00Z') }), 1)
  const report = await (await send('GET', 'counters?subject=c')).json()
  t.match(report, {
    counters: [{ operation: 'WORK', subject: 'c', total: 1, perHour: { '2031-05-06T08:00:00.000Z': 1 } }],
  })

  t.equal((await send('PATCH', 'switches', { color: 'green' })).status, 400)
  t.equal((await send('PATCH', 'switches', { shape: 'round' })).status, 400)
  t.match(await (await send('PATCH', 'switches', { color: 'blue', loud: true })).json(), {
    switches: { color: { value: 'blue', initial: 'red' }, loud: { value: true } },
  })
  t.equal((await send('DELETE', 'counters')).status, 204)
  t.equal(counters.count(), 0)
  t.equal((await send('POST', 'reset')).status, 204)
})
