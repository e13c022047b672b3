import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { eventTypes, personalPlan, type PersonalPlan } from '@connector/domain/events'
import { noStream, type JsonObject, type RecordedEvent } from '@connector/event-log'
import t from 'tap'
import { z } from 'zod'
import { feedTypes, isPublished, notPublished } from '../src/event-types.ts'
import { envelope, toFeedMessage } from '../src/message.ts'

const golden = join(import.meta.dirname, '../../domain/test/golden')
const stored = z.object({ type: z.string(), schemaVersion: z.number(), data: z.record(z.string(), z.json()) })
const events = readdirSync(golden)
  .filter((file) => file.endsWith('.json'))
  .map((file) => ({ file, ...stored.parse(JSON.parse(readFileSync(join(golden, file), 'utf8'))) }))

function recorded(type: string, schemaVersion: number, data: JsonObject): RecordedEvent {
  return {
    ...{ id: '5f0c3b0e-8f5e-5c1e-9d59-0c8f3e0b7a11', type, schemaVersion, data, streamId: 's', revision: noStream + 1 },
    metadata: { tenantId: 'sklep', integrationId: '5f0c3b0e-8f5e-4c1e-9d59-0c8f3e0b7a11', threadId: 'thread-1' },
    ...{ checkpoint: '1.1', recordedAt: new Date('2026-11-02T09:15:36.479Z') },
  }
}

const secret = (place: string): string => `ŚCIŚLE-TAJNE-${place}`

/** Every text that a schema does not fix, replaced by one that is found again; whatever is marked personal, and free words of ours. */
function withSecrets(value: unknown, plan: PersonalPlan | undefined, place: string): unknown {
  if (typeof value === 'string') return plan?.is === 'personal' ? secret(place) : value
  if (Array.isArray(value))
    return value.map((item, index) =>
      withSecrets(item, plan?.is === 'list' ? plan.item : undefined, `${place}.${index}`),
    )
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value).map(([name, field]) => {
        const of = plan?.is === 'object' ? plan.fields.get(name) : undefined
        // What no schema knows counts as personal.
        const isUnknown = plan?.is === 'object' && of === undefined
        return [name, isUnknown ? secret(`${place}.${name}`) : withSecrets(field, of, `${place}.${name}`)]
      }),
    )
  return value
}

/** Fields of texts that are nobody's personal data and are still none of the public's. */
const ourWords = ['accountName', 'message', 'name', 'label', 'company', 'agentLogin', 'operation', 'raw', 'customerId']

function withOurWords(data: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => [
      name,
      ourWords.includes(name) && typeof value === 'string'
        ? secret(name)
        : typeof value === 'object' && value !== null && !Array.isArray(value)
          ? withOurWords(value)
          : value,
    ]),
  )
}

await t.test('every event of the log is published, or said not to be', (t) => {
  const known = [...Object.keys(feedTypes), ...notPublished]
  t.strictSame(known.sort(), Object.keys(eventTypes).sort())
  t.end()
})

await t.test(
  'no golden file gives away a text that is marked personal, or a word of ours, and all of them are published',
  (t) => {
    let published = 0
    for (const { file, type, schemaVersion, data } of events) {
      const secretly = withOurWords(withSecrets(data, personalPlan(type), type) as JsonObject)
      const message = toFeedMessage('connector', recorded(type, schemaVersion, secretly))
      t.equal(message !== undefined, isPublished(type), file)
      if (!message) continue
      published += 1
      t.notMatch(message.payload, /TAJNE/, file)
      t.notMatch(message.payload, /[^\x20-\x7e]/, `${file}: nothing but plain letters`)
      t.equal(message.subject, `connector.sklep.5f0c3b0e-8f5e-4c1e-9d59-0c8f3e0b7a11.${type}`)
    }
    t.ok(published >= Object.keys(feedTypes).length, 'each type has at least one golden file')
    t.end()
  },
)

await t.test('a text that is sealed is blanked, and no key is asked for', (t) => {
  const message = events.find(({ file }) => file === 'MessageReceived.v3.json')
  const sealed = { ...message?.data, body: { sealed: 'AAAA' }, authorName: { sealed: 'BBBB' } }
  t.match(toFeedMessage('connector', recorded('MessageReceived', 3, sealed)), {
    payload: /"author":"customer"/,
  })
  t.end()
})

/** All string schemas of a schema, by their place. */
function strings(schema: z.ZodType, place: string): [string, z.ZodType][] {
  if (schema instanceof z.ZodOptional) return strings(schema.unwrap() as z.ZodType, place)
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape as Record<string, z.ZodType>).flatMap(([name, field]) =>
      strings(field, `${place}.${name}`),
    )
  if (schema instanceof z.ZodNumber || schema instanceof z.ZodBoolean || schema instanceof z.ZodEnum) return []
  return [[place, schema]]
}

await t.test(
  'no schema of the feed has room for a text: all but ids and times are numbers and words of a list',
  (t) => {
    const all = Object.entries({ envelope, ...feedTypes }).flatMap(([name, row]) =>
      strings(row instanceof z.ZodType ? row : row.schema, name),
    )
    for (const [place, schema] of all)
      for (const text of ['Jan Kowalski', 'jan@example.com', 'Dzień', 'a'.repeat(500), 'x\ny'])
        t.notOk(schema.safeParse(text).success, `${place} takes no ${text.slice(0, 12)}`)
    for (const [name, row] of Object.entries(feedTypes)) t.ok(row.schema.def.catchall, `${name} takes nothing else`)
    t.end()
  },
)

await t.test('what cannot be a part of a subject is refused, and none is made of it', (t) => {
  const event = recorded('IntegrationStarted', 1, {})
  for (const tenantId of ['a.b', '*', '>', 'a b', ''])
    t.throws(() => toFeedMessage('connector', { ...event, metadata: { ...event.metadata, tenantId } }), {
      code: 'feed.unpublishable',
    })
  t.end()
})
