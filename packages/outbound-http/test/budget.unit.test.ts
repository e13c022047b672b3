import t from 'tap'
import { createBudget, later, unless } from '../src/index.ts'
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

/** Work that ends when it is told to, and the order in which it began. */
function slowWork() {
  const begun: string[] = []
  const ends = new Map<string, () => void>()
  return {
    begun,
    work: (name: string) => () =>
      new Promise<void>((resolve) => {
        begun.push(name)
        ends.set(name, resolve)
      }),
    end: async (name: string): Promise<void> => {
      ends.get(name)?.()
      await settle()
    },
  }
}

t.test('calls of operations start only when no live one waits', async (t) => {
  const clock = handClock()
  const budget = createBudget({ requestsPerSecond: 10, maxInFlight: 5, clock })
  const order: string[] = []
  const call = (name: string, priority: 'live' | 'later') =>
    budget.run(() => Promise.resolve(order.push(name)), { priority })
  const runs = [call('first', 'live'), call('o1', 'later'), call('o2', 'later'), call('a', 'live'), call('b', 'live')]
  for (let step = 0; step < 20; step += 1) {
    await settle()
    clock.advance(100)
  }
  await Promise.all(runs)
  t.strictSame(order, ['first', 'a', 'b', 'o1', 'o2'])
})

t.test('a live call waits for its turn behind one call of an operation at most, however many wait', async (t) => {
  const clock = handClock()
  const budget = createBudget({ requestsPerSecond: 10, maxInFlight: 5, clock })
  const runs = Array.from({ length: 50 }, () => later(budget).run(() => Promise.resolve()))
  await settle()
  const waits: number[] = []
  for (let round = 0; round < 20; round += 1) {
    clock.advance(7 * round)
    await settle()
    const asked = clock.now()
    let waited: number | undefined
    const run = budget.run(() => Promise.resolve((waited = clock.now() - asked)))
    for (let ms = 0; waited === undefined && ms < 2_000; ms += 5) {
      await settle()
      clock.advance(5)
    }
    await run
    waits.push(waited ?? Infinity)
    clock.advance(150)
    await settle()
  }
  t.ok(Math.max(...waits) <= 100, `waited at most one turn of 100 ms: ${waits.join(' ')}`)
  for (let step = 0; step < 200; step += 1) {
    clock.advance(100)
    await settle()
  }
  await Promise.all(runs)
})

t.test('one slow call of an operation takes one place, and the others stay for live ones', async (t) => {
  const budget = createBudget({ requestsPerSecond: Infinity, maxInFlight: 3 })
  const { begun, work, end } = slowWork()
  const runs = [
    ...['o1', 'o2', 'o3'].map((name) => budget.run(work(name), { priority: 'later' })),
    ...['a', 'b', 'c'].map((name) => budget.run(work(name))),
  ]
  await settle()
  t.strictSame(begun, ['o1', 'a', 'b'])
  await end('o1')
  t.strictSame(begun, ['o1', 'a', 'b', 'c'], 'the live one that waits comes first')
  await end('a')
  t.strictSame(begun, ['o1', 'a', 'b', 'c', 'o2'])
  for (const name of ['b', 'c', 'o2', 'o3']) await end(name)
  await Promise.all(runs)
})

t.test('operations use up half of the rate, and no burst', async (t) => {
  const clock = handClock()
  const budget = createBudget({ requestsPerSecond: 10, maxInFlight: 5, burst: 4, clock })
  let started = 0
  const runs = Array.from({ length: 20 }, () =>
    budget.run(() => Promise.resolve((started += 1)), { priority: 'later' }),
  )
  await settle()
  t.equal(started, 1, 'the burst is for live calls')
  for (let step = 0; step < 100; step += 1) {
    clock.advance(10)
    await settle()
  }
  t.equal(started, 6, 'one each 200 ms')
  for (let step = 0; step < 20; step += 1) {
    clock.advance(200)
    await settle()
  }
  await Promise.all(runs)
})

t.test('a call of an operation that gives up waiting leaves its line, and a long pause answers it', async (t) => {
  const clock = handClock()
  const budget = createBudget({ requestsPerSecond: 1, maxInFlight: 1, clock })
  await budget.run(() => Promise.resolve())
  const stop = new AbortController()
  const given = budget.run(() => Promise.resolve(), { priority: 'later', signal: stop.signal })
  const held = budget.run(() => Promise.resolve(), { priority: 'later' })
  stop.abort()
  t.match(await given, { admitted: false, failure: { code: 'ABORTED' } })
  budget.limitHit(new Date(clock.now() + 60_000))
  t.match(await held, { admitted: false, failure: { code: 'BUDGET_PAUSED' } })
})

t.test('nothing starts for an account that people want to rest, however long it waited', async (t) => {
  const clock = handClock()
  const budget = createBudget({ requestsPerSecond: 1, maxInFlight: 1, clock })
  let isPaused = false
  const own = unless(() => isPaused, budget)
  const done: string[] = []
  const call = (name: string) => own.run(() => Promise.resolve(done.push(name)))
  const runs = [call('before'), call('waiting')]
  await settle()
  isPaused = true
  const other = budget.run(() => Promise.resolve(done.push('another account')))
  for (let step = 0; step < 40; step += 1) {
    clock.advance(100)
    await settle()
  }
  const refused = { admitted: false, failure: { class: 'rate-limited', code: 'ACCOUNT_PAUSED' } } as const
  t.match(await Promise.all([...runs, call('later')]), [{ admitted: true, value: 1 }, refused, refused])
  await other
  t.same(done, ['before', 'another account'])
  isPaused = false
  const again = call('resumed')
  clock.advance(1_000)
  await settle()
  t.match(await again, { admitted: true })
})
