import type pg from 'pg'
import type { WorkerStore } from './connect.ts'
import type { Tables } from './tables.ts'

/** Whose checkpoint tells how far the read models are. When it is missing they are filled from the beginning of the log. */
export const readModelsProjection = 'read-models'

/** Read models and the ledger: tables that hold nothing that is not in the log. */
export const readModels = [
  'conversations',
  'integrations',
  'customers',
  'effects',
  'hourly_counts',
  'tenants',
  'tenant_rests',
  'quarantined_streams',
  'operations',
  'conversation_words',
] as const satisfies readonly (keyof Tables)[]

export type ReadModel = (typeof readModels)[number]

/** Empties every read model and the ledger; the projection then fills them again from the log. */
export async function resetReadModels({ db }: WorkerStore): Promise<void> {
  await db.transaction().execute(async (trx) => {
    for (const table of readModels) await trx.deleteFrom(table).execute()
    await trx.deleteFrom('checkpoints').where('projection', '=', readModelsProjection).execute()
  })
}

/**
 * The same for the owner of the tables, in the transaction that is open. Row-level security may hide every row from him, and
 * from `truncate` it hides none. The checkpoint goes first: a projection that is writing holds it and is waited for.
 */
export async function truncateReadModels(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select name from unnest($1::text[]) as name where to_regclass(name) is not null`,
    [['checkpoints', ...readModels]],
  )
  const present = rows.map(({ name }) => name)
  if (!present.includes('checkpoints')) return
  await client.query('delete from checkpoints where projection = $1', [readModelsProjection])
  const tables = readModels.filter((table) => present.includes(table))
  if (tables.length > 0) await client.query(`truncate ${tables.join(', ')}`)
}
