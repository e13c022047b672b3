import type { RecordedEvent } from '@connector/event-log'
import { isAboutData, type Query } from '@connector/store'
import { sql } from 'kysely'
import { gatherChanges } from '../projection/batch.ts'
import { quarantineAt, setAside, setAsideAmong } from '../projection/quarantine.ts'
import { readKnown } from '../projection/read.ts'
import { writeChanges } from '../projection/write.ts'

/** In a transaction: the statements of the projection meet the tables that are filled beside the live ones. */
async function beside(db: Query, work: () => Promise<void>): Promise<void> {
  await sql`set local search_path to rebuild, public`.execute(db)
  await work()
  await sql`set local search_path to public`.execute(db)
}

/** What the database refuses is halved until one event is left, which is set aside as the projection does. */
async function foldAll(db: Query, events: readonly RecordedEvent[], now: Date): Promise<void> {
  const [first] = events
  if (!first) return
  await sql`savepoint fold`.execute(db)
  try {
    const changes = gatherChanges(events, await readKnown(db, events), {
      // An effect that has no outcome in the log may have been done.
      rebuilding: () => true,
      setAside: await setAsideAmong(db, events),
      now,
    })
    await writeChanges(db, changes)
    await sql`release savepoint fold`.execute(db)
  } catch (error) {
    if (!isAboutData(error)) throw error
    await sql`rollback to savepoint fold`.execute(db)
    await sql`release savepoint fold`.execute(db)
    if (events.length === 1) {
      await setAside(db, [quarantineAt(first, error, now)])
      return
    }
    const half = Math.ceil(events.length / 2)
    await foldAll(db, events.slice(0, half), now)
    await foldAll(db, events.slice(half), now)
  }
}

export const foldBeside = (db: Query, events: readonly RecordedEvent[], now: Date): Promise<void> =>
  beside(db, () => foldAll(db, events, now))
