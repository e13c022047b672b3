import { setTimeout as delay } from 'node:timers/promises'

/**
 * Asks again and again until the answer is not undefined; fails after `withinMs` with what it was waiting for. The
 * pauses grow from 5 to 50 ms: most answers come at once, and whoever waits long leaves the processor to the others.
 */
export async function until<T>(
  what: string,
  ask: () => Promise<T | undefined> | T | undefined,
  withinMs = 120_000,
): Promise<T> {
  const deadline = Date.now() + withinMs
  for (let pauseMs = 5; ; pauseMs = Math.min(pauseMs * 1.2, 50)) {
    const answer = await ask()
    if (answer !== undefined) return answer
    if (Date.now() > deadline) throw new Error(`Still waiting for: ${what}`)
    await delay(pauseMs)
  }
}
