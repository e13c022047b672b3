import { noDatabase } from '@connector/test-kit'
import t from 'tap'
import { connectWorker, openDatabaseClock } from '../src/index.ts'
import { createMigratedDatabase } from './support/database.ts'

t.test('all processes have the time of the database', { skip: noDatabase ?? false }, async (t) => {
  const database = await createMigratedDatabase()
  const store = connectWorker({ url: database.url, max: 1 })
  t.teardown(async () => {
    await store.close()
    await database.drop()
  })
  const hour = 3_600_000
  const fixed = new Date('2026-03-02T12:00:00Z')

  await t.test('where the clocks agree, their own counts to the millisecond', async (t) => {
    const clock = await openDatabaseClock({ pool: store.pool, now: () => fixed })
    t.same(clock.now(), fixed)
    t.equal(clock.offsetMs(), 0)
    clock.close()
  })

  for (const offset of [hour, -hour])
    await t.test(`a clock that is wrong by ${-offset / hour} h is put right, and told`, async (t) => {
      const told: number[] = []
      const clock = await openDatabaseClock({
        pool: store.pool,
        machine: () => Date.now() - offset,
        now: () => fixed,
        onOffset: (ms) => told.push(ms),
      })
      const shift = clock.now().getTime() - fixed.getTime()
      t.ok(Math.abs(shift - offset) < 1_000, `${shift} ms`)
      t.equal(told.length, 1)
      clock.close()
    })

  await t.test('while the database is away, nothing fails', async (t) => {
    const gone = connectWorker({ url: 'postgres://127.0.0.1:1/none', max: 1 })
    const clock = await openDatabaseClock({ pool: gone.pool, now: () => fixed })
    t.same(clock.now(), fixed)
    clock.close()
    await gone.close()
  })
})
