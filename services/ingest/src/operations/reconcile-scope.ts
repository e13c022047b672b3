import { allTenants, type IntegrationRef } from '@connector/domain/words'
import type { OperationContext } from '@connector/operations'
import type { WorkerStore } from '@connector/store'
import { sql } from 'kysely'
import { isAtWork } from './at-work.ts'

const largest = 2 ** 32

/** A share is drawn anew by each operation: after many nights every conversation had its turn. */
const conditions = ({ operationId, scope }: OperationContext) => {
  const { threadId, since, until, share } = scope
  return sql.join(
    [
      sql`true`,
      ...(threadId === undefined ? [] : [sql`c.thread_id = ${threadId}`]),
      ...(since === undefined ? [] : [sql`c.changed_at >= ${since}::timestamptz`]),
      ...(until === undefined ? [] : [sql`c.changed_at < ${until}::timestamptz`]),
      ...(share === undefined
        ? []
        : [
            sql`('x' || left(md5(${operationId} || c.integration_id || c.thread_id), 8))::bit(32)::bigint < ${share * largest}::float8`,
          ]),
    ],
    sql` and `,
  )
}

/** The next conversation that the read models know, by its id. */
export async function nextKnown(
  { db }: WorkerStore,
  context: OperationContext,
  { tenantId, integrationId }: IntegrationRef,
  afterThread: string,
): Promise<string | undefined> {
  const { rows } = await sql<{ threadId: string }>`
    select c.thread_id as "threadId" from conversations c
    where c.tenant_id = ${tenantId} and c.integration_id = ${integrationId} and c.thread_id > ${afterThread}
      and ${conditions(context)}
    order by c.thread_id limit 1
  `.execute(db)
  return rows[0]?.threadId
}

/** How many conversations it is about, as far as the read models know. */
export async function countKnown({ db }: WorkerStore, context: OperationContext): Promise<number> {
  const { tenantId, scope } = context
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from conversations c join integrations i using (tenant_id, integration_id)
    where ${isAtWork} and ${tenantId === allTenants ? sql`true` : sql`c.tenant_id = ${tenantId}`}
      and ${scope.integrationId === undefined ? sql`true` : sql`c.integration_id = ${scope.integrationId}`}
      and ${conditions(context)}
  `.execute(db)
  return rows[0]?.count ?? 0
}
