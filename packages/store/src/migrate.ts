import { createHash } from 'node:crypto'
import { assertLogReadable, eventLogSchema } from '@connector/event-log'
import pg from 'pg'
import { migrations } from './migration-files.ts'
import { roles, secureTenantTables } from './security.ts'

/** Changes with every change of the schema. */
export const schemaDigest = createHash('sha256')
  .update(JSON.stringify([eventLogSchema, migrations, roles, secureTenantTables]))
  .digest('hex')
  .slice(0, 16)

/** Any number, the same for every process of this project: only one of them migrates at a time. */
const advisoryLock = 7_305_011

/**
 * Brings a database to the newest schema, from any earlier one or from empty. Safe to call from many processes at once.
 * @param url of a user that may create tables and roles
 * @returns names of the migrations that were applied now
 * @throws {LogNotReadable} for one that was restored from a dump and not repaired
 */
export async function migrate(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [advisoryLock])
    const applied = await applyMissing(client)
    // For the API, whose role sees no event without a tenant and so would find any log readable.
    await client.query('set role connector_worker')
    await assertLogReadable(client)
    return applied
  } finally {
    await client.end()
  }
}

async function applyMissing(client: pg.Client): Promise<string[]> {
  await client.query(
    'create table if not exists migrations (name text primary key, applied_at timestamptz default now())',
  )
  await client.query(roles)
  const done = new Set(
    (await client.query<{ name: string }>('select name from migrations')).rows.map(({ name }) => name),
  )
  // What follows locks every table, so a process that starts beside others at work must not do it again.
  const newest = `schema-${schemaDigest}`
  if (done.has(newest)) return []
  const apply = async (name: string, statements: string): Promise<void> => {
    await client.query('begin')
    await client.query(statements)
    await client.query('insert into migrations (name) values ($1)', [name])
    await client.query('commit')
  }
  await client.query(eventLogSchema)
  const applied: string[] = []
  for (const { name, sql } of migrations) {
    if (done.has(name)) continue
    await apply(name, sql)
    applied.push(name)
  }
  await apply(newest, secureTenantTables)
  return applied
}
