import t from 'tap'
import {
  alertKinds,
  alertType,
  capAnHour,
  conditionsOf,
  contentOf,
  isToBeDisabled,
  nextIncidents,
  nextTry,
  ofAllAccounts,
  reportedIncident,
  retryWaitsMs,
  withinCap,
  type Condition,
  type Incident,
  type Seen,
} from '../src/alerts/index.ts'
import type { HealthFacts } from '../src/health/index.ts'

const start = new Date('2026-03-02T09:00:00Z')
const at = (minutes: number): Date => new Date(start.getTime() + minutes * 60_000)
const place = { tenantId: 'sklep', integrationId: 'i-1' }

const well = (now: Date): HealthFacts => ({
  status: 'running',
  statusSince: at(-6000),
  rejectedBy: [],
  missingFields: [],
  sides: {
    empikplace: { lastSuccessAt: now, nextAt: now, failures: 0, lastFailure: undefined },
    thulium: { lastSuccessAt: now, nextAt: now, failures: 0, lastFailure: undefined },
  },
  workers: {
    ingest: { isRunning: true, heldUntil: new Date(now.getTime() + 30_000) },
    projector: { isRunning: true, heldUntil: new Date(now.getTime() + 30_000) },
  },
  ownFault: undefined,
  isRebuilding: false,
  unprojectedSince: undefined,
  effects: { parked: 0, parkedByUs: 0, oldestParkedAt: undefined, oldestWaitingAt: undefined, lastFailure: undefined },
  restore: undefined,
  quarantined: { count: 0, since: undefined },
})

const away = (now: Date): HealthFacts => ({
  ...well(now),
  sides: {
    ...well(now).sides,
    empikplace: { lastSuccessAt: start, nextAt: now, failures: 9, lastFailure: { failureClass: 'unreachable' } },
  },
})

const parked = (now: Date, count: number): HealthFacts => ({
  ...well(now),
  effects: { ...well(now).effects, parked: count, oldestParkedAt: start },
})

t.test('a side that limits or rejects everybody is not told as one that does not answer', (t) => {
  for (const failureClass of ['unreachable', 'rate-limited', 'rejects-everybody'] as const) {
    const facts = { ...away(at(20)) }
    const { empikplace } = facts.sides
    const failing = {
      ...facts,
      sides: { ...facts.sides, ...(empikplace && { empikplace: { ...empikplace, lastFailure: { failureClass } } }) },
    }
    const { conditions } = conditionsOf(failing, undefined, at(20))
    t.match(conditions, [{ kind: 'side-unreachable', subject: 'empikplace' }], failureClass)
  }
  const told = { subject: 'empikplace', count: 1, reader: 'tenant' } as const
  const { title, text } = alertType('side-unreachable')
  t.notMatch(title(told).pl, 'nie odpowiada')
  t.match(text(told).pl, 'nie odpowiada albo je odrzuca lub ogranicza')
  t.notMatch(text(told).en, 'has not answered')
  t.end()
})

t.test('a write that waits because of our fault is told to the operator, too', (t) => {
  const { conditions } = conditionsOf(
    { ...parked(at(5), 1), effects: { ...parked(at(5), 1).effects, parkedByUs: 1 } },
    undefined,
    at(5),
  )
  t.match(conditions, [{ kind: 'connector-fault', count: 1 }])
  t.ok(alertType('connector-fault').readers.includes('operator'))
  t.end()
})

/** What people are told while the facts are these, a minute apart. */
function told(looks: readonly (HealthFacts | Seen)[], from = 0): string[] {
  let open: Incident[] = []
  const said: string[] = []
  looks.forEach((look, index) => {
    const now = at(from + index)
    const seen = 'conditions' in look ? look : conditionsOf(look, undefined, now)
    const next = nextIncidents(place, open, seen, now)
    const gone = new Set(next.over.map(({ incidentId }) => incidentId))
    const changed = new Map([...open, ...next.open].map((one) => [one.incidentId, one]))
    open = [...changed.values()].filter(({ incidentId }) => !gone.has(incidentId))
    said.push(...next.alerts.map(({ phase, incident }) => `${from + index} ${phase} ${incident.kind}`))
  })
  return said
}

const minutes = (count: number, look: (now: Date) => HealthFacts): HealthFacts[] =>
  Array.from({ length: count }, (_, index) => look(at(index)))

t.test('a side that is away for a while is one alert, and one when it is back', (t) => {
  const back = Array.from({ length: 10 }, (_, index) => well(at(40 + index)))
  t.strictSame(told([...minutes(40, away), ...back]), ['15 opened side-unreachable', '45 over side-unreachable'])
  t.end()
})

t.test('an outage that ends within the threshold is told to nobody', (t) => {
  t.strictSame(told([...minutes(14, away), ...Array.from({ length: 20 }, (_, i) => well(at(14 + i)))]), [])
  t.end()
})

t.test('what comes and goes within its calm is one incident', (t) => {
  const flapping = Array.from({ length: 60 }, (_, index) => (index % 3 === 2 ? well(at(index)) : away(at(index))))
  t.strictSame(told(flapping), ['15 opened side-unreachable'])
  t.end()
})

t.test('five hundred parked writes are one alert, and one more when ten times as many as were told', (t) => {
  const growing = [1, 1, 5, 9, 10, 60, 99, 100, 500].map((count, index) => parked(at(index), count))
  t.strictSame(told(growing), ['0 opened write-parked', '4 grew write-parked', '7 grew write-parked'])
  t.end()
})

t.test('the same facts give the same ids, so that a look that is done twice tells nobody twice', (t) => {
  const seen = conditionsOf(parked(start, 3), undefined, start)
  const [one, two] = [0, 1].map(() => nextIncidents(place, [], seen, start).alerts.map(({ alertId }) => alertId))
  t.strictSame(one, two)
  t.equal(one?.length, 1)
  t.end()
})

t.test('while views are filled anew, what they say of writes neither begins nor ends an incident', (t) => {
  const rebuilding = Array.from({ length: 30 }, (_, index) => ({ ...well(at(index + 1)), isRebuilding: true }))
  t.strictSame(told([parked(start, 3), ...rebuilding]), ['0 opened write-parked'])
  t.end()
})

t.test('a shop that is stopped or gone ends its incidents', (t) => {
  const stopped: HealthFacts = { ...parked(at(1), 3), status: 'stopped' }
  t.strictSame(told([parked(start, 3), stopped, stopped, stopped, stopped]), [
    '0 opened write-parked',
    '3 over write-parked',
  ])
  t.end()
})

t.test('rejected credentials are told at once, with the side', (t) => {
  const rejected: HealthFacts = { ...well(start), status: 'credentials-rejected', rejectedBy: ['thulium'] }
  const { conditions } = conditionsOf(rejected, undefined, start)
  t.match(conditions, [{ kind: 'credentials-rejected', subject: 'thulium' }])
  t.equal(conditions.length, 1)
  t.end()
})

t.test('who works for nobody is one fault of the connector, not everything late', (t) => {
  const now = at(60)
  const dead = { isRunning: false, heldUntil: start }
  const facts = { ...well(start), workers: { ingest: dead, projector: dead } }
  t.strictSame(
    conditionsOf(facts, undefined, now).conditions.map(({ kind }) => kind),
    ['connector-fault'],
  )
  t.end()
})

/** One look has failed, and then whoever looks died: what is known of the side is of before. */
const diedAfterFailure = (service: 'ingest' | 'projector') => (now: Date) => ({
  ...away(now),
  workers: { ...well(now).workers, [service]: { isRunning: false, heldUntil: start } },
})

t.test('a side is not told of as away while nobody looks, nor as back', (t) => {
  const dead = diedAfterFailure('ingest')
  const { conditions, unknown } = conditionsOf(dead(at(60)), undefined, at(60))
  t.strictSame(
    conditions.map(({ kind }) => kind),
    ['connector-fault'],
  )
  t.ok(unknown.has('side-unreachable') && unknown.has('credentials-rejected'))
  t.strictSame(told(minutes(60, dead)), ['2 opened connector-fault'])
  const later = Array.from({ length: 30 }, (_, index) => dead(at(20 + index)))
  t.notMatch(told([...minutes(20, away), ...later]).join(), /over side-unreachable/)
  t.match(
    conditionsOf(diedAfterFailure('projector')(at(60)), undefined, at(60)).conditions,
    [{ kind: 'connector-fault' }, { kind: 'side-unreachable', subject: 'empikplace' }],
    'while somebody looks, both are known',
  )
  t.end()
})

t.test('buyers who wait for too long are one incident with their number', (t) => {
  const seen = conditionsOf(well(start), { count: 12, since: at(-3) }, start)
  t.strictSame(seen.conditions, [{ kind: 'reply-overdue', subject: '', count: 12, since: at(-3) }])
  t.end()
})

t.test('the operator is told of an outage once for all accounts, and not of what is theirs', (t) => {
  const now = at(30)
  const accounts = Array.from({ length: 40 }, (_, index) => ({
    tenantId: `t-${index}`,
    seen: conditionsOf({ ...away(now), effects: parked(now, 3).effects }, undefined, now),
  }))
  const seen = ofAllAccounts(accounts, now)
  t.match(seen.conditions, [{ kind: 'side-unreachable', subject: 'empikplace', count: 40 }])
  t.equal(seen.conditions.length, 1)
  const [alert] = nextIncidents({ tenantId: '*', integrationId: '' }, [], seen, now).alerts
  t.match(alert && contentOf(alert).text.pl, /Konta: 40\./)
  t.end()
})

t.test('what is reported begins, goes on without a word, and is over with a count of 0', (t) => {
  const report = (count: number) => ({ kind: 'reconcile-found', subject: '', count }) as const
  const first = reportedIncident(place, undefined, report(3), start)
  t.match(first.alerts, [{ phase: 'opened' }])
  const [known] = first.open
  t.strictSame(reportedIncident(place, known, report(4), at(1)).alerts, [])
  t.match(reportedIncident(place, known, report(0), at(2)).alerts, [{ phase: 'over' }])
  t.strictSame(reportedIncident(place, undefined, report(0), at(2)).alerts, [])
  t.end()
})

t.test('a storm is cut off: four of one trouble in one shop, twenty in all, and the rest is left out', (t) => {
  const of = (integrationId: string) => ({ tenantId: 'sklep', integrationId, kind: 'write-parked' }) as const
  const one = withinCap(
    [],
    Array.from({ length: 9 }, () => of('i-1')),
  )
  t.equal(one.send.length, capAnHour.ofOne)
  t.equal(one.leaveOut.length, 9 - capAnHour.ofOne)
  const many = Array.from({ length: 50 }, (_, index) => of(`i-${index}`))
  t.equal(withinCap([], many).send.length, capAnHour.inAll)
  t.equal(withinCap(many.slice(0, 20), many).send.length, 0)
  t.end()
})

t.test('a delivery is tried ten times in 75 hours, and not all receivers at one moment', (t) => {
  let now = start
  let tries = 1
  for (let next = nextTry(tries, now, 0.5); next; next = nextTry(tries, now, 0.5)) {
    now = next
    tries += 1
  }
  t.equal(tries, 10)
  t.equal(
    now.getTime() - start.getTime(),
    retryWaitsMs.reduce((sum, wait) => sum + wait, 0),
  )
  const spread = [0, 1].map((random) => (nextTry(2, start, random)?.getTime() ?? 0) - start.getTime())
  t.strictSame(spread, [270_000, 330_000])
  t.strictSame(nextTry(1, start, 0.5, at(60)), at(60), 'not before the other side wants it')
  t.end()
})

t.test('a target is disabled after five days of nothing but failures', (t) => {
  t.notOk(isToBeDisabled(undefined, start))
  t.notOk(isToBeDisabled(at(-5 * 24 * 60 + 1), start))
  t.ok(isToBeDisabled(at(-5 * 24 * 60), start))
  t.end()
})

t.test('every kind has words in both languages, and none is told to nobody', (t) => {
  for (const kind of alertKinds) {
    const { title, text, readers } = alertType(kind)
    t.ok(readers.length > 0, kind)
    for (const reader of readers) {
      const facts = { subject: 'empikplace', count: 2, reader }
      for (const words of [title(facts), text(facts)]) t.ok(words.pl !== '' && words.en !== '' && words.pl !== words.en)
    }
  }
  const incident: Condition = { kind: 'write-parked', subject: '', since: start, count: 2 }
  const [alert] = nextIncidents(place, [], { conditions: [incident], unknown: new Set() }, start).alerts
  t.match(alert && contentOf(alert), { phase: 'opened', count: 2, path: '/problemy' })
  t.end()
})
