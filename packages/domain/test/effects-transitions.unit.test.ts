import t from 'tap'
import {
  effectAdvice,
  backoff,
  defaultTiming,
  effectKinds,
  nextStep,
  untried,
  type Attempt,
  type EffectFailure,
  type EffectProgress,
  type EffectState,
  type Transition,
} from '../src/effects/index.ts'

const now = new Date('2026-11-02T09:00:00Z')
const clock = { now, random: 0.5 }
const inMs = (transition: Transition): number => transition.notBefore.getTime() - now.getTime()

const failure = (failureClass: EffectFailure['failureClass'], retryAt?: Date): EffectFailure => ({
  failureClass,
  message: 'Nie teraz',
  retryAt,
})
const passing = ['credentials-rejected', 'unreachable', 'rate-limited', 'too-large'] as const

const attempts: { attempt: Attempt; from: 'planned' | 'unknown'; to: EffectState; code?: string }[] = [
  { attempt: { kind: 'done' }, from: 'planned', to: 'confirmed' },
  { attempt: { kind: 'done' }, from: 'unknown', to: 'confirmed' },
  { attempt: { kind: 'not-done', failure: failure('refused') }, from: 'planned', to: 'parked', code: 'effect.refused' },
  {
    attempt: { kind: 'lookup-failed', failure: failure('refused') },
    from: 'unknown',
    to: 'parked',
    code: 'effect.lookup_refused',
  },
  { attempt: { kind: 'not-found' }, from: 'unknown', to: 'unknown' },
  ...passing.flatMap((failureClass) => [
    { attempt: { kind: 'not-done', failure: failure(failureClass) }, from: 'planned', to: 'planned' } as const,
    { attempt: { kind: 'unknown', failure: failure(failureClass) }, from: 'planned', to: 'unknown' } as const,
    { attempt: { kind: 'lookup-failed', failure: failure(failureClass) }, from: 'unknown', to: 'unknown' } as const,
  ]),
]

for (const kind of effectKinds)
  await t.test(`${kind}: each try leads where the design says`, (t) => {
    for (const { attempt, from, to, code } of attempts) {
      const progress = from === 'unknown' ? { ...untried, ambiguousSends: 1 } : untried
      const step = nextStep(kind, progress, attempt, clock, defaultTiming)
      const name = `${from}, ${attempt.kind}, ${'failure' in attempt ? attempt.failure.failureClass : ''}`
      // Writes that may be repeated without harm need no second look-up.
      const repeatable = attempt.kind === 'not-found' && defaultTiming.lookupDelaysMs[kind].length === 1
      t.equal(step.state, repeatable ? 'planned' : to, name)
      t.equal(step.parkedBecause?.code, code, name)
      t.ok(inMs(step) >= 0, 'never before now')
    }
    t.end()
  })

await t.test('the time the other side asked for is kept, for tries and for look-ups', (t) => {
  const retryAt = new Date(now.getTime() + 7_777_000)
  for (const kind of ['not-done', 'lookup-failed'] as const) {
    const step = nextStep(
      'reply:send',
      untried,
      { kind, failure: failure('rate-limited', retryAt) },
      clock,
      defaultTiming,
    )
    t.strictSame(step.notBefore, retryAt)
  }
  t.end()
})

await t.test('a time already past is no excuse to hurry', (t) => {
  const retryAt = new Date(now.getTime() - 1000)
  const attempt: Attempt = { kind: 'not-done', failure: failure('rate-limited', retryAt) }
  t.equal(inMs(nextStep('reply:send', untried, attempt, clock, defaultTiming)), 5_000)
  t.end()
})

await t.test('the back-off grows to its last wait and stays there, within a quarter either way', (t) => {
  for (const [failures, base] of [5_000, 30_000, 120_000, 600_000, 600_000, 600_000].entries()) {
    t.equal(backoff(defaultTiming, failures, 0), base * 0.75)
    t.equal(backoff(defaultTiming, failures, 0.5), base)
    t.ok(backoff(defaultTiming, failures, 1 - Number.EPSILON) <= base * 1.25)
  }
  t.equal(backoff(defaultTiming, 1_000_000, 0.5), 600_000)
  t.equal(backoff({ ...defaultTiming, backoffMs: [] }, 3, 0.5), 0)
  t.end()
})

await t.test('failures add up without an end and never park an effect', (t) => {
  for (const failureClass of passing) {
    let progress = untried
    for (let count = 1; count <= 200; count++) {
      const attempt: Attempt = { kind: 'not-done', failure: failure(failureClass) }
      const step = nextStep('reply:send', progress, attempt, clock, defaultTiming)
      if (step.state !== 'planned') t.fail(`${failureClass}, try ${count}: ${step.state}`)
      progress = step.progress
    }
    t.equal(progress.failures, 200)
  }
  t.end()
})

for (const kind of effectKinds)
  await t.test(`${kind}: as many empty look-ups as planned, at their waits, then it is sent again`, (t) => {
    const delays = defaultTiming.lookupDelaysMs[kind]
    let step = nextStep(kind, untried, { kind: 'unknown', failure: failure('unreachable') }, clock, defaultTiming)
    const waits = []
    while (step.state === 'unknown') {
      waits.push(inMs(step))
      step = nextStep(kind, step.progress, { kind: 'not-found' }, clock, defaultTiming)
    }
    t.strictSame(waits, delays)
    t.equal(step.state, 'planned')
    t.equal(inMs(step), 0)
    t.strictSame(step.progress, { ...untried, ambiguousSends: 1 })
    t.end()
  })

await t.test('a send whose outcome is unknown starts its look-ups anew', (t) => {
  const retried = { ...untried, lookups: 2, ambiguousSends: 5 }
  const attempt: Attempt = { kind: 'unknown', failure: failure('unreachable') }
  const step = nextStep('reply:send', retried, attempt, clock, defaultTiming)
  t.strictSame(step.progress, { ...untried, ambiguousSends: 6 })
  t.end()
})

await t.test('a look-up that failed does not count as one that found nothing', (t) => {
  const progress = { ...untried, lookups: 1, ambiguousSends: 1 }
  const attempt: Attempt = { kind: 'lookup-failed', failure: failure('unreachable') }
  const step = nextStep('reply:send', progress, attempt, clock, defaultTiming)
  t.strictSame(step.progress, { ...untried, failures: 1, lookups: 1, ambiguousSends: 1 })
  t.end()
})

/**
 * Sends without an answer, each with its empty look-ups, until it is sent again or parked; the waits are those of the last.
 * @param taken how long before the given send the other side took another one, in ms
 */
function ambiguousSends(count: number, doubt?: string, taken: (send: number) => number | undefined = () => undefined) {
  let progress = untried
  for (let send = 1; ; send++) {
    const waits: number[] = []
    const failed: Attempt = { kind: 'unknown', failure: failure('unreachable') }
    const found: Attempt = doubt === undefined ? { kind: 'not-found' } : { kind: 'not-found', doubt }
    const before = taken(send)
    const lastTaken = before === undefined ? undefined : new Date(now.getTime() - before)
    let step = nextStep('reply:send', progress, failed, { ...clock, lastTaken }, defaultTiming)
    while (step.state === 'unknown') {
      waits.push(inMs(step))
      step = nextStep('reply:send', step.progress, found, clock, defaultTiming)
    }
    if (send === count || step.state === 'parked') return { step, waits, sends: send }
    progress = step.progress
  }
}

await t.test('each further send without an answer waits longer, and is looked up once more right before it', (t) => {
  const usual = defaultTiming.lookupDelaysMs['reply:send']
  t.strictSame(
    [1, 2, 3, 4, 5, 9].map((count) => ambiguousSends(count).waits),
    [usual, ...[30_000, 120_000, 600_000, 600_000, 600_000].map((last) => [...usual, last])],
  )
  t.end()
})

await t.test('however many sends stay without an answer, none is parked while the other side takes no others', (t) => {
  const hour = 3_600_000
  t.equal(ambiguousSends(200).step.state, 'planned')
  t.equal(ambiguousSends(200, undefined, (send) => send * hour).step.state, 'planned', 'they were taken long ago')
  t.end()
})

await t.test('that others are taken again after an outage is no reason to park what has waited', (t) => {
  t.equal(ambiguousSends(200, undefined, (send) => (send > 198 ? 1_000 : undefined)).step.state, 'planned')
  t.end()
})

await t.test('a write that is never taken while others are needs a person', (t) => {
  const { step, sends } = ambiguousSends(200, undefined, () => 1_000)
  t.equal(sends, 1 + defaultTiming.maxPassedOver, 'nothing is known of the time before the first send')
  t.match(step.parkedBecause, { code: 'effect.ambiguous', message: /^Sent 4 times .* took other writes/ })
  t.end()
})

await t.test('a write that may be there in another form is sent again once, then needs a person', (t) => {
  t.equal(ambiguousSends(1, 'the shop’s message m-7').step.state, 'planned')
  const { step, sends } = ambiguousSends(200, 'the shop’s message m-7')
  t.equal(sends, 2)
  t.match(step.parkedBecause, { code: 'effect.ambiguous', message: /may be there: the shop’s message m-7$/ })
  t.end()
})

await t.test('what a person reads about a refusal is what the other side said', (t) => {
  const step = nextStep(
    'ticket:create',
    untried,
    { kind: 'not-done', failure: failure('refused') },
    clock,
    defaultTiming,
  )
  t.equal(step.parkedBecause?.message, 'Nie teraz')
  t.end()
})

await t.test(
  'what only a search finds is searched again after half a minute and two and a half before it is sent again',
  (t) => {
    const once: EffectProgress = { ...untried, ambiguousSends: 1 }
    const looks = (kind: 'ticket:create' | 'customer:link' | 'message:mirror', attempt: Attempt): number[] => {
      const waits: number[] = []
      let progress = once
      for (;;) {
        const next = nextStep(kind, progress, attempt, clock, defaultTiming)
        if (next.state === 'planned') return waits
        waits.push(inMs(next))
        progress = next.progress
      }
    }
    for (const kind of ['ticket:create', 'customer:link'] as const)
      t.strictSame(looks(kind, { kind: 'not-found' }), [30_000, 120_000], kind)
    t.strictSame(
      looks('message:mirror', { kind: 'not-found', bySearch: true }),
      [30_000, 120_000],
      'a message that begins a ticket',
    )
    t.strictSame(looks('message:mirror', { kind: 'not-found' }), [10_000])
    t.end()
  },
)

await t.test('what a gateway answers every time needs a person, with its words', (t) => {
  const page: EffectFailure = { ...failure('unreachable'), message: 'HTTP 403: an HTML page', byGateway: true }
  let progress = untried
  let passed = 0
  for (let sends = 1; sends < 5; sends++) {
    const sent = nextStep('reply:send', progress, { kind: 'unknown', failure: page }, clock, defaultTiming)
    t.equal(sent.state, 'unknown', `send ${sends} is looked up`)
    passed += inMs(sent)
    progress = sent.progress
    for (;;) {
      const looked = nextStep('reply:send', progress, { kind: 'not-found' }, clock, defaultTiming)
      progress = looked.progress
      passed += inMs(looked)
      if (looked.state !== 'unknown') break
    }
  }
  const last = nextStep('reply:send', progress, { kind: 'unknown', failure: page }, clock, defaultTiming)
  t.match(last, {
    state: 'parked',
    parkedBecause: { code: 'effect.gateway_refused', message: 'Tried 5 times. HTTP 403: an HTML page' },
  })
  t.ok(passed > 20 * 60_000 && passed < 25 * 60_000, `after ${passed / 60_000} min`)
  t.end()
})

await t.test('while nobody can look, a gateway is an outage', (t) => {
  const page: EffectFailure = { ...failure('unreachable'), byGateway: true }
  let progress: EffectProgress = { ...untried, ambiguousSends: 4 }
  for (let looks = 0; looks < 200; looks++) {
    for (const kind of ['lookup-failed', 'not-done'] as const) {
      const step = nextStep('reply:send', progress, { kind, failure: page }, clock, defaultTiming)
      t.equal(step.parkedBecause, undefined)
      progress = step.progress
    }
  }
  t.end()
})

await t.test(
  'a refusal that is doubted is counted, apart from the tries of an outage, and no number of them parks',
  (t) => {
    let progress: EffectProgress = { ...untried, failures: 9 }
    for (const kind of ['not-done', 'lookup-failed'] as const)
      for (let tries = 0; tries < 6; tries++) {
        const doubted: EffectFailure = { ...failure('unreachable'), doubted: true }
        const step = nextStep('ticket:create', progress, { kind, failure: doubted }, clock, defaultTiming)
        t.equal(step.parkedBecause, undefined, 'who asks decides when it is believed')
        progress = step.progress
      }
    t.match(progress, { failures: 21, doubts: 12 })
    t.end()
  },
)

await t.test('a size that a gateway refuses is not tried for ever', (t) => {
  const size: EffectFailure = { ...failure('too-large'), byGateway: true }
  const after = (failures: number) =>
    nextStep(
      'reply:send',
      { ...untried, gatewayAnswers: failures },
      { kind: 'not-done', failure: size },
      clock,
      defaultTiming,
    )
  t.equal(after(2).state, 'planned')
  t.match(after(3), { state: 'parked', parkedBecause: { code: 'effect.gateway_refused' } })
  t.end()
})

await t.test(
  'what our own code cannot do is parked as our fault after five tries, and a passing fault never is',
  (t) => {
    const bug: EffectFailure = { ...failure('internal'), message: 'The connector has a fault of its own', byUs: true }
    for (const kind of ['not-done', 'lookup-failed'] as const) {
      let progress = untried
      let passed = 0
      for (let tries = 1; tries < 5; tries++) {
        const step = nextStep('comment:add', progress, { kind, failure: bug }, clock, defaultTiming)
        t.equal(step.parkedBecause, undefined, `${kind} ${tries}`)
        progress = step.progress
        passed += inMs(step)
      }
      t.match(nextStep('comment:add', progress, { kind, failure: bug }, clock, defaultTiming), {
        state: 'parked',
        parkedBecause: {
          code: 'effect.own_fault',
          message: /^Given up after 5 tries\. The connector has a fault of its own/,
        },
      })
      t.ok(passed > 10 * 60_000 && passed < 15 * 60_000, `after ${passed / 60_000} min`)
      const away = nextStep(
        'comment:add',
        { ...untried, failures: 99 },
        { kind, failure: failure('internal') },
        clock,
        defaultTiming,
      )
      t.equal(away.parkedBecause, undefined, 'the database was away')
    }
    const thrown = nextStep(
      'ticket:create',
      { ...untried, ownFaults: 4 },
      { kind: 'unknown', failure: bug },
      clock,
      defaultTiming,
    )
    t.match(thrown, { state: 'parked', parkedBecause: { code: 'effect.own_fault' } })
    t.match(effectAdvice('ticket:create', 'parked', 'effect.own_fault').pl, /^Zawinił łącznik, nie Thulium/)
    t.end()
  },
)

await t.test('the tries of an outage count towards neither our own faults nor a gateway’s', (t) => {
  const bug: EffectFailure = { ...failure('internal'), byUs: true }
  const page: EffectFailure = { ...failure('unreachable'), byGateway: true }
  const size: EffectFailure = { ...failure('too-large'), byGateway: true }
  const lasting = [
    { kind: 'not-done', failure: bug, most: 5 },
    { kind: 'lookup-failed', failure: bug, most: 5 },
    { kind: 'unknown', failure: bug, most: 5 },
    { kind: 'unknown', failure: page, most: 5 },
    { kind: 'not-done', failure: size, most: 4 },
  ] as const
  for (const { kind, failure: fault, most } of lasting) {
    let progress = untried
    const tried = (attempt: Attempt): Transition => {
      const step = nextStep('comment:add', progress, attempt, clock, defaultTiming)
      progress = step.progress
      return step
    }
    for (let hours = 0; hours < 9; hours++) {
      t.equal(tried({ kind, failure: failure('unreachable') }).parkedBecause, undefined)
      t.equal(
        tried({ kind, failure: failure('internal') }).parkedBecause,
        undefined,
        'nor those of a database that is away',
      )
    }
    for (let tries = 1; tries < most; tries++) {
      t.equal(tried({ kind, failure: fault }).parkedBecause, undefined, `${kind} ${tries}`)
      t.equal(tried({ kind, failure: failure('unreachable') }).parkedBecause, undefined)
    }
    t.match(tried({ kind, failure: fault }), { state: 'parked', parkedBecause: { message: new RegExp(` ${most} `) } })
  }
  t.end()
})

await t.test('each cause that lasts is counted for itself', (t) => {
  const bug: EffectFailure = { ...failure('internal'), byUs: true }
  const page: EffectFailure = { ...failure('unreachable'), byGateway: true }
  const refusal: EffectFailure = { ...failure('unreachable'), doubted: true }
  let progress = untried
  const tried = (attempt: Attempt): Transition => {
    const step = nextStep('reply:send', progress, attempt, clock, defaultTiming)
    progress = step.progress
    return step
  }
  for (let times = 1; times < 5; times++)
    for (const attempt of [
      { kind: 'unknown', failure: page },
      { kind: 'lookup-failed', failure: refusal },
      { kind: 'not-done', failure: bug },
    ] as const)
      t.equal(tried(attempt).parkedBecause, undefined, `${times} of each`)
  t.match(progress, { doubts: 4, gatewayAnswers: 4, ownFaults: 4 })
  t.match(tried({ kind: 'not-done', failure: bug }), { state: 'parked', parkedBecause: { code: 'effect.own_fault' } })
  t.end()
})

await t.test('fields and names that a gateway refuses are parked like all else', (t) => {
  const page: EffectFailure = { ...failure('unreachable'), byGateway: true }
  for (const kind of ['ticket:update', 'customer:name'] as const) {
    let progress = untried
    for (let sends = 1; sends < 5; sends++) {
      progress = nextStep(kind, progress, { kind: 'unknown', failure: page }, clock, defaultTiming).progress
      for (let state = 'unknown'; state === 'unknown';) {
        const looked = nextStep(kind, progress, { kind: 'not-found' }, clock, defaultTiming)
        progress = looked.progress
        state = looked.state
      }
    }
    t.match(nextStep(kind, progress, { kind: 'unknown', failure: page }, clock, defaultTiming), {
      state: 'parked',
      parkedBecause: { code: 'effect.gateway_refused' },
    })
  }
  t.end()
})
