import type { Failure } from '@connector/outbound-http'
import type { IllItems } from './ill-items.ts'

/** More items in a row that cannot be read mean that the side is ill, not the items. */
const toleratedInARow = 3

export interface Tolerance<T> {
  ill: IllItems
  keyOf: (item: T) => string
  /** A failure of the key, of the budget or of the side as a whole, after which no item can be read. */
  concernsAll: (failure: Failure) => boolean
  /** Told of each item that was not read, and why; it comes again. */
  leftOut: (item: T, failure: Failure) => void
}

/**
 * Reads items one after the other. One that cannot be read rests, longer each time, and holds up no other.
 * @param read returns why the item could not be read, or nothing
 * @returns the failure that concerns all, or that so many in a row had; the rest was not tried then
 */
export async function readEach<T>(
  items: readonly T[],
  { ill, keyOf, concernsAll, leftOut }: Tolerance<T>,
  read: (item: T) => Promise<Failure | undefined>,
): Promise<Failure | undefined> {
  let failedInARow = 0
  for (const item of items) {
    const key = keyOf(item)
    const resting = ill.resting(key)
    if (resting) {
      leftOut(item, resting)
      continue
    }
    const failure = await read(item)
    if (failure === undefined) {
      ill.recovered(key)
      failedInARow = 0
      continue
    }
    if (concernsAll(failure)) return failure
    ill.failed(key, failure)
    leftOut(item, failure)
    failedInARow += 1
    if (failedInARow > toleratedInARow) return failure
  }
  return undefined
}
