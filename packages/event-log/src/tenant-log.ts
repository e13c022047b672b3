import { ForeignTenant } from './errors.ts'
import type { RecordedEvent, StreamLog } from './port.ts'

/** Whether the id of a stream can be one of a tenant's; `a-b` also fits `a`, whose events are told apart by what is beside them. */
export function isStreamOf(streamId: string, tenantId: string): boolean {
  const rest = streamId.slice(streamId.indexOf('-') + 1)
  return rest === tenantId || rest.startsWith(`${tenantId}-`)
}

/** Streams with what is of other tenants hidden and refused, whatever the store itself does about it. */
export function hideOthers(streams: StreamLog, tenantId: string): StreamLog {
  const own = (events: readonly RecordedEvent[]): RecordedEvent[] =>
    events.filter(({ streamId, metadata }) => metadata.tenantId === tenantId && isStreamOf(streamId, tenantId))
  return {
    async append(batch) {
      for (const { streamId, events } of batch)
        if (!isStreamOf(streamId, tenantId) || events.some(({ metadata }) => metadata.tenantId !== tenantId))
          throw new ForeignTenant(`Nothing may be written into ${streamId} for tenant ${tenantId}.`)
      return streams.append(batch)
    },
    async readStream(streamId, fromRevision) {
      return own(await streams.readStream(streamId, fromRevision))
    },
    async readStreams(requests) {
      const found = await streams.readStreams(requests)
      return new Map([...found].map(([streamId, events]) => [streamId, own(events)]))
    },
  }
}
