import t from 'tap'
import { createBudget, later, readJson, writeJson } from '../src/index.ts'
import type { ReadResult, WriteResult } from '../src/index.ts'
import { answerWith, freeBudget, get, post, serve, testAgent } from './support.ts'

const dispatcher = testAgent((clean) => t.teardown(clean))
const json = { 'content-type': 'application/json' }
const anything = (value: unknown): { ok: true; value: unknown } => ({ ok: true, value })

const read = (url: URL, more = {}): Promise<ReadResult<unknown>> =>
  readJson(get(url, { dispatcher, ...more }), anything)
const write = (url: URL, more = {}): Promise<WriteResult<unknown>> =>
  writeJson(post(url, { dispatcher, ...more }), anything)

t.test('429 pauses the budget, for as long as the other side says or else by the back-off', async (t) => {
  for (const [retryAfter, least, most] of [
    ['7', 6_500, 7_500],
    [new Date(Date.now() + 60_000).toUTCString(), 57_000, 62_000],
    ['whenever', 3_500, 6_500],
    [undefined, 3_500, 6_500],
  ] as const) {
    const budget = freeBudget()
    let visits = 0
    const url = await serve(
      (clean) => t.teardown(clean),
      (request, response) => {
        visits += 1
        answerWith(429, retryAfter === undefined ? {} : { 'retry-after': retryAfter }, '')(request, response)
      },
    )
    const result = await write(url, { budget })
    t.match(result, { outcome: 'not-done', failure: { class: 'rate-limited', status: 429 } })
    const pause = (budget.snapshot().pausedUntil?.getTime() ?? 0) - Date.now()
    t.ok(pause > least && pause < most, `${retryAfter}: paused for ${pause} ms`)
    t.match(await write(url, { budget }), { outcome: 'not-done', failure: { code: 'BUDGET_PAUSED', retryAt: Date } })
    t.equal(visits, 1, 'a paused budget sends nothing')
  }
})

t.test('503 pauses the budget only when it says for how long', async (t) => {
  for (const [headers, paused] of [
    [{ 'retry-after': '30' }, true],
    [{}, false],
  ] as const) {
    const budget = freeBudget()
    const url = await serve((clean) => t.teardown(clean), answerWith(503, headers, ''))
    t.match(await write(url, { budget }), { outcome: 'unknown', failure: { class: 'unreachable', status: 503 } })
    t.equal(budget.snapshot().pausedUntil !== undefined, paused)
  }
})

t.test('a call waits for its place in the budget', async (t) => {
  const budget = createBudget({ requestsPerSecond: Infinity, maxInFlight: 1 })
  let under = 0
  let most = 0
  const url = await serve(
    (clean) => t.teardown(clean),
    (_request, response) => {
      under += 1
      most = Math.max(most, under)
      response.on('finish', () => (under -= 1))
      setImmediate(() => response.writeHead(200, json).end('{"id":"7"}'))
    },
  )
  await Promise.all(Array.from({ length: 5 }, () => read(url, { budget })))
  t.equal(most, 1)
})

t.test('while operations call without end, a live call is answered after one of theirs at most', async (t) => {
  // An answer takes 30 ms and a turn 20 ms, so a live call that waited for two of an operation would show.
  const budget = createBudget({ requestsPerSecond: 50, maxInFlight: 2 })
  const order: string[] = []
  const url = await serve(
    (clean) => t.teardown(clean),
    ({ url: path }, response) => {
      order.push(path?.includes('live') ? 'live' : 'operation')
      setTimeout(() => response.writeHead(200, json).end('{"id":"7"}'), 30)
    },
  )
  const operations = Promise.all(Array.from({ length: 30 }, () => read(url, { budget: later(budget) })))
  for (let round = 0; round < 8; round += 1) {
    const before = order.length
    await read(new URL(`${url.href}?live`), { budget })
    const waited = order.slice(before).indexOf('live')
    t.ok(waited <= 1, `${waited} calls of the operation went first`)
  }
  const isThrough = await operations
  t.ok(
    isThrough.every(({ ok }) => ok),
    'and the operation comes to its end',
  )
  t.ok(order.slice(0, 12).includes('operation'), 'both went on at the same time')
})
