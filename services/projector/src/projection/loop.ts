import { startLoop, type Log } from '@connector/service-kit'
import type { Projection } from './projection.ts'
import type { Quarantined } from './quarantine.ts'

const aboutStream = (stream: Quarantined) => ({
  tenantId: stream.tenant_id,
  integrationId: stream.integration_id,
  threadId: stream.thread_id,
  eventId: stream.event_id,
  reason: `${stream.event_type}, version ${stream.schema_version}`,
})

/** How long the projection rests at the end of the log; a wake-up ends the rest early. */
const idleMs = 1_000

interface Following {
  /** Effects may have become ready for work here. */
  onEffects: () => void
  /** They may have become so for other processes. */
  onShared: () => void
}

/** Follows the log with the read models until it is stopped. */
export const followLog = (readModels: Projection, logger: Log, { onEffects, onShared }: Following) =>
  startLoop({
    log: logger,
    operation: 'projection',
    step: async () => {
      const { events, effectsChanged, isShared, othersMoved, quarantined } = await readModels.next()
      for (const stream of quarantined) logger.error(aboutStream(stream), 'The read models stop following a stream')
      if (effectsChanged || othersMoved) onEffects()
      if (effectsChanged && isShared) onShared()
      if (events > 0) return 0
      const retry = await readModels.retry()
      if (retry?.stays !== undefined || !retry) return idleMs
      logger.info(aboutStream(retry.tried), 'The read models follow a stream again')
      onEffects()
      return 0
    },
  })
