import { setTimeout as rest } from 'node:timers/promises'
import { parkEffect } from '@connector/domain/conversation'
import { nextStep, type Attempt, type Transition } from '@connector/domain/effects'
import type { Settled } from '../outcomes.ts'
import type { ExecutorDeps, Task } from './deps.ts'

/** Rest between tries to write an outcome while the database is away. */
const settleRetryMs = 1_000

/** Parks in the log if it must, then moves the ledger. */
async function write(deps: ExecutorDeps, task: Task, outcome: Attempt, transition: Transition): Promise<Settled> {
  const { ref, effect, lease, goOn } = task
  const parked = transition.parkedBecause
  if (parked)
    await deps.repository.changeConversation(ref, effect.effectKey, (current) =>
      parkEffect(current, {
        effectKey: effect.effectKey,
        kind: effect.kind,
        attempts: effect.attempts,
        ...parked,
      }),
    )
  const failure = 'failure' in outcome ? outcome.failure : undefined
  return deps.ledger.settle({
    effect,
    transition,
    goOnAt: goOn && lease.isHeld() ? deps.now() : undefined,
    failure: failure ?? (parked && { failureClass: 'refused', message: parked.message }),
  })
}

/** Takes an effect to the state that its outcome leads to; repeated until done or until the lease ends. */
export async function settle(deps: ExecutorDeps, task: Task, outcome: Attempt): Promise<Settled> {
  const { timing, lastTaken, log, now, random } = deps
  const { ref, effect, lease } = task
  const clock = { now: now(), random: random(), lastTaken: lastTaken.of(effect) }
  const transition = nextStep(effect.kind, effect.progress, outcome, clock, timing)
  for (;;) {
    try {
      return await write(deps, task, outcome, transition)
    } catch (error) {
      log.error(
        { ...ref, effectKey: effect.effectKey, error },
        'The outcome could not be written and will be tried again',
      )
      // After that a new owner looks the effect up.
      if (!lease.isHeld()) return { accepted: false }
      await rest(settleRetryMs)
    }
  }
}
