import { eventId } from '../words/ids.ts'
import type { Condition, Seen } from './conditions.ts'
import { alertType, toldToOperator, type AlertKind } from './kinds.ts'

/** A shop, or all accounts together (`*` without a shop) as the operator is told of them. */
export interface AlertPlace {
  tenantId: string
  /** Empty where it is about no single shop. */
  integrationId: string
}

/** Something that somebody was told of and that is not over. */
export interface Incident extends AlertPlace {
  incidentId: string
  kind: AlertKind
  subject: string
  since: Date
  openedAt: Date
  count: number
  /** The count that people know of. */
  toldCount: number
  /** Since when nothing of it is seen; it may come back. */
  clearSince: Date | undefined
}

/** How an alert stands to its incident. `grew`: there is ten times as much of it as people know. */
export type IncidentPhase = 'opened' | 'grew' | 'over'

export interface IncidentAlert {
  alertId: string
  phase: IncidentPhase
  incident: Incident
  at: Date
}

export interface NextIncidents {
  /** New or changed ones, as they are to be written. */
  open: Incident[]
  over: Incident[]
  alerts: IncidentAlert[]
}

/** Ten times as much is another matter; less is the same one going on. */
const growth = 10

const keyOf = ({ kind, subject }: Pick<Condition, 'kind' | 'subject'>): string => `${kind}/${subject}`

/** Whether it has lasted for long enough to tell anybody. */
export const isDue = ({ kind, since }: Condition, now: Date): boolean =>
  now.getTime() - since.getTime() >= alertType(kind).afterMs

const alertOf = (incident: Incident, phase: IncidentPhase, at: Date): IncidentAlert => ({
  alertId: eventId(incident.incidentId, phase, phase === 'grew' ? String(incident.toldCount) : ''),
  phase,
  incident,
  at,
})

const begin = (place: AlertPlace, { kind, subject, since, count }: Condition, now: Date): Incident => ({
  ...place,
  incidentId: eventId(`incident-${place.tenantId}-${place.integrationId}`, keyOf({ kind, subject }), now.toISOString()),
  kind,
  subject,
  since,
  openedAt: now,
  count,
  toldCount: count,
  clearSince: undefined,
})

function goOn(known: Incident, condition: Condition): { incident: Incident; grew: boolean } {
  const grew = condition.count >= growth * known.toldCount
  const toldCount = grew ? condition.count : known.toldCount
  return { incident: { ...known, count: condition.count, toldCount, clearSince: undefined }, grew }
}

const isSame = (one: Incident, other: Incident): boolean =>
  one.count === other.count &&
  one.toldCount === other.toldCount &&
  one.clearSince?.getTime() === other.clearSince?.getTime()

/** What became of one place's incidents: the same facts twice tell nobody anything new. */
export function nextIncidents(
  place: AlertPlace,
  known: readonly Incident[],
  { conditions, unknown }: Seen,
  now: Date,
): NextIncidents {
  const next: NextIncidents = { open: [], over: [], alerts: [] }
  const seen = new Map(conditions.map((condition) => [keyOf(condition), condition]))
  const told = new Set<string>()
  for (const incident of known) {
    told.add(keyOf(incident))
    const condition = seen.get(keyOf(incident))
    if (condition) {
      const { incident: changed, grew } = goOn(incident, condition)
      if (!isSame(changed, incident)) next.open.push(changed)
      if (grew) next.alerts.push(alertOf(changed, 'grew', now))
      continue
    }
    if (unknown.has(incident.kind) || !alertType(incident.kind).derived) continue
    const clearSince = incident.clearSince ?? now
    const cleared = { ...incident, clearSince }
    if (now.getTime() - clearSince.getTime() < alertType(incident.kind).calmMs) {
      if (!isSame(cleared, incident)) next.open.push(cleared)
      continue
    }
    next.over.push(cleared)
    next.alerts.push(alertOf(cleared, 'over', now))
  }
  for (const condition of conditions) {
    if (told.has(keyOf(condition)) || unknown.has(condition.kind) || !isDue(condition, now)) continue
    const incident = begin(place, condition, now)
    next.open.push(incident)
    next.alerts.push(alertOf(incident, 'opened', now))
  }
  return next
}

/** For what is reported and not derived: it begins, goes on, or (count 0) is over. */
export function reportedIncident(
  place: AlertPlace,
  known: Incident | undefined,
  { kind, subject, count }: Pick<Condition, 'kind' | 'subject' | 'count'>,
  now: Date,
): NextIncidents {
  if (count > 0)
    return nextIncidents(
      place,
      known ? [known] : [],
      { conditions: [{ kind, subject, count, since: known?.since ?? now }], unknown: new Set() },
      now,
    )
  if (!known) return { open: [], over: [], alerts: [] }
  const over = { ...known, clearSince: known.clearSince ?? now }
  return { open: [], over: [over], alerts: [alertOf(over, 'over', now)] }
}

/**
 * The same conditions as the operator is told of them: one for each kind, with the number of accounts. What has not lasted
 * long enough for the tenant has not for the operator either.
 */
export function ofAllAccounts(all: readonly { tenantId: string; seen: Seen }[], now: Date): Seen {
  const groups = new Map<string, { condition: Condition; accounts: Set<string> }>()
  for (const { tenantId, seen } of all)
    for (const condition of seen.conditions) {
      if (!toldToOperator(condition.kind) || !isDue(condition, now)) continue
      const group = groups.get(keyOf(condition))
      if (!group) groups.set(keyOf(condition), { condition, accounts: new Set([tenantId]) })
      else {
        group.accounts.add(tenantId)
        if (condition.since < group.condition.since) group.condition = condition
      }
    }
  return {
    conditions: [...groups.values()].map(({ condition, accounts }) => ({ ...condition, count: accounts.size })),
    // Where of one account nothing is known, the end for all of them is not known either.
    unknown: new Set(all.flatMap(({ seen }) => [...seen.unknown])),
  }
}
