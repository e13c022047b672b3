import { createHash, randomUUID } from 'node:crypto'
import { createEmpikPlaceClient, type EmpikPlaceClient } from '@connector/empikplace'
import type { Side } from '@connector/domain/events'
import type { IntegrationRef } from '@connector/domain/words'
import {
  createAgent,
  createBudget,
  createDestinations,
  later,
  unless,
  type Budget,
  type BudgetOptions,
  type BudgetSnapshot,
  type Priority,
  type Resolve,
} from '@connector/outbound-http'
import { createThuliumClient, type CommentField, type ThuliumClient } from '@connector/thulium'
import type { Tally } from '@connector/service-kit'
import { atMost } from '@connector/service-kit'
import { LRUCache } from 'lru-cache'
import type { ConnectionSettings } from './settings.ts'

export interface Clients {
  /** @param of the integration that the calls are counted for; without it they only use up the budget of the key */
  empikplace(shop: { shopId: string; apiKey: string; of?: IntegrationRef; priority?: Priority }): EmpikPlaceClient
  thulium(account: { system: string; user: string; password: string; priority?: Priority }): ThuliumClient
  /** Differs for each `createClients`: budgets are shared within one and unknown to others. */
  id: string
  /** The one that was asked for last comes first. */
  budgetUse(): BudgetUse[]
}

/** What one budget looks like now, once for each integration that shares it, or for the Thulium account. */
export interface BudgetUse {
  tenantId: string
  /** Undefined for the budget of the account. */
  integrationId: string | undefined
  side: Side
  snapshot: BudgetSnapshot
}

interface KeptBudget {
  budget: Budget
  side: Side
  /** By integration, or one entry for the account. */
  of: Map<string, { tenantId: string; integrationId: string | undefined }>
}

/**
 * Keys and accounts remembered; a budget that is not in use holds no promise, so forgetting the oldest is harmless. There is room
 * for those of 20 000 shops, which a single process takes after an outage.
 */
const remembered = 50_000

/**
 * Makes clients that share one budget per EmpikPlace key (several shops may sit behind one key) and per Thulium account,
 * and that call only what the settings allow.
 * @param resolve how host names are resolved; by default as the operating system does
 * @param tally where calls are counted by side and outcome, with their times
 * @param rests whether nothing is to be called for a tenant now
 */
export function createClients(
  settings: ConnectionSettings,
  resolve?: Resolve,
  tally?: Tally,
  rests: (tenantId: string) => boolean = () => false,
): Clients {
  const dispatcher = createAgent({
    destinations: createDestinations({
      urls: [settings.EMPIKPLACE_URL, settings.THULIUM_URL],
      hosts: settings.OUTSIDE_HOSTS,
    }),
    resolve,
  })
  const budgets = new LRUCache<string, KeptBudget>(atMost(remembered))
  /** One for all budgets of a side. */
  const optionsOf = (side: Side, requestsPerSecond: number, maxInFlight: number): BudgetOptions => ({
    requestsPerSecond,
    maxInFlight,
    pauseScale: settings.WAIT_SCALE,
    onCall: (outcome, ms) => tally?.observe('outside_call_duration_seconds', { side, outcome }, ms / 1_000),
    onGuessedCharset: () => tally?.add('outside_charset_guessed_total', { side }, 1),
    onUnreadableRows: (list, count) => tally?.add('outside_rows_unreadable_total', { side, list }, count),
  })
  const budgetOptions: Readonly<Record<Side, BudgetOptions>> = {
    empikplace: optionsOf(
      'empikplace',
      settings.EMPIKPLACE_REQUESTS_PER_SECOND,
      settings.EMPIKPLACE_REQUESTS_IN_FLIGHT,
    ),
    thulium: optionsOf('thulium', settings.THULIUM_REQUESTS_PER_SECOND, settings.THULIUM_REQUESTS_IN_FLIGHT),
  }
  const keep = (side: Side, key: string): KeptBudget => {
    const name = `${side}:${key}`
    const known = budgets.get(name)
    if (known) return known
    const made: KeptBudget = { budget: createBudget(budgetOptions[side]), side, of: new Map() }
    budgets.set(name, made)
    return made
  }

  const wait = settings.OUTSIDE_TIMEOUT_MS
  const timeouts = wait === undefined ? {} : { timeouts: { read: wait, write: wait } }

  /** The field of an account that takes a comment's text, as found out by a client, for the next client. */
  const commentFields = new LRUCache<string, CommentField>(atMost(remembered))

  const atPriority = ({ budget }: KeptBudget, priority: Priority | undefined): Budget =>
    priority === 'later' ? later(budget) : budget

  return {
    id: randomUUID(),
    budgetUse: () =>
      [...budgets.values()].flatMap(({ budget, side, of }) => {
        const snapshot = budget.snapshot()
        return [...of.values()].map((whose) => ({ ...whose, side, snapshot }))
      }),
    empikplace({ shopId, apiKey, of, priority }) {
      const kept = keep('empikplace', createHash('sha256').update(apiKey).digest('hex'))
      if (of) kept.of.set(of.integrationId, { tenantId: of.tenantId, integrationId: of.integrationId })
      return createEmpikPlaceClient({
        baseUrl: settings.EMPIKPLACE_URL,
        shopId,
        apiKey,
        dispatcher,
        ...timeouts,
        budget: of ? unless(() => rests(of.tenantId), atPriority(kept, priority)) : atPriority(kept, priority),
      })
    },
    thulium({ system, user, password, priority }) {
      const kept = keep('thulium', system)
      // A tenant has the name of its account.
      kept.of.set('', { tenantId: system, integrationId: undefined })
      return createThuliumClient({
        baseUrl: `${settings.THULIUM_URL.replace('{system}', system)}/api`,
        user,
        password,
        dispatcher,
        ...timeouts,
        commentField: commentFields.get(system),
        learned: (field) => commentFields.set(system, field),
        budget: unless(() => rests(system), atPriority(kept, priority)),
      })
    },
  }
}
