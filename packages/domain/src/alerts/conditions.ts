import { sides, type Side } from '../events/integration-events.ts'
import { defaultHealthLimits, type HealthFacts, type HealthLimits } from '../health/facts.ts'
import { projectionHealth, quarantineHealth, restoreHealth, workersHealth } from '../health/own-health.ts'
import { sideHealth } from '../health/side-health.ts'
import { effectsHealth } from '../health/write-health.ts'
import { alertKinds, alertType, type AlertKind } from './kinds.ts'

/** Something that is wrong now, whether anybody was told or not. */
export interface Condition {
  kind: AlertKind
  /** Tells conditions of one kind in one place apart. */
  subject: string
  since: Date
  count: number
}

/** What the facts say of one place: a shop, or all accounts together. */
export interface Seen {
  conditions: readonly Condition[]
  /** Kinds of which the facts say nothing now: incidents of them neither begin nor end. */
  unknown: ReadonlySet<AlertKind>
}

export interface Overdue {
  count: number
  since: Date
}

const derivedKinds = alertKinds.filter((kind) => alertType(kind).derived)

const one = (kind: AlertKind, subject: string, since: Date | undefined, now: Date): Condition => ({
  kind,
  subject,
  since: since ?? now,
  count: 1,
})

/** A side whose looks fail or come late: whose fault that is decides which kind it is. */
function ofSide(side: Side, facts: HealthFacts, limits: HealthLimits, now: Date): Condition[] {
  const health = sideHealth(side, facts, limits, now)
  if (!health) return []
  if (health.level === 'late') return [one('work-late', 'looks', health.since, now)]
  if (facts.sides[side]?.lastFailure?.failureClass === 'credentials-rejected')
    return [one('credentials-rejected', side, health.since, now)]
  if (health.owner === side) return [one('side-unreachable', side, health.since, now)]
  return health.owner === 'connector' ? [one('connector-fault', `looks-${side}`, health.since, now)] : []
}

function ofFaults(facts: HealthFacts, limits: HealthLimits, now: Date): Condition[] {
  const nobody = workersHealth(facts, limits, now).map(({ since }) => one('connector-fault', 'workers', since, now))
  const aside = quarantineHealth(facts).map(({ since }) => one('connector-fault', 'quarantine', since, now))
  return [...nobody.slice(0, 1), ...aside]
}

function ofWrites(facts: HealthFacts, limits: HealthLimits, now: Date): Condition[] {
  const { parked, parkedByUs } = facts.effects
  return [
    ...effectsHealth(facts, limits, now).map(({ level, owner, since }): Condition => {
      if (level === 'late') return one('work-late', 'writes', since, now)
      return owner === 'connector'
        ? { kind: 'connector-fault', subject: 'writes', since: since ?? now, count: parkedByUs }
        : { kind: 'write-parked', subject: '', since: since ?? now, count: parked - parkedByUs }
    }),
    ...projectionHealth(facts, limits, now).map(({ since }) => one('work-late', 'projection', since, now)),
  ]
}

/** The same kind twice in one shop, as late looks and late writes, is one incident: the older one. */
function grouped(conditions: readonly Condition[]): Condition[] {
  const groups = new Map<string, Condition>()
  for (const { subject, ...condition } of conditions) {
    const distinct = condition.kind === 'credentials-rejected' || condition.kind === 'side-unreachable' ? subject : ''
    const key = `${condition.kind}/${distinct}`
    const known = groups.get(key)
    const since = known && known.since < condition.since ? known.since : condition.since
    groups.set(key, { ...condition, subject: distinct, since, count: Math.max(known?.count ?? 0, condition.count) })
  }
  return [...groups.values()]
}

/** What is wrong with a shop. It reads the same facts as `healthOf`, and names all that is wrong and not only the worst. */
export function conditionsOf(
  facts: HealthFacts,
  overdue: Overdue | undefined,
  now: Date,
  limits: HealthLimits = defaultHealthLimits,
): Seen {
  const known = { unknown: new Set<AlertKind>() }
  if (facts.status === 'credentials-rejected') {
    const by = facts.rejectedBy.length > 0 ? facts.rejectedBy : sides.slice(0, 1)
    return { ...known, conditions: by.map((side) => one('credentials-rejected', side, facts.statusSince, now)) }
  }
  if (facts.status !== 'running') return { ...known, conditions: [] }
  const restored = restoreHealth(facts)
  // Nothing is written until a person confirms: what waits meanwhile is no news.
  if (restored)
    return {
      conditions: [one('connector-fault', '', restored.since, now)],
      unknown: new Set(derivedKinds.filter((kind) => kind !== 'connector-fault')),
    }
  const faults = ofFaults(facts, limits, now)
  // Where nobody looks, the last look says nothing of how a side is now.
  const nobodyLooks = workersHealth(facts, limits, now, ['ingest']).length > 0
  const conditions = [
    ...faults,
    ...(nobodyLooks ? [] : sides.flatMap((side) => ofSide(side, facts, limits, now))),
    ...facts.missingFields.map(({ since }) => one('field-missing', '', since, now)),
    ...(facts.isRebuilding ? [] : ofWrites(facts, limits, now)),
    ...(facts.isRebuilding || !overdue || overdue.count === 0
      ? []
      : [{ kind: 'reply-overdue', subject: '', ...overdue } as const]),
  ]
  const nobodyWorks = faults.some(({ subject }) => subject === 'workers')
  return {
    // Who works for nobody is late with everything, and that is no second matter.
    conditions: grouped(conditions.filter(({ kind }) => !nobodyWorks || kind !== 'work-late')),
    unknown: new Set<AlertKind>([
      ...(facts.isRebuilding ? (['write-parked', 'work-late', 'reply-overdue'] as const) : []),
      ...(nobodyWorks ? (['work-late'] as const) : []),
      ...(nobodyLooks ? (['side-unreachable', 'credentials-rejected'] as const) : []),
    ]),
  }
}
