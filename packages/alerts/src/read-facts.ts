import type { Overdue } from '@connector/domain/alerts'
import { defaultReplyDueHours } from '@connector/domain/settings'
import type { BehindSince, WorkerStore } from '@connector/store'
import { sql } from 'kysely'
import { tenantFacts, type TenantFacts } from './tenant-facts.ts'

/** What is known of a page of tenants at one moment. */
export interface FactsPage {
  tenants: TenantFacts[]
  /** By tenant and integration. */
  overdue: ReadonlyMap<string, Overdue>
}

export const overdueKey = (tenantId: string, integrationId: string): string => `${tenantId}/${integrationId}`

interface OverdueRow {
  tenant_id: string
  integration_id: string
  count: number
  since: Date
}

/** Tenants by their ids, those after the given one, at most that many. */
export async function readFacts(
  { db }: WorkerStore,
  behindSince: BehindSince,
  { after, most, now }: { after: string; most: number; now: Date },
): Promise<FactsPage> {
  const unprojectedSince = await behindSince()
  const { rows } = await db.transaction().execute(async (trx) => {
    await sql`select set_config('app.operator', 'yes', true)`.execute(trx)
    return sql<{ facts: unknown }>`select tenants_overview(${after}, '', ${most}) as facts`.execute(trx)
  })
  const tenants = rows.map(({ facts }) => ({ ...tenantFacts.parse(facts), unprojectedSince }))
  const running = tenants
    .filter(({ paused }) => !paused)
    .flatMap(({ tenantId, integrations }) =>
      integrations
        .filter(({ status }) => status === 'running')
        .map(({ integrationId }) => ({ tenantId, integrationId })),
    )
  return { tenants, overdue: running.length === 0 ? new Map() : await readOverdue(db, running, now) }
}

/** Buyers who have waited for longer than the settings of their shop allow; `least` passes over what is null. */
async function readOverdue(
  db: WorkerStore['db'],
  shops: readonly { tenantId: string; integrationId: string }[],
  now: Date,
): Promise<Map<string, Overdue>> {
  const { rows } = await sql<OverdueRow>`
    select i.tenant_id, i.integration_id, count(*)::int as count,
      min(least(c.reply_needed_since, c.unanswered_since) + d.due) as since
    from unnest(${shops.map(({ tenantId }) => tenantId)}::text[], ${shops.map((one) => one.integrationId)}::text[])
      as wanted (tenant_id, integration_id)
    join integrations i using (tenant_id, integration_id)
    cross join lateral (select ${now}::timestamptz - due as late, due
      from (select coalesce((i.settings->>'replyDueHours')::float8, ${defaultReplyDueHours}) * interval '1 hour' as due) as setting) d
    cross join lateral (
      -- Each half has an index of its own; asked for together, the conversations of all shops would be read.
      select r.thread_id, r.reply_needed_since, r.unanswered_since from conversations r
      where r.tenant_id = i.tenant_id and r.integration_id = i.integration_id and r.reply_needed_since < d.late
      union
      select u.thread_id, u.reply_needed_since, u.unanswered_since from conversations u
      where u.tenant_id = i.tenant_id and u.integration_id = i.integration_id and u.unanswered_since < d.late) c
    group by i.tenant_id, i.integration_id
  `.execute(db)
  return new Map(rows.map((row) => [overdueKey(row.tenant_id, row.integration_id), row]))
}
