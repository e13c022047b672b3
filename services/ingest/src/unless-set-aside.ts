import { UnreadableEvent } from '@connector/domain/events'

/**
 * What is done with a conversation, or undefined where its log holds an event that this version cannot read: it is set aside
 * then, health tells it, and nothing else waits for it.
 */
export async function unlessSetAside<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work
  } catch (error) {
    if (error instanceof UnreadableEvent) return undefined
    throw error
  }
}
