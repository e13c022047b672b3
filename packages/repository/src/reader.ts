import type { RecordedEvent, StreamLog, StreamRead } from '@connector/event-log'
import { createBatcherPerLog, type TenantLogs } from './tenant-logs.ts'

/** Streams in one read. */
const maxStreams = 200

interface TenantRead extends Required<StreamRead> {
  tenantId: string
}

export type Read = (of: TenantRead) => Promise<RecordedEvent[]>

async function readAll(log: StreamLog, requests: readonly Required<StreamRead>[]): Promise<RecordedEvent[][]> {
  // The same stream may be asked for twice at once, from different revisions: the lowest serves both.
  const lowest = new Map<string, number>()
  for (const { streamId, fromRevision } of requests)
    lowest.set(streamId, Math.min(fromRevision, lowest.get(streamId) ?? fromRevision))
  const streams = await log.readStreams([...lowest].map(([streamId, fromRevision]) => ({ streamId, fromRevision })))
  return requests.map(({ streamId, fromRevision }) =>
    (streams.get(streamId) ?? []).filter((event) => event.revision >= fromRevision),
  )
}

/** Reads many streams in one round trip when callers come at the same time. */
export const createReader = (logs: TenantLogs): Read =>
  createBatcherPerLog<TenantRead, RecordedEvent[]>(logs, readAll, maxStreams)
