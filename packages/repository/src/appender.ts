import type { StreamAppend, StreamLog } from '@connector/event-log'
import { killPoint } from '@connector/service-kit'
import { CredentialsUnreadable, isAboutData } from '@connector/store'
import { createBatcherPerLog, type TenantLogs } from './tenant-logs.ts'

/** Streams in one append. Large enough to share the cost of a call, small enough to repeat. */
const maxStreams = 200

interface TenantAppend extends StreamAppend {
  tenantId: string
}

/** True when appended, false when the stream had moved on. */
type Appended = boolean

export type Append = (append: TenantAppend) => Promise<Appended>

/** Why a whole batch is refused for the sake of one stream in it. */
class Refused {
  readonly error: unknown
  constructor(error: unknown) {
    this.error = error
  }
}

async function tryAppend(log: StreamLog, appends: readonly StreamAppend[]): Promise<readonly Appended[] | Refused> {
  try {
    return (await log.append(appends)).map((result) => result === 'appended')
  } catch (error) {
    if (error instanceof CredentialsUnreadable || isAboutData(error)) return new Refused(error)
    throw error
  }
}

/**
 * Appends to many streams in one call when callers come at the same time. The keys of one tenant that do not open, or an event
 * that the database does not take, make the log refuse the whole batch; then each stream is tried alone, so that one never
 * fails another.
 */
export function createAppender(logs: TenantLogs): Append {
  const append = createBatcherPerLog<TenantAppend, Appended | Refused>(
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
    if (result instanceof Refused) throw result.error
    return result
  }
}

async function appendAll(log: StreamLog, appends: readonly StreamAppend[]): Promise<(Appended | Refused)[]> {
  const distinct = new Set(appends.map(({ streamId }) => streamId)).size === appends.length
  if (distinct) {
    const together = await tryAppend(log, appends)
    if (!(together instanceof Refused)) return [...together]
  }
  const results: (Appended | Refused)[] = []
  for (const one of appends) {
    const alone = await tryAppend(log, [one])
    results.push(alone instanceof Refused ? alone : (alone[0] ?? false))
  }
  return results
}
