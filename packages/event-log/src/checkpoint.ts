import type { Checkpoint } from './port.ts'

/**
 * Negative if `a` comes before `b`, 0 if they are the same place, positive if after. `undefined` is before everything.
 */
export function compareCheckpoints(a: Checkpoint | undefined, b: Checkpoint | undefined): number {
  if (a === b) return 0
  if (a === undefined) return -1
  if (b === undefined) return 1
  return a < b ? -1 : 1
}
