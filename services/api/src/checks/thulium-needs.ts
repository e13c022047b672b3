import type { ThuliumConnection } from '@connector/domain/events'
import type { IntegrationSettings } from '@connector/domain/settings'
import type { BothLanguages } from '@connector/domain/words'
import type { ReadResult } from '@connector/outbound-http'
import { checksOf, isAway } from './check.ts'
import { texts } from './texts.ts'
import type { ThuliumReads } from './thulium-reads.ts'
import { agentCheck, checkLogin, customerCheck, entryCheck, ticketChecks } from './thulium.ts'
import { complete, itemOf, unknownItem, type Item } from './needs.ts'
import { accountNeeds, isFine, settingsNeeds, type Check, type Need } from './vocabulary.ts'

const { passed, warned, failed, fromFailure } = checksOf('thulium')

/** What Thulium refuses for another reason than a missing permission, it may be asked. */
const isPermitted = (result: ReadResult<unknown>): boolean => result.ok || result.failure.class === 'refused'

const permission = (need: Need, method: string, result: ReadResult<unknown>): Check =>
  result.ok || result.failure.class === 'refused'
    ? passed(need, texts.permitted(method))
    : fromFailure(need, result.failure, { rejected: texts.permissionMissing(method) })

const lists = {
  queues: { method: 'GET ticket_queues', what: texts.lists.queues },
  categories: { method: 'GET ticket_categories', what: texts.lists.categories },
  statuses: { method: 'GET ticket_statuses', what: texts.lists.statuses },
  agents: { method: 'GET agents', what: texts.lists.agents },
} as const satisfies Partial<Record<Need, { method: string; what: BothLanguages }>>

function listCheck(
  need: keyof typeof lists,
  result: ReadResult<{ unreadable: readonly unknown[] }>,
  found: readonly unknown[] | false,
): Check {
  const { method, what } = lists[need]
  if (!result.ok) return fromFailure(need, result.failure, { rejected: texts.permissionMissing(method) })
  return result.value.unreadable.length > 0
    ? warned(need, texts.unknownShape('Thulium'))
    : passed(need, texts.listRead(what, found ? found.length : 0))
}

/** Agents' replies are mailed to the sender addresses of tickets. */
function sinkCheck({ sinkDomain, mailbox }: ThuliumConnection): Check {
  const own = mailbox.slice(mailbox.lastIndexOf('@') + 1).toLowerCase()
  const isOwn = sinkDomain === own || sinkDomain.endsWith(`.${own}`)
  return isOwn
    ? failed('sink-domain', texts.sinkIsOwn(sinkDomain, mailbox))
    : passed('sink-domain', texts.sinkApart(sinkDomain))
}

/** All that is documented for the source of a new ticket (docs/outside/thulium.md: tickets). */
const documentedSources: ReadonlySet<string> = new Set(['email', 'phone', 'sms', 'chat', 'www'])

const sourceCheck = (source: string): Check =>
  documentedSources.has(source)
    ? passed('ticket-source', texts.sourceDocumented(source))
    : warned('ticket-source', texts.sourceUnproved(source))

/** What the settings of an integration name. A list that was not read tells nothing; its own item says so. */
async function settingsChecks(reads: ThuliumReads, settings: IntegrationSettings): Promise<Check[]> {
  const { queueId, categoryId, reopenStatusId, customerField } = settings
  const checks: Check[] = []
  const entry = async (need: 'queue' | 'category', id: number): Promise<void> => {
    const [result, method, found, unknown] =
      need === 'queue'
        ? [await reads.queues(), lists.queues.method, texts.queueFound, texts.queueUnknown]
        : [await reads.categories(), lists.categories.method, texts.categoryFound, texts.categoryUnknown]
    if (result.ok) checks.push(entryCheck(need, method, result, id, { found, unknown }))
  }
  await entry('queue', queueId)
  await entry('category', categoryId)
  const customers = await reads.customersBy(customerField)
  if (isPermitted(customers)) checks.push({ ...(await customerCheck(reads, customerField)), need: 'customer-field' })
  const statuses = await reads.statuses()
  if (reopenStatusId !== undefined && statuses.ok) {
    const status = statuses.value.entries.find(({ id }) => id === reopenStatusId)
    checks.push(
      status
        ? passed('reopen-status', texts.statusFound(status.label))
        : statuses.value.unreadable.length > 0
          ? warned('reopen-status', texts.unknownShape('Thulium'))
          : failed('reopen-status', texts.statusUnknown(reopenStatusId)),
    )
  }
  return checks
}

/** Everything that reading shows. Each list and each search is asked for once. */
async function readChecks(
  reads: ThuliumReads,
  account: ThuliumConnection,
  settings: IntegrationSettings | undefined,
): Promise<Check[]> {
  const queues = await reads.queues()
  const categories = await reads.categories()
  const statuses = await reads.statuses()
  const agents = await reads.agents()
  const customers = await (settings ? reads.customersBy(settings.customerField) : reads.someCustomers())
  return [
    listCheck('queues', queues, queues.ok && queues.value.entries),
    listCheck('categories', categories, categories.ok && categories.value.entries),
    listCheck('statuses', statuses, statuses.ok && statuses.value.entries),
    listCheck('agents', agents, agents.ok && agents.value.agents),
    ...(agents.ok ? [await agentCheck(reads, account.agentLogin)] : []),
    ...(await ticketChecks(reads, account, settings ?? { ticketFields: {} })),
    permission('ticket', 'GET tickets/:id', await reads.noTicket()),
    permission('customers', 'GET customers', customers),
    permission('customer', 'GET customers/:id', await reads.noCustomer()),
    ...(settings ? await settingsChecks(reads, settings) : []),
  ]
}

/** What an account, and an integration where its settings are given, need of Thulium. */
function needsOf(account: ThuliumConnection, settings: IntegrationSettings | undefined): Need[] {
  const isNeeded = (need: Need): boolean => {
    switch (need) {
      case 'order-field':
        return account.orderField !== undefined
      case 'ticket-field':
        return Object.values(settings?.ticketFields ?? {}).some((name) => name !== undefined)
      case 'reopen-status':
        return settings?.reopenStatusId !== undefined
      default:
        return true
    }
  }
  return [...accountNeeds, ...(settings ? settingsNeeds : [])].filter(isNeeded)
}

/**
 * @param reads undefined when no password is stored
 * @param tryWrites called only when Thulium lets the API user in
 */
export async function thuliumItems(
  reads: ThuliumReads | undefined,
  account: ThuliumConnection,
  settings: IntegrationSettings | undefined,
  tryWrites: () => Promise<Item[]>,
): Promise<Item[]> {
  const local = [
    unknownItem('thulium', 'mailbox', texts.mailbox(account.mailbox)),
    itemOf(sinkCheck(account)),
    ...(settings ? [itemOf(sourceCheck(settings.ticketSource))] : []),
  ]
  const ordered = (items: Item[]): Item[] => complete('thulium', needsOf(account, settings), [...items, ...local])

  if (!reads) return ordered([itemOf(failed('credentials', texts.passwordMissing))])
  const queues = await reads.queues()
  if (!queues.ok && isAway(queues.failure))
    return ordered([itemOf(fromFailure('host', queues.failure, { rejected: texts.passwordRejected }))])
  const login = await checkLogin(reads)
  const access = [passed('host', texts.hostReached('Thulium')), login].map(itemOf)
  if (!isFine(login)) return ordered(access)
  const checks = await readChecks(reads, account, settings)
  return ordered([...access, ...checks.map(itemOf), ...(await tryWrites())])
}
