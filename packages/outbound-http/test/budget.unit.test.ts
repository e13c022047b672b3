import t from 'tap'
import { createBudget } from '../src/index.ts'
import type { Admission } from '../src/index.ts'
import { handClock } from './support.ts'

/** Lets promise callbacks run that are already due. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

t.test('requests start first in, first out, at the given rate', async (t) => {
  const clock = handClock()
  const begun = clock.now()
  const budget = createBudget({ requestsPerSecond: 2, maxInFlight: 10, clock })
  const starts: [string, number][] = []
  const runs = ['a', 'b', 'c', 'd'].map((name) =>
    budget.run(() => {
      starts.push([name, clock.now() - begun])
      return Promise.resolve(name)
    }),
  )
  for (let step = 0; step < 40; step += 1) {
    await settle()
    clock.advance(50)
  }
  await Promise.all(runs)
  t.same(starts, [
    ['a', 0],
    ['b', 500],
    ['c', 1000],
    ['d', 1500],
  ])
})

t.test('a burst may start together, and is paid back before the next one', async (t) => {
  const clock = handClock()
  const budget = createBudget({ requestsPerSecond: 1, maxInFlight: 10, burst: 3, clock })
  let started = 0
  const runs = Array.from({ length: 4 }, () => budget.run(() => Promise.resolve((started += 1))))
  await settle()
  t.equal(started, 3)
  clock.advance(999)
  await settle()
  t.equal(started, 3)
  clock.advance(1)
  await settle()
  t.equal(started, 4)
  await Promise.all(runs)
})

t.test('what was used is counted over the last minute', async (t) => {
  const clock = handClock()
  clock.advance(60_000 - (clock.now() % 60_000))
  const budget = createBudget({ requestsPerSecond: 2, maxInFlight: 10, burst: 10, clock })
  const use = (): number => budget.snapshot().usedInMinute
  await Promise.all(Array.from({ length: 8 }, () => budget.run(() => Promise.resolve())))
  t.match(budget.snapshot(), { usedInMinute: 8, perMinute: 120 })
  clock.advance(90_000)
  t.equal(use(), 4, 'half of the minute before still counts')
  await budget.run(() => Promise.resolve())
  t.equal(use(), 5)
  clock.advance(120_000)
  t.equal(use(), 0)
})

t.test('never more than the allowed number is under way', async (t) => {
  const budget = createBudget({ requestsPerSecond: Infinity, maxInFlight: 2 })
  const finish: (() => void)[] = []
  const runs = Array.from({ length: 3 }, () => budget.run(() => new Promise<void>((resolve) => finish.push(resolve))))
  await settle()
  t.equal(finish.length, 2)
  finish.shift()?.()
  await settle()
  t.equal(finish.length, 2, 'the third took the place of the first')
  for (const end of finish) end()
  await Promise.all(runs)
})

t.test('work that fails gives its place back', async (t) => {
  const budget = createBudget({ requestsPerSecond: Infinity, maxInFlight: 1 })
  await t.rejects(
    budget.run(() => Promise.reject(new Error('no'))),
    { message: 'no' },
  )
  t.match(await budget.run(() => Promise.resolve(7)), { admitted: true, value: 7 })
})

t.test('a long pause is answered at once, also to those already waiting, and says until when', async (t) => {
  const clock = handClock()
  const budget = createBudget({ requestsPerSecond: 1, maxInFlight: 5, clock })
  await budget.run(() => Promise.resolve())
  const waiting = budget.run(() => Promise.resolve())
  const until = new Date(clock.now() + 60_000)
  budget.limitHit(until)
  const expected = {
    admitted: false,
    failure: { class: 'rate-limited', code: 'BUDGET_PAUSED', retryAt: until },
  } as const
  t.match(await waiting, expected)
  t.match(await budget.run(() => Promise.resolve()), expected)
  t.same(budget.snapshot().pausedUntil, until)
  clock.advance(60_000)
  t.match(await budget.run(() => Promise.resolve(1)), { admitted: true })
  t.equal(budget.snapshot().pausedUntil, undefined)
})

t.test('a short pause is waited for', async (t) => {
  const clock = handClock()
  const budget = createBudget({ requestsPerSecond: Infinity, maxInFlight: 5, clock })
  budget.limitHit(new Date(clock.now() + 1_500))
  let outcome: Admission<number> | undefined
  const run = budget.run(() => Promise.resolve(1)).then((result) => (outcome = result))
  await settle()
  t.equal(outcome, undefined)
  clock.advance(1_500)
  await run
  t.match(outcome, { admitted: true })
})

t.test('a shorter pause does not end a longer one', (t) => {
  const clock = handClock()
  const budget = createBudget({ requestsPerSecond: 1, maxInFlight: 1, clock })
  const long = new Date(clock.now() + 60_000)
  budget.limitHit(long)
  budget.limitHit(new Date(clock.now() + 1_000))
  t.same(budget.snapshot().pausedUntil, long)
  t.end()
})

t.test('a pause that is over before it began still lasts a second, and in a scaled budget its share of one', (t) => {
  for (const [pauseScale, expected] of [
    [1, 1_000],
    [0.02, 20],
  ] as const) {
    const clock = handClock()
    const budget = createBudget({ requestsPerSecond: 1, maxInFlight: 1, pauseScale, clock })
    t.equal(budget.limitHit(new Date(clock.now() - 5_000)).getTime() - clock.now(), expected)
    clock.advance(expected)
    t.equal(budget.limitHit().getTime() - clock.now(), 30_000 * pauseScale, 'and so does the back-off')
  }
  t.end()
})

t.test('refusals in a row without an instant back off by 5 s, 30 s, 2 min, 10 min and stay there', (t) => {
  const clock = handClock()
  const budget = createBudget({ requestsPerSecond: 1, maxInFlight: 1, clock })
  const pauses: number[] = []
  for (let round = 0; round < 5; round += 1) {
    const pause = budget.limitHit().getTime() - clock.now()
    pauses.push(pause)
    clock.advance(pause)
  }
  t.same(pauses, [5_000, 30_000, 120_000, 600_000, 600_000])
  budget.answered()
  t.equal(budget.limitHit().getTime() - clock.now(), 5_000, 'an answer starts the row afresh')
  t.end()
})

t.test('two refusals of requests that were under way together count as one', (t) => {
  const clock = handClock()
  const budget = createBudget({ requestsPerSecond: 1, maxInFlight: 2, clock })
  const first = budget.limitHit()
  t.same(budget.limitHit(), first)
  clock.advance(5_000)
  t.equal(budget.limitHit().getTime() - clock.now(), 30_000)
  t.end()
})

t.test('jitter spreads the back-off by a fifth each way', (t) => {
  for (const [random, expected] of [
    [0, 4_000],
    [1, 6_000],
  ] as const) {
    const clock = { ...handClock(), random: () => random }
    const budget = createBudget({ requestsPerSecond: 1, maxInFlight: 1, clock })
    t.equal(Math.round(budget.limitHit().getTime() - clock.now()), expected)
  }
  t.end()
})

t.test('who gives up waiting leaves the queue and is never started', async (t) => {
  const clock = handClock()
  const budget = createBudget({ requestsPerSecond: 1, maxInFlight: 1, clock })
  await budget.run(() => Promise.resolve())
  const stop = new AbortController()
  let started = false
  const run = budget.run(() => Promise.resolve((started = true)), { signal: stop.signal })
  stop.abort()
  t.match(await run, { admitted: false, failure: { class: 'unreachable', code: 'ABORTED' } })
  clock.advance(5_000)
  await settle()
  t.equal(started, false)
  t.match(await budget.run(() => Promise.resolve(), { signal: AbortSignal.abort() }), { admitted: false })
})

t.test('a clock set back does not stop the budget', async (t) => {
  const clock = handClock()
  const budget = createBudget({ requestsPerSecond: 1, maxInFlight: 1, clock })
  await budget.run(() => Promise.resolve())
  clock.advance(-3_600_000)
  const run = budget.run(() => Promise.resolve('later'))
  clock.advance(1_000)
  t.match(await run, { admitted: true, value: 'later' })
})
