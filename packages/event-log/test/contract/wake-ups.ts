import type { Test } from 'tap'
import type { MakeLog } from './log-under-test.ts'
import { freshStreams, opening } from '../support/events.ts'
import { until } from '@connector/test-kit'

export async function wakeUpContract(t: Test, makeLog: MakeLog): Promise<void> {
  await t.test('an append wakes every subscriber, until it unsubscribes', async (t) => {
    const { log, dispose } = await makeLog()
    t.teardown(dispose)
    const stream = freshStreams()
    const woken = { a: 0, b: 0 }
    const endA = await log.subscribeWakeUps(() => woken.a++)
    const endB = await log.subscribeWakeUps(() => woken.b++)
    const before = { ...woken }
    await log.append([opening(stream('one'))])
    await until('both to be woken', () => (woken.a > before.a && woken.b > before.b) || undefined)

    await endA()
    await endA()
    const after = { ...woken }
    await log.append([opening(stream('two'))])
    await until('the other to be woken again', () => woken.b > after.b || undefined)
    t.equal(woken.a, after.a)
    await endB()
  })

  await t.test('a subscriber that throws does not disturb the append or the other subscribers', async (t) => {
    const { log, dispose } = await makeLog()
    t.teardown(dispose)
    let woken = 0
    await log.subscribeWakeUps(() => {
      throw new Error('thrown by a subscriber on purpose')
    })
    await log.subscribeWakeUps(() => woken++)
    const before = woken
    await log.append([opening(freshStreams()('a'))])
    await until('the other to be woken', () => woken > before || undefined)
  })

  await t.test('a closed log refuses everything and closing twice is harmless', async (t) => {
    const { log, dispose } = await makeLog()
    t.teardown(dispose)
    await log.subscribeWakeUps(() => undefined)
    await log.close()
    await log.close()
    const unavailable = { name: 'EventLogUnavailable', code: 'event_log.unavailable' }
    await t.rejects(log.append([opening(freshStreams()('a'))]), unavailable)
    await t.rejects(log.readStream('a'), unavailable)
    await t.rejects(log.readAll(undefined, 1), unavailable)
    await t.rejects(log.head(), unavailable)
    await t.rejects(
      log.subscribeWakeUps(() => undefined),
      unavailable,
    )
  })
}
