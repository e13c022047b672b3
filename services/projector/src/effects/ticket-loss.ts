import { findLoss } from '@connector/connections'
import type { TicketLost } from '@connector/domain/events'
import { toFailure, waits, waitsForField, type EffectContext, type Result } from './handler.ts'
import { doubted, isFirmRefusal } from './doubts.ts'

/** Answers to a write or a look-up that a ticket gives when it is gone (docs/outside/thulium.md: errors, gone tickets). */
const signsOfLoss: ReadonlySet<number | undefined> = new Set([404, 409, 410])

/** The ticket is there: what was refused is tried again before a person is asked. */
const refusedTwice = (context: EffectContext, result: Result): Result =>
  (result.kind === 'not-done' || result.kind === 'lookup-failed') && !isFirmRefusal(context)
    ? { ...result, failure: doubted(result.failure) }
    : result

/**
 * Whether the ticket being gone is why something was refused: then the effect goes on with the ticket that takes its
 * place, instead of being parked.
 */
export async function lossBehind(
  context: EffectContext,
  result: Result,
): Promise<{ lost?: TicketLost; result: Result }> {
  const { connection, ref, state, signal } = context
  if (result.kind !== 'not-done' && result.kind !== 'lookup-failed') return { result }
  const { kind, failure } = result
  const { ticketId } = state
  if (ticketId === undefined || failure.failureClass !== 'refused' || !signsOfLoss.has(failure.status))
    return { result }
  const read = await connection.thulium.ticket(ticketId, signal)
  const loss = await findLoss(connection, ref, state, { ticketId, read, conflict: failure.status === 409 }, signal)
  if (!loss.ok)
    return {
      result: loss.fieldMissing
        ? waitsForField(kind, { of: 'ticket', name: connection.account.threadField })
        : { kind, failure: toFailure(loss.failure) },
    }
  const { lost } = loss
  if (!lost) return { result: refusedTwice(context, result) }
  const where = lost.mergedInto === undefined ? 'a new one' : `ticket ${lost.mergedInto}`
  const what = lost.reason === 'deleted' ? 'was deleted' : 'was merged into another one'
  return {
    lost,
    result: waits(kind, `Ticket ${lost.ticketId} ${what} in Thulium; the conversation goes on in ${where}.`),
  }
}
