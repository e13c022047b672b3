import { cpus } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'

/** Processor time of all cores since the machine started, in milliseconds. */
interface Spent {
  idle: number
  all: number
}

function spent(): Spent {
  const sum: Spent = { idle: 0, all: 0 }
  for (const { times } of cpus()) {
    sum.idle += times.idle
    sum.all += times.user + times.nice + times.sys + times.irq + times.idle
  }
  return sum
}

function idleSince(before: Spent): number {
  const now = spent()
  return (now.idle - before.idle) / (now.all - before.all)
}

/** What a file does in its first second says whether it works or waits. */
const lookMs = 1_000
/** Of both cores together: less is what the files that run need for themselves now and then. */
const idleEnough = 0.3

export interface Limits {
  /** As many run whatever the machine does. */
  least: number
  /** As many run where processors would be idle otherwise. */
  most: number
}

/**
 * Gives turns to files: end-to-end files wait for most of their time, and the others compute. A fixed number either leaves the
 * processors idle (of three, 40 %) or makes leases and waits run out where all compute.
 */
export function createTurns({ least, most }: Limits) {
  let running = 0
  let ended = new AbortController()

  /** False where a file ended meanwhile. */
  const secondPasses = (): Promise<boolean> => wait(lookMs, true, { signal: ended.signal }).catch(() => false)

  return {
    /** Resolves when the next file may start; call what it gives when that file has ended. */
    async take(): Promise<() => void> {
      while (running >= least) {
        const before = spent()
        if ((await secondPasses()) && running < most && idleSince(before) > idleEnough) break
      }
      running += 1
      return () => {
        running -= 1
        ended.abort()
        ended = new AbortController()
      }
    },
  }
}
