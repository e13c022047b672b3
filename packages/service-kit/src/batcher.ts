import { setTimeout as wait } from 'node:timers/promises'

interface Waiting<T, R> {
  item: T
  resolve: (result: R) => void
  reject: (error: unknown) => void
}

/**
 * Gathers single requests into batches without waiting on a timer: while one batch is under way the next one fills.
 * With one caller it adds no delay; with many, a round trip is shared (a group commit).
 * @param flush must give one result per item, in order; if it rejects, every item of the batch rejects
 * @param gatherMs so long one that is alone waits for others: for what nobody is kept waiting by
 */
export function createBatcher<T, R>(
  flush: (items: T[]) => Promise<readonly R[]>,
  maxSize: number,
  gatherMs = 0,
): (item: T) => Promise<R> {
  let waiting: Waiting<T, R>[] = []
  let running = false

  const drain = async (): Promise<void> => {
    running = true
    // Callers that were woken by the same event all get into the first batch.
    await Promise.resolve()
    while (waiting.length > 0) {
      if (gatherMs > 0 && waiting.length < maxSize) await wait(gatherMs)
      const batch = waiting.slice(0, maxSize)
      waiting = waiting.slice(maxSize)
      try {
        const results = await flush(batch.map(({ item }) => item))
        batch.forEach(({ resolve, reject }, index) => {
          if (index < results.length) resolve(results[index] as R)
          else reject(new Error('The batch gave fewer results than items.'))
        })
      } catch (error) {
        for (const { reject } of batch) reject(error)
      }
    }
    running = false
  }

  return (item) =>
    new Promise<R>((resolve, reject) => {
      waiting.push({ item, resolve, reject })
      if (!running) void drain()
    })
}
