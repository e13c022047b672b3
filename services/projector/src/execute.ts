import { setTimeout as rest } from 'node:timers/promises'
import type { Connection, Connections } from '@connector/connections'
import { parkEffect, recordOutcome } from '@connector/domain/conversation'
import { nextStep, sideOf, type Attempt, type EffectKind, type EffectTiming } from '@connector/domain/effects'
import type { TicketLost } from '@connector/domain/events'
import {
  acceptAuthentication,
  observeField,
  rejectAuthentication,
  type RejectionPolicy,
} from '@connector/domain/integration'
import { loseTicket } from '@connector/domain/looks'
import type { ConversationRef } from '@connector/domain/words'
import type { Repository } from '@connector/repository'
import { killPoint, type Log } from '@connector/service-kit'
import type { Lease } from '@connector/store'
import { LRUCache } from 'lru-cache'
import type { EffectHandler, Result } from './effects/handler.ts'
import { lossBehind } from './effects/ticket-loss.ts'
import type { ClaimedEffect, Ledger } from './ledger.ts'

export interface ExecuteDeps {
  repository: Repository
  connections: Connections
  ledger: Ledger
  handlers: Record<EffectKind, EffectHandler>
  timing: EffectTiming
  rejections: RejectionPolicy
  log: Log
  now: () => Date
  random: () => number
}

/** Kinds of writes by integration, remembered to tell a write that is never taken from a side that takes none. */
const rememberedKinds = 20_000

/** Rest between tries to write an outcome while the database is away. */
const settleRetryMs = 1_000

/** Takes one claimed effect to its next state: done before, looked up, or tried; then recorded, then settled. */
export function createExecutor(deps: ExecuteDeps): (effect: ClaimedEffect, lease: Lease) => Promise<void> {
  const { repository, connections, ledger, handlers, timing, rejections, log, now, random } = deps
  const lastTaken = new LRUCache<string, Date>({ max: rememberedKinds })
  const kindOf = ({ tenantId, integrationId, kind }: ClaimedEffect): string => `${tenantId}/${integrationId}/${kind}`

  async function recordResult(ref: ConversationRef, effect: ClaimedEffect, result: Result, connection: Connection) {
    const side = sideOf(effect.kind)
    if (result.kind === 'done') {
      const { event } = result
      await repository.changeConversation(ref, effect.effectKey, (current) => recordOutcome(current, event))
      if (connection.integration.rejections[side].count === 0) return
      const accountName = side === 'thulium' ? connection.account.system : connection.settings.shopId
      const { clockOffsetMs } = connection.integration
      await repository.changeIntegration(ref, effect.effectKey, (integration) =>
        acceptAuthentication(integration, { side, accountName, clockOffsetMs }, effect.kind),
      )
    } else if (result.missingField) {
      const { missingField } = result
      await repository.changeIntegration(ref, effect.effectKey, (integration) =>
        observeField(integration, missingField, false),
      )
    } else if ('failure' in result && result.failure.failureClass === 'credentials-rejected') {
      const { message } = result.failure
      connections.forget(ref)
      await repository.changeIntegration(ref, effect.effectKey, (integration) =>
        rejectAuthentication(integration, { side, operation: effect.kind, message }, now(), rejections),
      )
    }
  }

  async function recordLoss(ref: ConversationRef, effect: ClaimedEffect, lost: TicketLost): Promise<void> {
    const events = await repository.changeConversation(ref, effect.effectKey, (current) => loseTicket(current, lost))
    if (events.length > 0)
      log.warn({ ...ref, ticketId: lost.ticketId, reason: lost.reason }, 'The ticket of a conversation is gone')
  }

  async function attempt(ref: ConversationRef, effect: ClaimedEffect, lease: Lease): Promise<Attempt> {
    let maybeSent = false
    try {
      const [{ state }, connection] = await Promise.all([repository.conversation(ref), connections.get(ref)])
      // The log is the record: what it says is done is never tried again, whatever the ledger says.
      if (state.settled.has(effect.effectKey)) return { kind: 'done' }
      const context = { ref, effect, state, connection, signal: lease.signal }
      const handler = handlers[effect.kind]
      // A lease that ended while we prepared belongs to someone else by now.
      if (!lease.isHeld()) return failed(effect, maybeSent, 'The lease ended before the call.')
      if (!effect.lookUp) killPoint('call-sent.before', effect.kind)
      maybeSent = !effect.lookUp
      const answer = await (effect.lookUp ? handler.lookUp(context) : handler.perform(context))
      if (!effect.lookUp) killPoint('call-answered.after', effect.kind)
      if (!effect.lookUp && answer.kind === 'done') lastTaken.set(kindOf(effect), now())
      const { lost, result } =
        sideOf(effect.kind) === 'thulium' ? await lossBehind(context, answer) : { lost: undefined, result: answer }
      if (lost) await recordLoss(ref, effect, lost)
      await recordResult(ref, effect, result, connection)
      return result
    } catch (error) {
      log.error({ ...ref, effectKey: effect.effectKey, error }, 'The effect met an unexpected error')
      return failed(effect, maybeSent, error instanceof Error ? error.message : 'An unknown error')
    }
  }

  /** Parks in the log if it must, then moves the ledger; repeated until done or until the lease ends. */
  async function settle(ref: ConversationRef, effect: ClaimedEffect, lease: Lease, outcome: Attempt): Promise<boolean> {
    const clock = { now: now(), random: random(), lastTaken: lastTaken.get(kindOf(effect)) }
    const transition = nextStep(effect.kind, effect.progress, outcome, clock, timing)
    const parked = transition.parkedBecause
    const failure = 'failure' in outcome ? outcome.failure : undefined
    for (;;) {
      try {
        if (parked)
          await repository.changeConversation(ref, effect.effectKey, (current) =>
            parkEffect(current, {
              effectKey: effect.effectKey,
              kind: effect.kind,
              attempts: effect.attempts,
              ...parked,
            }),
          )
        return await ledger.settle({
          effect,
          transition,
          failure: failure ?? (parked && { failureClass: 'refused', message: parked.message }),
        })
      } catch (error) {
        log.error(
          { ...ref, effectKey: effect.effectKey, error },
          'The outcome could not be written and will be tried again',
        )
        // After that a new owner looks the effect up.
        if (!lease.isHeld()) return false
        await rest(settleRetryMs)
      }
    }
  }

  return async (effect, lease) => {
    const ref = { tenantId: effect.tenantId, integrationId: effect.integrationId, threadId: effect.threadId }
    const about = { ...ref, effectKey: effect.effectKey, effectKind: effect.kind, attempt: effect.attempts }
    const outcome = await attempt(ref, effect, lease)
    if ('failure' in outcome)
      log.warn(
        { ...about, failureClass: outcome.failure.failureClass, reason: outcome.failure.message },
        effect.lookUp ? 'The effect could not be looked up' : 'The effect was not done or its outcome is unknown',
      )
    const accepted = await settle(ref, effect, lease, outcome)
    if (!accepted) log.warn(about, 'The effect belongs to a newer owner; the outcome of the old one was refused')
  }
}

/** Our own fault or the database's: what may have been sent is looked up, the rest is tried again. */
const failed = (effect: ClaimedEffect, maybeSent: boolean, message: string): Attempt => ({
  kind: effect.lookUp ? 'lookup-failed' : maybeSent ? 'unknown' : 'not-done',
  failure: { failureClass: 'unreachable', message },
})
