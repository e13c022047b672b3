import { performance, type EventLoopUtilization } from 'node:perf_hooks'

/** How much may be under way at once in this process. */
export interface Pace {
  most(): number
}

/** The share of the time in which the processor had something to do; above, more at once would only make each take longer. */
const saturated = 0.95

/** A shorter time tells of chance. */
const everyMs = 100

const down = 0.75
const up = 1.25

interface PaceOptions {
  /** Where the outside is what everything waits for. */
  most: number
  /** Where the processor is: enough to have something to do while the database and the outside answer. */
  least: number
  utilization?: () => Pick<EventLoopUtilization, 'active' | 'idle'>
}

/**
 * Begins with little, takes more as long as the processor has time left, and less when it has not. What was begun is done sooner, and
 * leaves time for what comes after it. Not for work that gains by being written many at a time.
 */
export function createPace({ most, least, utilization = () => performance.eventLoopUtilization() }: PaceOptions): Pace {
  let now = Math.min(least, most)
  let before = utilization()
  return {
    most() {
      const at = utilization()
      const active = at.active - before.active
      const passed = active + at.idle - before.idle
      if (passed < everyMs) return now
      before = at
      const next = active / passed >= saturated ? Math.floor(now * down) : Math.ceil(now * up)
      now = Math.min(most, Math.max(least, next))
      return now
    },
  }
}
