import { createHash } from 'node:crypto'
import { assertLogReadable, eventLogSchema } from '@connector/event-log'
import pg from 'pg'
import { migrations } from './migration-files.ts'
import type { NamedMigration } from './migration.ts'
import { truncateReadModels } from './read-models.ts'
import { rebuildTables } from './rebuild-tables.ts'
import { eraser, roles, secureTenantTables } from './security.ts'

const digestOf = (known: readonly NamedMigration[]): string =>
  createHash('sha256')
    .update(JSON.stringify([eventLogSchema, known, roles, eraser, secureTenantTables, rebuildTables]))
    .digest('hex')
    .slice(0, 16)

/** Changes with every change of the schema. */
export const schemaDigest = digestOf(migrations)

/** Any number, the same for every process of this project: only one of them migrates at a time. */
const advisoryLock = 7_305_011

/**
 * Read models must be filled anew, and there are projectors that would do it at once, in the way of the version before. The
 * message is for people.
 */
export class ProjectorsAtWork extends Error {
  override readonly name = 'ProjectorsAtWork'
}

export interface MigrateOptions {
  /** All that the database should have had; by default those of this version. */
  known?: readonly NamedMigration[]
  /** Nobody else can be using the database: a projector that seems to be at work was killed. */
  alone?: boolean
}

/**
 * Brings a database to the newest schema, from any earlier one or from empty. Safe to call from many processes at once.
 * @param url of a user that may create tables and roles
 * @returns names of the migrations that were applied now
 * @throws {ProjectorsAtWork} when read models must be rebuilt and projectors are at work; those before it stay applied
 * @throws {LogNotReadable} for one that was restored from a dump and not repaired
 */
export async function migrate(url: string, options: MigrateOptions = {}): Promise<string[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [advisoryLock])
    const applied = await applyMissing(client, options)
    // For the API, whose role sees no event without a tenant and so would find any log readable.
    await client.query('set role connector_worker')
    await assertLogReadable(client)
    return applied
  } finally {
    await client.end()
  }
}

async function assertNoProjectors(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ until: Date }>(
    `select max(expires_at) as until from workers where service = 'projector' having max(expires_at) > now()`,
  )
  const [atWork] = rows
  if (atWork)
    throw new ProjectorsAtWork(
      'This version fills the read models anew, and a projector of the version before is at work. Stop all projectors first; ' +
        `one that was killed counts until ${atWork.until.toISOString()}.`,
    )
}

async function applyMissing(
  client: pg.Client,
  { known = migrations, alone = false }: MigrateOptions,
): Promise<string[]> {
  await client.query(
    'create table if not exists migrations (name text primary key, applied_at timestamptz default now())',
  )
  await client.query(roles)
  const done = new Set(
    (await client.query<{ name: string }>('select name from migrations')).rows.map(({ name }) => name),
  )
  // What follows locks every table, so a process that starts beside others at work must not do it again.
  const newest = `schema-${digestOf(known)}`
  if (done.has(newest)) return []
  const apply = async (name: string, statements: string, before?: () => Promise<void>): Promise<void> => {
    await client.query('begin')
    await before?.()
    await client.query(statements)
    await client.query('insert into migrations (name) values ($1)', [name])
    await client.query('commit')
  }
  const emptyReadModels = async (): Promise<void> => {
    if (!alone) await assertNoProjectors(client)
    await truncateReadModels(client)
  }
  await client.query(eventLogSchema)
  const applied: string[] = []
  for (const { name, sql, rebuildsReadModels } of known) {
    if (done.has(name)) continue
    await apply(name, sql, rebuildsReadModels ? emptyReadModels : undefined)
    applied.push(name)
  }
  await apply(newest, eraser + secureTenantTables + rebuildTables)
  return applied
}
