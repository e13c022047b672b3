import t from 'tap'
import { noDatabase } from '@connector/test-kit'
import { noWakeUps } from '../src/index.ts'
import { opening } from './support/events.ts'
import { createLogDatabase, openClient, openLog } from './support/postgres-log.ts'
import { until } from '@connector/test-kit'

if (noDatabase !== undefined) {
  t.plan(0, noDatabase)
} else {
  const { url } = await createLogDatabase(t)

  await t.test('an append in one process wakes subscribers in another', async (t) => {
    const writer = openLog(url)
    const reader = openLog(url, { listen: () => openClient(url) })
    t.teardown(() => Promise.all([writer.dispose(), reader.dispose()]))
    let woken = 0
    await reader.log.subscribeWakeUps(() => woken++)
    const before = woken
    await writer.log.append([opening('wake')])
    await until('the other process to be woken', () => woken > before || undefined)
    t.strictSame([...writer.errors, ...reader.errors], [])
  })

  await t.test('others are woken without an append, and nobody in the same process', async (t) => {
    // Nobody is woken by polling in the time of this test.
    const writer = openLog(url, { listen: () => openClient(url), pollMs: 600_000 })
    const reader = openLog(url, { listen: () => openClient(url), pollMs: 600_000 })
    t.teardown(() => Promise.all([writer.dispose(), reader.dispose()]))
    const woken = { own: 0, other: 0 }
    await writer.log.subscribeWakeUps(() => woken.own++)
    await reader.log.subscribeWakeUps(() => woken.other++)
    const before = { ...woken }
    writer.log.wakeOthers()
    await until('the other process to be woken', () => woken.other > before.other || undefined)
    t.equal(woken.own, before.own)
  })

  await t.test(
    'a lost listening connection is replaced, reported, and wakes because something may have been missed',
    async (t) => {
      const writer = openLog(url)
      const reader = openLog(url, { listen: { connectionString: url, application_name: 'reader_listens' } })
      const killer = await openClient(url)
      t.teardown(() => Promise.all([writer.dispose(), reader.dispose(), killer.end()]))
      let woken = 0
      await reader.log.subscribeWakeUps(() => woken++)
      const beforeLoss = woken
      const killed = await killer.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'reader_listens'`,
      )
      t.equal(killed.rowCount, 1)
      await until('the wake-up after reconnecting', () => woken > beforeLoss || undefined)
      t.ok(reader.errors.length > 0)

      const afterLoss = woken
      await writer.log.append([opening('wake-after-loss')])
      await until('the wake-up through the new connection', () => woken > afterLoss || undefined)
    },
  )

  await t.test('subscribing works without a database to listen on, and polling still wakes', async (t) => {
    const reader = openLog(url, { listen: 'postgres://nobody:x@127.0.0.1:1/none', pollMs: 5 })
    t.teardown(reader.dispose)
    let woken = 0
    const end = await reader.log.subscribeWakeUps(() => woken++)
    await until('two polls', () => woken >= 2 || undefined)
    t.ok(reader.errors.length > 0, 'the failure is reported')
    await end()
  })

  await t.test(
    'the last unsubscribing ends the listening connection and a later subscription opens a new one',
    async (t) => {
      const reader = openLog(url, { listen: { connectionString: url, application_name: 'comes_and_goes' } })
      const watcher = await openClient(url)
      t.teardown(() => Promise.all([reader.dispose(), watcher.end()]))
      const connections = async (): Promise<number> => {
        const found = await watcher.query(`select from pg_stat_activity where application_name = 'comes_and_goes'`)
        return found.rowCount ?? 0
      }
      const endFirst = await reader.log.subscribeWakeUps(() => undefined)
      const endSecond = await reader.log.subscribeWakeUps(() => undefined)
      t.equal(await connections(), 1, 'one for all subscribers')
      await endFirst()
      t.equal(await connections(), 1)
      await endSecond()
      await until('the connection to end', async () => (await connections()) === 0 || undefined)
      const endThird = await reader.log.subscribeWakeUps(() => undefined)
      t.equal(await connections(), 1)
      await endThird()
      t.strictSame(reader.errors, [], 'ending it on purpose is no error')
    },
  )

  await t.test('an append that cannot notify succeeds all the same, and the failure is reported', async (t) => {
    const owner = await openClient(url)
    t.teardown(() => owner.end())
    await owner.query(
      `create schema shadow;
       create function shadow.pg_notify(text, text) returns void language plpgsql
         as $$ begin raise 'no notifications today'; end $$`,
    )
    const unheard = new URL(url)
    unheard.searchParams.set('options', '-c search_path=shadow,pg_catalog,public')
    const writer = openLog(unheard.href)
    t.teardown(writer.dispose)
    await writer.log.append([opening('quiet')])
    await until('the report', () => writer.errors.length > 0 || undefined)
    t.match(writer.errors[0], { message: 'no notifications today' })
    t.equal((await writer.log.readStream('quiet')).length, 1)
  })

  await t.test('by polling alone, own appends wake at once and those of others at the next poll', async (t) => {
    const writer = openLog(url, { wakeUps: noWakeUps })
    const [alone, polling] = [openLog(url, { wakeUps: noWakeUps }), openLog(url, { wakeUps: noWakeUps, pollMs: 20 })]
    t.teardown(() => Promise.all([writer, alone, polling].map(({ dispose }) => dispose())))
    const woken = { alone: 0, polling: 0, writer: 0 }
    await alone.log.subscribeWakeUps(() => woken.alone++)
    await polling.log.subscribeWakeUps(() => woken.polling++)
    await writer.log.subscribeWakeUps(() => woken.writer++)
    await writer.log.append([opening('polled')])
    t.equal(woken.writer, 1)
    await until('a poll', () => woken.polling > 0 || undefined)
    t.equal(woken.alone, 0)
  })

  await t.test('closing sends the wake-up that is still due', async (t) => {
    const reader = openLog(url, { listen: url })
    t.teardown(reader.dispose)
    let woken = 0
    await reader.log.subscribeWakeUps(() => woken++)
    for (const name of ['short-lived-1', 'short-lived-2']) {
      const before = woken
      const writer = openLog(url)
      await writer.log.append([opening(name)])
      await writer.dispose()
      await until('the wake-up', () => woken > before || undefined)
    }
  })
}
