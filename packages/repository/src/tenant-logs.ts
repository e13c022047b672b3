import type { StreamLog } from '@connector/event-log'

/**
 * The log as one tenant may use it. A service that works for every tenant gives the same one for all, and what comes at
 * the same time shares a round trip; one that must never see two tenants at once gives each its own.
 */
export type TenantLogs = (tenantId: string) => StreamLog

/** Does the work once for each log. @returns the results in the order of the items, which they must be in as well */
export async function perLog<T extends { tenantId: string }, R>(
  logs: TenantLogs,
  items: readonly T[],
  work: (log: StreamLog, items: readonly T[]) => Promise<readonly R[]>,
): Promise<R[]> {
  const groups = new Map<StreamLog, { item: T; place: number }[]>()
  items.forEach((item, place) => {
    const log = logs(item.tenantId)
    const group = groups.get(log) ?? []
    group.push({ item, place })
    groups.set(log, group)
  })
  const done = await Promise.all(
    [...groups].map(async ([log, group]) => {
      const results = await work(
        log,
        group.map(({ item }) => item),
      )
      return results.map((result, index) => ({ result, place: group[index]?.place ?? -1 }))
    }),
  )
  return done
    .flat()
    .sort((a, b) => a.place - b.place)
    .map(({ result }) => result)
}
