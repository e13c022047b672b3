import { allTenants, type IntegrationRef } from '@connector/domain/words'
import type { OperationContext } from '@connector/operations'
import type { WorkerStore } from '@connector/store'
import { sql } from 'kysely'

/** Of `integrations i`: it runs, and its account neither rests nor is gone. Nobody reads the outside for any other, operations neither. */
export const isAtWork = sql<boolean>`
  i.status = 'running'
  and not exists (select from tenant_rests r where r.tenant_id = i.tenant_id and r.state <> 'working')`

/** The next integration at work of those that an operation is about. */
export async function nextIntegration(
  { db }: WorkerStore,
  { tenantId, scope }: OperationContext,
  after: IntegrationRef,
): Promise<IntegrationRef | undefined> {
  const { rows } = await sql<IntegrationRef>`
    select i.tenant_id as "tenantId", i.integration_id as "integrationId" from integrations i
    where ${isAtWork} and (i.tenant_id, i.integration_id) > (${after.tenantId}, ${after.integrationId})
      and ${tenantId === allTenants ? sql`true` : sql`i.tenant_id = ${tenantId}`}
      and ${scope.integrationId === undefined ? sql`true` : sql`i.integration_id = ${scope.integrationId}`}
    order by i.tenant_id, i.integration_id limit 1
  `.execute(db)
  return rows[0]
}

/** Whether one is still at work: it may be stopped, or its account paused, while an operation is under way. */
export async function goesOn({ db }: WorkerStore, { tenantId, integrationId }: IntegrationRef): Promise<boolean> {
  const { rows } = await sql`
    select from integrations i where i.tenant_id = ${tenantId} and i.integration_id = ${integrationId} and ${isAtWork}
  `.execute(db)
  return rows.length > 0
}
