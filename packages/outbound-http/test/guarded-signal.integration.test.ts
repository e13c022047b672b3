import t from 'tap'
import { anySignal, createBudget, guardSignal, readJson, writeJson } from '../src/index.ts'
import { answerWith, get, handClock, post, serve, testAgent } from './support.ts'

const anything = (value: unknown) => ({ ok: true as const, value })

t.test('the owner of a signal is asked right before the first byte', async (t) => {
  let calls = 0
  const url = await serve(
    (clean) => t.teardown(clean),
    (request, response) => {
      calls += 1
      answerWith(200, {}, '{}')(request, response)
    },
  )
  const dispatcher = testAgent((clean) => t.teardown(clean))

  await t.test('after waiting for the budget', async (t) => {
    const clock = handClock()
    const budget = createBudget({ requestsPerSecond: 1, maxInFlight: 4, clock })
    let held = true
    const signal = guardSignal(new AbortController().signal, () => held)
    t.match(await writeJson(post(url, { dispatcher, budget, signal }), anything), { outcome: 'done' })
    const queued = writeJson(post(url, { dispatcher, budget, signal }), anything)
    held = false
    clock.advance(1_000)
    t.match(await queued, { outcome: 'not-done', failure: { class: 'unreachable', code: 'ABORTED' } })
    t.equal(calls, 1)
  })

  await t.test('and again when the connection stands', async (t) => {
    calls = 0
    let asked = 0
    const signal = guardSignal(new AbortController().signal, () => (asked += 1) < 2)
    const fresh = testAgent((clean) => t.teardown(clean))
    t.match(await writeJson(post(url, { dispatcher: fresh, signal }), anything), {
      outcome: 'not-done',
      failure: { class: 'unreachable', code: 'ABORTED' },
    })
    t.equal(asked, 2)
    t.equal(calls, 0)
  })

  await t.test('for reads, and through signals made of several', async (t) => {
    calls = 0
    const ended = guardSignal(new AbortController().signal, () => false)
    const signal = anySignal([ended, new AbortController().signal])
    t.match(await readJson(get(url, { dispatcher, signal }), anything), { ok: false, failure: { code: 'ABORTED' } })
    t.equal(calls, 0)
  })
})
