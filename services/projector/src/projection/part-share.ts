import { compareCheckpoints } from '@connector/event-log'
import { readModelParts, type PartPlace, type WorkerStore } from '@connector/store'

/** Where each part of the read models is. */
export type Places = ReadonlyMap<string, PartPlace>

/** Which parts a process fills, and whether others are there to fill and to work. */
interface Share {
  parts: ReadonlySet<string>
  isAlone: boolean
}

/** Only a wish: two that fill the same part take turns, whatever they wish. */
export type PartShare = (places: Places) => Promise<Share>

export const allParts: PartShare = () => Promise.resolve({ parts: new Set(readModelParts), isAlone: true })

/** Who is alive is asked this seldom. */
const freshForMs = 1_000

/** A part that stands still for so long while others move has lost its process. */
const abandonedAfterMs = 3_000

/** For so long it is filled by whoever took it on; by then the sign of life of the dead is over. */
const adoptedForMs = 30_000

/**
 * Shares the parts among the living projectors, and takes those on that stand still: their process was killed, and counts as
 * living until its sign of life is over.
 * @param clock monotonic, in ms
 */
export function createPartShare({ db }: WorkerStore, owner: string, clock = () => performance.now()): PartShare {
  let known: { at: number; owners: readonly string[] } | undefined
  const seen = new Map<string, { position: string | null; since: number }>()
  const adopted = new Map<string, number>()

  async function owners(): Promise<readonly string[]> {
    if (known && clock() - known.at < freshForMs) return known.owners
    const rows = await db
      .selectFrom('workers')
      .select('owner')
      .where('service', '=', 'projector')
      .where('expires_at', '>', (eb) => eb.fn<Date>('now'))
      .execute()
    const living = [...new Set([owner, ...rows.map((row) => row.owner)])].toSorted()
    known = { at: clock(), owners: living }
    return living
  }

  return async (places) => {
    const living = await owners()
    const furthest = [...places.values()]
      .map(({ position }) => position ?? undefined)
      .reduce((one, other) => (compareCheckpoints(one, other) < 0 ? other : one), undefined)
    for (const part of readModelParts) {
      const position = places.get(part)?.position ?? null
      const before = seen.get(part)
      const isBehind = compareCheckpoints(position ?? undefined, furthest) < 0
      // At the end nothing moves: it stands still only while others are further.
      const since = isBehind && before?.position === position ? before.since : clock()
      seen.set(part, { position, since })
      if (clock() - since >= abandonedAfterMs) adopted.set(part, clock() + adoptedForMs)
    }
    const parts = readModelParts.filter(
      (part, index) => living[index % living.length] === owner || (adopted.get(part) ?? 0) > clock(),
    )
    return { parts: new Set(parts), isAlone: living.length === 1 }
  }
}
