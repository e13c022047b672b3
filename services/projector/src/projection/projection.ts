import type { EventLog } from '@connector/event-log'
import { killPoint } from '@connector/service-kit'
import { isAboutData, isPassingConflict, partOf, type WorkerStore } from '@connector/store'
import type { Changes } from './changes.ts'
import { gather } from './gather.ts'
import { createPages, readIn } from './pages.ts'
import { allParts, type PartShare, type Places } from './part-share.ts'
import { earliest, furtherOn, isBehind, lockParts, placesOf, type PartsPage } from './places.ts'
import { quarantineAt, setAside, setAsideAmong, type Quarantined } from './quarantine.ts'
import { refOf } from './ref-of.ts'
import { retryStream, type Retry } from './retry.ts'
import { writeChanges } from './write.ts'

/** Events per transaction: large enough that a rebuild is not all round trips, small enough for flat memory. */
const batchSize = 5_000

interface ProjectionStep {
  /** Events that were passed, those of others included. */
  events: number
  /** Whether there is certainly more to read. */
  isMore: boolean
  /** Whether effects may have become ready for work. */
  effectsChanged: boolean
  /** Whether some of them may be for other processes to do. */
  isShared: boolean
  /** Whether other processes filled something since the last time: what they planned may be for this one to do. */
  othersMoved: boolean
  /** Streams that stop here. */
  quarantined: readonly Quarantined[]
}

interface Fold extends Omit<ProjectionStep, 'isMore' | 'isShared' | 'othersMoved'> {
  /** Parts that are at the end of the page now. */
  moved: readonly string[]
}

export interface Projection {
  /**
   * Folds the next events into the read models and the ledger, and moves the checkpoints of their parts in the same transaction.
   * Processes that do this for the same part take turns: one that finds a checkpoint taken or moved leaves that part alone.
   */
  next(): Promise<ProjectionStep>
  /** Tries one stream again that was set aside, if it is the turn of any: after ten minutes, and once by each new process. */
  retry(): Promise<Retry | undefined>
}

const nothing = { events: 0, effectsChanged: false, quarantined: [], moved: [] } satisfies Fold

/**
 * @param share which parts this process fills; all of them where it is alone
 * @param pageSize events per transaction
 */
export function createProjection(
  log: EventLog,
  { db }: WorkerStore,
  now: () => Date = () => new Date(),
  share: PartShare = allParts,
  pageSize = batchSize,
): Projection {
  const startedAt = now()
  const pages = createPages(log, pageSize)
  /** Where the parts were when this process last saw or moved them. */
  let known: ReadonlyMap<string, string | null> = new Map()

  /**
   * @param refused what the database said to the only event of the page
   * @returns undefined where others hold all parts that the page is of, or have moved them
   */
  const write = (page: PartsPage, refused?: unknown): Promise<Fold | undefined> =>
    db.transaction().execute(async (trx) => {
      const locked = await lockParts(trx, page)
      if (locked.size === 0) return undefined
      const events = page.events.filter((event) =>
        isBehind(locked.get(partOf(refOf(event).tenantId)), event.checkpoint),
      )
      let changes: Changes | undefined
      const quarantined: Quarantined[] = []
      if (refused !== undefined) {
        quarantined.push(...events.map((event) => quarantineAt(event, refused, now())))
        await setAside(trx, quarantined)
      } else if (events.length > 0) {
        changes = await gather(trx, events, locked, await setAsideAmong(trx, events), now())
        await writeChanges(trx, changes)
        quarantined.push(...changes.quarantined.values())
      }
      await trx
        .updateTable('checkpoints')
        .set({ position: page.next })
        .where('projection', 'in', [...locked.keys()])
        .execute()
      killPoint('checkpoint.before', 'read-models')
      const effectsChanged = changes !== undefined && changesEffects(changes)
      return { events: page.read, effectsChanged, quarantined, moved: [...locked.keys()] }
    })

  async function fold(page: PartsPage): Promise<Fold | undefined> {
    try {
      return await write(page)
    } catch (error) {
      // The ledger moved one of the rows while we waited for it; a worker may do so at any time.
      if (isPassingConflict(error)) return { ...nothing, events: page.read }
      if (!isAboutData(error)) throw error
      if (page.read === 1) return write(page, error)
      pages.oneByOne(page.read)
      return { ...nothing, events: page.read }
    }
  }

  function haveOthersMoved(places: Places): boolean {
    const before = known
    known = new Map([...places].map(([part, { position }]) => [part, position]))
    return [...known].some(([part, position]) => before.has(part) && before.get(part) !== position)
  }

  /** @returns undefined where others hold all parts that the next page is of */
  async function fill(parts: Places): Promise<Fold | undefined> {
    if (parts.size === 0) return nothing
    const page = await pages.read(earliest(parts), new Set(parts.keys()))
    const read = readIn(page)
    if (read === 0 || page.next === undefined) return nothing
    const folded = await fold({ places: parts, events: page.events, read, next: page.next })
    known = new Map([...known, ...(folded?.moved ?? []).map((part) => [part, page.next ?? null] as const)])
    killPoint('checkpoint.after', 'read-models')
    return folded
  }

  return {
    async next() {
      const places = await placesOf(log, db)
      const { parts, isAlone } = await share(places)
      const seen = { othersMoved: haveOthersMoved(places), isShared: !isAlone }
      const mine: Places = new Map([...places].filter(([part]) => parts.has(part)))
      // A part that somebody else holds, and that is a page behind or more, holds up no other.
      const folded = (await fill(mine)) ?? (await fill(furtherOn(mine))) ?? nothing
      return { ...folded, ...seen, isMore: pages.isMore() }
    },

    retry: () => retryStream(log, db, startedAt, now),
  }
}

const changesEffects = ({ effects, settled, unparked }: Changes): boolean =>
  effects.size + settled.length + unparked.size > 0
