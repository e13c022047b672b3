import {
  CopyRefused,
  LogNotReadable,
  type EventStoreSettings,
  type LogCopy,
  type StreamLog,
} from '@connector/event-log'
import type pg from 'pg'
import { takesNoWrites } from './own-fault.ts'

/** Where a log is, in a word that a database remembers. */
export const homeOf = (eventStore: EventStoreSettings | undefined): string =>
  eventStore ? `eventstore:${eventStore.prefix}` : 'postgres'

/** Where the log of a database is; undefined of one that nobody has used. */
export async function readLogHome(pool: pg.Pool): Promise<string | undefined> {
  const { rows } = await pool.query<{ home: string | null }>(
    `select coalesce((select home from log_home), (select 'postgres' from events limit 1)) as home`,
  )
  return rows[0]?.home ?? undefined
}

/**
 * Services that are set otherwise than the others would begin a second log: they do not start.
 * @param pool of a role that sees all events, or else nothing but what somebody has said is known
 * @param claims whether an unused database is taken for this home; the API leaves that to those who follow the log
 * @throws {LogNotReadable}
 */
export async function assertLogHome(
  pool: pg.Pool,
  eventStore: EventStoreSettings | undefined,
  { claims }: { claims: boolean },
): Promise<void> {
  const ours = homeOf(eventStore)
  const known = await readLogHome(pool)
  if (known === undefined) {
    if (!claims) return
    try {
      await pool.query('insert into log_home (home) values ($1) on conflict do nothing', [ours])
    } catch (error) {
      // A database that takes no writes is told of by its own check, and asked again at the next start.
      if (!takesNoWrites(error)) throw error
    }
    // Another may have been faster, and set otherwise.
    return assertLogHome(pool, eventStore, { claims: false })
  }
  if (known !== ours)
    throw new LogNotReadable(
      `The log of this database is in ${known}, and this service is set to ${ours}. Set EVENTSTORE_URL and EVENTSTORE_PREFIX as the ` +
        'other services have them, or move the log first (docs/operations.md, "The log moves to EventStoreDB, or back").',
    )
}

export interface MovedReaders {
  /** Readers whose places were found again. */
  readers: number
}

/**
 * Readers of a log go on in its copy where they stood, and the database remembers where the log is from now on. While no service
 * is at work.
 * @throws {CopyRefused} when operations are under way, or the copy lacks the event of a reader
 */
export async function moveReaders(
  pool: pg.Pool,
  from: LogCopy,
  to: Pick<StreamLog, 'readStream'>,
  home: string,
): Promise<MovedReaders> {
  const { rows: open } = await pool.query<{ kind: string }>(`select kind from operations where status = 'open' limit 1`)
  if (open[0])
    throw new CopyRefused(
      `An operation is under way (${open[0].kind}), and it remembers places of the old log. Let it come to its end, or cancel it.`,
    )
  const moved = async (position: string | null): Promise<string | null> => {
    if (position === null) return null
    const event = await from.at(position)
    const [there] = event ? await to.readStream(event.streamId, event.revision) : []
    if (!event || there?.id !== event.id)
      throw new CopyRefused(`A reader stands at ${position}, and its event is not in the copy. Copy the rest first.`)
    return there.checkpoint
  }
  const { rows: readers } = await pool.query<{ projection: string; position: string | null; until: string | null }>(
    'select projection, position, rebuild_until as until from checkpoints',
  )
  const { rows: feeds } = await pool.query<{ position: string | null }>('select position from feed_publisher')
  const { rows: chains } = await pool.query<{ tenant: string; position: string }>(
    'select tenant_id as tenant, position from log_chains',
  )
  const places = []
  for (const { projection, position, until } of readers)
    places.push({ projection, position: await moved(position), until: await moved(until) })
  const ofFeed = await moved(feeds[0]?.position ?? null)
  const ofTenants = []
  for (const { tenant, position } of chains) ofTenants.push({ tenant, position: await moved(position) })

  const client = await pool.connect()
  try {
    await client.query('begin')
    for (const { projection, position, until } of places)
      await client.query('update checkpoints set position = $2, rebuild_until = $3 where projection = $1', [
        projection,
        position,
        until,
      ])
    await client.query('update feed_publisher set position = $1', [ofFeed])
    for (const { tenant, position } of ofTenants)
      await client.query('update log_chains set position = $2 where tenant_id = $1', [tenant, position])
    await client.query('insert into log_home (home) values ($1) on conflict (one) do update set home = excluded.home', [
      home,
    ])
    await client.query('commit')
    return { readers: places.length + ofTenants.length + (ofFeed === null ? 0 : 1) }
  } catch (error) {
    // What went wrong first says more.
    await client.query('rollback').catch(() => undefined)
    throw error
  } finally {
    client.release()
  }
}
