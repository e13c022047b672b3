import t from 'tap'
import { healthOf, type HealthFacts } from '../src/health/index.ts'
import { isMissing, observeField, type IntegrationState } from '../src/integration/index.ts'
import { givenIntegration } from './support/scenario.ts'

const at = new Date('2026-11-02T09:00:00Z')
const field = { of: 'ticket' as const, name: 'EmpikPlace wątek' }
const see =
  (isThere: boolean, seen: typeof field | { of: 'customer'; name: string } = field) =>
  (state: IntegrationState) =>
    observeField(state, seen, isThere)
const missing = { at, event: { type: 'FieldMissing' as const, data: field } }

await t.test('a field that is there is nothing to record', (t) => {
  t.strictSame(givenIntegration().when(see(true)).events, [])
  t.end()
})

await t.test('a missing field is recorded once, with the time it was missed', (t) => {
  t.strictSame(givenIntegration().when(see(false)).events, [missing.event])
  const { state } = givenIntegration(missing)
  t.strictSame(state.missingFields, [{ ...field, since: at }])
  t.ok(isMissing(state, field))
  t.strictSame(observeField(state, field, false), [])
  t.end()
})

await t.test('a field that came back, or was given another name in the settings, is found', (t) => {
  t.strictSame(givenIntegration(missing).when(see(true)).state.missingFields, [])
  const renamed = { ...field, name: 'Wątek' }
  const { events, state } = givenIntegration(missing).when(see(true, renamed))
  t.strictSame(events, [{ type: 'FieldFound', data: renamed }])
  t.strictSame(state.missingFields, [])
  t.notOk(isMissing(givenIntegration(missing).state, renamed))
  t.end()
})

await t.test('a field of tickets says nothing of one of customers', (t) => {
  const { state } = givenIntegration(missing).when(see(false, { of: 'customer', name: 'Empik ID' }))
  t.strictSame(
    state.missingFields.map(({ of }) => of),
    ['ticket', 'customer'],
  )
  t.end()
})

await t.test('the health says which field it is and what to do', (t) => {
  const facts: HealthFacts = {
    status: 'running',
    statusSince: at,
    rejectedBy: [],
    missingFields: [{ ...field, since: at }],
    sides: {},
    unprojectedSince: undefined,
    restore: undefined,
    quarantined: { count: 0, since: undefined },
    effects: {
      parked: 0,
      parkedByUs: 0,
      oldestParkedAt: undefined,
      oldestWaitingAt: undefined,
      lastFailure: undefined,
    },
    workers: { ingest: { isRunning: true, heldUntil: at }, projector: { isRunning: true, heldUntil: at } },
    ownFault: undefined,
    isRebuilding: false,
  }
  const { level, since, reason } = healthOf(facts, at)
  t.equal(level, 'failing')
  t.equal(since, at)
  t.match(reason.pl, /nie ma pola zgłoszenia „EmpikPlace wątek”.*Przywróć nazwę/)
  t.match(reason.en, /no ticket field "EmpikPlace wątek".*Give it its name back/)
  t.end()
})
