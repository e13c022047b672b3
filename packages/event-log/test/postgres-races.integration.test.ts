import t from 'tap'
import { appendAll, noStream } from '../src/index.ts'
import { createAnswerCutter } from './support/answer-cutter.ts'
import { noDatabase } from '@connector/test-kit'
import { follow, newEvent, opening } from './support/events.ts'
import { createLogDatabase, insertRaw, openClient, openLog, someoneWaits } from './support/postgres-log.ts'
import { until } from '@connector/test-kit'

if (noDatabase !== undefined) {
  t.plan(0, noDatabase)
} else {
  const { url } = await createLogDatabase(t)

  await t.test('an event that commits late is never skipped: newer ones wait for the slow transaction', async (t) => {
    const { log, dispose } = openLog(url)
    t.teardown(dispose)
    const slow = await openClient(url)
    await slow.query('begin')
    await insertRaw(slow, 'late-slow', 0)
    await log.append([opening('late-fast', 3)])
    const after = await log.head()

    t.equal((await log.readStream('late-fast')).length, 3, 'the stream itself shows them at once')
    t.strictSame((await log.readAll(after, 100)).events, [], 'reading all does not')
    t.equal(await log.head(), after, 'nor does the head')

    await slow.query('commit')
    await slow.end()
    const seen = await follow(log, { after, count: 4, wanted: ({ streamId }) => streamId.startsWith('late-') })
    t.strictSame(
      seen.map(({ streamId }) => streamId),
      ['late-slow', 'late-fast', 'late-fast', 'late-fast'],
    )
  })

  await t.test('an append by an older snapshot holds back what comes, and what was read stays readable', async (t) => {
    const { log, dispose } = openLog(url)
    t.teardown(dispose)
    const slow = await openClient(url)
    await slow.query('begin isolation level repeatable read')
    await slow.query('select count(*) from events')
    await log.append([opening('read-before', 3)])
    const after = await log.head()
    t.equal(after, (await log.readStream('read-before')).at(-1)?.checkpoint)
    const firstOfThem = (await log.readStream('read-before'))[0]?.checkpoint

    await insertRaw(slow, 'by-older-snapshot', 0)
    t.strictSame(await log.readAll(after, 100), { events: [], next: after }, 'no other history')
    t.equal((await log.readAll(firstOfThem, 100)).events.length, 2, 'and the rest of a page that was cut comes')

    await slow.query('commit')
    await slow.end()
    t.strictSame(
      (await log.readAll(after, 100)).events.map(({ streamId }) => streamId),
      ['by-older-snapshot'],
    )
  })

  await t.test(
    'a transaction that writes anything else, here or in another database, holds nothing back',
    async (t) => {
      const { log, dispose } = openLog(url)
      t.teardown(dispose)
      const [here, elsewhere] = await Promise.all([openClient(url), openClient(process.env.TEST_DATABASE_URL ?? '')])
      for (const client of [here, elsewhere]) {
        await client.query('begin')
        await client.query('create table open_work (id int)')
      }
      const after = await log.head()
      await log.append([opening('beside', 3)])
      t.equal((await log.readAll(after, 100)).events.length, 3)
      t.equal(await log.head(), (await log.readStream('beside')).at(-1)?.checkpoint)
      for (const client of [here, elsewhere]) {
        await client.query('rollback')
        await client.end()
      }
    },
  )

  await t.test('events that come second in a transaction are refused: its id may have been passed', async (t) => {
    const client = await openClient(url)
    await client.query('begin')
    await client.query('create table written_before (id int)')
    await t.rejects(insertRaw(client, 'second', 0), { code: '25001', message: /first thing that a transaction writes/ })
    await client.query('rollback')
    await client.query('begin')
    await insertRaw(client, 'second', 0)
    await client.query('create table written_after (id int)')
    await insertRaw(client, 'second', 1)
    await client.query('commit')
    const { log, dispose } = openLog(url)
    t.teardown(dispose)
    t.equal((await log.readStream('second')).length, 2)
    await client.end()
  })

  await t.test('transactions that begin, write and commit in every order are read once each, in order', async (t) => {
    const { log, dispose } = openLog(url)
    t.teardown(dispose)
    let after = await log.head()
    const seen: string[] = []
    const read = async (): Promise<void> => {
      const page = await log.readAll(after, 2)
      after = page.next
      seen.push(...page.events.map(({ streamId }) => streamId).filter((id) => id.startsWith('mixed-')))
    }
    const clients = await Promise.all(Array.from({ length: 5 }, () => openClient(url)))
    for (const [index, client] of clients.entries()) {
      await client.query('begin')
      await insertRaw(client, `mixed-${index}`, 0)
      await log.append([opening(`mixed-between-${index}`)])
      await read()
    }
    // The oldest ends in the middle, one rolls back, the newest ends first.
    for (const [index, end] of [
      [4, 'commit'],
      [2, 'rollback'],
      [0, 'commit'],
      [3, 'commit'],
      [1, 'commit'],
    ] as const) {
      await clients[index]?.query(end)
      await clients[index]?.end()
      await read()
    }
    await until('all to be read', async () => {
      await read()
      return seen.length >= 9 || undefined
    })
    const expected = [0, 1, 2, 3, 4].flatMap((index) => [`mixed-${index}`, `mixed-between-${index}`])
    t.strictSame(
      seen,
      expected.filter((id) => id !== 'mixed-2'),
    )
  })

  await t.test(
    'a writer that commits between the look and the write makes the other lose that stream and no other',
    async (t) => {
      const { log, dispose } = openLog(url)
      t.teardown(dispose)
      const [first, watcher] = await Promise.all([openClient(url), openClient(url)])
      const batch = [opening('race-a'), opening('race-(b, 0)=(c'), opening('race-z')]

      await first.query('begin')
      await insertRaw(first, 'race-(b, 0)=(c', 0)
      const outcome = log.append(batch)
      await until('the append to wait for the other writer', () => someoneWaits(watcher))
      await first.query('commit')
      t.strictSame(await outcome, ['appended', 'conflict', 'appended'])
      t.equal((await log.readStream('race-a')).length, 1, 'the others are sent again')
      t.equal((await log.readStream('race-z')).length, 1)
      await Promise.all([first.end(), watcher.end()])
    },
  )

  await t.test('a writer that waited for another that gave up wins', async (t) => {
    const { log, dispose } = openLog(url)
    t.teardown(dispose)
    const [first, watcher] = await Promise.all([openClient(url), openClient(url)])
    await first.query('begin')
    await insertRaw(first, 'given-up', 0)
    const append = log.append([opening('given-up', 2)])
    await until('the append to wait for the other writer', () => someoneWaits(watcher))
    await first.query('rollback')
    await append
    t.equal((await log.readStream('given-up')).length, 2)
    await Promise.all([first.end(), watcher.end()])
  })

  await t.test('all moved streams of a batch are named when the writer simply is late', async (t) => {
    const { log, dispose } = openLog(url)
    t.teardown(dispose)
    await log.append([opening('named-a'), opening('named-b')])
    await t.rejects(appendAll(log, [opening('named-b'), opening('named-new'), opening('named-a')]), {
      code: 'event_log.revision_conflict',
      streamIds: ['named-b', 'named-a'],
    })
  })

  await t.test('an event id that is already in its stream is a conflict even if the revision fits', async (t) => {
    const { log, dispose } = openLog(url)
    t.teardown(dispose)
    const event = newEvent()
    await log.append([{ streamId: 'twice', expectedRevision: noStream, events: [event] }])
    const again = await log.append([
      opening('twice-other'),
      { streamId: 'twice', expectedRevision: 0, events: [newEvent(), event] },
    ])
    t.strictSame(again, ['appended', 'conflict'])
    t.equal((await log.readStream('twice')).length, 1)
    await log.append([{ streamId: 'twice-elsewhere', expectedRevision: noStream, events: [event] }])
    t.equal((await log.readStream('twice-elsewhere')).length, 1, 'another stream may hold the same id')
  })

  await t.test(
    'an append whose answer is cut is unavailable, was recorded, and its repeat is a conflict',
    async (t) => {
      const wire = await createAnswerCutter(url)
      const { log, dispose } = openLog(wire.url)
      t.teardown(async () => {
        await dispose()
        await wire.close()
      })
      await log.head()
      const batch = [opening('cut', 3)]
      wire.cutNextAnswers()
      await t.rejects(log.append(batch), { name: 'EventLogUnavailable', code: 'event_log.unavailable' })
      await t.rejects(
        log.head(),
        { code: 'event_log.unavailable' },
        'every operation reports the lost connection the same way',
      )
      wire.mend()
      t.strictSame(await log.append(batch), ['conflict'])
      t.equal((await log.readStream('cut')).length, 3)
    },
  )

  await t.test('batches in opposite order over many connections cause no deadlock in the server', async (t) => {
    const { log, dispose } = openLog(url)
    t.teardown(dispose)
    const streamIds = Array.from({ length: 200 }, (_, index) => `order-${index}`)
    const write = (ids: string[]): Promise<string[]>[] =>
      Array.from({ length: 5 }, async () => {
        const results = await log.append(ids.map((id) => opening(id)))
        return ids.filter((_, index) => results[index] === 'appended')
      })
    const winners = await Promise.all([...write(streamIds), ...write(streamIds.toReversed())])
    t.strictSame(winners.flat().sort(), streamIds.toSorted(), 'each stream has one winner')
  })

  await t.test(
    'a database that cannot be reached is unavailable, and a missing table is not disguised as that',
    async (t) => {
      const nowhere = openLog('postgres://nobody:x@127.0.0.1:1/none')
      t.teardown(nowhere.dispose)
      await t.rejects(nowhere.log.append([opening('a')]), { code: 'event_log.unavailable' })
      await t.rejects(nowhere.log.readAll(undefined, 1), { code: 'event_log.unavailable' })

      const server = openLog(process.env.TEST_DATABASE_URL ?? '')
      t.teardown(server.dispose)
      await t.rejects(server.log.readAll(undefined, 1), { code: '42P01' })
    },
  )
}
