import { setTimeout as pause } from 'node:timers/promises'
import { startLoop, type Log, type Loop } from '@connector/service-kit'
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

/**
 * From the end of a page to the beginning of the next one, unless the page was full: what happens to a conversation within this time is
 * folded and written together. Its customer and its ticket come so soon after its message that each was a page of its own, and
 * the row was written three times. The first event after a quiet time does not wait.
 */
const beatMs = 100

interface Following {
  /** Effects may have become ready for work here. */
  onEffects: () => void
  /** They may have become so for other processes. */
  onShared: () => void
}

/** Follows the log with the read models until it is stopped. */
export function followLog(readModels: Projection, logger: Log, { onEffects, onShared }: Following): Loop {
  let beat = -Infinity
  return startLoop({
    log: logger,
    operation: 'projection',
    step: async (stopping) => {
      const earlyMs = beat - performance.now()
      // A wake-up ends a rest; this one it does not.
      if (earlyMs > 0) await pause(earlyMs, undefined, { signal: stopping })
      const { events, isMore, effectsChanged, isShared, othersMoved, quarantined } = await readModels.next()
      if (events > 0) beat = performance.now() + (isMore ? 0 : beatMs)
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
}
