import type { Test } from 'tap'
import { compareCheckpoints, type Checkpoint, type RecordedEvent } from '../../src/index.ts'
import type { MakeLog } from './log-under-test.ts'
import { follow, freshStreams, opening } from '../support/events.ts'
import { until } from '@connector/test-kit'

export async function readingContract(t: Test, makeLog: MakeLog): Promise<void> {
  const { log, dispose } = await makeLog()
  t.teardown(dispose)

  await t.test('a stream is read in order, from any revision, and a missing one is empty', async (t) => {
    const stream = freshStreams()
    await log.append([opening(stream('a'), 5), opening(stream('a-longer-name'), 1)])
    const revisions = async (from?: number): Promise<number[]> =>
      (await log.readStream(stream('a'), from)).map(({ revision }) => revision)
    t.strictSame(await revisions(), [0, 1, 2, 3, 4])
    t.strictSame(await revisions(3), [3, 4])
    t.strictSame(await revisions(5), [])
    t.strictSame(await log.readStream(stream('none')), [])
  })

  await t.test(
    'many streams are read at once, each from its own revision, with an entry for every one asked for',
    async (t) => {
      const stream = freshStreams()
      await log.append([opening(stream('a'), 3), opening(stream('b'), 2)])
      const streams = await log.readStreams([
        { streamId: stream('b') },
        { streamId: stream('none') },
        { streamId: stream('a'), fromRevision: 2 },
      ])
      t.strictSame([...streams.keys()], [stream('b'), stream('none'), stream('a')])
      t.strictSame(
        [...streams.values()].map((events) => events.map(({ revision }) => revision)),
        [[0, 1], [], [2]],
      )
      t.strictSame(streams.get(stream('a')), await log.readStream(stream('a'), 2))
      t.strictSame(await log.readStreams([]), new Map())
    },
  )

  await t.test(
    'paging through all events shows each once, in ascending checkpoints, whatever the page size',
    async (t) => {
      const stream = freshStreams()
      const before = await log.head()
      const ids = ['a', 'b', 'c'].map(stream)
      const mine = ({ streamId }: RecordedEvent): boolean => ids.includes(streamId)
      for (const streamId of ids) await log.append([opening(streamId, 7)])
      const all = await follow(log, { after: before, count: 21, wanted: mine })
      t.equal(all.length, 21)
      t.ok(
        all.every(
          (event, index) => index === 0 || compareCheckpoints(all[index - 1]?.checkpoint, event.checkpoint) < 0,
        ),
      )
      t.ok(all.every(({ checkpoint }) => compareCheckpoints(before, checkpoint) < 0))
      for (const streamId of ids) {
        t.strictSame(
          all.filter((event) => event.streamId === streamId),
          await log.readStream(streamId),
          'equals the stream',
        )
      }
      for (const limit of [1, 2, 5, 1000])
        t.strictSame(await follow(log, { after: before, count: 21, limit, wanted: mine }), all)

      const middle = all[10]?.checkpoint
      const rest = await follow(log, { after: middle, count: 10, wanted: mine })
      t.strictSame(rest, all.slice(11), 'a checkpoint from the middle of an append is a place to go on from')
    },
  )

  await t.test('a page never exceeds its limit and an empty page keeps the checkpoint', async (t) => {
    const streamId = freshStreams()('a')
    await log.append([opening(streamId, 3)])
    const last = (await log.readStream(streamId)).at(-1)?.checkpoint
    await until(
      'the head to reach the append',
      async () => compareCheckpoints(await log.head(), last) >= 0 || undefined,
    )
    t.equal((await log.readAll(undefined, 2)).events.length, 2)
    // Only this test writes to this log, so after its head nothing comes.
    const end = await log.head()
    t.strictSame(await log.readAll(end, 10), { events: [], next: end })
  })

  await t.test('what a reader does not want is left out of a page, and passed all the same', async (t) => {
    const stream = freshStreams()
    const before = await log.head()
    for (const name of ['a', 'b', 'c']) await log.append([opening(stream(name), 2)])
    const last = (await log.readStream(stream('c'))).at(-1)?.checkpoint
    await until(
      'the head to reach the append',
      async () => compareCheckpoints(await log.head(), last) >= 0 || undefined,
    )
    const all = await log.readAll(before, 100)
    t.strictSame(await log.readAll(before, 100, () => true), all)
    t.strictSame(await log.readAll(before, 100, () => false), { events: [], next: all.next, skipped: 6 })
    t.strictSame(await log.readAll(before, 4, () => false), {
      events: [],
      next: all.events[3]?.checkpoint,
      skipped: 4,
    })
    t.strictSame(await log.readAll(all.next, 4, () => false), { events: [], next: all.next })
    const tenants = all.events.map(({ metadata }) => metadata.tenantId)
    const asked: string[] = []
    await log.readAll(before, 100, (tenantId) => asked.push(tenantId) > 0)
    t.strictSame(asked, tenants, 'it is asked by tenant')
  })

  await t.test('the head is the checkpoint of the last event that reading all would return', async (t) => {
    const streamId = freshStreams()('a')
    await log.append([opening(streamId, 2)])
    const last = (await log.readStream(streamId)).at(-1)?.checkpoint
    await until(
      'the head to reach the append',
      async () => compareCheckpoints(await log.head(), last) >= 0 || undefined,
    )
    let after: Checkpoint | undefined
    for (;;) {
      const page = await log.readAll(after, 1000)
      if (page.events.length === 0) break
      after = page.next
    }
    t.equal(after, await log.head())
  })

  await t.test('checkpoints compare as places, and none is before all', (t) => {
    t.equal(compareCheckpoints(undefined, undefined), 0)
    t.ok(compareCheckpoints(undefined, 'a') < 0)
    t.ok(compareCheckpoints('a', undefined) > 0)
    t.equal(compareCheckpoints('a', 'a'), 0)
    t.end()
  })

  await t.test('whoever is behind is told since when', async (t) => {
    const streamId = freshStreams()('a')
    const before = await log.head()
    await log.append([opening(streamId, 2)])
    const [first, last] = await log.readStream(streamId)
    t.strictSame(await log.recordedAfter(before), first?.recordedAt)
    t.equal(await log.recordedAfter(last?.checkpoint), undefined, 'nobody who has read all')
  })

  await t.test('a checkpoint of another log, or of a state that was restored away, is refused by name', async (t) => {
    await log.append([opening(freshStreams()('a'))])
    const head = (await log.head()) ?? ''
    const refused = {
      name: 'LogNotReadable',
      code: 'event_log.not_readable',
      message: /The reader has followed another/,
    }
    const ahead = head.replace(/^\d{20}/, '00000009999999999999')
    await t.rejects(log.readAll(ahead, 10), refused, 'ahead of the log')
    const other = head.replace(/.$/, (last) => (last === '1' ? '2' : '1'))
    await t.rejects(log.readAll(other, 10), refused, 'another event at that place')
    const foreign = /-/.test(head)
      ? '00000000000000000700.0000000000000000003'
      : '00000000000000000700.0f8fad5b-d9cb-469f-a165-70867728950e'
    await t.rejects(log.readAll(foreign, 10), refused, 'as another adapter writes it')
    t.equal((await log.readAll(head, 10)).next, head, 'its own goes on')
  })

  await t.test('senseless reads are programming errors', async (t) => {
    const streamId = freshStreams()('a')
    await t.rejects(log.readAll(undefined, 0), TypeError)
    await t.rejects(log.readAll('not a checkpoint', 1), TypeError)
    await t.rejects(log.readStream(streamId, -1), TypeError)
    await t.rejects(log.readStream(''), TypeError)
    await t.rejects(log.readStreams([{ streamId }, { streamId }]), TypeError)
  })
}
