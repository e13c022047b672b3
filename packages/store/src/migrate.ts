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
 * @throws {ProjectorsAtWork} when read models must be rebuilt and projectors are at work; nothing is changed then
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

/** Somebody at work and a migration wait for each other's tables; one of them was ended by the database. */
const isDeadlock = (error: unknown): boolean => error instanceof pg.DatabaseError && error.code === '40P01'

const maxTries = 10

async function assertNoProjectors(client: pg.Client): Promise<void> {
  // An empty database has not even a list of them.
  const { rows: tables } = await client.query(`select where to_regclass('public.workers') is not null`)
  if (tables.length === 0) return
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
  await client.query(eventLogSchema)
  const missing = known.filter(({ name }) => !done.has(name))
  if (!alone && missing.some(({ rebuildsReadModels }) => rebuildsReadModels)) await assertNoProjectors(client)
  for (let tries = 1; ; tries++)
    try {
      await applyAll(client, missing, newest)
      return missing.map(({ name }) => name)
    } catch (error) {
      await client.query('rollback').catch(() => undefined)
      if (!isDeadlock(error) || tries === maxTries) throw error
    }
}

/**
 * All in one transaction: services of the version before are at work, and rights on tables that were made anew come at the end. They
 * see the schema of before or the newest one, and none between.
 */
async function applyAll(client: pg.Client, missing: readonly NamedMigration[], newest: string): Promise<void> {
  await client.query('begin')
  for (const { sql, rebuildsReadModels } of missing) {
    if (rebuildsReadModels) await truncateReadModels(client)
    await client.query(sql)
  }
  await client.query(eraser + secureTenantTables + rebuildTables)
  await client.query('insert into migrations (name) select unnest($1::text[])', [
    [...missing.map(({ name }) => name), newest],
  ])
  await client.query('commit')
}
