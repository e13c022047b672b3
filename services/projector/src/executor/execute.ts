import { inSpan } from '@connector/service-kit'
import type { Lease } from '@connector/store'
import type { ClaimedEffect } from '../claimed-effect.ts'
import { attempt } from './attempt.ts'
import type { ExecutorDeps, Task } from './deps.ts'
import { settle } from './settle.ts'

/**
 * Takes one claimed effect to its next state: done before, looked up, or tried; then recorded, then settled. In the trace of the event that
 * asked for it.
 * @returns the next one of its lane, claimed, if it was wanted and is due
 */
export function execute(
  deps: ExecutorDeps,
  effect: ClaimedEffect,
  lease: Lease,
  goOn: boolean,
): Promise<ClaimedEffect | undefined> {
  const { tenantId, integrationId, threadId, kind, attempts, traceparent } = effect
  const facts = {
    ...{ 'connector.tenant': tenantId, 'connector.integration': integrationId, 'connector.thread': threadId },
    ...{ 'connector.effect': kind, 'connector.attempt': attempts },
  }
  return inSpan(`effect ${kind}`, { facts, parent: traceparent }, async (span) => {
    const { outcome, next } = await carryOut(deps, effect, lease, goOn)
    span.tell({ 'connector.outcome': outcome })
    if (outcome !== 'done') span.failed(outcome)
    return next
  })
}

async function carryOut(
  deps: ExecutorDeps,
  effect: ClaimedEffect,
  lease: Lease,
  goOn: boolean,
): Promise<{ outcome: string; next: ClaimedEffect | undefined }> {
  const { tenantId, integrationId, threadId, effectKey } = effect
  const task: Task = { ref: { tenantId, integrationId, threadId }, effect, lease, goOn }
  const about = { ...task.ref, effectKey, effectKind: effect.kind, attempt: effect.attempts }
  const outcome = await attempt(deps, task)
  if ('failure' in outcome)
    deps.log.warn(
      { ...about, failureClass: outcome.failure.failureClass, reason: outcome.failure.message },
      effect.lookUp ? 'The effect could not be looked up' : 'The effect was not done or its outcome is unknown',
    )
  const { accepted, next } = await settle(deps, task, outcome)
  if (!accepted) deps.log.warn(about, 'The effect belongs to a newer owner; the outcome of the old one was refused')
  return { outcome: outcome.kind, next }
}
