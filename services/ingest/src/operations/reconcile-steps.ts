import { reconcileType, type ReconcileFinding } from '@connector/domain/reconcile'
import type { ConversationRef, IntegrationRef } from '@connector/domain/words'
import type { Finding, OperationContext, Step } from '@connector/operations'
import type { Failure } from '@connector/outbound-http'
import { isFinal, restAfter, tries } from './failed-call.ts'
import type { Looked } from './reconcile-look.ts'
import { counted, type Current, type Place, type ToRepair } from './reconcile-place.ts'
import { notRead } from './reread-findings.ts'

export const refOf = ({ tenantId, integrationId }: IntegrationRef): IntegrationRef => ({ tenantId, integrationId })

export const repairs = ({ scope, dryRun }: OperationContext): boolean => scope.repair === true && !dryRun

function repairOf(threadId: string, findings: readonly ReconcileFinding[]): ToRepair[] {
  const of = (repair: 'reread' | 'retry') => findings.filter(({ what }) => reconcileType(what).repair === repair)
  const retry = of('retry').flatMap(({ effectKey = [] }) => effectKey)
  const reread = of('reread').length > 0
  return reread || retry.length > 0 ? [{ threadId, reread, retry }] : []
}

/** The place behind one conversation. */
export function behind(at: Place, current: Current, ref: ConversationRef, looked: Looked, isRepaired: boolean): Step {
  if (looked.kind === 'again') return { cursor: { ...at, failures: at.failures + 1 }, restMs: looked.restMs }
  const next: Place = { ...at, current, conversations: at.conversations + 1, failures: 0 }
  if (looked.kind === 'passed') {
    const finding: Finding = { ...notRead(ref, ref.threadId, looked.why), threadId: ref.threadId }
    return { cursor: { ...next, notRead: at.notRead + 1 }, done: next.conversations, findings: [finding] }
  }
  const { findings, told } = looked
  const cursor = counted(next, findings)
  const missed = told.length - findings.length
  const planned = isRepaired ? repairOf(ref.threadId, findings) : []
  return {
    cursor: {
      ...cursor,
      notRead: at.notRead + missed,
      current: { ...current, repairs: [...current.repairs, ...planned] },
    },
    done: cursor.conversations,
    findings: told,
  }
}

/** The place after a call that failed: the same again, or the next one and a finding. */
export function failedAt(
  at: Place,
  current: Current,
  next: Current | undefined,
  subject: string,
  failure: Failure,
  now: Date,
): Step {
  if (!isFinal(failure) && at.failures < tries) {
    return { cursor: { ...at, failures: at.failures + 1 }, restMs: restAfter(failure, now) }
  }
  const cursor = {
    ...at,
    current: next,
    failures: 0,
    notRead: at.notRead + 1,
    after: next ? at.after : refOf(current),
  }
  return { cursor, findings: [notRead(current, subject, failure)] }
}
