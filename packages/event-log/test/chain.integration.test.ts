import { noDatabase } from '@connector/test-kit'
import t from 'tap'
import { isChained, type ChainedEvent, type EventLog } from '../src/index.ts'
import { createPostgresEventLog } from '../src/index.ts'
import pg from 'pg'
import { newEvent } from './support/events.ts'
import { createLogDatabase } from './support/postgres-log.ts'

/** Which events of the log do not follow from those before them in their stream. */
async function broken(log: EventLog): Promise<string[]> {
  const { events } = await log.readChain(undefined, 1_000)
  const last = new Map<string, ChainedEvent>()
  return events.flatMap((event) => {
    const before = last.get(event.streamId)
    last.set(event.streamId, event)
    return isChained(event, before?.digest) ? [] : [`${event.streamId}@${event.revision}`]
  })
}

await t.test('the chain of a stream', { skip: noDatabase ?? false }, async (t) => {
  const { url } = await createLogDatabase(t)
  const pool = new pg.Pool({ connectionString: url, max: 4 })
  const log = createPostgresEventLog({ pool, onError: () => undefined })
  t.teardown(async () => {
    await log.close()
    await pool.end()
  })

  await log.append([
    { streamId: 'a', expectedRevision: -1, events: [newEvent(), newEvent(), newEvent()] },
    {
      streamId: 'b',
      expectedRevision: -1,
      events: [newEvent({ data: { text: 'zażółć \u0000 \ud83d\ude00 \u0010', nested: { z: 1.5, a: [null, 1e21] } } })],
    },
  ])
  await log.append([
    { streamId: 'b', expectedRevision: 0, events: [newEvent()] },
    { streamId: 'a', expectedRevision: 2, events: [newEvent(), newEvent()] },
  ])
  t.strictSame(await broken(log), [], 'every event follows from the one before, in one append or another')

  const edit = async (set: string): Promise<string[]> => {
    const before = await pool.query<Record<string, unknown>>(
      `select * from events where stream_id = 'a' and revision = 1`,
    )
    await pool.query(`update events set ${set} where stream_id = 'a' and revision = 1`)
    const found = await broken(log)
    await pool.query(
      `update events set data = $1, metadata = $2, type = $3, digest = $4 where stream_id = 'a' and revision = 1`,
      [
        JSON.stringify(before.rows[0]?.['data']),
        JSON.stringify(before.rows[0]?.['metadata']),
        before.rows[0]?.['type'],
        before.rows[0]?.['digest'],
      ],
    )
    return found
  }
  t.strictSame(await edit(`data = '{"other": true}'`), ['a@1'])
  t.strictSame(await edit(`metadata = metadata || '{"actor": "somebody"}'`), ['a@1'])
  t.strictSame(await edit(`type = 'Other'`), ['a@1'])
  t.strictSame(await edit(`digest = sha256(digest)`), ['a@1', 'a@2'], 'and what follows a digest that was changed')
  t.strictSame(await broken(log), [], 'well again')
  await pool.query(
    `update events set recorded_at = recorded_at - interval '1 microsecond' where stream_id = 'b' and revision = 0`,
  )
  t.strictSame(await broken(log), ['b@0'], 'the time is part of it')
})
