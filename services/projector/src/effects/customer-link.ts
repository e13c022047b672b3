import { customerIdentity, type OutcomeEvent } from '@connector/domain'
import { createKeyedLock } from '@connector/service-kit'
import type { WorkerStore } from '@connector/store'
import { createBuyerRecords } from './buyer-records.ts'
import { lookupFailed, notFound, toFailure, type EffectContext, type EffectHandler, type Result } from './handler.ts'

/**
 * Finds the buyer's CRM record by the text field the tenant chose, or creates one: `add` always, `link` unless the
 * tenant leaves new buyers outside the CRM. Two conversations of one buyer may come at once, and a new record may take a
 * while to be found by search, so creating is guarded three times: one at a time per buyer, the records we know from the
 * log, and no create while another one for this buyer is uncertain.
 */
export function customerHandlers(store: WorkerStore): { link: EffectHandler; add: EffectHandler } {
  const records = createBuyerRecords(store)
  const oneAtATime = createKeyedLock()
  /** Records linked by this process that the read model may not show yet. */
  const fresh = new Map<string, number>()
  const maxFresh = 10_000

  const remember = (key: string, thuliumCustomerId: number): void => {
    if (fresh.size >= maxFresh) fresh.clear()
    fresh.set(key, thuliumCustomerId)
  }

  const linked = (
    { effect }: EffectContext,
    customerId: string,
    thuliumCustomerId: number,
    found: 'existing' | 'created' | 'adopted',
    hits: number,
  ): Result => {
    remember(`${effect.tenantId}/${customerId}`, thuliumCustomerId)
    const event: OutcomeEvent = {
      type: 'CustomerLinked',
      data: { effectKey: effect.effectKey, customerId, thuliumCustomerId, found, hits },
    }
    return { kind: 'done', event }
  }

  async function search(context: EffectContext, customerId: string, found: 'existing' | 'adopted'): Promise<Result> {
    const { connection, signal } = context
    const field = connection.settings.customerField
    const answer = await connection.thulium.findCustomers({ field, value: customerId }, signal)
    if (!answer.ok) return lookupFailed(answer.failure)
    // How the search matches is not documented, so every hit is checked; several exact ones: the lowest number.
    const ids = answer.value.customers
      .filter((customer) => customer.customFields?.[field] === customerId)
      .map((customer) => customer.id)
    return ids.length === 0 ? notFound : linked(context, customerId, Math.min(...ids), found, ids.length)
  }

  /** A record that another conversation of this buyer was linked to already; its hits were reported then. */
  async function knownRecord(context: EffectContext, customerId: string): Promise<Result | undefined> {
    const { tenantId } = context.effect
    const known = fresh.get(`${tenantId}/${customerId}`) ?? (await records.known(tenantId, customerId))
    return known === undefined ? undefined : linked(context, customerId, known, 'existing', 1)
  }

  async function linkOrCreate(context: EffectContext, mayCreate: boolean): Promise<Result> {
    const { connection, effect, ref, state, signal } = context
    const identity = customerIdentity(ref.threadId, state)
    const known = await knownRecord(context, identity.id)
    if (known) return known

    const searched = await search(context, identity.id, 'existing')
    // Nothing was written yet, so a search that failed leaves the effect as it was.
    if (searched.kind === 'lookup-failed') return { kind: 'not-done', failure: searched.failure }
    if (searched.kind !== 'not-found') return searched
    if (!mayCreate) {
      const { effectKey } = effect
      return { kind: 'done', event: { type: 'CustomerLeftOutside', data: { effectKey, customerId: identity.id } } }
    }
    if (await records.uncertain(effect.tenantId, identity.id, effect.effectKey))
      return {
        kind: 'not-done',
        failure: {
          failureClass: 'unreachable',
          message: 'Waits until another conversation of the same buyer knows whether its CRM record was created.',
        },
      }

    const created = await connection.thulium.createCustomer(
      {
        surname: identity.surname,
        ...(identity.name === undefined ? {} : { name: identity.name }),
        customFields: { [connection.settings.customerField]: identity.id },
      },
      signal,
    )
    return created.outcome === 'done'
      ? linked(context, identity.id, created.value.customerId, 'created', 1)
      : { kind: created.outcome, failure: toFailure(created.failure) }
  }

  const idOf = ({ ref, state }: EffectContext): string => customerIdentity(ref.threadId, state).id

  const handler = (mayCreate: (context: EffectContext) => boolean): EffectHandler => ({
    perform: (context) =>
      oneAtATime(`${context.effect.tenantId}/${idOf(context)}`, () => linkOrCreate(context, mayCreate(context))),
    lookUp: async (context) => (await knownRecord(context, idOf(context))) ?? search(context, idOf(context), 'adopted'),
  })

  return {
    link: handler(({ connection }) => connection.settings.newCustomers === 'create'),
    add: handler(() => true),
  }
}
