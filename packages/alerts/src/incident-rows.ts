import { alertKinds, type Incident } from '@connector/domain/alerts'
import { upsert, type Query, type Row } from '@connector/store'

type IncidentRow = Row<'alert_incidents'>

/** One of a kind that this version does not know stays as it is. */
export function incidentOf(row: IncidentRow): Incident[] {
  const kind = alertKinds.find((known) => known === row.kind)
  if (kind === undefined) return []
  return [
    {
      tenantId: row.tenant_id,
      integrationId: row.integration_id,
      incidentId: row.incident_id,
      kind,
      subject: row.subject,
      since: row.since,
      openedAt: row.opened_at,
      count: row.count,
      toldCount: row.told_count,
      clearSince: row.clear_since ?? undefined,
    },
  ]
}

const rowOf = (incident: Incident, overAt: Date | null): IncidentRow => ({
  tenant_id: incident.tenantId,
  incident_id: incident.incidentId,
  integration_id: incident.integrationId,
  kind: incident.kind,
  subject: incident.subject,
  since: incident.since,
  opened_at: incident.openedAt,
  count: incident.count,
  told_count: incident.toldCount,
  clear_since: incident.clearSince ?? null,
  over_at: overAt,
})

export const writeIncidents = (
  db: Query,
  { open, over }: { open: readonly Incident[]; over: readonly Incident[] },
  now: Date,
): Promise<void> =>
  upsert(
    db,
    'alert_incidents',
    ['tenant_id', 'incident_id'],
    [...open.map((one) => rowOf(one, null)), ...over.map((one) => rowOf(one, now))],
  )

/** Those of some tenants that are not over. */
export async function openIncidents(db: Query, tenantIds: readonly string[]): Promise<Incident[]> {
  const rows = await db
    .selectFrom('alert_incidents')
    .selectAll()
    .where('over_at', 'is', null)
    .where('tenant_id', 'in', [...tenantIds, ''])
    .execute()
  return rows.flatMap(incidentOf)
}
