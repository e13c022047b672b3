import { compareCheckpoints, type EventLog, type EventPage, type RecordedEvent } from '@connector/event-log'
import { killPoint } from '@connector/service-kit'
import {
  isAboutData,
  readModelsProjection,
  relaxedCommit,
  unconfirmedRestore,
  type Query,
  type Row,
  type WorkerStore,
} from '@connector/store'
import { gatherChanges, type Changes } from './batch.ts'
import {
  leftOut,
  nextToRetry,
  quarantineAt,
  retryAfterMs,
  setAside,
  setAsideAmong,
  takeBack,
  type Quarantined,
} from './quarantine.ts'
import { readKnown } from './read.ts'
import { writeChanges } from './write.ts'

/** Events per transaction: large enough that a rebuild is not all round trips, small enough for flat memory. */
const batchSize = 5_000

type Checkpoint = Row<'checkpoints'>

interface ProjectionStep {
  events: number
  /** Whether effects may have become ready for work. */
  effectsChanged: boolean
  /** Streams that stop here. */
  quarantined: readonly Quarantined[]
}

interface Retry {
  tried: Quarantined
  /** Why it stays where it is; undefined when the read models follow it again. */
  stays: string | undefined
}

export interface Projection {
  /**
   * Folds the next events into the read models and the ledger, and moves the checkpoint in the same transaction.
   * Processes that do this at the same time take turns: one that finds the checkpoint taken or moved does nothing.
   */
  next(): Promise<ProjectionStep>
  /** Tries one stream again that was set aside, if it is the turn of any: after ten minutes, and once by each new process. */
  retry(): Promise<Retry | undefined>
}

const nothing: ProjectionStep = { events: 0, effectsChanged: false, quarantined: [] }

export function createProjection(log: EventLog, { db }: WorkerStore, now: () => Date = () => new Date()): Projection {
  const startedAt = now()
  /** The page behind the last full one, read while that one was written: a rebuild then costs the slower of the two. */
  let ahead: { after: string; page: Promise<EventPage> } | undefined
  /** Events to fold one at a time, to find the one among them that the database refuses. */
  let oneByOne = 0

  async function readPage(position: string | null): Promise<EventPage> {
    const prepared = ahead
    ahead = undefined
    if (oneByOne > 0) return log.readAll(position ?? undefined, 1)
    if (position === null || prepared?.after !== position) return log.readAll(position ?? undefined, batchSize)
    return prepared.page
  }

  function prepare(after: string): void {
    const page = log.readAll(after, batchSize)
    // Whoever takes the page meets the error; until then it is nobody's.
    page.catch(() => undefined)
    ahead = { after, page }
  }

  const gather = async (
    trx: Query,
    events: readonly RecordedEvent[],
    { rebuild_until: until }: Checkpoint,
    aside: ReadonlySet<string>,
  ) => {
    // What is read again after a restore is looked up before anybody confirms that writing may go on.
    const restored = (await unconfirmedRestore(trx)) !== undefined
    return gatherChanges(events, await readKnown(trx, events), {
      rebuilding: ({ checkpoint }) => restored || (until !== null && compareCheckpoints(checkpoint, until) <= 0),
      setAside: aside,
      now: now(),
    })
  }

  /** @param refused what the database said to the only event of the page */
  const write = (
    checkpoint: Checkpoint,
    { events, next }: Required<EventPage>,
    refused?: unknown,
  ): Promise<ProjectionStep> =>
    db.transaction().execute(async (trx) => {
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
      const aside = await setAsideAmong(trx, events)
      let changes: Changes | undefined
      const quarantined: Quarantined[] = []
      if (refused === undefined) {
        changes = await gather(trx, events, checkpoint, aside)
        await writeChanges(trx, changes)
        quarantined.push(...changes.quarantined.values())
      } else {
        quarantined.push(...events.map((event) => quarantineAt(event, refused, now())))
        await setAside(trx, quarantined)
      }
      await trx
        .updateTable('checkpoints')
        .set({ position: next ?? null })
        .where('projection', '=', readModelsProjection)
        .execute()
      killPoint('checkpoint.before', 'read-models')
      return { events: events.length, effectsChanged: changes !== undefined && changesEffects(changes), quarantined }
    })

  async function fold(checkpoint: Checkpoint, page: Required<EventPage>): Promise<ProjectionStep> {
    try {
      return await write(checkpoint, page)
    } catch (error) {
      if (!isAboutData(error)) throw error
      if (page.events.length === 1) return write(checkpoint, page, error)
      ahead = undefined
      oneByOne = page.events.length
      return { ...nothing, events: page.events.length }
    }
  }

  return {
    async next() {
      const checkpoint = (await readCheckpoint(db)) ?? (await createCheckpoint(log, db))
      const page = await readPage(checkpoint.position)
      if (page.events.length === 0) return nothing
      if (page.events.length === batchSize && page.next !== undefined) prepare(page.next)
      const step = await fold(checkpoint, page)
      if (page.events.length === 1) oneByOne = Math.max(0, oneByOne - 1)
      killPoint('checkpoint.after', 'read-models')
      return step
    },

    async retry() {
      const before = new Date(Math.max(startedAt.getTime(), now().getTime() - retryAfterMs))
      const tried = await nextToRetry(db, before)
      if (!tried) return undefined
      const again = { ...tried, tried_at: now() }
      try {
        const stays = await db.transaction().execute(async (trx) => {
          const checkpoint = await trx
            .selectFrom('checkpoints')
            .selectAll()
            .where('projection', '=', readModelsProjection)
            .forUpdate()
            .executeTakeFirst()
          const position = checkpoint?.position ?? undefined
          // Being filled anew, they come to this stream by themselves.
          if (!checkpoint || position === undefined) return tried.reason
          const events = await leftOut(log, tried, position)
          const changes = await gather(trx, events, checkpoint, new Set())
          // It stopped then, wherever it stops now.
          const stopped = [...changes.quarantined.values()].map((row) => ({ ...row, since: tried.since }))
          await writeChanges(trx, {
            ...changes,
            quarantined: new Map(stopped.map((row) => [row.stream_id, row] as const)),
          })
          if (stopped.length === 0) await takeBack(trx, tried)
          return stopped[0]?.reason
        })
        return { tried, stays }
      } catch (error) {
        if (!isAboutData(error)) throw error
        const reason = error instanceof Error ? error.message : String(error)
        await setAside(db, [{ ...again, reason }])
        return { tried, stays: reason }
      }
    },
  }
}

const changesEffects = ({ effects, settled, unparked }: Changes): boolean =>
  effects.size + settled.length + unparked.size > 0

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
