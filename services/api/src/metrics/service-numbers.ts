import type { BehindSince, TenantStore } from '@connector/store'
import { z } from 'zod'

const counts = z.record(z.string(), z.number())

const numbers = z.object({
  effects: counts,
  oldestWaitingSeconds: z.number(),
  integrations: counts,
  failingSides: counts,
  oldestLookSeconds: counts,
  workers: counts,
  leases: counts,
  loopDelaySeconds: counts,
  conversations: z.number(),
  projectionLagSeconds: z.number(),
  sweepWaiting: z.number(),
  sweepOldestSeconds: z.number(),
  repliesFoundLate: z.number(),
  clockOffsetSeconds: z.number(),
  quarantinedStreams: z.number(),
  unreadableInputs: z.number(),
  shopsInSeveralTenants: z.number(),
  pausedAfterRestore: z.number(),
  pools: z.record(z.string(), z.object({ total: z.number(), idle: z.number(), waiting: z.number() })),
  alertDeliveriesWaiting: z.number(),
  oldestUndeliveredSeconds: z.number(),
  alertTargetsDisabled: z.number(),
  alertWatchSeconds: z.number(),
  openIncidents: counts,
  feedBehindSeconds: z.number().nullable(),
  counters: z.array(z.object({ name: z.string(), labels: z.record(z.string(), z.string()), value: z.number() })),
})

/** What the database says of the whole service. */
export type ServiceNumbers = z.infer<typeof numbers>

const row = z.object({ numbers, at: z.date() })

/** However many scrapers there are, the database is asked this seldom. */
const freshForMs = 10_000

/** @returns reads the numbers, or gives those of a moment ago */
export function createServiceNumbers(
  store: TenantStore,
  behindSince: BehindSince,
  now: () => Date,
): () => Promise<ServiceNumbers> {
  let known: { at: number; numbers: Promise<ServiceNumbers> } | undefined

  async function read(): Promise<ServiceNumbers> {
    const statement = store.pool.query(
      `select service_metrics()::jsonb || look_metrics()::jsonb || quarantine_metrics()::jsonb || shop_metrics()::jsonb || worker_metrics()::jsonb
        || restore_metrics()::jsonb || pool_metrics()::jsonb || alert_metrics()::jsonb || feed_metrics()::jsonb || jsonb_build_object('counters',
          (select coalesce(jsonb_agg(c order by c.name, c.labels), '[]') from service_counters c))
        as numbers, now() as at`,
    )
    const [{ rows }, since] = await Promise.all([statement, behindSince()])
    const { numbers, at } = row.parse(rows[0])
    const projectionLagSeconds = since === undefined ? 0 : Math.max(0, (at.getTime() - since.getTime()) / 1_000)
    return { ...numbers, projectionLagSeconds }
  }

  return async () => {
    const at = now().getTime()
    if (!known || at - known.at >= freshForMs) known = { at, numbers: read() }
    try {
      return await known.numbers
    } catch (error) {
      known = undefined
      throw error
    }
  }
}
