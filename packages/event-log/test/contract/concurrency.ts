import type { Test } from 'tap'
import { compareCheckpoints, noStream, type EventLog, type RecordedEvent } from '../../src/index.ts'
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
      const outcomes = await Promise.all(Array.from({ length: 20 }, () => tryAppend(log, [streamId], seen)))
      t.equal(outcomes.filter((won) => won).length, 1)
      expectedRevision++
    }
    t.equal((await log.readStream(streamId)).length, 5)
  })

  await t.test('batches that hold the same streams in opposite order neither deadlock nor both win', async (t) => {
    const stream = freshStreams()
    const streamIds = Array.from({ length: 50 }, (_, index) => stream(index))
    for (let expectedRevision = noStream; expectedRevision < 10; expectedRevision++) {
      const seen = expectedRevision
      const outcomes = await Promise.all(
        [streamIds, streamIds.toReversed(), streamIds, streamIds.toReversed()].map((ids) => tryAppend(log, ids, seen)),
      )
      t.equal(outcomes.filter((won) => won).length, 1)
    }
  })

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

/** True if the append won, false if it lost the race; anything else fails the test. */
async function tryAppend(log: EventLog, streamIds: string[], expectedRevision: number): Promise<boolean> {
  try {
    await log.append(streamIds.map((streamId) => ({ streamId, expectedRevision, events: [newEvent()] })))
    return true
  } catch (error) {
    if (error instanceof Error && error.name === 'RevisionConflict') return false
    throw error
  }
}

function ascends(events: RecordedEvent[]): boolean {
  return events.every(
    (event, index) => index === 0 || compareCheckpoints(events[index - 1]?.checkpoint, event.checkpoint) < 0,
  )
}
