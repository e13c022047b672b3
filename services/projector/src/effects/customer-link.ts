import { customerIdentity } from '@connector/domain/buyers'
import type { OutcomeEvent } from '@connector/domain/conversation'
import { isMissing } from '@connector/domain/integration'
import { atMost, createKeyedLock } from '@connector/service-kit'
import { LRUCache } from 'lru-cache'
import type { BuyerRecords } from './buyer-records.ts'
import { withShortNames } from './customer-names.ts'
import { added, idOf, ticketFirst } from './customer-refused.ts'
import { fieldOf, isPlaceholder, searchCustomer } from './customer-search.ts'
import { toFailure, waitsForField, type EffectContext, type EffectHandler, type Result } from './handler.ts'

type Found = 'existing' | 'created' | 'adopted'

/**
 * Finds the buyer's CRM record by the text field the tenant chose, or creates one: `add` always, `link` unless the
 * tenant leaves new buyers outside the CRM. Two conversations of one buyer may come at once, and a new record may take a
 * while to be found by search, so creating is guarded three times: one at a time per buyer, the records we know from the
 * log, and no create while another one for this buyer is uncertain.
 */
export function customerHandlers(records: BuyerRecords): { link: EffectHandler; add: EffectHandler } {
  const oneAtATime = createKeyedLock()
  /** Records linked by this process that the read model may not show yet. */
  const fresh = new LRUCache<string, number>(atMost(10_000))

  const linked = (
    { effect }: EffectContext,
    customerId: string,
    thuliumCustomerId: number,
    {
      found,
      hits = 1,
      placeholder = false,
      shortened = false,
    }: { found: Found; hits?: number; placeholder?: boolean; shortened?: boolean },
  ): Result => {
    fresh.set(`${effect.tenantId}/${customerId}`, thuliumCustomerId)
    const event: OutcomeEvent = {
      type: 'CustomerLinked',
      data: {
        effectKey: effect.effectKey,
        customerId,
        thuliumCustomerId,
        found,
        hits,
        placeholder,
        ...(shortened ? { shortened } : {}),
      },
    }
    return { kind: 'done', event }
  }

  async function search(context: EffectContext, customerId: string, found: Found): Promise<Result> {
    const searched = await searchCustomer(context, customerId)
    if ('result' in searched) return searched.result
    const { thuliumCustomerId, hits, placeholder } = searched.found
    return linked(context, customerId, thuliumCustomerId, { found, hits, placeholder })
  }

  /** A record that another conversation of this buyer was linked to already; its hits were reported then. */
  async function knownRecord(context: EffectContext, customerId: string): Promise<Result | undefined> {
    const { tenantId } = context.effect
    const known = fresh.get(`${tenantId}/${customerId}`) ?? (await records.known(tenantId, customerId))
    return known === undefined ? undefined : linked(context, customerId, known, { found: 'existing' })
  }

  async function linkOrCreate(context: EffectContext, mayCreate: boolean): Promise<Result> {
    const { connection, effect, ref, state, signal } = context
    const identity = customerIdentity(ref.threadId, state)
    const known = await knownRecord(context, identity.id)
    if (known) return known

    const searched = await search(context, identity.id, 'existing')
    // Nothing was written yet, so a search that failed leaves the effect as it was.
    if (searched.kind === 'lookup-failed') return { ...searched, kind: 'not-done' }
    if (searched.kind !== 'not-found') return searched
    if (!mayCreate) {
      const { effectKey } = effect
      return { kind: 'done', event: { type: 'CustomerLeftOutside', data: { effectKey, customerId: identity.id } } }
    }
    // A record without the id could never be found again.
    if (isMissing(connection.integration, fieldOf(context))) return waitsForField('not-done', fieldOf(context))
    if (await records.uncertain(effect.tenantId, identity.id, effect.effectKey))
      return {
        kind: 'not-done',
        failure: {
          failureClass: 'unreachable',
          message: 'Waits until another conversation of the same buyer knows whether its CRM record was created.',
        },
      }

    const customFields = { [connection.settings.customerField]: identity.id }
    const { surname, name } = identity
    const { result: created, shortened } = await withShortNames({ surname, name }, (names) =>
      connection.thulium.createCustomer({ ...names, customFields }, signal),
    )
    return created.outcome === 'done'
      ? linked(context, identity.id, created.value.customerId, {
          found: 'created',
          placeholder: isPlaceholder(identity),
          shortened,
        })
      : { kind: created.outcome, failure: toFailure(created.failure) }
  }

  const inTurn = (context: EffectContext, mayCreate: boolean): Promise<Result> =>
    oneAtATime(`${context.effect.tenantId}/${idOf(context)}`, () => linkOrCreate(context, mayCreate))

  const lookUp = async (context: EffectContext): Promise<Result> =>
    (await knownRecord(context, idOf(context))) ?? search(context, idOf(context), 'adopted')

  return {
    link: {
      perform: async (context) =>
        ticketFirst(context, await inTurn(context, context.connection.settings.newCustomers === 'create')),
      lookUp: async (context) => ticketFirst(context, await lookUp(context)),
    },
    add: {
      perform: async (context) => added(context, await inTurn(context, true)),
      lookUp: async (context) => added(context, await lookUp(context)),
    },
  }
}
