import { allTenants } from '@connector/domain/words'
import type { RecordedEvent } from '@connector/event-log'
import type { OperationContext } from '@connector/operations'
import type { Query } from '@connector/store'
import { sql, type RawBuilder } from 'kysely'
import { refOf } from '../projection/ref-of.ts'

type Scoped = Pick<OperationContext, 'tenantId' | 'scope'>

/** Whether an event is one of those that an operation is about. */
export function isAbout({ tenantId, scope }: Scoped, event: RecordedEvent): boolean {
  const ref = refOf(event)
  return (
    (tenantId === allTenants || ref.tenantId === tenantId) &&
    (scope.integrationId === undefined || ref.integrationId === scope.integrationId) &&
    (scope.threadId === undefined || ref.threadId === scope.threadId)
  )
}

/** The same of a row. @param tenantId one of those of the operation */
export function rowsOf({ scope }: Scoped, tenantId: string): RawBuilder<boolean> {
  const conditions = [
    sql`tenant_id = ${tenantId}`,
    ...(scope.integrationId === undefined ? [] : [sql`integration_id = ${scope.integrationId}`]),
    ...(scope.threadId === undefined ? [] : [sql`thread_id = ${scope.threadId}`]),
  ]
  return sql<boolean>`(${sql.join(conditions, sql` and `)})`
}

/** About how many events the log has of all tenants or of one: as many as the read models have folded. */
export async function eventsOf(db: Query, tenantId: string): Promise<number> {
  const which = tenantId === allTenants ? sql`true` : sql`tenant_id = ${tenantId}`
  const { rows } = await sql<{ events: number }>`
    select ((select coalesce(sum(revision + 1), 0) from conversations where ${which})
      + (select coalesce(sum(revision + 1), 0) from integrations where ${which}))::float8 as events
  `.execute(db)
  return rows[0]?.events ?? 0
}
