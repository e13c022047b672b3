import { compareCheckpoints, type EventLog, type EventPage } from '@connector/event-log'
import { killPoint } from '@connector/service-kit'
import { readModelsProjection, relaxedCommit, type Query, type Row, type WorkerStore } from '@connector/store'
import { gatherChanges } from './batch.ts'
import { readKnown } from './read.ts'
import { writeChanges } from './write.ts'

/** Events per transaction: large enough that a rebuild is not all round trips, small enough for flat memory. */
const batchSize = 5_000

type Checkpoint = Row<'checkpoints'>

interface ProjectionStep {
  events: number
  /** Whether effects may have become ready for work. */
  effectsChanged: boolean
}

export interface Projection {
  /**
   * Folds the next events into the read models and the ledger, and moves the checkpoint in the same transaction.
   * Processes that do this at the same time take turns: one that finds the checkpoint taken or moved does nothing.
   */
  next(): Promise<ProjectionStep>
}

export function createProjection(log: EventLog, { db }: WorkerStore): Projection {
  /** The page behind the last full one, read while that one was written: a rebuild then costs the slower of the two. */
  let ahead: { after: string; page: Promise<EventPage> } | undefined

  async function readPage(position: string | null): Promise<EventPage> {
    const prepared = ahead
    ahead = undefined
    if (position === null || prepared?.after !== position) return log.readAll(position ?? undefined, batchSize)
    return prepared.page
  }

  function prepare(after: string): void {
    const page = log.readAll(after, batchSize)
    // Whoever takes the page meets the error; until then it is nobody's.
    page.catch(() => undefined)
    ahead = { after, page }
  }

  return {
    async next() {
      const checkpoint = (await readCheckpoint(db)) ?? (await createCheckpoint(log, db))
      const { events, next } = await readPage(checkpoint.position)
      if (events.length === 0 || next === undefined) return nothing
      if (events.length === batchSize) prepare(next)

      const step = await db.transaction().execute(async (trx) => {
        const locked = await trx
          .selectFrom('checkpoints')
          .select('position')
          .where('projection', '=', readModelsProjection)
          // What a crash of the database takes away of this is folded from the log again.
          .where(relaxedCommit)
          .forUpdate()
          .skipLocked()
          .executeTakeFirst()
        if (locked?.position !== checkpoint.position) return nothing
        const { rebuild_until: rebuildUntil } = checkpoint
        const changes = gatherChanges(
          events,
          await readKnown(trx, events),
          (event) => rebuildUntil !== null && compareCheckpoints(event.checkpoint, rebuildUntil) <= 0,
        )
        await writeChanges(trx, changes)
        await trx
          .updateTable('checkpoints')
          .set({ position: next })
          .where('projection', '=', readModelsProjection)
          .execute()
        killPoint('checkpoint.before', 'read-models')
        const effectsChanged = changes.effects.size + changes.settled.length + changes.unparked.size > 0
        return { events: events.length, effectsChanged }
      })
      killPoint('checkpoint.after', 'read-models')
      return step
    },
  }
}

const nothing: ProjectionStep = { events: 0, effectsChanged: false }

const readCheckpoint = (db: Query) =>
  db.selectFrom('checkpoints').selectAll().where('projection', '=', readModelsProjection).executeTakeFirst()

/**
 * A missing checkpoint means that the read models are empty: a first start (the log is empty too) or a rebuild from the
 * log. Effects planned by events that are there already may have been tried by whoever wrote them.
 */
async function createCheckpoint(log: EventLog, db: Query): Promise<Checkpoint> {
  const row: Checkpoint = {
    projection: readModelsProjection,
    position: null,
    rebuild_until: (await log.head()) ?? null,
  }
  await db
    .insertInto('checkpoints')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return (await readCheckpoint(db)) ?? row
}
