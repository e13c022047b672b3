import { createBatcher } from '@connector/service-kit'
import { isAboutData } from '@connector/store'

/** Why one of many is refused. */
class Refused {
  readonly error: unknown
  constructor(error: unknown) {
    this.error = error
  }
}

/** Nobody waits for what is written so: it waits this long for others. */
const gatherMs = 25

/**
 * Writes what comes at about the same time in one statement. What the database does not take as a whole is written one by one, so that
 * one never fails another.
 * @param write must give one result per item, in order
 */
export function writtenTogether<T, R>(
  write: (items: readonly T[]) => Promise<readonly R[]>,
  maxSize: number,
): (item: T) => Promise<R> {
  async function alone(item: T): Promise<(R | Refused)[]> {
    try {
      return [...(await write([item]))]
    } catch (error) {
      return [new Refused(error)]
    }
  }

  const add = createBatcher<T, R | Refused>(
    async (items) => {
      try {
        return await write(items)
      } catch (error) {
        if (items.length === 1 || !isAboutData(error)) throw error
      }
      const results: (R | Refused)[] = []
      for (const item of items) results.push(...(await alone(item)))
      return results
    },
    maxSize,
    gatherMs,
  )
  return async (item) => {
    const result = await add(item)
    if (result instanceof Refused) throw result.error
    return result
  }
}
