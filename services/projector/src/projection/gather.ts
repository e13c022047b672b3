import { compareCheckpoints, type RecordedEvent } from '@connector/event-log'
import { partOf, unconfirmedRestore, type Query } from '@connector/store'
import { gatherChanges } from './batch.ts'
import type { Changes } from './changes.ts'
import type { Places } from './part-share.ts'
import { readKnown } from './read.ts'
import { refOf } from './ref-of.ts'

/** What events change, given what the database says of now. */
export const gather = async (
  trx: Query,
  events: readonly RecordedEvent[],
  places: Places,
  aside: ReadonlySet<string>,
  now: Date,
): Promise<Changes> => {
  // What is read again after a restore is looked up before anybody confirms that writing may go on.
  const restored = (await unconfirmedRestore(trx)) !== undefined
  const isFilledAnew = (event: RecordedEvent): boolean => {
    const until = places.get(partOf(refOf(event).tenantId))?.rebuild_until ?? null
    return until !== null && compareCheckpoints(event.checkpoint, until) <= 0
  }
  return gatherChanges(events, await readKnown(trx, events), {
    rebuilding: (event) => restored || isFilledAnew(event),
    setAside: aside,
    now: now,
  })
}
