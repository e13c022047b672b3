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

/** How each adapter writes its checkpoints: numbers of a fixed width, so that text order is the order of places. */
const shapes = {
  postgres: /^\d{20}\.\d{19}$/,
  eventstore: /^\d{20}\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
} as const

/** Where a log can be stored. */
export type LogHome = keyof typeof shapes

/** Whether a checkpoint is of a log that is stored there. */
export const isCheckpointOf = (home: LogHome, checkpoint: Checkpoint): boolean => shapes[home].test(checkpoint)
