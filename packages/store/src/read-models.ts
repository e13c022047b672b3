import type pg from 'pg'
import type { WorkerStore } from './connect.ts'
import { readModelParts } from './read-model-parts.ts'
import type { Row, Tables } from './tables.ts'

const conversation = ['tenant_id', 'integration_id', 'thread_id'] as const

/** Read models and the ledger, tables that hold nothing that is not in the log, and what each row is known by. */
export const keysOf = {
  conversations: conversation,
  integrations: ['tenant_id', 'integration_id'],
  customers: ['tenant_id', 'customer_id'],
  effects: ['tenant_id', 'effect_key'],
  hourly_counts: ['tenant_id', 'integration_id', 'hour'],
  tenants: ['tenant_id'],
  tenant_rests: ['tenant_id'],
  quarantined_streams: ['tenant_id', 'stream_id'],
  operations: ['tenant_id', 'operation_id'],
  conversation_words: [...conversation, 'revision'],
} as const satisfies { [T in keyof Tables]?: readonly (keyof Row<T> & string)[] }

export type ReadModel = keyof typeof keysOf

export const readModels = Object.keys(keysOf) as ReadModel[]

/** Empties every read model and the ledger; the projection then fills them again from the log. */
export async function resetReadModels({ db }: WorkerStore): Promise<void> {
  await db.transaction().execute(async (trx) => {
    for (const table of readModels) await trx.deleteFrom(table).execute()
    // Without them the parts are filled from the beginning of the log.
    await trx.deleteFrom('checkpoints').where('projection', 'in', readModelParts).execute()
  })
}

/**
 * The same for the owner of the tables, in the transaction that is open. Row-level security may hide every row from him, and
 * from `truncate` it hides none. The checkpoints go first: a projection that is writing holds them and is waited for.
 */
export async function truncateReadModels(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select name from unnest($1::text[]) as name where to_regclass(name) is not null`,
    [['checkpoints', ...readModels]],
  )
  const present = rows.map(({ name }) => name)
  if (!present.includes('checkpoints')) return
  // Until there were parts, there was one without a number.
  await client.query('delete from checkpoints where projection = any($1)', [['read-models', ...readModelParts]])
  const tables = readModels.filter((table) => present.includes(table))
  if (tables.length > 0) await client.query(`truncate ${tables.join(', ')}`)
}
