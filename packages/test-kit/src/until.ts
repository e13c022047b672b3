import { setTimeout as delay } from 'node:timers/promises'

/** Asks again and again until the answer is not undefined; fails after 20 s with what it was waiting for. */
export async function until<T>(what: string, ask: () => Promise<T | undefined> | T | undefined): Promise<T> {
  const deadline = Date.now() + 20_000
  for (;;) {
    const answer = await ask()
    if (answer !== undefined) return answer
    if (Date.now() > deadline) throw new Error(`Still waiting for: ${what}`)
    await delay(5)
  }
}
