import { mock } from 'node:test'
import t from 'tap'
import { createLog, startLoop } from '../src/index.ts'

const log = createLog('test', 'silent')

t.test('a wake-up ends the rest, also one that comes during the step', async (t) => {
  let steps = 0
  let third = (): void => undefined
  const reached = new Promise<void>((resolve) => {
    third = resolve
  })
  const loop = startLoop({
    log,
    operation: 'test',
    step: () => {
      steps += 1
      if (steps < 3) queueMicrotask(() => loop.wake())
      else third()
      return Promise.resolve(3_600_000)
    },
  })
  await reached
  await loop.stop()
  t.equal(steps, 3)
})

t.test('a step that fails is tried again; the loop never ends by itself', async (t) => {
  let steps = 0
  let done = (): void => undefined
  const recovered = new Promise<void>((resolve) => {
    done = resolve
  })
  const loop = startLoop({
    log,
    operation: 'test',
    errorRestMs: 1,
    step: () => {
      steps += 1
      if (steps < 3) return Promise.reject(new Error('away'))
      done()
      return Promise.resolve(3_600_000)
    },
  })
  await recovered
  await loop.stop()
  t.equal(steps, 3)
})

t.test('however long a step has failed, it is tried again 10 s later', async (t) => {
  mock.timers.enable({ apis: ['setTimeout'] })
  t.teardown(() => mock.timers.reset())
  let steps = 0
  const loop = startLoop({
    log,
    operation: 'test',
    errorRestMs: 3_600_000,
    step: () => {
      steps += 1
      return Promise.reject(new Error('away'))
    },
  })
  const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
  await settled()
  mock.timers.tick(9_999)
  await settled()
  t.equal(steps, 1)
  mock.timers.tick(1)
  await settled()
  t.equal(steps, 2)
  await loop.stop()
})

t.test('stopping waits for the step under way and lets it know', async (t) => {
  let aborted = false
  let started = (): void => undefined
  const running = new Promise<void>((resolve) => {
    started = resolve
  })
  const loop = startLoop({
    log,
    operation: 'test',
    step: (signal) => {
      started()
      return new Promise((resolve) =>
        signal.addEventListener('abort', () => {
          aborted = true
          resolve(0)
        }),
      )
    },
  })
  await running
  await loop.stop()
  t.ok(aborted)
})
