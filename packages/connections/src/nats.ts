import { createNatsWakeUps, noWakeUps, type WakeUpWay } from '@connector/event-log'
import { openNats, type NatsLink } from '@connector/nats'
import type { Log, Tally } from '@connector/service-kit'
import type { ServiceSettings } from './service-settings.ts'

/** How often the time without NATS is counted. */
const countEveryMs = 5_000

const awayWords = {
  refused: 'NATS refuses our credentials: what others append is seen by polling, up to a second later',
  unreachable: 'NATS is not reached: what others append is seen by polling, up to a second later',
}

/** The connection of this process to NATS, where the settings name one. What it misses is counted for /metrics, and told once. */
export function openNatsOf(
  settings: ServiceSettings,
  { service, logger, tally }: { service: string; logger: Log; tally: Tally },
): NatsLink | undefined {
  const { NATS_URL } = settings
  if (NATS_URL === undefined) return undefined
  let wasAway = false
  const link = openNats({
    servers: NATS_URL,
    name: `connector-${service}`,
    login: settings,
    onChange(state, error) {
      if (!state.connected) logger.warn({ error }, awayWords[state.reason])
      else if (wasAway) logger.info({}, 'NATS is back')
      wasAway = !state.connected
    },
  })
  const counting = setInterval(() => {
    const state = link.state()
    if (!state.connected) tally.add('nats_away_seconds_total', { service, reason: state.reason }, countEveryMs / 1_000)
  }, countEveryMs)
  counting.unref()
  return {
    ...link,
    close() {
      clearInterval(counting)
      return link.close()
    },
  }
}

/** How this process wakes others and is woken; undefined for the way that the log has by itself. */
export function wakeUpsOf(settings: ServiceSettings, link: NatsLink | undefined): WakeUpWay | undefined {
  if (link) return createNatsWakeUps(link, settings.NATS_PREFIX)
  return settings.WAKE_UPS === 'poll' ? noWakeUps : undefined
}
