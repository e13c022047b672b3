import { alertType, reportedIncident, type AlertKind } from '@connector/domain/alerts'
import { allTenants } from '@connector/domain/words'
import type { Query } from '@connector/store'
import { sql } from 'kysely'
import { incidentOf, writeIncidents } from './incident-rows.ts'
import { postAlerts } from './post.ts'

/** Kinds that nobody can see in the facts of health: whoever finds them says so. */
export type ReportedKind = Extract<AlertKind, 'reconcile-found' | 'target-disabled'>

export interface Report {
  tenantId: string
  /** Empty for what is about no single shop. */
  integrationId: string
  kind: ReportedKind
  /** Tells reports of one kind in one place apart. */
  subject: string
  /** How much was found; 0 ends the incident. */
  count: number
}

async function change(db: Query, report: Report, now: Date): Promise<void> {
  const { tenantId, integrationId, kind, subject } = report
  const rows = await db
    .selectFrom('alert_incidents')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('integration_id', '=', integrationId)
    .where('kind', '=', kind)
    .where('subject', '=', subject)
    .where('over_at', 'is', null)
    .forUpdate()
    .execute()
  const next = reportedIncident({ tenantId, integrationId }, rows.flatMap(incidentOf)[0], report, now)
  await writeIncidents(db, next, now)
  await postAlerts(db, tenantId, next.alerts, now)
}

/**
 * Says what was found in one place, or (count 0) that it is gone. People of the tenant are told of each; the operator of each
 * kind once, with the number of accounts. Call it in the transaction that records the finding; twice comes to the same.
 */
export async function reportIncident(db: Query, report: Report, now: Date): Promise<void> {
  // Two reports of one kind wait for each other, so that the number of accounts is right.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`alerts:${report.kind}`}, 0))`.execute(db)
  await change(db, report, now)
  if (!alertType(report.kind).readers.includes('operator') || report.tenantId === allTenants) return
  const { rows } = await sql<{ accounts: number }>`
    select count(distinct tenant_id)::int as accounts from alert_incidents
    where kind = ${report.kind} and over_at is null and tenant_id <> ${allTenants}
  `.execute(db)
  const count = rows[0]?.accounts ?? 0
  await change(db, { ...report, tenantId: allTenants, integrationId: '', subject: '', count }, now)
}

/** A target that somebody enabled again, or removed, is disabled no longer. */
export async function endOfDisabled(db: Query, now: Date): Promise<void> {
  const { rows } = await sql<{ tenant_id: string; subject: string }>`
    select i.tenant_id, i.subject from alert_incidents i
    where i.kind = 'target-disabled' and i.over_at is null and i.subject <> '' and not exists (
      select from alert_targets t where t.tenant_id = i.tenant_id and t.target_id::text = i.subject
        and t.disabled_because in ('failures', 'gone'))
  `.execute(db)
  for (const { tenant_id: tenantId, subject } of rows)
    await reportIncident(db, { tenantId, integrationId: '', kind: 'target-disabled', subject, count: 0 }, now)
}
