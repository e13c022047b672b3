import { endWhenSilent } from '@connector/event-log'
import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
import pg from 'pg'
import { namedStatements } from './named-statements.ts'
import type { Tables } from './tables.ts'

export type Role = 'connector_api' | 'connector_worker'

export type Query = Kysely<Tables> | Transaction<Tables>

interface Connection {
  pool: pg.Pool
  close(): Promise<void>
}

/** For ingest and projector, which work for every tenant. */
export interface WorkerStore extends Connection {
  db: Kysely<Tables>
  /**
   * For the few statements that are asked for each conversation and find rows by their keys: planned once for each connection,
   * and never reading a whole table. Planning them anew took a third of what they cost, since for a few keys at a time a plan
   * for just these looks cheaper each time; and a table that is empty when they are planned grows to thousands of rows within
   * a second.
   */
  byKeys: Kysely<Tables>
  /** Of both: how many there are, how many of them nobody uses, and how many callers wait for one. */
  connections: () => { total: number; idle: number; waiting: number }
}

/** For the API: a query builder exists only inside one tenant. */
export interface TenantStore extends Connection {
  /** Runs work in a transaction that sees this tenant's rows and no others. */
  inTenant<T>(tenantId: string, work: (db: Transaction<Tables>) => Promise<T>): Promise<T>
  /** Sees one access key, whosever it is, and nothing else. */
  withAccessKey<T>(key: { hash: Buffer } | { id: string }, work: (db: Transaction<Tables>) => Promise<T>): Promise<T>
  /** Sees the access keys that belong to no tenant, and nothing else. */
  asOperator<T>(work: (db: Transaction<Tables>) => Promise<T>): Promise<T>
  /** For what is not built with the query builder: each statement sees this tenant's rows and no others, in one round trip. */
  connection: (tenantId: string) => TenantConnection
}

export interface TenantConnection {
  query<Row extends pg.QueryResultRow>(config: pg.QueryConfig): Promise<pg.QueryResult<Row>>
}

/** How long those who use a pool wait, in ms. */
interface Bounds {
  /** For a connection, a new one or one that somebody else uses. */
  connectionMs: number
  /** For a statement. */
  statementMs: number
}

/** Behind a request a caller waits, who tries again: better a no after seconds than a pile of requests nobody waits for. */
const apiBounds: Bounds = { connectionMs: 5_000, statementMs: 10_000 }

/** Ingest and projector have nobody waiting; their largest statement, a full page of events, takes a second. */
const workerBounds: Bounds = { connectionMs: 15_000, statementMs: 30_000 }

/** The database ends a statement after its bound and says so; when nothing comes for this much longer, the connection is dead. */
const silentForMs = 5_000

export interface ConnectOptions {
  url: string
  /** Connections at most. */
  max?: number
  bounds?: Bounds
  /** After how long a silence beyond the bound of a statement a connection is given up. */
  silenceMs?: number
  onError?: (error: Error) => void
}

/**
 * A process that is frozen in the middle of a transaction keeps what it locked, such as the projection's checkpoint, and an
 * append under way hides all newer events. Between two statements of a transaction milliseconds pass; after this long the
 * database ends it.
 */
const idleInTransactionMs = 5_000

/**
 * How a worker's connections are shared. For {@link WorkerStore.byKeys} one that looks for work, one that writes outcomes, and one
 * beside. Where there are few they get one on top: whoever reads the log inside of a transaction needs two of the others.
 */
const shareOf = (max: number): { others: number; byKeys: number } =>
  max >= 10 ? { others: max - 3, byKeys: 3 } : { others: max, byKeys: 1 }

/**
 * Compiling a statement, which PostgreSQL does for those it takes to be dear, costs 0.5 to 2 s each time, and plans that must not
 * read a table ({@link planByKeys}) always look dear. One idle shop then took a whole core of the database's, where the compiler is
 * installed (Debian's packages, the official image). Our statements take milliseconds.
 */
const neverCompiled = ' -c jit=off'

/** One plan for all parameters, by indexes and in their order, each row found through the one before. */
const planByKeys =
  ' -c plan_cache_mode=force_generic_plan' +
  ['seqscan', 'bitmapscan', 'sort', 'hashjoin', 'mergejoin'].map((way) => ` -c enable_${way}=off`).join('')

function openPool(
  { url, max = 10, silenceMs = silentForMs, onError }: ConnectOptions,
  role: Role,
  bounds: Bounds,
  settings = '',
): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    application_name: role,
    // Queries of one client that do not wait for each other are sent at once; see `queryInTenant`.
    pipeline: true,
    connectionTimeoutMillis: bounds.connectionMs,
    keepAlive: true,
    statement_timeout: bounds.statementMs,
    // The role is taken when the connection opens, so no query can run as the owner of the tables.
    options: `-c role=${role} -c idle_in_transaction_session_timeout=${idleInTransactionMs}${neverCompiled}${settings}`,
    types: {
      getTypeParser: (oid, format) =>
        oid === pg.types.builtins.INT8 ? Number : (pg.types.getTypeParser(oid, format) as (value: string) => unknown),
    },
  })
  // An idle connection that breaks is replaced by the pool; without a listener the process would end.
  pool.on('error', (error) => onError?.(error))
  // So is one that breaks between two statements of a transaction, which the pool does not listen to.
  pool.on('connect', (client) => {
    client.on('error', (error) => onError?.(error))
    endWhenSilent(client, bounds.statementMs + silenceMs)
  })
  return pool
}

export function connectWorker(options: ConnectOptions): WorkerStore {
  const bounds = options.bounds ?? workerBounds
  const { max = 10 } = options
  const open = (connections: number, settings?: string): pg.Pool =>
    openPool({ ...options, max: connections }, 'connector_worker', bounds, settings)
  const build = (pool: pg.Pool) => new Kysely<Tables>({ dialect: new PostgresDialect({ pool: namedStatements(pool) }) })
  const share = shareOf(max)
  const pool = open(share.others)
  const db = build(pool)
  const poolByKeys = open(share.byKeys, planByKeys)
  const byKeys = build(poolByKeys)
  return {
    pool,
    db,
    byKeys,
    connections: () => ({
      total: pool.totalCount + poolByKeys.totalCount,
      idle: pool.idleCount + poolByKeys.idleCount,
      waiting: pool.waitingCount + poolByKeys.waitingCount,
    }),
    close: async () => {
      await Promise.all([db.destroy(), byKeys.destroy()])
    },
  }
}

/**
 * One statement in a transaction of its own, in which the tenant is set. All is sent before anything is answered, so it takes
 * one round trip. The client goes back to the pool only when everything was answered, whatever became of it; by then the
 * transaction, and the setting with it, has ended. Had it not begun, the statement would see no rows.
 */
async function queryInTenant<Row extends pg.QueryResultRow>(
  pool: pg.Pool,
  tenantId: string,
  config: pg.QueryConfig,
): Promise<pg.QueryResult<Row>> {
  const client = await pool.connect()
  const sent = [
    client.query(`begin; select set_config('app.tenant_id', ${client.escapeLiteral(tenantId)}, true)`),
    client.query<Row>(config),
    // Of a transaction whose statement failed this is a rollback.
    client.query('commit'),
  ] as const
  const [begun, , ended] = await Promise.allSettled(sent)
  client.release(begun.status === 'rejected' || ended.status === 'rejected')
  const [, result] = await Promise.all(sent)
  return result
}

export function connectTenants(options: ConnectOptions): TenantStore {
  const pool = openPool(options, 'connector_api', options.bounds ?? apiBounds)
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  /** What the policies of the tables go by, set for one transaction. */
  const having = <T>(setting: string, value: string, work: (db: Transaction<Tables>) => Promise<T>): Promise<T> =>
    db.transaction().execute(async (trx) => {
      await sql`select set_config(${setting}, ${value}, true)`.execute(trx)
      return work(trx)
    })
  return {
    pool,
    inTenant: (tenantId, work) => having('app.tenant_id', tenantId, work),
    withAccessKey: (key, work) =>
      'hash' in key
        ? having('app.access_key_hash', key.hash.toString('hex'), work)
        : having('app.access_key_id', key.id, work),
    asOperator: (work) => having('app.operator', 'yes', work),
    connection: (tenantId) => ({ query: (config) => queryInTenant(pool, tenantId, config) }),
    close: () => db.destroy(),
  }
}

/**
 * A condition that always holds and lets the commit of its statement's transaction return before it is on disk. For what
 * can be derived anew after a crash of the database; a later durable commit makes it durable too, since both go to one
 * write-ahead log in order. Never for a claim: a write may have been sent on the strength of it.
 */
export const relaxedCommit = sql<boolean>`(select set_config('synchronous_commit', 'off', true)) is not null`
