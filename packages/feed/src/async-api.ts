import { z } from 'zod'
import { feedTypes, type FeedName } from './event-types.ts'
import { envelope } from './message.ts'
import { streamName } from './stream.ts'

/** The prefix that NATS_PREFIX has when it is not set. */
const prefix = 'connector'

function messageOf(type: FeedName): object {
  const { version, summary, schema } = feedTypes[type]
  const around = z
    .object(envelope.shape)
    .extend({ type: z.literal(type), version: z.literal(version), data: z.object(schema.shape) })
  const payload = z.toJSONSchema(around, {
    override: ({ jsonSchema }) => {
      // Consumers let through what they do not know, so that a field can be added.
      delete jsonSchema.additionalProperties
    },
  })
  delete payload.$schema
  return { name: type, title: type, summary, contentType: 'application/json', payload }
}

const channelOf = (type: FeedName): object => ({
  address: `${prefix}.{tenant}.{integration}.${type}`,
  title: type,
  summary: feedTypes[type].summary,
  parameters: {
    tenant: { description: 'The Thulium account.' },
    integration: { description: 'The EmpikPlace shop that is connected to it.' },
  },
  messages: { [type]: { $ref: `#/components/messages/${type}` } },
})

/** The contract of the feed, as AsyncAPI 3 has it. */
export function asyncApiDocument(): object {
  const types = (Object.keys(feedTypes) as FeedName[]).sort()
  const byType = <T>(of: (type: FeedName) => T): Record<string, T> =>
    Object.fromEntries(types.map((type) => [type, of(type)]))
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Feed of the EmpikPlace–Thulium connector',
      version: '1.0.0',
      license: { name: 'MIT' },
      description: [
        `What happens, as small events on JetStream: stream \`${streamName(prefix)}\`, a subject for each account, shop and kind of event.`,
        'They hold ids, times, states and numbers, and never a text, a name or a secret: whoever needs more asks the API.',
        'Each comes at least once; keep the ids that you have seen. Within a conversation `revision` tells the order.',
        'Fields, words and kinds of events are added without notice; nothing else changes without a new version of the event.',
      ].join(' '),
    },
    defaultContentType: 'application/json',
    channels: byType(channelOf),
    operations: byType((type) => ({ action: 'send', channel: { $ref: `#/channels/${type}` } })),
    components: { messages: byType(messageOf) },
  }
}
