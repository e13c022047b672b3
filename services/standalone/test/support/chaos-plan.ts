import fc from 'fast-check'

/** What a person, a machine or the outside does next. Numbers choose among what there is at that moment. */
export type ChaosStep =
  | { does: 'buyer'; conversation: number }
  | { does: 'agent'; conversation: number }
  | { does: 'kill'; worker: number }
  | { does: 'freeze'; worker: number }
  | { does: 'thaw' }
  | {
      does: 'fault'
      side: 'empikplace' | 'thulium'
      operation: number
      kind: 'cut-after' | 'cut-before' | '503' | '429'
    }
  | { does: 'passes'; ms: number }

const some = fc.nat(1_000)
const step: fc.Arbitrary<ChaosStep> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ does: fc.constant('buyer'), conversation: some }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('agent'), conversation: some }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('kill'), worker: some }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('freeze'), worker: some }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('thaw') }) },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constant('fault'),
      side: fc.constantFrom('empikplace', 'thulium'),
      operation: some,
      kind: fc.constantFrom('cut-after', 'cut-before', '503', '429'),
    }),
  },
  // Long enough for a worker to begin something, or to lose its lease.
  { weight: 4, arbitrary: fc.record({ does: fc.constant('passes'), ms: fc.integer({ min: 20, max: 900 }) }) },
)

/** The same seed always gives the same steps; how they meet with what the processes do is up to the machine. */
export function chaosPlan(seed: number): ChaosStep[] {
  const [plan = []] = fc.sample(fc.array(step, { minLength: 30, maxLength: 45, size: 'max' }), { seed, numRuns: 1 })
  return plan
}
