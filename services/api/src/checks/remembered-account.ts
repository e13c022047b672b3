import type { Account, EmpikPlaceClient } from '@connector/empikplace'
import { atMost } from '@connector/service-kit'
import { LRUCache } from 'lru-cache'

/** EmpikPlace wants to be asked for the account once a day at most (docs/outside/empikplace.md: calls). */
const keptForMs = 24 * 3_600_000
const keptAccounts = 10_000

export type VerifyingClient = Pick<EmpikPlaceClient, 'account' | 'threads' | 'orders'>

/** Gives a client the account that the same key has shown before. Only answers are remembered, no failures. */
export type RememberAccount = (name: string, client: EmpikPlaceClient) => VerifyingClient

export function createRememberedAccounts(now: () => Date): RememberAccount {
  const accounts = new LRUCache<string, Account>({
    ...atMost(keptAccounts),
    ttl: keptForMs,
    ttlResolution: 0,
    perf: { now: () => now().getTime() },
  })
  return (name, client) => {
    const ask: EmpikPlaceClient['account'] = async (signal) => {
      const known = accounts.get(name)
      if (known) return { ok: true, value: known, serverTime: undefined }
      const answer = await client.account(signal)
      if (answer.ok) accounts.set(name, answer.value)
      return answer
    }
    let answer: ReturnType<EmpikPlaceClient['account']> | undefined
    return {
      account: (signal) => (answer ??= ask(signal)),
      threads: (query, signal) => client.threads(query, signal),
      orders: (orderIds, signal) => client.orders(orderIds, signal),
    }
  }
}
