import type { NatsConnection } from '@connector/nats'
import type { FeedMessage } from './message.ts'

/** How long NATS remembers ids by itself: what is published twice within it is kept once. */
const duplicateWindowMs = 120_000

/** An acknowledgement that takes longer does not come. */
const acknowledgeMs = 5_000

const nanoseconds = (ms: number): number => ms * 1_000_000

export const streamName = (prefix: string): string => `${prefix}-feed`

/** `{prefix}.{tenant}.{integration}.{EventType}`. */
export const streamSubjects = (prefix: string): string => `${prefix}.*.*.*`

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === '404'

/** Makes the stream where there is none. One that is there is left as it is: whoever runs NATS may have given it replicas, or more room. */
export async function ensureStream(connection: NatsConnection, prefix: string, keepDays: number): Promise<void> {
  const manager = await connection.jetstreamManager({ timeout: acknowledgeMs })
  const name = streamName(prefix)
  try {
    await manager.streams.info(name)
  } catch (error) {
    if (!isMissing(error)) throw error
    await manager.streams.add({
      name,
      subjects: [streamSubjects(prefix)],
      max_age: nanoseconds(keepDays * 86_400_000),
      duplicate_window: nanoseconds(duplicateWindowMs),
    })
  }
}

/**
 * Publishes in the order given and waits until NATS has all of it; otherwise rejects, and some of it may be there.
 * @param idOf what NATS knows repetitions by; the id of the event if not given
 */
export async function publish(
  connection: NatsConnection,
  messages: readonly FeedMessage[],
  idOf: (message: FeedMessage) => string = ({ id }) => id,
): Promise<void> {
  const stream = connection.jetstream({ timeout: acknowledgeMs })
  await Promise.all(
    messages.map((message) => stream.publish(message.subject, message.payload, { msgID: idOf(message) })),
  )
}
