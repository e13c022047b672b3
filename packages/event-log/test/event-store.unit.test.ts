import t from 'tap'
import { isChained, type StreamAppend } from '../src/index.ts'
import { connect, connectionString } from '../src/eventstore/client.ts'
import { NoAnswer, within } from '../src/eventstore/deadline.ts'
import { asLogError, meaningOf, type Meaning } from '../src/eventstore/errors.ts'
import { eventStoreLogOn } from '../src/eventstore/event-log.ts'
import { openEventStoreCopy, runsOf } from '../src/eventstore/log-copy.ts'
import { newEvent, opening } from './support/events.ts'
import { clientError, createFakeServer, type FakeServer } from './support/fake-event-store.ts'

const quiet = {
  appended: () => undefined,
  wakeOthers: () => undefined,
  subscribe: () => Promise.resolve(async () => {}),
  close: async () => {},
}

const logOn = (server: FakeServer) =>
  eventStoreLogOn(server.connect, { prefix: 'epc_', wakeUps: quiet, now: () => new Date('2026-03-02T08:00:00.123Z') })

/** What somebody else wrote, at its place among all; the server of the tests counts streams too slowly for thousands. */
const theirs = (place: number) => ({
  ...{ streamName: `other-${place}`, id: crypto.randomUUID(), type: 'Other', revision: 0, data: {}, metadata: {} },
  position: BigInt(place * 100 + 7),
})

/** Every shape of error that was seen on real servers, and what it means. */
const seen: [string, Error, Meaning][] = [
  ['another writer', clientError('x', { type: 'wrong-expected-version' }), 'conflict'],
  ['no such stream', clientError('x', { type: 'stream-not-found' }), 'no-stream'],
  ['away', clientError('x', { type: 'unavailable', code: 14 }), 'unavailable-replace'],
  [
    'starting, as of 24.10',
    clientError('Server Is Not Ready', { type: 'unavailable', code: 14 }),
    'unavailable-replace',
  ],
  ['the server timed out', clientError('x', { type: 'timeout', code: 10 }), 'unavailable'],
  ['late', clientError('x', { type: 'deadline-exceeded', code: 4 }), 'unavailable-replace'],
  ['no answer at all', new NoAnswer('4 s'), 'unavailable-replace'],
  ['cancelled by the server', clientError('x', { type: 'cancelled', code: 1 }), 'unavailable-replace'],
  ['a follower', clientError('x', { type: 'not-leader' }), 'unavailable-replace'],
  ['a follower, by number', clientError('not the leader', { type: 'unknown', code: 9 }), 'unavailable-replace'],
  [
    'a follower that knows no leader',
    clientError('2 UNKNOWN: No leader info available in response', { type: 'unknown', code: 2 }),
    'unavailable-replace',
  ],
  ['starting', clientError('Could not recognize Server Is Not Ready', { type: 'unknown' }), 'unavailable-replace'],
  ['a plain error with a number', clientError('No connection established', { code: 14 }), 'unavailable-replace'],
  ['a plain error', new Error('Failed to discover'), 'unavailable-replace'],
  ['of the system', clientError('connect ECONNREFUSED', { code: 'ECONNREFUSED' }), 'unavailable-replace'],
  [
    'cut',
    clientError('13 INTERNAL: Received RST_STREAM with code 2', { type: 'unknown', code: 13 }),
    'unavailable-replace',
  ],
  ['too large', clientError('x', { type: 'maximum-append-size-exceeded' }), 'too-large'],
  ['too large, by number', clientError('RESOURCE_EXHAUSTED', { type: 'unknown', code: 8 }), 'too-large'],
  ['a tombstone', clientError('x', { type: 'stream-deleted' }), 'deleted'],
  ['inside a record', clientError('InvalidPosition', { type: 'unknown', code: 2 }), 'bad-position'],
  [
    'inside a record, as of 24.10',
    clientError('2 UNKNOWN: Unexpected ReadAllResult: InvalidPosition', { type: 'unknown', code: 2 }),
    'bad-position',
  ],
  ['inside a record, by number', clientError('x', { type: 'unknown', code: 3 }), 'bad-position'],
  ['no right', clientError('x', { type: 'access-denied', code: 7 }), 'no-right'],
  ['a wrong password', clientError('16 UNAUTHENTICATED: Unauthenticated', { type: 'unknown', code: 16 }), 'no-right'],
  [
    'another CA',
    clientError(
      '14 UNAVAILABLE: No connection established. Last error: Error: unable to verify the first certificate.',
      {
        type: 'unavailable',
        code: 14,
      },
    ),
    'not-trusted',
  ],
  [
    'TLS to a server without it',
    clientError('14 UNAVAILABLE: No connection established. Last error: Error: ssl3_get_record:wrong version number', {
      type: 'unavailable',
      code: 14,
    }),
    'not-trusted',
  ],
  ['a mistake of ours', new TypeError('x is not a function'), 'other'],
]

await t.test('what each error of the client means', (t) => {
  for (const [name, error, meaning] of seen) t.equal(meaningOf(error), meaning, name)
  for (const [name, error, meaning] of seen) {
    const codes: Record<string, string> = {
      'too-large': 'event_log.append_too_large',
      deleted: 'event_log.not_readable',
      'not-trusted': 'event_log.not_readable',
      'no-right': 'event_log.not_readable',
      unavailable: 'event_log.unavailable',
      'unavailable-replace': 'event_log.unavailable',
    }
    const code = codes[meaning]
    if (code === undefined) t.equal(asLogError(error), error, `${name} passes through`)
    else t.match(asLogError(error), { code, cause: error }, name)
  }
  t.end()
})

await t.test('a client that will not heal is replaced, and one that heals by itself is kept', async (t) => {
  for (const [name, error, meaning] of seen) {
    const server = createFakeServer()
    const log = logOn(server)
    await log.append([opening('a-x')])
    server.faults.push(error)
    await log.readAll(undefined, 1).catch(() => undefined)
    await log.readStream('a-x')
    t.equal(server.connects, meaning === 'unavailable-replace' ? 2 : 1, name)
    await log.close()
  }
})

await t.test(
  'the version of the server is asked before anything, and one that is too old refused by name',
  async (t) => {
    for (const [version, isGood] of [
      ['24.10.4.0', true],
      ['23.10.0.0', true],
      ['26.1.0', true],
      ['23.6.0.0', false],
      ['unknown', false],
    ] as const) {
      const server = createFakeServer()
      server.version = version
      const log = logOn(server)
      if (isGood) t.strictSame((await log.readAll(undefined, 1)).events, [])
      else await t.rejects(log.append([opening('a-x')]), { code: 'event_log.not_readable', message: version })
      t.equal(server.calls[0], 'version')
      t.equal(server.records.length, 0)
      await log.close()
    }
    const server = createFakeServer()
    server.faults.push(clientError('x', { type: 'unavailable' }))
    const log = logOn(server)
    await t.rejects(log.head(), { code: 'event_log.unavailable' })
    t.equal(await log.head(), undefined, 'one that was away is asked again')
    await log.close()
  },
)

await t.test('an address that is none is told, and nothing is waited for', async (t) => {
  const log = eventStoreLogOn(
    () => {
      throw new Error('Failed to load certificate file. File was not found.')
    },
    { prefix: 'epc_', wakeUps: quiet, now: () => new Date() },
  )
  await t.rejects(log.head(), { code: 'event_log.not_readable', message: /EVENTSTORE_URL.*certificate file/ })
  await log.close()
})

await t.test('what others write on the same server is passed over, however much it is', async (t) => {
  const server = createFakeServer()
  const log = logOn(server)
  for (let event = 0; event < 3; event++) {
    for (let other = 0; other < 350; other++) server.foreign('$stats-1')
    await log.append([opening(`a-${event}`)])
  }
  for (let other = 0; other < 350; other++) server.foreign('other_a')
  const { events, next } = await log.readAll(undefined, 10)
  t.strictSame(
    events.map(({ streamId }) => streamId),
    ['a-0', 'a-1', 'a-2'],
  )
  t.equal(await log.head(), next)
  t.strictSame(await log.readAll(next, 10), { events: [], next })
  server.calls.length = 0
  t.strictSame(await log.readAll(next, 10), { events: [], next })
  t.equal(server.calls.length, 1, 'a reader that waits does not see the rest again')
  await log.append([opening('a-3')])
  t.equal((await log.readAll(next, 10)).events.length, 1)
  await log.close()
})

await t.test('a page among few of others is read in one call', async (t) => {
  const server = createFakeServer()
  const log = logOn(server)
  for (let event = 0; event < 2_500; event++) {
    // The server writes figures about itself, among all.
    if (event % 500 === 0) server.foreign('$stats-1')
    await log.append([opening(`a-${event}`)])
  }
  server.calls.length = 0
  const { events } = await log.readAll(undefined, 1_000)
  t.equal(events.length, 1_000)
  t.equal(server.calls.length, 1)
  t.ok(server.given <= 1_200, `${server.given} records for 1000 events`)
  await log.close()
})

await t.test(
  'our first event is found behind thousands of others in few calls, and our last before them',
  async (t) => {
    const server = createFakeServer()
    const log = logOn(server)
    const foreign = (): void => {
      for (let other = 0; other < 5_000; other++) server.records.push(theirs(server.records.length))
    }
    foreign()
    await log.append([opening('a-1')])
    foreign()
    server.calls.length = 0
    t.ok(await log.recordedAfter(undefined))
    t.ok(server.calls.length <= 7, `${server.calls.length} calls`)
    server.calls.length = 0
    t.ok(await log.head())
    t.ok(server.calls.length <= 7, `${server.calls.length} calls`)
    await log.close()
  },
)

await t.test(
  'a server that was restored from before the checkpoint is refused, from wherever one reads on',
  async (t) => {
    const server = createFakeServer()
    const log = logOn(server)
    await log.append([opening('a-1', 3)])
    const [first] = await log.readStream('a-1')
    for (let other = 0; other < 5; other++) server.foreign('other_a')
    const end = await log.head()
    await log.readAll(end, 10)
    server.records.length = 1
    const refused = { code: 'event_log.not_readable' }
    await t.rejects(log.readAll(end, 10), refused)
    await log.append([{ streamId: 'a-1', expectedRevision: 0, events: [newEvent(), newEvent()] }])
    await t.rejects(log.readAll(end, 10), refused, 'another event stands there now')
    server.faults.push(
      clientError('2 UNKNOWN: Unexpected ReadAllResult: InvalidPosition', { type: 'unknown', code: 2 }),
    )
    await t.rejects(log.readAll(end, 10), refused, 'or the place is inside of one')
    t.equal((await log.readAll(first?.checkpoint, 10)).events.length, 2, 'a reader of before goes on')
    await log.close()
  },
)

await t.test('a record of somebody else in a stream of ours is told, not skipped', async (t) => {
  const server = createFakeServer()
  const log = logOn(server)
  server.foreign('epc_a-1')
  await t.rejects(log.readStream('a-1'), { code: 'event_log.not_readable', message: /epc_a-1@0/ })
  await log.close()
})

await t.test('a repeated append is not what the next one is chained to', async (t) => {
  const server = createFakeServer()
  let time = Date.parse('2026-03-02T08:00:00.123Z')
  const log = eventStoreLogOn(server.connect, { prefix: 'epc_', wakeUps: quiet, now: () => new Date(time++) })
  const batch: StreamAppend[] = [opening('a-1', 2)]
  await log.append(batch)
  await log.append(batch)
  await log.append([{ streamId: 'a-1', expectedRevision: 1, events: [newEvent()] }])
  const { events } = await log.readChain(undefined, 10)
  t.equal(events.length, 3)
  t.ok(events.every((event, index) => isChained(event, events[index - 1]?.digest)))
  t.equal(events[0]?.recordedAt.getMilliseconds(), 123, 'milliseconds are kept')
  await log.close()
})

await t.test('a copy is of the same events, digests and times, and refuses what could never be erased', async (t) => {
  const server = createFakeServer()
  const log = logOn(server)
  await log.append([opening('a-1', 2), opening('a-2')])
  const from = await openEventStoreCopy({ url: '', prefix: 'epc_' }, server.connect)
  const to = await openEventStoreCopy({ url: '', prefix: 'copy_' }, server.connect)
  const { events } = await from.copy.read(undefined, 10)
  await to.copy.put(events)
  await to.copy.put(events)
  const copied = await to.copy.read(undefined, 10)
  t.strictSame(
    copied.events.map((event) => ({ ...event, checkpoint: '' })),
    events.map((event) => ({ ...event, checkpoint: '' })),
  )
  t.match(await to.copy.last(), { streamId: 'a-2', revision: 0 })
  const old = events.map((event) => ({ ...event, streamId: 'a-3', digest: undefined }))
  await t.rejects(to.copy.put(old.slice(0, 1)), { code: 'event_log.copy_refused', message: /nobody could be erased/ })
  const other = events.map((event) => ({ ...event, id: crypto.randomUUID() }))
  await t.rejects(to.copy.put(other), { code: 'event_log.copy_refused', message: /other events/ })
  t.strictSame(
    runsOf(events).map((run) => run.length),
    [2, 1],
  )
  await Promise.all([log.close(), from.close(), to.close()])
})

await t.test(
  'an append that has only begun when its client is closed ends, and the process with it does not',
  async (t) => {
    const client = connect('esdb://127.0.0.1:1?tls=false')
    const record = { id: crypto.randomUUID(), type: 'A', data: {}, metadata: {} }
    const refused = t.rejects(client.append('a', -1, [record]), { code: 14 })
    await client.close()
    await refused
    await t.rejects(client.append('a', -1, [record]), { message: /shut down/ })
  },
)

await t.test('a call without an answer ends, and is let go of', async (t) => {
  let letGo = 0
  await t.rejects(
    within(1, new Promise(() => undefined), () => letGo++),
    { name: 'NoAnswer' },
  )
  t.equal(letGo, 1)
  t.equal(await within(10_000, Promise.resolve(7), () => letGo++), 7)
})

await t.test('the address gets what we rely on, unless it says otherwise', (t) => {
  t.equal(
    connectionString('kurrentdb://a:1,b:2'),
    'esdb://a:1,b:2?nodePreference=leader&defaultDeadline=4000&maxDiscoverAttempts=3&gossipTimeout=1',
  )
  t.equal(
    connectionString(
      'esdb://a?tls=false&nodePreference=follower&defaultDeadline=1&maxDiscoverAttempts=1&gossipTimeout=9',
    ),
    'esdb://a?tls=false&nodePreference=follower&defaultDeadline=1&maxDiscoverAttempts=1&gossipTimeout=9',
  )
  t.end()
})
