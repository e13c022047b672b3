import type { EventLog, StreamLog } from '@connector/event-log'
import type { TenantLogs } from '@connector/repository'
import { atMost } from '@connector/service-kit'
import { LRUCache } from 'lru-cache'

/** Tenants whose logs are kept; each is a handful of functions, and having the same one again lets reads be joined. */
const keptLogs = 10_000

/** The event log as one tenant sees it: a stream of another one has no events there. */
export function createTenantLogs(log: Pick<EventLog, 'forTenant'>): TenantLogs {
  const logs = new LRUCache<string, StreamLog>({
    ...atMost(keptLogs),
    memoMethod: (tenantId) => log.forTenant(tenantId),
  })
  return (tenantId) => logs.memo(tenantId)
}
