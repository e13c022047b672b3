import { sideNames, type Side } from '../events/integration-events.ts'
import type { HealthFacts, HealthLimits } from './facts.ts'
import { meaningOf } from './failures.ts'
import { after, type Health } from './levels.ts'

/** Looks that may fail or come late before anybody is told. */
const missedIntervals = 2.5

/** The last moment at which a side was certainly well, or was given a fresh start: a stopped time does not count. */
export function wellUntil(side: Side, { sides: known, statusSince }: HealthFacts): Date | undefined {
  const success = known[side]?.lastSuccessAt
  return success === undefined || (statusSince !== undefined && statusSince > success) ? statusSince : success
}

export function sideHealth(side: Side, facts: HealthFacts, limits: HealthLimits, now: Date): Health | undefined {
  const known = facts.sides[side]
  const well = wellUntil(side, facts)
  const within = Math.max(limits.lookWithinMs[side], missedIntervals * (known?.intervalMs ?? 0))
  const due = well && after(well, within)
  const overdue = due !== undefined && due < now
  // Before the first success since the start, failures may be those of the time before it.
  const current = overdue || (known?.lastSuccessAt !== undefined && well === known.lastSuccessAt)
  if (known?.lastFailure !== undefined && current && (known.failures >= limits.failingAfter || overdue))
    return { level: 'failing', since: well, ...meaningOf(side, known.lastFailure.failureClass, known.nextAt) }
  if (!overdue) return undefined
  return {
    level: 'late',
    since: due,
    owner: 'connector',
    reason: {
      pl: `${sideNames[side]} nie był odpytywany na czas: usługa ingest nie nadąża. Zgłoś to operatorowi łącznika.`,
      en: `${sideNames[side]} was not looked at in time: the ingest service cannot keep up. Tell the operator of the connector.`,
    },
  }
}
