import { setTimeout as delay } from 'node:timers/promises'

/** Asks again and again until the answer is not undefined; fails after `withinMs` with what it was waiting for. */
export async function until<T>(
  what: string,
  ask: () => Promise<T | undefined> | T | undefined,
  withinMs = 60_000,
): Promise<T> {
  const deadline = Date.now() + withinMs
  for (;;) {
    const answer = await ask()
    if (answer !== undefined) return answer
    if (Date.now() > deadline) throw new Error(`Still waiting for: ${what}`)
    await delay(5)
  }
}
