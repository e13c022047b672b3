import type { Connection } from '@connector/connections'
import type { ConversationState, OutcomeEvent } from '@connector/domain/conversation'
import type { Attempt, EffectFailure } from '@connector/domain/effects'
import type { CustomField } from '@connector/domain/events'
import { missingFieldText } from '@connector/domain/integration'
import type { ConversationRef } from '@connector/domain/words'
import { FailureCode, type Failure, type WriteResult } from '@connector/outbound-http'
import type { ClaimedEffect } from '../claimed-effect.ts'

/** What a handler works with: the conversation as the log tells it at this moment, and the way to both sides. */
export interface EffectContext {
  ref: ConversationRef
  effect: ClaimedEffect
  state: ConversationState
  connection: Connection
  /** Since when nobody but this process has worked for the tenant. */
  ownerSince: Date
  /** Aborted when the lease is lost. */
  signal: AbortSignal
}

/**
 * The result of a try or a look-up; `event` is the fact to record when it is done. `missingField` is a custom field without
 * which it cannot be done; it waits until the field is there again.
 */
export type Result =
  | { kind: 'done'; event: OutcomeEvent }
  | (Exclude<Attempt, { kind: 'done' }> & { missingField?: Pick<CustomField, 'of' | 'name'> })

/** One kind of write to an outside API. */
export interface EffectHandler {
  perform(context: EffectContext): Promise<Result>
  /** Whether the write was done, told from what the other side shows. */
  lookUp(context: EffectContext): Promise<Result>
}

/** A page under a good status, or one that sends us elsewhere, is no word of the other side either. */
const gatewayCodes: ReadonlySet<string | undefined> = new Set([
  FailureCode.gateway,
  FailureCode.html,
  FailureCode.redirected,
])

const isByGateway = ({ code }: Failure): boolean => gatewayCodes.has(code)

export const toFailure = (failure: Failure): EffectFailure => ({
  failureClass: failure.class,
  message: failure.message,
  retryAt: failure.retryAt,
  ...(failure.status === undefined ? {} : { status: failure.status }),
  ...(isByGateway(failure) ? { byGateway: true } : {}),
  ...(failure.code === FailureCode.inDoubt ? { doubted: true } : {}),
})

/** A try or a look-up that waits, with the usual back-off, until something outside has changed. */
export const waits = (kind: 'not-done' | 'lookup-failed', message: string): Result & { kind: typeof kind } => ({
  kind,
  failure: { failureClass: 'unreachable', message },
})

export const waitsForField = (kind: 'not-done' | 'lookup-failed', field: Pick<CustomField, 'of' | 'name'>): Result => ({
  ...waits(kind, missingFieldText(field).en),
  missingField: field,
})

export const refused = (message: string): Result => ({
  kind: 'not-done',
  failure: { failureClass: 'refused', message },
})

/**
 * A failure of the side that the effect only reads from. Whether that one's credentials are rejected is for its own calls to
 * find out: here they would be counted against the other side.
 */
export const otherSide = (failure: Failure): Result => ({
  kind: 'not-done',
  failure: {
    ...toFailure(failure),
    failureClass: failure.class === 'credentials-rejected' ? 'unreachable' : failure.class,
  },
})

/** A write's three outcomes, kept apart. */
export const fromWrite = <T>(result: WriteResult<T>, toEvent: (value: T) => OutcomeEvent): Result =>
  result.outcome === 'done'
    ? { kind: 'done', event: toEvent(result.value) }
    : { kind: result.outcome, failure: toFailure(result.failure) }

export const lookupFailed = (failure: Failure) => ({ kind: 'lookup-failed' as const, failure: toFailure(failure) })

export const notFound: Result = { kind: 'not-found' }
