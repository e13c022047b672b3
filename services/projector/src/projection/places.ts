import { compareCheckpoints, type EventLog, type RecordedEvent } from '@connector/event-log'
import { beginParts, readModelParts, relaxedCommit, type PartPlace, type Query } from '@connector/store'
import type { Places } from './part-share.ts'

/** Events behind one place, for the parts that are to be filled. */
export interface PartsPage {
  /** Of each part where it was. */
  places: Places
  events: readonly RecordedEvent[]
  /** How many were looked at. */
  read: number
  next: string
}

export const isBehind = (place: PartPlace | undefined, checkpoint: string): boolean =>
  place !== undefined && compareCheckpoints(place.position ?? undefined, checkpoint) < 0

/** The earliest place of any, so that a part that was taken over is caught up with. */
export const earliest = (places: Places): string | null =>
  [...places.values()]
    .map(({ position }) => position)
    .reduce((one, other) => (compareCheckpoints(one ?? undefined, other ?? undefined) <= 0 ? one : other))

/** The parts that are further than the earliest. */
export const furtherOn = (places: Places): Places => {
  const first = earliest(places)
  return new Map([...places].filter(([, { position }]) => position !== first))
}

/** Of those parts that nobody else is filling, and that are where they were when the page was read. */
export async function lockParts(trx: Query, { places, next }: PartsPage): Promise<Places> {
  const rows = await trx
    .selectFrom('checkpoints')
    .selectAll()
    .where('projection', 'in', [...places.keys()])
    // What a crash of the database takes away of this is folded from the log again.
    .where(relaxedCommit)
    .orderBy('projection')
    .forUpdate()
    .skipLocked()
    .execute()
  return new Map(
    rows
      .filter((row) => row.position === places.get(row.projection)?.position && isBehind(row, next))
      .map((row) => [row.projection, row]),
  )
}

/**
 * Where the parts are. One that is missing is filled from the beginning: a first start (the log is empty too) or a rebuild from
 * the log. Effects planned by events that are there already may have been tried by whoever wrote them.
 */
export async function placesOf(log: EventLog, db: Query): Promise<Places> {
  const rows = await db.selectFrom('checkpoints').selectAll().where('projection', 'in', readModelParts).execute()
  if (rows.length === readModelParts.length) return new Map(rows.map((row) => [row.projection, row]))
  await beginParts(db, { position: null, rebuild_until: (await log.head()) ?? null })
  return placesOf(log, db)
}
