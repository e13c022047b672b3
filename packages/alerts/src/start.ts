import { randomUUID } from 'node:crypto'
import { killPoint, startLoop, type Log, type Tally } from '@connector/service-kit'
import { ownFaultText, type BehindSince, type Vault, type WorkerStore } from '@connector/store'
import { createChannels } from './channels.ts'
import { createOutbox, type Claimed, type Tried } from './outbox.ts'
import { pruneAlerts } from './prune.ts'
import type { AlertSettings } from './settings.ts'
import { lookOnce } from './watch.ts'
import { createWatchLease } from './watch-lease.ts'

export interface AlertsOptions {
  store: WorkerStore
  vault: Vault
  settings: AlertSettings
  behindSince: BehindSince
  tally: Tally
  log: Log
  now: () => Date
}

export interface Alerts {
  stop(): Promise<void>
}

/** A watcher that stopped answering is followed by another after this long. */
const watchTtlMs = 60_000

/** When nobody watched for this long, all services were down: what is late then is told only if it stays so. */
const longUnwatchedMs = 120_000
const settleMs = 60_000

/** Longer than the deadline of a web hook and all the waits for a mail server together. */
const claimMs = 60_000

/** Deliveries at once in one process; a target has one at a time. */
const atOnce = 8

const idleMs = 1_000
const pruneEveryMs = 3_600_000

/**
 * Looks for what people are to be told, one process at a time, and tells them, every process its share. Runs in ingest and in the
 * projector, so that the end of either is told by the other.
 */
export function startAlerts({ store, vault, settings, behindSince, tally, log, now }: AlertsOptions): Alerts {
  const owner = randomUUID()
  const lease = createWatchLease(store, owner, watchTtlMs)
  const outbox = createOutbox(store, { owner, claimMs, now, random: Math.random })
  const channels = createChannels({ store, vault, settings, now })
  const everyMs = settings.ALERT_EVERY_MS

  let settled = false
  let prunedAt = 0
  const watch = startLoop({
    log,
    operation: 'alerts-watch',
    step: async () => {
      const taken = await lease.take()
      if (!taken) return everyMs
      if (!settled && taken.unwatchedMs > longUnwatchedMs) {
        settled = true
        return Math.min(settleMs, 4 * everyMs)
      }
      settled = true
      const alerts = await lookOnce(store, lease.asWatcher, behindSince, now)
      await lease.looked()
      if (now().getTime() - prunedAt >= pruneEveryMs) {
        prunedAt = now().getTime()
        await pruneAlerts(store, now())
      }
      if (alerts > 0) {
        log.info({ count: alerts }, 'People are told of something')
        deliver.wake()
      }
      return everyMs
    },
  })

  const underWay = new Set<Promise<void>>()
  async function tell(claimed: Claimed, signal: AbortSignal): Promise<void> {
    const { channel, tenantId } = claimed.target
    let tried: Tried
    try {
      killPoint('call-sent.before', 'alert')
      tried = await channels.send(claimed, signal)
      killPoint('call-answered.after', 'alert')
    } catch (error) {
      log.error({ tenantId, error }, 'An alert could not be sent')
      tried = { status: undefined, failure: ownFaultText(error) }
    }
    // It stays claimed until the claim is over, and is sent again with the same id.
    if (signal.aborted && tried.failure !== undefined) return
    const outcome = await outbox.record(claimed, tried)
    tally.add('alert_deliveries_total', { channel, outcome }, 1)
    if (outcome === 'failed') log.warn({ tenantId, reason: tried.failure ?? '' }, 'An alert was given up')
  }

  const deliver = startLoop({
    log,
    operation: 'alerts-deliveries',
    step: async (stopping) => {
      if (underWay.size >= atOnce) {
        await Promise.race(underWay)
        return 0
      }
      const claimed = await outbox.claim(atOnce - underWay.size)
      for (const one of claimed) {
        const told: Promise<void> = tell(one, stopping)
          .catch((error: unknown) => log.error({ error }, 'What became of an alert could not be written down'))
          .finally(() => {
            underWay.delete(told)
            deliver.wake()
          })
        underWay.add(told)
      }
      return claimed.length > 0 ? 0 : idleMs
    },
  })

  return {
    async stop() {
      await Promise.all([watch.stop(), deliver.stop()])
      await Promise.all(underWay)
      await lease.release().catch((error: unknown) => log.warn({ error }, 'The watch could not be given back'))
      await channels.close()
    },
  }
}
