import { z } from 'zod'
import { breaksOfSchema } from './breaks-of-schema.ts'
import { schema, type Contract } from './schemas.ts'

/** The parts of an AsyncAPI document that a comparison looks at. */
export const feedContract = z.object({
  channels: z.record(z.string(), z.object({ address: z.string() })),
  components: z.object({ messages: z.record(z.string(), z.object({ payload: schema })) }),
})
type FeedContract = z.infer<typeof feedContract>

/** Every schema of the feed stands where it is used. */
const noNames: Contract = { paths: {}, components: { schemas: {} } }

/** What a consumer could rely on and no longer can. Further events, fields and words are no break: he is told to expect them. */
export function breaksOfFeed(before: FeedContract, after: FeedContract): string[] {
  const channels = Object.entries(before.channels).flatMap(([name, { address }]) => {
    const other = after.channels[name]
    if (!other) return [`${name} is published no more`]
    return other.address === address ? [] : [`${name} is published as ${other.address} now`]
  })
  const messages = Object.entries(before.components.messages).flatMap(([name, { payload }]) => {
    const other = after.components.messages[name]
    if (!other) return []
    return breaksOfSchema(payload, other.payload, { name, direction: 'answer', before: noNames, after: noNames })
  })
  return [...channels, ...messages]
}
