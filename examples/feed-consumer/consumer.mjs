// Reads the public feed and prints a line for each event. NATS keeps how far it is, under the name of the consumer:
//   NATS_URL=nats://127.0.0.1:4222 CONSUMER=my-program node consumer.mjs
// Subjects: connector.{tenant}.{integration}.{EventType}; what each event holds: packages/feed/asyncapi.json.
import { AckPolicy, connect } from 'nats'

const {
  NATS_URL = 'nats://127.0.0.1:4222',
  CONSUMER = 'example',
  SUBJECT = 'connector.*.*.*',
  MOST = '0',
} = process.env
const stream = 'connector-feed'
const connection = await connect({ servers: NATS_URL, maxReconnectAttempts: -1, waitOnFirstConnect: true })
const manager = await connection.jetstreamManager()
await manager.consumers.add(stream, {
  durable_name: CONSUMER,
  filter_subject: SUBJECT,
  ack_policy: AckPolicy.Explicit,
})

// An event may come twice, and a program that runs for long keeps the ids in its database, with what it made of them.
const seen = new Set()
const consumer = await connection.jetstream().consumers.get(stream, CONSUMER)
for await (const message of await consumer.consume()) {
  const event = message.json()
  if (!seen.has(event.id)) {
    seen.add(event.id)
    process.stdout.write(`${event.recordedAt} ${event.tenantId} ${event.type} ${JSON.stringify(event.data)}\n`)
  }
  // Only now: what is not acknowledged comes again.
  message.ack()
  if (seen.size === Number(MOST)) break
}
await connection.drain()
