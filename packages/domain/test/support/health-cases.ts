import type { Test } from 'tap'
import {
  healthOf,
  type HealthFacts,
  type HealthLevel,
  type HealthOwner,
  type LookFailureClass,
  type SideFacts,
  type WorkerFacts,
} from '../../src/health/index.ts'

export const now = new Date('2026-03-02T12:00:00Z')
export const ago = (minutes: number): Date => new Date(now.getTime() - minutes * 60_000)

export const good: SideFacts = { lastSuccessAt: ago(1), nextAt: ago(-1), failures: 0, lastFailure: undefined }
export const quiet: HealthFacts['effects'] = {
  parked: 0,
  parkedByUs: 0,
  oldestParkedAt: undefined,
  oldestWaitingAt: undefined,
  lastFailure: undefined,
}
export const atWork: WorkerFacts = { isRunning: true, heldUntil: ago(-0.5) }
export const gone = (minutes: number): WorkerFacts => ({ isRunning: false, heldUntil: ago(minutes) })
export const running: HealthFacts = {
  status: 'running',
  statusSince: ago(600),
  rejectedBy: [],
  missingFields: [],
  workers: { ingest: atWork, projector: atWork },
  ownFault: undefined,
  isRebuilding: false,
  unprojectedSince: undefined,
  sides: { empikplace: good, thulium: good },
  effects: quiet,
  restore: undefined,
  quarantined: { count: 0, since: undefined },
}

export const failed = (
  failures: number,
  lastSuccessAt: Date | undefined,
  failureClass: LookFailureClass = 'unreachable',
): SideFacts => ({ lastSuccessAt, nextAt: ago(-1), failures, lastFailure: { failureClass } })

export interface Case {
  name: string
  facts: Partial<HealthFacts>
  level: HealthLevel
  since?: Date | undefined
  owner?: HealthOwner
  says?: RegExp
}

/** Health follows from the facts alone. */
export function checkCases(t: Test, cases: readonly Case[]): void {
  for (const { name, facts, level, since, owner, says } of cases) {
    const health = healthOf({ ...running, ...facts }, now)
    t.equal(health.level, level, name)
    t.same(health.since, since, `${name}: since`)
    if (owner) t.equal(health.owner, owner, `${name}: owner`)
    t.equal(health.owner === undefined, health.level === 'ok', `${name}: whatever is not ok has an owner`)
    if (says) t.match(health.reason.en, says, `${name}: reason`)
    t.not(health.reason.pl, '', `${name}: reason in Polish`)
  }
}
