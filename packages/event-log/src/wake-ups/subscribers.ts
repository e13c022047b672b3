import type { WakeUpListener, WakeUpWay } from './port.ts'

/** The callbacks of one log instance that want to be woken. */
export interface Subscribers {
  /** Adds a callback, and with the first one starts listening and polling. Returns a function that takes it away. */
  add(onWake: () => void): Promise<() => Promise<void>>
  wakeAll(): void
  close(): Promise<void>
}

/**
 * Wakes by `wakeAll`, by what other instances send, and every `pollMs`. Holds a connection and a timer only while
 * someone is subscribed.
 */
export function createSubscribers(options: {
  way: WakeUpWay
  pollMs: number
  onError: (error: unknown) => void
  instanceId: string
}): Subscribers {
  const { way, pollMs, onError, instanceId } = options
  // Keyed by a fresh object, because the same function may be subscribed twice.
  const callbacks = new Map<object, () => void>()
  let listener: WakeUpListener | undefined
  let poll: NodeJS.Timeout | undefined

  function wakeAll(): void {
    for (const onWake of callbacks.values()) {
      try {
        onWake()
      } catch (error) {
        onError(error)
      }
    }
  }

  function start(): void {
    poll = setInterval(wakeAll, pollMs)
    listener = way.listen({
      onError,
      onWake(sender) {
        // Own subscribers were woken directly when the append resolved.
        if (sender !== instanceId) wakeAll()
      },
    })
  }

  async function stop(): Promise<void> {
    clearInterval(poll)
    const stopping = listener
    listener = undefined
    await stopping?.close()
  }

  return {
    async add(onWake) {
      const key = {}
      callbacks.set(key, onWake)
      if (callbacks.size === 1) start()
      await listener?.ready
      return async () => {
        if (callbacks.delete(key) && callbacks.size === 0) await stop()
      }
    },
    wakeAll,
    async close() {
      callbacks.clear()
      await stop()
    },
  }
}
