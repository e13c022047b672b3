import { conversationStream } from '@connector/domain/words'
import { compareCheckpoints, type EventLog, type RecordedEvent } from '@connector/event-log'
import type { OperationContext } from '@connector/operations'
import type { Query } from '@connector/store'
import { begin } from './rebuild-begin.ts'
import { foldBeside } from './rebuild-fill.ts'
import type { Place } from './rebuild-place.ts'
import { isAbout } from './scope.ts'

/** Folded while the live projection stands still; more are folded beside it first. */
const caughtUpWithin = 500

const isUpTo = (event: RecordedEvent, position: string): boolean => compareCheckpoints(event.checkpoint, position) <= 0

/** Of a conversation the whole stream is folded at the moment of the comparison. */
async function streamUpTo(
  log: EventLog,
  { tenantId, scope }: OperationContext,
  position: string,
): Promise<RecordedEvent[]> {
  const { integrationId = '', threadId = '' } = scope
  const events = await log.readStream(conversationStream({ tenantId, integrationId, threadId }))
  return events.filter((event) => isUpTo(event, position))
}

/** Folds what the live projection has folded since; undefined where that would hold it up for too long. */
export async function catchUp(
  log: EventLog,
  db: Query,
  context: OperationContext,
  at: Place,
  position: string,
  now: Date,
): Promise<{ events: number } | undefined> {
  if (context.scope.threadId !== undefined) {
    const events = await streamUpTo(log, context, position)
    await begin(db, context)
    await foldBeside(db, events, now)
    return { events: events.length }
  }
  const { events: page } = await log.readAll(at.position ?? undefined, caughtUpWithin)
  const upTo = page.filter((event) => isUpTo(event, position))
  if (upTo.length === caughtUpWithin) return undefined
  await foldBeside(
    db,
    upTo.filter((event) => isAbout(context, event)),
    now,
  )
  return { events: upTo.length }
}
