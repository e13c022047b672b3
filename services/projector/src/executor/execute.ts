import type { Lease } from '@connector/store'
import type { ClaimedEffect } from '../ledger.ts'
import { attempt } from './attempt.ts'
import type { ExecutorDeps, Task } from './deps.ts'
import { settle } from './settle.ts'

/** Takes one claimed effect to its next state: done before, looked up, or tried; then recorded, then settled. */
export async function execute(deps: ExecutorDeps, effect: ClaimedEffect, lease: Lease): Promise<void> {
  const { tenantId, integrationId, threadId, effectKey } = effect
  const task: Task = { ref: { tenantId, integrationId, threadId }, effect, lease }
  const about = { ...task.ref, effectKey, effectKind: effect.kind, attempt: effect.attempts }
  const outcome = await attempt(deps, task)
  if ('failure' in outcome)
    deps.log.warn(
      { ...about, failureClass: outcome.failure.failureClass, reason: outcome.failure.message },
      effect.lookUp ? 'The effect could not be looked up' : 'The effect was not done or its outcome is unknown',
    )
  const accepted = await settle(deps, task, outcome)
  if (!accepted) deps.log.warn(about, 'The effect belongs to a newer owner; the outcome of the old one was refused')
}
