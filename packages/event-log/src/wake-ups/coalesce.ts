import { setTimeout as delayFor } from 'node:timers/promises'

/** Merges bursts of requests into few runs of one action. */
export interface Coalescer {
  /** Asks for a run soon. Never throws, never waits. */
  request(): void
  /** Runs once more if a request is still open, then does nothing ever again. */
  close(): Promise<void>
}

/**
 * Runs `action` at once on the first request and then at most once per `everyMs`, never twice at the same time. A
 * request made while it runs or rests is honoured by one later run. A failure goes to `onError` and is not repeated by
 * itself.
 */
export function coalesce(options: {
  action: () => Promise<void>
  everyMs: number
  onError: (error: unknown) => void
  delay?: (ms: number, signal: AbortSignal) => Promise<void>
}): Coalescer {
  const { action, everyMs, onError, delay = pause } = options
  const closing = new AbortController()
  let requested = false
  let running: Promise<void> | undefined

  async function run(): Promise<void> {
    while (requested) {
      requested = false
      await action().catch(onError)
      // An aborted delay only means that the log is closing and the last run should not wait.
      await delay(everyMs, closing.signal).catch(() => undefined)
    }
    running = undefined
  }

  return {
    request() {
      if (closing.signal.aborted) return
      requested = true
      running ??= run()
    },
    async close() {
      closing.abort()
      await running
    },
  }
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await delayFor(ms, undefined, { signal })
}
