import { anotherHistory } from '../another-history.ts'
import { isCheckpointOf } from '../checkpoint.ts'
import type { Checkpoint } from '../port.ts'

// Zero-padded to the most digits the two numbers can have (xid8 < 2^64: 20, bigint < 2^63: 19), so that text order is
// number order.
const shape = /^(\d{20})\.(\d{19})$/

/** A transaction id and a position in it, both decimal, as a checkpoint. */
export function formatCheckpoint(transactionId: string, position: string): Checkpoint {
  return `${transactionId.padStart(20, '0')}.${position.padStart(19, '0')}`
}

/**
 * The two numbers of a checkpoint, decimal. Throws a TypeError for text that is no checkpoint, and `LogNotReadable` for one of
 * another adapter.
 */
export function parseCheckpoint(checkpoint: Checkpoint): { transactionId: string; position: string } {
  const [, transactionId, position] = shape.exec(checkpoint) ?? []
  if (transactionId === undefined || position === undefined) {
    if (isCheckpointOf('eventstore', checkpoint)) throw anotherHistory(checkpoint)
    throw new TypeError(`Not a checkpoint of this event log: ${JSON.stringify(checkpoint.slice(0, 80))}`)
  }
  // Without the zeros, because PostgreSQL reads an xid8 with leading zeros as octal.
  return { transactionId: BigInt(transactionId).toString(), position: BigInt(position).toString() }
}
