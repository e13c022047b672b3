import type { ThuliumConnection } from '@connector/domain/events'
import type { IntegrationSettings } from '@connector/domain/settings'
import type { BothLanguages } from '@connector/domain/words'
import type { ReadResult } from '@connector/outbound-http'
import type { DictionaryList } from '@connector/thulium'
import { checksOf, isAway, isWrongCredentials } from './check.ts'
import type { SideVerified } from './empikplace.ts'
import { texts } from './texts.ts'
import type { ThuliumReads } from './thulium-reads.ts'
import { isFine, type Check, type Part } from './vocabulary.ts'

const { passed, warned, failed, fromFailure } = checksOf('thulium')

export function entryCheck(
  need: 'queue' | 'category',
  method: string,
  result: ReadResult<DictionaryList>,
  id: number,
  says: { found: (label: string) => BothLanguages; unknown: (id: number) => BothLanguages },
): Check<'queue' | 'category'> {
  if (!result.ok) return fromFailure(need, result.failure, { rejected: texts.permissionMissing(method) })
  const { entries, unreadable } = result.value
  const entry = entries.find((known) => known.id === id)
  if (entry) return passed(need, says.found(entry.label))
  return unreadable.length > 0 ? warned(need, texts.unknownShape('Thulium')) : failed(need, says.unknown(id))
}

/** A field that does not exist is refused, or ignored: then the search finds records whatever they hold. */
export async function ticketChecks(
  reads: ThuliumReads,
  account: ThuliumConnection,
  { ticketFields }: Pick<IntegrationSettings, 'ticketFields'>,
): Promise<Check<Part>[]> {
  const checks: Check<Part>[] = []
  for (const [need, field] of [
    ['thread-field', account.threadField],
    ['order-field', account.orderField],
    ...Object.values(ticketFields).map((field) => ['ticket-field', field] as const),
  ] as const) {
    if (field === undefined) continue
    const found = await reads.ticketsBy(field)
    const unknown = texts.ticketFieldUnknown(field)
    const readable = found.ok || found.failure.class === 'refused'
    if (need === 'thread-field')
      checks.push(
        readable
          ? passed('tickets', texts.ticketsRead)
          : fromFailure('tickets', found.failure, { rejected: texts.permissionMissing('GET tickets') }),
      )
    // Without the permission nothing is known of the fields, and saying so once is enough.
    if (!readable) return checks
    if (!found.ok) checks.push(fromFailure(need, found.failure, { rejected: unknown, refused: unknown }))
    else
      checks.push(found.value.tickets.length > 0 ? failed(need, unknown) : passed(need, texts.fieldSearchable(field)))
  }
  return checks
}

export async function customerCheck(reads: ThuliumReads, field: string): Promise<Check<Part>> {
  const found = await reads.customersBy(field)
  const unknown = texts.customerFieldUnknown(field)
  if (!found.ok)
    return fromFailure('customers', found.failure, {
      rejected: texts.permissionMissing('GET customers'),
      refused: unknown,
    })
  return found.value.customers.length > 0
    ? failed('customers', unknown)
    : passed('customers', texts.fieldSearchable(field))
}

export async function agentCheck(reads: ThuliumReads, login: string): Promise<Check<Part>> {
  const result = await reads.agents()
  if (!result.ok) return fromFailure('agent', result.failure, { rejected: texts.permissionMissing('GET agents') })
  const { agents, unreadable } = result.value
  const agent = agents.find((known) => known.login === login)
  if (agent)
    return agent.active ? passed('agent', texts.agentFound(login)) : failed('agent', texts.agentInactive(login))
  return unreadable.length > 0
    ? warned('agent', texts.unknownShape('Thulium'))
    : failed('agent', texts.agentUnknown(login))
}

/** Whether Thulium lets the API user in; which permissions it has is another question. */
export async function checkLogin(reads: ThuliumReads): Promise<Check<Part>> {
  const queues = await reads.queues()
  return !queues.ok && (isWrongCredentials(queues.failure) || isAway(queues.failure))
    ? fromFailure('credentials', queues.failure, { rejected: texts.passwordRejected })
    : passed('credentials', texts.passwordAccepted)
}

/** One read for each thing the integration needs of Thulium. The mailbox cannot be checked: no list of them exists. */
export async function verifyThulium(
  reads: ThuliumReads,
  account: ThuliumConnection,
  settings: IntegrationSettings,
): Promise<SideVerified> {
  const verified = (checks: Check<Part>[]): SideVerified => ({ checks, accountName: account.system, clockOffsetMs: 0 })
  const login = await checkLogin(reads)
  if (!isFine(login)) return verified([login])
  const queues = await reads.queues()
  return verified([
    login,
    entryCheck('queue', 'GET ticket_queues', queues, settings.queueId, {
      found: texts.queueFound,
      unknown: texts.queueUnknown,
    }),
    entryCheck('category', 'GET ticket_categories', await reads.categories(), settings.categoryId, {
      found: texts.categoryFound,
      unknown: texts.categoryUnknown,
    }),
    ...(await ticketChecks(reads, account, settings)),
    await customerCheck(reads, settings.customerField),
    await agentCheck(reads, account.agentLogin),
  ])
}
