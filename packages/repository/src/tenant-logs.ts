import type { StreamLog } from '@connector/event-log'
import { createBatcher } from '@connector/service-kit'

/**
 * The log as one tenant may use it; for one tenant always the same object. A service that works for every tenant gives
 * the same one for all, and what comes at the same time shares a round trip; one that must never see two tenants at once
 * gives each its own, and none waits for another.
 */
export type TenantLogs = (tenantId: string) => StreamLog

/** Gathers what comes at the same time for the same log; see `createBatcher`. */
export function createBatcherPerLog<T extends { tenantId: string }, R>(
  logs: TenantLogs,
  flush: (log: StreamLog, items: T[]) => Promise<readonly R[]>,
  maxSize: number,
): (item: T) => Promise<R> {
  const batchers = new WeakMap<StreamLog, (item: T) => Promise<R>>()
  return (item) => {
    const log = logs(item.tenantId)
    const batch = batchers.get(log) ?? createBatcher<T, R>((items) => flush(log, items), maxSize)
    batchers.set(log, batch)
    return batch(item)
  }
}
