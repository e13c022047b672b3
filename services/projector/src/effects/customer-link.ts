import { customerIdentity, placeholderSurname } from '@connector/domain/buyers'
import type { OutcomeEvent } from '@connector/domain/conversation'
import type { CustomField } from '@connector/domain/events'
import { isMissing } from '@connector/domain/integration'
import { createKeyedLock } from '@connector/service-kit'
import type { Customer } from '@connector/thulium'
import { LRUCache } from 'lru-cache'
import type { BuyerRecords } from './buyer-records.ts'
import { withShortNames } from './customer-names.ts'
import {
  lookupFailed,
  notFound,
  toFailure,
  waitsForField,
  type EffectContext,
  type EffectHandler,
  type Result,
} from './handler.ts'
import { isContentRefusal } from './leave-out.ts'

const fieldOf = ({ connection }: EffectContext): Pick<CustomField, 'of' | 'name'> => ({
  of: 'customer',
  name: connection.settings.customerField,
})

/** Whether records were shown with their custom fields, and none has this one: a field without a value shows as null. */
const lackField = (customers: readonly Customer[], field: string): boolean =>
  customers.some(({ customFields }) => customFields) &&
  customers.every(({ customFields }) => !customFields || !Object.hasOwn(customFields, field))

/** Whether the field is why a search by it was refused. Without any record to look at, nothing else can be. */
async function isFieldMissing({ connection, signal }: EffectContext): Promise<boolean> {
  const some = await connection.thulium.someCustomers(1, signal)
  if (!some.ok) return false
  const { customers } = some.value
  return customers.length === 0 || lackField(customers, connection.settings.customerField)
}

type Found = 'existing' | 'created' | 'adopted'

/** As we create it while the buyer's name is not known. */
export const isPlaceholder = ({ name, surname }: { name?: string | undefined; surname: string }): boolean =>
  surname === placeholderSurname && (name === undefined || name === '')

/**
 * Finds the buyer's CRM record by the text field the tenant chose, or creates one: `add` always, `link` unless the
 * tenant leaves new buyers outside the CRM. Two conversations of one buyer may come at once, and a new record may take a
 * while to be found by search, so creating is guarded three times: one at a time per buyer, the records we know from the
 * log, and no create while another one for this buyer is uncertain.
 */
export function customerHandlers(records: BuyerRecords): { link: EffectHandler; add: EffectHandler } {
  const oneAtATime = createKeyedLock()
  /** Records linked by this process that the read model may not show yet. */
  const fresh = new LRUCache<string, number>({ max: 10_000 })

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
    const { connection, signal } = context
    const field = connection.settings.customerField
    const answer = await connection.thulium.findCustomers({ field, value: customerId }, signal)
    if (!answer.ok) {
      const { status } = answer.failure
      const mayBeTheField = status === 400 || status === 422
      return mayBeTheField && (await isFieldMissing(context))
        ? waitsForField('lookup-failed', fieldOf(context))
        : lookupFailed(answer.failure)
    }
    // A Thulium that ignores a name it does not know finds every customer there is.
    if (lackField(answer.value.customers, field)) return waitsForField('lookup-failed', fieldOf(context))
    // How the search matches is not documented, so every hit is checked; several exact ones: the lowest number.
    const exact = answer.value.customers
      .filter((customer) => customer.customFields?.[field] === customerId)
      .sort((one, other) => one.id - other.id)
    const [lowest] = exact
    if (!lowest) return notFound
    const placeholder = isPlaceholder(lowest)
    return linked(context, customerId, lowest.id, { found, hits: exact.length, placeholder })
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

  const idOf = ({ ref, state }: EffectContext): string => customerIdentity(ref.threadId, state).id

  const inTurn = (context: EffectContext, mayCreate: boolean): Promise<Result> =>
    oneAtATime(`${context.effect.tenantId}/${idOf(context)}`, () => linkOrCreate(context, mayCreate))

  const lookUp = async (context: EffectContext): Promise<Result> =>
    (await knownRecord(context, idOf(context))) ?? search(context, idOf(context), 'adopted')

  /** The ticket matters more than the record: it is made without, and the record is tried again by `customer:add`. */
  const ticketFirst = (context: EffectContext, result: Result): Result => {
    if (!('failure' in result) || !isContentRefusal(result.failure)) return result
    const { message } = result.failure
    const data = { effectKey: context.effect.effectKey, customerId: idOf(context), refused: message }
    return { kind: 'done', event: { type: 'CustomerLeftOutside', data } }
  }

  return {
    link: {
      perform: async (context) =>
        ticketFirst(context, await inTurn(context, context.connection.settings.newCustomers === 'create')),
      lookUp: async (context) => ticketFirst(context, await lookUp(context)),
    },
    add: { perform: (context) => inTurn(context, true), lookUp },
  }
}
