import { monitorEventLoopDelay } from 'node:perf_hooks'

/** How often the delay is measured; a value of the monitor holds this time itself. */
const resolutionMs = 20

/**
 * Watches how long this process could not get to anything because of one long calculation.
 * @returns the longest such delay since it was last asked, in milliseconds
 */
export function watchEventLoop(): () => number {
  const delays = monitorEventLoopDelay({ resolution: resolutionMs })
  delays.enable()
  return () => {
    const longest = Math.max(0, Math.round(delays.max / 1e6) - resolutionMs)
    delays.reset()
    return longest
  }
}
