import { customerIdentity } from '@connector/domain/buyers'
import type { OutcomeEvent } from '@connector/domain/conversation'
import { isPlaceholder } from './customer-search.ts'
import { withShortNames } from './customer-names.ts'
import {
  fromWrite,
  lookupFailed,
  notFound,
  refused,
  toFailure,
  type EffectContext,
  type EffectHandler,
} from './handler.ts'
import { isFirmRefusal, unsure } from './doubts.ts'

/**
 * Gives a CRM record that we created without a name the name from the order, which came later. What agents typed is
 * never overwritten: only a record that still has our placeholder and no first name is written.
 */
export const customerNameHandler: EffectHandler = {
  async perform(context) {
    const { connection, ref, state, signal } = context
    const { thuliumCustomerId } = state
    if (thuliumCustomerId === undefined) return refused('The buyer has no CRM record to be named.')
    const { name, surname } = customerIdentity(ref.threadId, state)
    const kept = { kind: 'done' as const, event: outcome(context, thuliumCustomerId, false) }
    if (isPlaceholder({ name, surname })) return kept

    const record = await connection.thulium.customer(thuliumCustomerId, signal)
    if (!record.ok) {
      const isRefused = record.failure.class === 'refused'
      // Deleted by an agent; one refusal alone does not say so.
      if (isRefused && isFirmRefusal(context)) return kept
      return { kind: 'not-done', failure: toFailure(isRefused ? unsure(record.failure) : record.failure) }
    }
    if (!isPlaceholder(record.value)) return kept
    const { result, shortened } = await withShortNames({ surname, name }, (names) =>
      connection.thulium.updateCustomer(thuliumCustomerId, names, signal),
    )
    // A name is a nicety: an API user who may not change records is no reason to stop an integration.
    if (result.outcome === 'not-done' && result.failure.status === 403) return kept
    // It is looked at again before it is written again.
    const failure = result.outcome === 'unknown' ? toFailure(result.failure) : undefined
    // But what a gateway refuses for ever is to be told: the record was read, so Thulium answers.
    if (failure && !failure.byGateway) return { kind: 'not-done', failure }
    return fromWrite(result, () => outcome(context, thuliumCustomerId, true, shortened))
  },

  async lookUp(context) {
    const { connection, effect, state, signal } = context
    const { thuliumCustomerId } = state
    if (effect.progress.ambiguousSends === 0 || thuliumCustomerId === undefined) return notFound
    const record = await connection.thulium.customer(thuliumCustomerId, signal)
    if (!record.ok) return record.failure.class === 'refused' ? notFound : lookupFailed(record.failure)
    return notFound
  },
}

const outcome = (
  { effect }: EffectContext,
  thuliumCustomerId: number,
  named: boolean,
  shortened = false,
): OutcomeEvent => ({
  type: 'CustomerNamed',
  data: { effectKey: effect.effectKey, thuliumCustomerId, named, ...(shortened ? { shortened } : {}) },
})
