import { setTimeout as rest } from 'node:timers/promises'
import { assertLogReadable, LogNotReadable, wordsOf } from '@connector/event-log'
import pg from 'pg'
import type { Role } from './connect.ts'
import { migrate, ProjectorsAtWork, schemaDigest } from './migrate.ts'

export interface Waiting {
  /** Told what is waited for, once for each reason. */
  onWait: (message: string) => void
  /** Told when the login could do anything to the tables, which no service needs. */
  onOwner?: (message: string) => void
}

const connectionMs = 5_000
const firstRestMs = 250
const longestRestMs = 5_000

// 3D000: the database does not exist yet. The others say that the server cannot be reached, starts, stops, or is full.
const passing = /^(?:08|53|57|58|3D000)/

// No right, no table, no function: somebody is in the middle of migrating.
const halfMigrated = /^(?:42501|42P01|42883)$/

const isPassing = (error: unknown): boolean =>
  !(error instanceof LogNotReadable || error instanceof SessionsNotOurs) &&
  (!(error instanceof pg.DatabaseError) || passing.test(error.code ?? ''))

const notNewest =
  'The database is not in the schema of this version. Run `npm run migrate` as its owner; the service waits.'

/**
 * A pooler between us and PostgreSQL takes no settings along, or a connection away between two statements. Then nobody has the
 * role of the service, no bound holds, and what is told to one session is asked of another.
 */
export class SessionsNotOurs extends Error {
  override name = 'SessionsNotOurs'
  constructor(cause?: unknown) {
    super(
      'What stands between this service and PostgreSQL (a pooler such as PgBouncer) does not hand on the settings of our connections. Let DATABASE_URL name PostgreSQL itself; the service holds few connections, whatever the number of accounts.',
      { cause },
    )
  }
}

/** A setting that nobody else has, by which we see whether ours arrive. */
const ownSession = 'connector.session'

/** `unsupported startup parameter`, of PgBouncer. */
const isRefusedSetting = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && error.code === '08P01' && /startup parameter/.test(error.message)

interface Found {
  isNewest: boolean
  mayMigrate: boolean
}

async function look(url: string, role: Role): Promise<Found> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: connectionMs,
    query_timeout: connectionMs,
    options: `-c ${ownSession}=own`,
  })
  // The error is that of the statement under way, too.
  client.on('error', () => undefined)
  await client.connect().catch((error: unknown) => {
    throw isRefusedSetting(error) ? new SessionsNotOurs(error) : error
  })
  try {
    const { rows } = await client.query<{
      has_role: boolean
      creates: boolean
      migrated: boolean
      session: string | null
    }>(
      `select current_setting('${ownSession}', true) as session,
         r.rolsuper or r.rolcreaterole as creates, to_regclass('migrations') is not null as migrated,
         coalesce((select pg_has_role(session_user, oid, 'member') from pg_roles where rolname = $1), false) as has_role
       from pg_roles r where r.rolname = session_user`,
      [role],
    )
    const [found] = rows
    if (found?.session !== 'own') throw new SessionsNotOurs()
    const mayMigrate = found.creates
    if (!found.migrated || !found.has_role) return { isNewest: false, mayMigrate }
    await client.query(`set role ${role}`)
    const { rowCount } = await client.query('select from migrations where name = $1', [`schema-${schemaDigest}`])
    if (rowCount !== 1) return { isNewest: false, mayMigrate }
    await assertLogReadable(client)
    return { isNewest: true, mayMigrate }
  } finally {
    await client.end()
  }
}

/**
 * Resolves when the database is there and in the schema that this version works with. It waits for both: a service may be
 * started before its database, and before the command that migrates it. A login that may create migrates by itself, as is
 * handy on one machine; the login of a service may not.
 * @throws {LogNotReadable} for a database that was restored from a dump and not repaired
 * @throws {SessionsNotOurs} behind a pooler
 */
export async function untilSchemaIsReady(url: string, role: Role, { onWait, onOwner }: Waiting): Promise<void> {
  let told: string | undefined
  const wait = (message: string): void => {
    if (message !== told) onWait(message)
    told = message
  }
  for (let restMs = firstRestMs; ; restMs = Math.min(restMs * 2, longestRestMs)) {
    try {
      const { isNewest, mayMigrate } = await look(url, role)
      if (mayMigrate)
        onOwner?.(
          `The service logs in as a role that may create and change tables. It needs no such right: give it the login ${role}_login (docs/operations.md).`,
        )
      if (isNewest) return
      if (mayMigrate) {
        await migrate(url)
        return
      }
      wait(notNewest)
    } catch (error) {
      if (error instanceof pg.DatabaseError && halfMigrated.test(error.code ?? '')) wait(notNewest)
      else if (error instanceof ProjectorsAtWork) wait(error.message)
      else if (!isPassing(error)) throw error
      else wait(`The database cannot be reached yet, the service waits: ${wordsOf(error)}`)
    }
    await rest(restMs)
  }
}
