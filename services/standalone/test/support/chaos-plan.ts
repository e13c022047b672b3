import type { EmpikPlaceSandbox, Fault, ThuliumSandbox } from '@connector/sandbox'
import fc from 'fast-check'

/** Everything that can go wrong with one call without the call being refused for good. */
export const chaosFaults = {
  'cut-after': { kind: 'cut-after' },
  'cut-before': { kind: 'cut-before' },
  truncated: { kind: 'truncate' },
  'half a body': { kind: 'part' },
  'an error page': { kind: 'html' },
  'an error document as answer': { kind: 'document', document: 'json' },
  'without messages': { kind: 'edit', changes: { messages: null, 'data.*.messages': null } },
  'of another': { kind: 'edit', changes: { id: 'inny' } },
  packed: { kind: 'recode', coding: 'gzip' },
  'other charset': { kind: 'recode', charset: 'utf-16le' },
  slow: { kind: 'latency', ms: 700 },
  '503': { kind: 'status', status: 503 },
  '500 after the work': { kind: 'status-after', status: 500 },
  '429': { kind: 'status', status: 429, retryAfter: 1 },
  '429 until an instant': { kind: 'status', status: 429, retryAfter: 'epoch-seconds', retryAfterSeconds: 1 },
  'a challenge': { kind: 'status', status: 403, body: 'challenge' },
  'a gateway that does not know the way': { kind: 'status', status: 404, body: 'gateway-json' },
  'a 404 that is not true': { kind: 'status', status: 404 },
} as const satisfies Record<string, Fault>
type ChaosFault = keyof typeof chaosFaults

type EmpikPlaceClimate = ReturnType<EmpikPlaceSandbox['switches']['values']>
type ThuliumClimate = Parameters<ThuliumSandbox['setSwitches']>[1]

/** How both sides are for the whole of a play: what their documentation leaves open, as a setting of the sandboxes. */
export interface ChaosClimate {
  empikplace: Partial<EmpikPlaceClimate>
  thulium: ThuliumClimate
}

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
      kind: ChaosFault
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
      kind: fc.constantFrom(...(Object.keys(chaosFaults) as ChaosFault[])),
    }),
  },
  // Long enough for a worker to begin something, or to lose its lease.
  { weight: 4, arbitrary: fc.record({ does: fc.constant('passes'), ms: fc.integer({ min: 20, max: 900 }) }) },
)

/** Where dates have whole seconds, the order of a list is all that tells two messages of one second apart. */
const dates = fc.constantFrom(
  { milliseconds: 'when-not-zero', messageOrder: 'ascending' },
  { milliseconds: 'when-not-zero', messageOrder: 'descending' },
  { milliseconds: 'when-not-zero', messageOrder: 'shuffled' },
  { milliseconds: 'never', messageOrder: 'ascending' },
)

const climate: fc.Arbitrary<ChaosClimate> = fc.record({
  empikplace: fc
    .record({
      dates,
      storedBody: fc.constantFrom('verbatim', 'br', 'escaped', 'escaped-br'),
      pageTokenPosition: fc.constantFrom('date', 'thread'),
      pageTokenAtEnd: fc.constantFrom('absent', 'circle'),
      visibilityDelayMs: fc.constantFrom(0, 800),
      totalCount: fc.constantFrom('all', 'visible'),
      unknownFields: fc.boolean(),
      newEnumValues: fc.boolean(),
      numericIds: fc.boolean(),
      messageInputType: fc.constantFrom('json-only', 'any'),
    })
    .map(({ dates, ...others }) => ({ ...others, ...dates })),
  thulium: fc.record({
    customersEnvelope: fc.constantFrom('array', 'count-result'),
    ticketsListIncludesMessages: fc.boolean(),
    ticketsListIncludesCustomFields: fc.boolean(),
    createStatusCode: fc.constantFrom(200, 201),
    customerResponseReopens: fc.boolean(),
    agentResponseSetsWaiting: fc.boolean(),
    dateParamSetsCreatedAt: fc.boolean(),
    plainBodyReturnedAs: fc.constantFrom('html', 'as-sent'),
    customFieldsMatch: fc.constantFrom('exact', 'case-insensitive', 'prefix'),
    putCustomFields: fc.constantFrom('merge', 'replace'),
    putTags: fc.constantFrom('replace', 'add'),
    messageOrder: fc.constantFrom('ascending', 'shuffled'),
    idTypes: fc.constantFrom('mixed', 'strings'),
    scalarStatusFilter: fc.constantFrom('error-500', 'works'),
    // An index behind by less than the first look-up after a lost answer, at the speed of a test.
    searchIndexLagSeconds: fc.constantFrom(0, 1),
    clockOffsetSeconds: fc.constantFrom(0, -3_600, 240),
    dateHeader: fc.constantFrom('sent', 'absent'),
    queueAutoresponder: fc.boolean(),
    customerByFrom: fc.constantFrom('none', 'match'),
    ticketTags: fc.constantFrom('accepted', 'rejected'),
    unauthorizedBody: fc.constantFrom('json', 'empty', 'html'),
  }),
})

/** The same seed always gives the same climate. */
export function chaosClimate(seed: number): ChaosClimate {
  const [chosen = { empikplace: {}, thulium: {} }] = fc.sample(climate, { seed, numRuns: 1 })
  return chosen
}

/** The same seed always gives the same steps; how they meet with what the processes do is up to the machine. */
export function chaosPlan(seed: number): ChaosStep[] {
  const [plan = []] = fc.sample(fc.array(step, { minLength: 30, maxLength: 45, size: 'max' }), { seed, numRuns: 1 })
  return plan
}
