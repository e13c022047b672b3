import type { Test } from 'tap'
import { compareCheckpoints, isChained, noStream, type EventLog, type RecordedEvent } from '../../src/index.ts'
import type { MakeLog } from './log-under-test.ts'
import { follow, freshStreams, newEvent } from '../support/events.ts'

export async function concurrencyContract(t: Test, makeLog: MakeLog): Promise<void> {
  const { log, dispose } = await makeLog()
  t.teardown(dispose)

  await t.test('of many writers that saw the same revision exactly one wins', async (t) => {
    const streamId = freshStreams()('a')
    let expectedRevision = noStream
    for (let round = 0; round < 5; round++) {
      const seen = expectedRevision
      const outcomes = await Promise.all(Array.from({ length: 20 }, () => tryAppend(log, streamId, seen)))
      t.equal(outcomes.filter((won) => won).length, 1)
      expectedRevision++
    }
    t.equal((await log.readStream(streamId)).length, 5)
  })

  await t.test(
    'of many writers with the same event at most one is recorded, and all are answered within 5 s',
    async (t) => {
      const streamId = freshStreams()('a')
      for (let expectedRevision = noStream; expectedRevision < 4; expectedRevision++) {
        const event = newEvent()
        const begun = Date.now()
        const outcomes = await Promise.allSettled(
          Array.from({ length: 20 }, () => log.append([{ streamId, expectedRevision, events: [event] }])),
        )
        t.ok(Date.now() - begun < 5_000, `answered after ${Date.now() - begun} ms`)
        for (const outcome of outcomes)
          if (outcome.status === 'rejected') t.match(outcome.reason, { code: 'event_log.unavailable' })
        const events = await log.readStream(streamId)
        t.equal(events.length, expectedRevision + 2)
        t.equal(events.at(-1)?.id, event.id)
      }
      const { events } = await log.readChain(undefined, 100_000)
      let before: Buffer | undefined
      for (const one of events.filter((event) => event.streamId === streamId)) {
        t.ok(isChained(one, before), 'whatever the losers were told, the chain holds')
        before = one.digest
      }
    },
  )

  await t.test(
    'batches that hold the same streams in opposite order do not deadlock, and each stream has one winner',
    async (t) => {
      const stream = freshStreams()
      const streamIds = Array.from({ length: 50 }, (_, index) => stream(index))
      for (let expectedRevision = noStream; expectedRevision < 10; expectedRevision++) {
        const seen = expectedRevision
        const winners = await Promise.all(
          [streamIds, streamIds.toReversed(), streamIds, streamIds.toReversed()].map(async (ids) => {
            const results = await log.append(
              ids.map((streamId) => ({ streamId, expectedRevision: seen, events: [newEvent()] })),
            )
            return ids.filter((_, index) => results[index] === 'appended')
          }),
        )
        t.strictSame(winners.flat().sort(), streamIds.toSorted())
      }
    },
  )

  await t.test('readers at the tail of many writers see every event once and each stream in order', async (t) => {
    const stream = freshStreams()
    const before = await log.head()
    // Appends of 400 events take far longer than those of 1 that begin after them and end before them: a reader that
    // goes on to the small ones must not have passed the large one. Proven to fail on an adapter that does not wait.
    const writers = [
      { streamId: stream('large-a'), size: 400, times: 8 },
      { streamId: stream('large-b'), size: 400, times: 8 },
      { streamId: stream('small-a'), size: 1, times: 150 },
      { streamId: stream('small-b'), size: 1, times: 150 },
      { streamId: stream('small-c'), size: 3, times: 150 },
    ]
    const counts = new Map(writers.map(({ streamId, size, times }) => [streamId, size * times]))
    const count = [...counts.values()].reduce((sum, events) => sum + events)
    const wanted = ({ streamId }: RecordedEvent): boolean => counts.has(streamId)
    const readers = [1000, 90].map((limit) => follow(log, { after: before, count, limit, wanted }))
    const [, ...views] = await Promise.all([Promise.all(writers.map((writer) => write(log, writer))), ...readers])

    for (const seen of views) {
      t.equal(seen.length, count, 'none missing')
      t.equal(new Set(seen.map(({ id }) => id)).size, count, 'none twice')
      t.ok(ascends(seen), 'checkpoints ascend')
      for (const [streamId, events] of counts) {
        const revisions = seen.filter((event) => event.streamId === streamId).map(({ revision }) => revision)
        t.strictSame(revisions, [...Array(events).keys()], 'each stream in order')
      }
    }
  })
}

interface Writer {
  streamId: string
  /** Events in one append. */
  size: number
  /** Appends, one after the other. */
  times: number
}

async function write(log: EventLog, { streamId, size, times }: Writer): Promise<void> {
  for (let time = 0; time < times; time++) {
    const events = Array.from({ length: size }, () => newEvent())
    await log.append([{ streamId, expectedRevision: time * size - 1, events }])
  }
}

async function tryAppend(log: EventLog, streamId: string, expectedRevision: number): Promise<boolean> {
  const [result] = await log.append([{ streamId, expectedRevision, events: [newEvent()] }])
  return result === 'appended'
}

function ascends(events: RecordedEvent[]): boolean {
  return events.every(
    (event, index) => index === 0 || compareCheckpoints(events[index - 1]?.checkpoint, event.checkpoint) < 0,
  )
}
