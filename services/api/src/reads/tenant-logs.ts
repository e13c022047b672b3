import type { PostgresEventLog, StreamLog } from '@connector/event-log'
import type { TenantLogs } from '@connector/repository'
import type { TenantStore } from '@connector/store'
import { LRUCache } from 'lru-cache'

/** Tenants whose logs are kept; each is a handful of functions, and having the same one again lets reads be joined. */
const keptLogs = 10_000

/** The event log through connections that see one tenant: a stream of another one has no events there. */
export function createTenantLogs(log: PostgresEventLog, store: TenantStore): TenantLogs {
  const logs = new LRUCache<string, StreamLog>({
    max: keptLogs,
    memoMethod: (tenantId) => log.through(store.connection(tenantId)),
  })
  return (tenantId) => logs.memo(tenantId)
}
