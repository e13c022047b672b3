import {
  CopyRefused,
  copyLog,
  digestOf,
  openStoreCopy,
  placeToGoOn,
  type Digest,
  type EventStoreSettings,
  type StoreCopy,
} from '@connector/event-log'
import {
  assertAtRest,
  homeOf,
  moveReaders,
  openLogPlace,
  readLogHome,
  type LogPlace,
  type MovedReaders,
} from '@connector/store'

/** Whether an address is one of an EventStoreDB. */
export const isEventStore = (url: string): boolean => /^(?:esdb|kurrentdb)(?:\+discover)?:\/\//.test(url)

export interface Moved extends Digest {
  copied: number
  readers: MovedReaders | undefined
}

interface Move {
  from: string
  to: string
  prefix: string
  /** Afterwards the services of the database have their log at the new place. */
  isSwitch: boolean
  progress: (line: string, isLast: boolean) => void
}

type Side = Pick<StoreCopy, 'log' | 'copy'>

/** Both read anew from where the copy began; the whole of them, unless an earlier run has compared the rest. */
async function compare(
  from: Side,
  to: Side,
  since: { from?: string | undefined; to?: string | undefined },
): Promise<Digest> {
  const there = await digestOf(to.copy, { after: since.to })
  const here = await digestOf(from.copy, { after: since.from, most: there.events })
  if (here.digest !== there.digest)
    throw new CopyRefused(
      `The copy is not the same: digest ${there.digest} instead of ${here.digest}. Copy under another EVENTSTORE_PREFIX, or into an empty database.`,
    )
  return there
}

async function copyAndCompare(
  from: Side,
  to: Side,
  { isSwitch, progress }: Move,
): Promise<Digest & { copied: number }> {
  const begin = { from: await placeToGoOn(from.log, to.copy), to: (await to.copy.last())?.checkpoint }
  const copied = await copyLog(from, to.copy, (done) => progress(`copied ${done} events`, false))
  progress(`copied ${copied} events; they are read once more`, true)
  // While services wait, only what came since: what was there was compared when it was copied.
  return { copied, ...(await compare(from, to, isSwitch ? begin : {})) }
}

async function assertHome(place: LogPlace, home: string): Promise<void> {
  const known = await readLogHome(place.pool)
  if (known !== undefined && known !== home)
    throw new CopyRefused(`The log of that database is in ${known}, not in ${home}: this would copy an old one.`)
}

/**
 * Copies the log of a database into an EventStoreDB, or back into the database whose log it is. Everything else stays in that
 * database.
 * @throws {CopyRefused}
 */
export async function moveLog(move: Move): Promise<Moved> {
  if (isEventStore(move.from) && isEventStore(move.to))
    throw new CopyRefused('One of the two must be the database whose services have the log.')
  const settings: EventStoreSettings = { url: isEventStore(move.from) ? move.from : move.to, prefix: move.prefix }
  const toStore = isEventStore(move.to)
  const place = await openLogPlace(toStore ? move.from : move.to, toStore ? '--from' : '--to')
  try {
    await assertHome(place, homeOf(toStore ? undefined : settings))
    if (move.isSwitch) await assertAtRest(place)
    const store = await openStoreCopy(settings)
    try {
      const [from, to] = toStore ? [place, store] : [store, place]
      const whole = await copyAndCompare(from, to, move)
      const readers = move.isSwitch
        ? await moveReaders(place.pool, from.copy, to.log, homeOf(toStore ? settings : undefined))
        : undefined
      return { ...whole, readers }
    } finally {
      await store.close()
    }
  } finally {
    await place.close()
  }
}
