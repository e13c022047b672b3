import type { Connection } from '@connector/connections'
import type { Attempt, ConversationRef, ConversationState, EffectFailure, OutcomeEvent } from '@connector/domain'
import type { Failure, WriteResult } from '@connector/outbound-http'
import type { ClaimedEffect } from '../ledger.ts'

/** What a handler works with: the conversation as the log tells it at this moment, and the way to both sides. */
export interface EffectContext {
  ref: ConversationRef
  effect: ClaimedEffect
  state: ConversationState
  connection: Connection
  /** Aborted when the lease is lost. */
  signal: AbortSignal
}

/** The result of a try or a look-up; `event` is the fact to record when it is done. */
export type Result = { kind: 'done'; event: OutcomeEvent } | Exclude<Attempt, { kind: 'done' }>

/** One kind of write to an outside API. */
export interface EffectHandler {
  perform(context: EffectContext): Promise<Result>
  /** Whether the write was done, told from what the other side shows. */
  lookUp(context: EffectContext): Promise<Result>
}

export const toFailure = (failure: Failure): EffectFailure => ({
  failureClass: failure.class,
  message: failure.message,
  retryAt: failure.retryAt,
})

export const refused = (message: string): Result => ({
  kind: 'not-done',
  failure: { failureClass: 'refused', message },
})

/** A write's three outcomes, kept apart. */
export const fromWrite = <T>(result: WriteResult<T>, toEvent: (value: T) => OutcomeEvent): Result =>
  result.outcome === 'done'
    ? { kind: 'done', event: toEvent(result.value) }
    : { kind: result.outcome, failure: toFailure(result.failure) }

export const lookupFailed = (failure: Failure): Result => ({ kind: 'lookup-failed', failure: toFailure(failure) })

export const notFound: Result = { kind: 'not-found' }
