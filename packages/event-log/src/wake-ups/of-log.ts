import { randomUUID } from 'node:crypto'
import { coalesce } from './coalesce.ts'
import type { WakeUpWay } from './port.ts'
import { createSubscribers } from './subscribers.ts'

/** What a log, wherever it is stored, needs to wake those who follow it. */
export interface LogWakeUps {
  /** Wakes the subscribers of this process at once, and soon those of others. */
  appended(): void
  /** Soon wakes the subscribers of other processes. */
  wakeOthers(): void
  subscribe(onWake: () => void): Promise<() => Promise<void>>
  close(): Promise<void>
}

// A burst of appends becomes one notification per 20 ms: 50/s is enough for a hint, and NOTIFY takes a lock of the
// whole cluster.
const wakeUpEveryMs = 20

export function createLogWakeUps(options: {
  way: WakeUpWay
  pollMs: number
  onError: (error: unknown) => void
}): LogWakeUps {
  const { way, pollMs, onError } = options
  const instanceId = randomUUID()
  const subscribers = createSubscribers({ way, pollMs, onError, instanceId })
  const notifier = coalesce({ everyMs: wakeUpEveryMs, onError, action: () => way.send(instanceId) })
  return {
    appended() {
      subscribers.wakeAll()
      notifier.request()
    },
    wakeOthers: () => notifier.request(),
    subscribe: (onWake) => subscribers.add(onWake),
    async close() {
      await Promise.all([notifier.close(), subscribers.close()])
    },
  }
}
