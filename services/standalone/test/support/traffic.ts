import { setTimeout as delay } from 'node:timers/promises'
import { agentAnswers, answers, mails, ticketOf } from './seen.ts'
import type { Outside, Shop } from './world.ts'

/** What was written in one conversation, oldest first. */
interface Written {
  mails: string[]
  answers: string[]
}

/** Buyers and agents who write without a pause, whatever becomes of the services meanwhile. */
export interface Traffic {
  written: ReadonlyMap<string, Written>
  /** A conversation with its first message; about an order where one is given. */
  begin(orderId?: string): string
  say(threadId: string): string
  answer(threadId: string): string
  /** Nobody writes any more. */
  stop(): Promise<void>
  /** What has not come through, or more than once, or in another order: a line for each conversation. */
  wrong(): string[]
}

/** Conversations side by side; a new one takes the place of the oldest after so many messages. */
const atOnce = 4

export function startTraffic(outside: Outside, shop: Pick<Shop, 'tenantId' | 'shopId'>, everyMs: number): Traffic {
  const { empik, thulium } = outside
  const written = new Map<string, Written>()
  const current: string[] = []
  let count = 0
  const over = new AbortController()

  const ofThread = (threadId: string): Written => {
    const known = written.get(threadId)
    if (!known) throw new RangeError(`${threadId} is no conversation of this traffic`)
    return known
  }
  function begin(orderId?: string): string {
    const text = `Pytanie ${++count}`
    const { threadId } = empik.buyerWrites({ shopId: shop.shopId, text, ...(orderId !== undefined && { orderId }) })
    written.set(threadId, { mails: [text], answers: [] })
    return threadId
  }
  function say(threadId: string): string {
    const text = `Wiadomość ${++count}`
    empik.buyerWrites({ shopId: shop.shopId, threadId, text })
    ofThread(threadId).mails.push(text)
    return text
  }
  function answer(threadId: string): string {
    const text = `Odpowiedź ${++count}`
    agentAnswers({ thulium }, shop, threadId, `<p>${text}</p>`)
    ofThread(threadId).answers.push(text)
    return text
  }
  function next(): void {
    const place = count % atOnce
    const threadId = current[place]
    const length = threadId === undefined ? 0 : ofThread(threadId).mails.length
    if (threadId === undefined || length >= 6) current[place] = begin()
    else if (
      length % 3 === 0 &&
      ofThread(threadId).answers.length < length / 3 &&
      ticketOf({ thulium }, shop, threadId)
    )
      answer(threadId)
    else say(threadId)
  }
  const same = (one: readonly string[], other: readonly string[]): boolean =>
    JSON.stringify(one) === JSON.stringify(other)
  const wrong = (): string[] =>
    [...written].flatMap(([threadId, all]) => {
      const there = { mails: mails({ thulium }, shop, threadId), answers: answers({ empik }, threadId) }
      return same(there.mails, all.mails) && same(there.answers, all.answers)
        ? []
        : [`${threadId}: ${JSON.stringify(there)} instead of ${JSON.stringify(all)}`]
    })
  const work = (async () => {
    while (!over.signal.aborted) {
      // No more than a slow machine gets through, or its backlog would be what is measured.
      if (wrong().length < 2 * atOnce) next()
      await delay(everyMs)
    }
  })()

  return {
    written,
    begin,
    say,
    answer,
    async stop() {
      over.abort()
      await work
    },
    wrong,
  }
}
