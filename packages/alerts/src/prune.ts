import type { WorkerStore } from '@connector/store'
import { sql } from 'kysely'

/** What people were told is kept this long; one row is about 1 kB. */
const keptMs = 90 * 24 * 3_600_000

/** Forgets what is old and done. It reads whole tables, so once an hour is enough. */
export async function pruneAlerts({ db }: WorkerStore, now: Date): Promise<void> {
  const before = new Date(now.getTime() - keptMs)
  await sql`
    with old as (
      delete from alerts a where a.at < ${before} and not exists (
        select from alert_deliveries d where d.tenant_id = a.tenant_id and d.alert_id = a.alert_id and d.state = 'waiting')
      returning tenant_id, alert_id
    ), deliveries as (
      delete from alert_deliveries d using old where d.tenant_id = old.tenant_id and d.alert_id = old.alert_id
    )
    delete from alert_incidents where over_at < ${before}
  `.execute(db)
}
