import type { EventLog } from '@connector/event-log'
import { isAboutData, partOf, type WorkerStore } from '@connector/store'
import { gather } from './gather.ts'
import { leftOut, nextToRetry, retryAfterMs, setAside, takeBack, type Quarantined } from './quarantine.ts'
import { writeChanges } from './write.ts'

export interface Retry {
  tried: Quarantined
  /** Why it stays where it is; undefined when the read models follow it again. */
  stays: string | undefined
}

/** See {@link Projection.retry}. @param startedAt when this process began, which tries each once */
export async function retryStream(
  log: EventLog,
  db: WorkerStore['db'],
  startedAt: Date,
  now: () => Date,
): Promise<Retry | undefined> {
  const before = new Date(Math.max(startedAt.getTime(), now().getTime() - retryAfterMs))
  const tried = await nextToRetry(db, before)
  if (!tried) return undefined
  const again = { ...tried, tried_at: now() }
  try {
    const stays = await db.transaction().execute(async (trx) => {
      const part = partOf(tried.tenant_id)
      const place = await trx
        .selectFrom('checkpoints')
        .selectAll()
        .where('projection', '=', part)
        .forUpdate()
        .executeTakeFirst()
      const position = place?.position ?? undefined
      // Being filled anew, they come to this stream by themselves.
      if (!place || position === undefined) return tried.reason
      const events = await leftOut(log, tried, position)
      const changes = await gather(trx, events, new Map([[part, place]]), new Set(), now())
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
}
