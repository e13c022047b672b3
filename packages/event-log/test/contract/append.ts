import type { Test } from 'tap'
import { appendAll, noStream, type StreamAppend } from '../../src/index.ts'
import type { MakeLog } from './log-under-test.ts'
import { freshStreams, newEvent, opening } from '../support/events.ts'

export async function appendContract(t: Test, makeLog: MakeLog): Promise<void> {
  const { log, dispose } = await makeLog()
  t.teardown(dispose)

  await t.test('what was appended is read back unchanged, with revision, checkpoint and time', async (t) => {
    const streamId = freshStreams()('a')
    const metadata = {
      tenantId: 'tenant-1',
      correlationId: 'c',
      causationId: 'd',
      traceparent: '00-a-b-01',
      more: [1, null, { x: true }],
    }
    const first = {
      ...newEvent({ text: 'one', nested: { list: [1, 2.5, -3, 1e21, 5e-324], none: null, yes: true } }),
      metadata,
    }
    const second = { ...newEvent(), schemaVersion: 7, type: 'OrderRecorded' }
    await log.append([{ streamId, expectedRevision: noStream, events: [first, second] }])
    const events = await log.readStream(streamId)
    t.strictSame(
      events.map(({ streamId, revision, id, type, schemaVersion, data, metadata }) => {
        return { streamId, revision, id, type, schemaVersion, data, metadata }
      }),
      [
        { ...first, streamId, revision: 0 },
        { ...second, streamId, revision: 1 },
      ],
    )
    t.ok(events.every(({ checkpoint }) => typeof checkpoint === 'string' && checkpoint !== ''))
    t.ok(events.every(({ recordedAt }) => Math.abs(recordedAt.getTime() - Date.now()) < 60_000))
  })

  await t.test('no character of a text is lost, not even those a store may refuse', async (t) => {
    const streamId = freshStreams()('zażółć-🎁')
    const texts = [
      'Zażółć gęślą jaźń 🎁👩‍👩‍👧 \u202e עברית',
      'nul \u0000 nul, \u0000',
      '\u0000',
      'half \ud83d of a pair \udc00, at the end \ud800',
      '\ud83d\u0000\udc00',
      'all control characters: ' + Array.from({ length: 32 }, (_, code) => String.fromCharCode(code)).join(''),
      '\u00100000 \u0010 \u0010\u0010d83d \u0010\u0000',
      'written out: \\u0000 \\\\u0000 \\ud83d \\u0010d83d \\',
      '\\\u0000 \\\\\u0000 "\u0000"',
      '\u007f \u2028 \u2029 \ufeff \ufffe \uffff \u{10ffff}',
      'x\u0000'.repeat(20_000),
    ]
    const data = { texts, ['key \u0000 \ud800 \u0010']: { ['\u0000']: '' }, ['__proto__']: { safe: 'yes' }, '': 0 }
    const metadata = { tenantId: 'tenant \u0000', note: '\udfff' }
    await log.append([{ streamId, expectedRevision: noStream, events: [{ ...newEvent(data), metadata }] }])
    const [event] = await log.readStream(streamId)
    t.strictSame(event?.data, data)
    t.strictSame(event?.data.texts, texts)
    t.ok(event && Object.hasOwn(event.data, '__proto__'))
    t.strictSame(event?.metadata, metadata)
    t.equal(event?.streamId, streamId)
  })

  await t.test(
    'a writer that saw an older revision gets a conflict, and who cannot go on an error that names the stream',
    async (t) => {
      const streamId = freshStreams()('a')
      await log.append([opening(streamId, 3)])
      for (const expectedRevision of [noStream, 0, 1]) {
        const stale = [{ streamId, expectedRevision, events: [newEvent()] }]
        t.strictSame(await log.append(stale), ['conflict'], `expecting ${expectedRevision}`)
        await t.rejects(appendAll(log, stale), { code: 'event_log.revision_conflict', streamIds: [streamId] })
      }
      t.equal((await log.readStream(streamId)).length, 3)
    },
  )

  await t.test(
    'a writer that expects a revision which does not exist is refused, so a stream has no gap',
    async (t) => {
      const streamId = freshStreams()('a')
      t.strictSame(await log.append([{ streamId, expectedRevision: 0, events: [newEvent()] }]), ['conflict'])
      await log.append([opening(streamId)])
      t.strictSame(await log.append([{ streamId, expectedRevision: 1, events: [newEvent()] }]), ['conflict'])
      t.equal((await log.readStream(streamId)).length, 1)
    },
  )

  await t.test(
    'each stream of a batch gets all of its events or none, and one in conflict keeps the others from nothing',
    async (t) => {
      const stream = freshStreams()
      await log.append([opening(stream('taken'))])
      const batch = [opening(stream('a'), 2), opening(stream('taken'), 3), opening(stream('z'))]
      t.strictSame(await log.append(batch), ['appended', 'conflict', 'appended'], 'answers in the order of the batch')
      t.equal((await log.readStream(stream('a'))).length, 2)
      t.equal((await log.readStream(stream('z'))).length, 1)
      t.equal((await log.readStream(stream('taken'))).length, 1)
    },
  )

  await t.test('an append without events asserts the revision of its stream', async (t) => {
    const stream = freshStreams()
    await log.append([opening(stream('a'), 2)])
    const assert = (streamId: string, expectedRevision: number): StreamAppend => ({
      streamId,
      expectedRevision,
      events: [],
    })
    const both = ['appended', 'appended']
    t.strictSame(await log.append([assert(stream('a'), 1), assert(stream('none'), noStream)]), both)
    t.strictSame(await log.append([assert(stream('a'), 1), opening(stream('b'))]), both)
    const wrong = [
      assert(stream('a'), 0),
      assert(stream('a'), 2),
      assert(stream('a'), noStream),
      assert(stream('none'), 0),
    ]
    for (const [index, one] of wrong.entries())
      t.strictSame(await log.append([one, opening(stream(`c${index}`))]), ['conflict', 'appended'])
    t.equal((await log.readStream(stream('b'))).length, 1)
    t.equal((await log.readStream(stream('a'))).length, 2)
  })

  await t.test('repeating an append whose answer was lost doubles nothing, whatever it is told', async (t) => {
    const stream = freshStreams()
    await log.append([opening(stream('b'))])
    const batch = [opening(stream('a'), 3), { streamId: stream('b'), expectedRevision: 0, events: [newEvent()] }]
    await log.append(batch)
    const before = await log.readStream(stream('a'))
    for (let repeat = 0; repeat < 3; repeat++) t.equal((await log.append(batch)).length, 2)
    t.strictSame(await log.readStream(stream('a')), before)
    t.equal((await log.readStream(stream('b'))).length, 2)
    const next = { streamId: stream('a'), expectedRevision: 2, events: [newEvent()] }
    t.strictSame(await log.append([next]), ['appended'], 'and the stream goes on')
  })

  await t.test('a thousand streams are appended in one call', async (t) => {
    const stream = freshStreams()
    const batch = Array.from({ length: 1000 }, (_, index) => opening(stream(index), 2))
    await log.append(batch)
    const streams = await log.readStreams(batch.map(({ streamId }) => ({ streamId })))
    t.equal(streams.size, 1000)
    t.ok([...streams.values()].every((events) => events.length === 2 && events[1]?.revision === 1))
  })

  await t.test('an empty batch changes nothing', () => log.append([]))

  await t.test('a batch that breaks the rules is a programming error and nothing is appended', async (t) => {
    const stream = freshStreams()
    const good = opening(stream('good'))
    const twice = newEvent()
    const withEvent = (change: object): StreamAppend => ({
      ...opening(stream('a')),
      events: [{ ...newEvent(), ...change }],
    })
    const bad: Record<string, StreamAppend[]> = {
      'the same stream twice': [opening(stream('a')), opening(stream('a'))],
      'the same event id twice in a stream': [{ ...opening(stream('a')), events: [twice, twice] }],
      'an event id that is no UUID': [withEvent({ id: 'one' })],
      'an event id in capitals': [withEvent({ id: 'ABCDEF00-0000-4000-8000-000000000000' })],
      'an event without a type': [withEvent({ type: '' })],
      'a schema version of 0': [withEvent({ schemaVersion: 0 })],
      'an empty stream id': [opening('')],
      'a stream id that begins with $': [opening('$a')],
      'a stream id with NUL': [opening('a\u0000')],
      'a stream id with half a character': [opening('a\ud800')],
      'a stream id that is too long': [opening('ż'.repeat(513))],
      'an expected revision of -2': [{ ...opening(stream('a')), expectedRevision: -2 }],
      'an expected revision of 0.5': [{ ...opening(stream('a')), expectedRevision: 0.5 }],
    }
    for (const [rule, batch] of Object.entries(bad))
      await t.rejects(log.append([good, ...batch]), { name: 'TypeError' }, rule)
    t.strictSame(await log.readStream(good.streamId), [])
  })
}
