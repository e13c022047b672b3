import { createHash } from 'node:crypto'
import { createEmpikPlaceClient, type EmpikPlaceClient } from '@connector/empikplace'
import { createAgent, createBudget, createDestinations, type Budget, type Resolve } from '@connector/outbound-http'
import { createThuliumClient, type ThuliumClient, type ThuliumSettings } from '@connector/thulium'
import { LRUCache } from 'lru-cache'
import type { ConnectionSettings } from './settings.ts'

export interface Clients {
  empikplace(shop: { shopId: string; apiKey: string }): EmpikPlaceClient
  thulium(account: { system: string; user: string; password: string }): ThuliumClient
}

/** Budgets kept; one that is not in use holds no promise, so forgetting the oldest is harmless. */
const keptBudgets = 20_000

/**
 * Makes clients that share one budget per EmpikPlace key (several shops may sit behind one key) and per Thulium account,
 * and that call only what the settings allow.
 * @param resolve how host names are resolved; by default as the operating system does
 */
export function createClients(settings: ConnectionSettings, resolve?: Resolve): Clients {
  const dispatcher = createAgent({
    destinations: createDestinations({
      urls: [settings.EMPIKPLACE_URL, settings.THULIUM_URL],
      hosts: settings.OUTSIDE_HOSTS,
    }),
    resolve,
  })
  const budgets = new LRUCache<string, Budget>({ max: keptBudgets })
  const budget = (key: string, requestsPerSecond: number, maxInFlight: number): Budget => {
    const known = budgets.get(key)
    if (known) return known
    const made = createBudget({ requestsPerSecond, maxInFlight })
    budgets.set(key, made)
    return made
  }

  const wait = settings.OUTSIDE_TIMEOUT_MS
  const timeouts = wait === undefined ? {} : { timeouts: { read: wait, write: wait } }

  /** What a client found out about an account, such as the field that takes a comment's text, for the next client. */
  const findings = new Map<string, Partial<ThuliumSettings>>()

  return {
    empikplace: ({ shopId, apiKey }) =>
      createEmpikPlaceClient({
        baseUrl: settings.EMPIKPLACE_URL,
        shopId,
        apiKey,
        dispatcher,
        ...timeouts,
        budget: budget(
          `empikplace:${createHash('sha256').update(apiKey).digest('hex')}`,
          settings.EMPIKPLACE_REQUESTS_PER_SECOND,
          settings.EMPIKPLACE_REQUESTS_IN_FLIGHT,
        ),
      }),
    thulium: ({ system, user, password }) =>
      createThuliumClient({
        baseUrl: `${settings.THULIUM_URL.replace('{system}', system)}/api`,
        user,
        password,
        dispatcher,
        ...timeouts,
        settings: findings.get(system),
        learned: (finding) => findings.set(system, { ...findings.get(system), ...finding }),
        budget: budget(`thulium:${system}`, settings.THULIUM_REQUESTS_PER_SECOND, settings.THULIUM_REQUESTS_IN_FLIGHT),
      }),
  }
}
