import type { OperationContext } from '@connector/operations'
import { readModels, type Query } from '@connector/store'
import { sql } from 'kysely'

/** Empties the tables and marks whose they are: whoever finds another mark, or none, begins again. */
export async function begin(db: Query, { operationId }: OperationContext): Promise<void> {
  await sql`truncate ${sql.join([...readModels, 'filled_for'].map((table) => sql`rebuild.${sql.table(table)}`))}`.execute(
    db,
  )
  await sql`insert into rebuild.filled_for (operation_id) values (${operationId})`.execute(db)
}

/** Whether nobody has begun since. */
export async function isOurs(db: Query, { operationId }: OperationContext): Promise<boolean> {
  const { rows } = await sql`select from rebuild.filled_for where operation_id = ${operationId}`.execute(db)
  return rows.length > 0
}
