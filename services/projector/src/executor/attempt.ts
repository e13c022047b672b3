import { NotConnected } from '@connector/connections'
import { sideOf, type Attempt } from '@connector/domain/effects'
import { UnreadableEvent } from '@connector/domain/events'
import { EventLogUnavailable } from '@connector/event-log'
import { guardSignal } from '@connector/outbound-http'
import { TooManyConflicts } from '@connector/repository'
import { killPoint } from '@connector/service-kit'
import { isUnexplained, ownFaultText } from '@connector/store'
import { unlessFirm } from '../effects/doubts.ts'
import type { EffectContext, Result } from '../effects/handler.ts'
import { lossBehind } from '../effects/ticket-loss.ts'
import type { ClaimedEffect } from '../claimed-effect.ts'
import type { ExecutorDeps, Task } from './deps.ts'
import { recordLoss, recordResult } from './record.ts'

/** Does one effect, or looks it up, and records in the log what came of it. Never rejects. */
export async function attempt(deps: ExecutorDeps, task: Task): Promise<Attempt> {
  const { repository, connections, log } = deps
  const { ref, effect, lease } = task
  let maybeSent = false
  try {
    const [{ state }, connection] = await Promise.all([repository.conversation(ref), connections.get(ref)])
    // The log is the record: what it says is done is never tried again, whatever the ledger says.
    if (state.settled.has(effect.effectKey)) return { kind: 'done' }
    const signal = guardSignal(lease.signal, () => lease.isHeld())
    const context = { ref, effect, state, connection, ownerSince: lease.since, signal }
    // A lease that ended while we prepared belongs to someone else by now; each call asks again right before its first byte.
    if (!lease.isHeld()) return failed(effect, maybeSent, 'The lease ended before the call.')
    maybeSent = !effect.lookUp
    const answer = await call(deps, context)
    const { lost, result: told } =
      sideOf(effect.kind) === 'thulium' ? await lossBehind(context, answer) : { lost: undefined, result: answer }
    const result = unlessFirm(context, told)
    if (lost) await recordLoss(deps, task, lost)
    await recordResult(deps, task, result, connection)
    return result
  } catch (error) {
    log.error({ ...ref, effectKey: effect.effectKey, error }, 'The effect met an unexpected error')
    return error instanceof NotConnected
      ? failed(effect, maybeSent, error.message, 'not-connected')
      : failed(effect, maybeSent, ownFaultText(error), 'internal', isOwnFault(error))
  }
}

/** What will be met again by the same text; not what passes by itself, or is told and mended elsewhere (a conversation set aside). */
export const isOwnFault = (error: unknown): boolean =>
  isUnexplained(error) &&
  !(error instanceof EventLogUnavailable || error instanceof TooManyConflicts || error instanceof UnreadableEvent) &&
  !(error instanceof Error && error.name === 'AbortError')

/** The write itself, or the look whether it was done. */
async function call({ handlers, lastTaken, now }: ExecutorDeps, context: EffectContext): Promise<Result> {
  const { effect } = context
  const handler = handlers[effect.kind]
  if (effect.lookUp) return handler.lookUp(context)
  killPoint('call-sent.before', effect.kind)
  const answer = await handler.perform(context)
  killPoint('call-answered.after', effect.kind)
  if (answer.kind === 'done') lastTaken.note(effect, now())
  return answer
}

/** Our own fault, the database's, or credentials that nobody has given yet: what may have been sent is looked up, the rest is tried again. */
const failed = (
  effect: ClaimedEffect,
  maybeSent: boolean,
  message: string,
  failureClass: 'internal' | 'not-connected' = 'internal',
  byUs = false,
): Attempt => ({
  kind: effect.lookUp ? 'lookup-failed' : maybeSent ? 'unknown' : 'not-done',
  failure: { failureClass, message, ...(byUs ? { byUs } : {}) },
})
