import type { ThuliumClient } from '@connector/thulium'
import { atMost } from '@connector/service-kit'
import { LRUCache } from 'lru-cache'
import { storedLogin, type LoginStores } from '../accounts/stored-login.ts'
import type { KnownTenants } from './known.ts'
import { unreadable, type PickList } from './pick-list.ts'
import { texts } from './texts.ts'

/** A settings page asks for the same lists again and again, and an account answers two requests a second. */
const freshForMs = 60_000
const keptLists = 10_000
/** Two calls, and some patience with slow answers. */
const deadlineMs = 30_000

/** Reads one list of a tenant's Thulium account, at most once a minute; what could not be read is tried again at once. */
export type ReadPickList<T> = (tenantId: string) => Promise<PickList<T>>

interface PickListDeps extends LoginStores {
  directory: KnownTenants
  now: () => Date
}

export function createPickList<T>(
  deps: PickListDeps,
  read: (client: ThuliumClient, signal: AbortSignal) => Promise<PickList<T>>,
): ReadPickList<T> {
  const lists = new LRUCache<string, Promise<PickList<T>>>({
    ...atMost(keptLists),
    ttl: freshForMs,
    ttlResolution: 0,
    perf: { now: () => deps.now().getTime() },
  })
  return async (tenantId) => {
    const login = await storedLogin(deps, tenantId, await deps.directory.tenant(tenantId))
    if (!login) return unreadable(texts.passwordMissing)
    const name = `${tenantId}:${login.version}`
    const known = lists.get(name)
    if (known) return known
    const reading = read(login.client, AbortSignal.timeout(deadlineMs))
    lists.set(name, reading)
    const list = await reading
    if (list.source === 'unreadable') lists.delete(name)
    return list
  }
}
