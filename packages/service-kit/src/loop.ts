import type { Log } from './log.ts'

/** A loop that can be woken early and stopped. */
export interface Loop {
  wake(): void
  /** Ends the loop after the step under way; resolves when it has ended. */
  stop(): Promise<void>
}

export interface LoopOptions {
  log: Log
  operation: string
  /** Does one step; returns how long to rest before the next one, in milliseconds (0: at once). */
  step: (signal: AbortSignal) => Promise<number>
  /** Rest after a step that threw; doubled each time in a row, up to 10 s. The loop itself never ends on an error. */
  errorRestMs?: number
}

/** A process has some ten loops, so asking this often costs nothing; and a buyer waits for this long after an outage has ended. */
const longestErrorRestMs = 10_000

export function startLoop({ log, operation, step, errorRestMs = 500 }: LoopOptions): Loop {
  const stopping = new AbortController()
  const stopped = (): boolean => stopping.signal.aborted
  let woken = false
  let wakeUp: (() => void) | undefined

  const rest = (ms: number): Promise<void> => {
    if (woken || ms <= 0 || stopped()) return Promise.resolve()
    return new Promise((resolve) => {
      const timer = setTimeout(finish, ms)
      function finish(): void {
        clearTimeout(timer)
        wakeUp = undefined
        resolve()
      }
      wakeUp = finish
    })
  }

  const run = async (): Promise<void> => {
    let errors = 0
    while (!stopped()) {
      woken = false
      let ms: number
      try {
        ms = await step(stopping.signal)
        errors = 0
      } catch (error) {
        // A stop in the middle of a step ends it with an error of its own.
        if (stopped()) break
        errors += 1
        ms = Math.min(errorRestMs * 2 ** (errors - 1), longestErrorRestMs)
        log.error({ operation, error, attempt: errors }, 'The step failed and will be tried again')
        woken = false
      }
      await rest(ms)
    }
  }
  const ended = run()

  return {
    wake() {
      woken = true
      wakeUp?.()
    },
    async stop() {
      stopping.abort()
      wakeUp?.()
      await ended
    },
  }
}
