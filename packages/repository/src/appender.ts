import { RevisionConflict, type StreamAppend, type StreamLog } from '@connector/event-log'
import { killPoint } from '@connector/service-kit'
import { CredentialsUnreadable } from '@connector/store'
import { createBatcherPerLog, type TenantLogs } from './tenant-logs.ts'

/** Streams in one append. A batch is one transaction: large enough to share its cost, small enough to repeat. */
const maxStreams = 200

interface TenantAppend extends StreamAppend {
  tenantId: string
}

/** True when appended, false when the stream had moved on. */
type Appended = boolean

export type Append = (append: TenantAppend) => Promise<Appended>

async function appendOne(log: StreamLog, append: StreamAppend): Promise<Appended | CredentialsUnreadable> {
  try {
    await log.append([append])
    return true
  } catch (error) {
    if (error instanceof RevisionConflict) return false
    if (error instanceof CredentialsUnreadable) return error
    throw error
  }
}

/**
 * Appends to many streams in one round trip when callers come at the same time. One lost race makes the log refuse the
 * whole batch, and so do the keys of one tenant that do not open; then each stream is tried alone, so that one never fails
 * another.
 */
export function createAppender(logs: TenantLogs): Append {
  const append = createBatcherPerLog<TenantAppend, Appended | CredentialsUnreadable>(
    logs,
    async (log, appends) => {
      killPoint('append.before', appends[0]?.events[0]?.type)
      const results = await appendAll(log, appends)
      killPoint('append.after', appends[0]?.events[0]?.type)
      return results
    },
    maxStreams,
  )
  return async (one) => {
    const result = await append(one)
    if (result instanceof CredentialsUnreadable) throw result
    return result
  }
}

async function appendAll(
  log: StreamLog,
  appends: readonly StreamAppend[],
): Promise<(Appended | CredentialsUnreadable)[]> {
  const distinct = new Set(appends.map(({ streamId }) => streamId)).size === appends.length
  if (distinct) {
    try {
      await log.append(appends)
      return appends.map(() => true)
    } catch (error) {
      if (!(error instanceof RevisionConflict || error instanceof CredentialsUnreadable)) throw error
    }
  }
  const results: (Appended | CredentialsUnreadable)[] = []
  for (const append of appends) results.push(await appendOne(log, append))
  return results
}
