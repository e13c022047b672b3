import { z } from 'zod'

export const feedSettings = {
  NATS_FEED: z
    .enum(['on', 'off'])
    .default('off')
    .describe(
      '`on`: what happens is published as small events (ids, times and states) on JetStream of NATS_URL, for other programs. It begins with what happens from then on.',
    ),
  NATS_FEED_DAYS: z.coerce
    .number()
    .positive()
    .default(14)
    .describe('How long the stream of the feed keeps events, in days; used once, when the stream is made.'),
}

export type FeedSettings = z.infer<z.ZodObject<typeof feedSettings>>
