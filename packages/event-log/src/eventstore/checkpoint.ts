import { anotherHistory } from '../another-history.ts'
import { isCheckpointOf } from '../checkpoint.ts'
import type { Checkpoint } from '../port.ts'

/** Where an event is, and which one: a server that was restored has others at the same place. */
interface Place {
  position: bigint
  id: string
}

/** Positions are below 2^63: 19 digits, and one for the sake of reading. */
export const formatCheckpoint = (position: bigint, id: string): Checkpoint =>
  `${position.toString().padStart(20, '0')}.${id}`

/** Throws a TypeError for text that is no checkpoint, and `LogNotReadable` for one of another adapter. */
export function parseCheckpoint(checkpoint: Checkpoint): Place {
  if (isCheckpointOf('postgres', checkpoint)) throw anotherHistory(checkpoint)
  if (!isCheckpointOf('eventstore', checkpoint))
    throw new TypeError(`Not a checkpoint of this event log: ${JSON.stringify(checkpoint.slice(0, 80))}`)
  return { position: BigInt(checkpoint.slice(0, 20)), id: checkpoint.slice(21) }
}
