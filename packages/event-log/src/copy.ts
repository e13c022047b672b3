import { digestAfter } from './digest.ts'
import type { Checkpoint, EventLog, LogCopy } from './port.ts'

/** Two logs do not belong together; the message is for people. */
export class CopyRefused extends Error {
  readonly code = 'event_log.copy_refused'
}

/** Events in one append: a tenth of a second each. */
const pageSize = 1_000

export interface Digest {
  events: number
  digest: string
}

/**
 * The digest of all events in their order.
 * @param after begins behind a checkpoint; at the first event by default
 * @param most of the first so many; all by default
 * @param onPage told how many were read
 */
export async function digestOf(
  log: Pick<LogCopy, 'read'>,
  {
    after: begin,
    most = Infinity,
    onPage = () => undefined,
  }: { after?: Checkpoint | undefined; most?: number; onPage?: (events: number) => void } = {},
): Promise<Digest> {
  let [events, digest] = [0, '']
  let after = begin
  while (events < most) {
    const page = await log.read(after, Math.min(pageSize, most - events))
    if (page.events.length === 0) break
    digest = page.events.reduce(digestAfter, digest)
    events += page.events.length
    after = page.next
    onPage(events)
  }
  return { events, digest }
}

/** Where in the log a copy that was cut short goes on. @throws {CopyRefused} when the other log holds what this one lacks */
export async function placeToGoOn(from: Pick<EventLog, 'readStream'>, to: LogCopy): Promise<Checkpoint | undefined> {
  const last = await to.last()
  if (!last) return undefined
  const [same] = await from.readStream(last.streamId, last.revision)
  if (same?.id !== last.id)
    throw new CopyRefused(
      `The log to copy into ends with ${last.streamId}@${last.revision}, which the other one lacks: it was written by somebody else. Copy into an empty database, with no service at work in it.`,
    )
  return same.checkpoint
}

/**
 * Copies a log into another, in the order of all events, as they were recorded. One that was cut short goes on where it stood.
 * What is appended after the last page was read is not in it.
 * @returns how many events were copied this time
 */
export async function copyLog(
  from: { log: Pick<EventLog, 'readStream'>; copy: LogCopy },
  to: LogCopy,
  onPage: (events: number) => void,
): Promise<number> {
  let after = await placeToGoOn(from.log, to)
  let copied = 0
  for (;;) {
    const { events, next } = await from.copy.read(after, pageSize)
    if (events.length === 0) return copied
    await to.put(events)
    copied += events.length
    after = next
    onPage(copied)
  }
}
