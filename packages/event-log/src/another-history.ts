import { LogNotReadable } from './errors.ts'
import type { Checkpoint } from './port.ts'

/** What to say to a reader that has read something else, or something that is not there any more. */
export const anotherHistory = (after: Checkpoint): LogNotReadable =>
  new LogNotReadable(
    `The event of the checkpoint ${after} is not in this log. The reader has followed another log, or events were taken away by ` +
      'restoring an older backup; going on would skip events without a word. docs/operations.md tells under ' +
      '"The log is not the one that was read" what to do.',
  )
