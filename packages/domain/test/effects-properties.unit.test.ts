import { deepStrictEqual, ok } from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import {
  defaultTiming,
  effectKinds,
  nextStep,
  untried,
  type Attempt,
  type EffectFailure,
  type EffectState,
} from '../src/effects/index.ts'

/** The steps that the ledger makes, and a person. */
const effectSteps: Record<EffectState, readonly EffectState[]> = {
  planned: ['claimed', 'confirmed'],
  claimed: ['confirmed', 'unknown', 'planned', 'parked'],
  unknown: ['claimed', 'confirmed'],
  parked: ['unknown', 'confirmed'],
  confirmed: [],
}

const begin = Date.parse('2026-11-02T09:00:00Z')

const failures = fc.record({
  failureClass: fc.constantFrom<EffectFailure['failureClass'][]>(
    'credentials-rejected',
    'unreachable',
    'rate-limited',
    'refused',
    'too-large',
  ),
  message: fc.constant('Nie teraz'),
  retryAt: fc.option(
    fc.integer({ min: -3_600_000, max: 86_400_000 }).map((ms) => new Date(begin + ms)),
    { nil: undefined },
  ),
})

const sends: fc.Arbitrary<Attempt> = fc.oneof(
  fc.record({ kind: fc.constantFrom<('not-done' | 'unknown')[]>('not-done', 'unknown'), failure: failures }),
  fc.constant<Attempt>({ kind: 'done' }),
)
const lookups: fc.Arbitrary<Attempt> = fc.oneof(
  { weight: 4, arbitrary: fc.constant<Attempt>({ kind: 'not-found' }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('lookup-failed'), failure: failures }) },
  { weight: 1, arbitrary: fc.constant<Attempt>({ kind: 'done' }) },
)

const lives = fc.array(
  fc.record({ send: sends, lookup: lookups, random: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }) }),
  { maxLength: 120 },
)

await t.test('no life of an effect leaves the allowed steps, hurries, or sends while it may look up', (t) => {
  fc.assert(
    fc.property(fc.constantFrom(...effectKinds), lives, (kind, life) => {
      const effect: { state: EffectState } = { state: 'planned' }
      let progress = untried
      let now = new Date(begin)
      let empty = 0
      const step = (to: EffectState): void => {
        ok(effectSteps[effect.state].includes(to), `${effect.state} → ${to}`)
        effect.state = to
      }
      for (const { send, lookup, random } of life) {
        if (effect.state === 'confirmed') break
        if (effect.state === 'parked') {
          // A person wants it tried again: it is looked up first, and counted anew.
          step('unknown')
          progress = untried
          empty = 0
        }
        const lookingUp = effect.state === 'unknown'
        const attempt = lookingUp ? lookup : send
        step('claimed')
        const transition = nextStep(kind, progress, attempt, { now, random }, defaultTiming)
        step(transition.state)
        ok(transition.notBefore.getTime() >= now.getTime())
        ok(Object.values(transition.progress).every((count: number) => Number.isInteger(count) && count >= 0))
        deepStrictEqual(transition.state === 'parked', transition.parkedBecause !== undefined)
        if (attempt.kind === 'unknown') empty = 0
        if (attempt.kind === 'not-found') empty++
        // Only as many empty look-ups as the timing asks for allow another send.
        if (lookingUp && transition.state === 'planned')
          deepStrictEqual(empty, defaultTiming.lookupDelaysMs[kind].length + (progress.ambiguousSends > 1 ? 1 : 0))
        progress = transition.progress
        now = transition.notBefore
      }
    }),
    { numRuns: 500 },
  )
  t.end()
})

await t.test('the wait after a failure is within the back-off, unless the other side named a later time', (t) => {
  const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
  fc.assert(
    fc.property(fc.nat(50), failures, random, (count, failure, random) => {
      const now = new Date(begin)
      const progress = { ...untried, failures: count }
      const attempt: Attempt = { kind: 'not-done', failure }
      const { state, notBefore } = nextStep('message:mirror', progress, attempt, { now, random }, defaultTiming)
      if (state === 'parked') return
      const wait = notBefore.getTime() - begin
      const asked = failure.retryAt ? failure.retryAt.getTime() - begin : 0
      if (asked > 0) deepStrictEqual(wait, asked)
      else ok(wait >= 3_750 && wait <= 750_000)
    }),
  )
  t.end()
})
