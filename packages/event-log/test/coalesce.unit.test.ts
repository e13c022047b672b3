import t from 'tap'
import { coalesce } from '../src/wake-ups/coalesce.ts'

/** A coalescer whose rests end only when told, with a count of its runs. */
function underTest(action?: () => Promise<void>): {
  coalescer: ReturnType<typeof coalesce>
  runs: () => number
  errors: unknown[]
  endRest: () => Promise<void>
} {
  let runs = 0
  let wake: (() => void) | undefined
  const errors: unknown[] = []
  const coalescer = coalesce({
    everyMs: 20,
    onError: (error) => errors.push(error),
    async action() {
      runs++
      await action?.()
    },
    delay: (_ms, signal) =>
      new Promise<void>((resolve) => {
        wake = resolve
        signal.addEventListener('abort', () => resolve())
        if (signal.aborted) resolve()
      }),
  })
  return {
    coalescer,
    errors,
    runs: () => runs,
    async endRest() {
      await settle()
      wake?.()
      await settle()
    },
  }
}

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

await t.test('the first request runs at once and a burst after it becomes one more run', async (t) => {
  const { coalescer, runs, endRest } = underTest()
  coalescer.request()
  t.equal(runs(), 1)
  for (let index = 0; index < 100; index++) coalescer.request()
  await settle()
  t.equal(runs(), 1, 'nothing runs before the rest is over')
  await endRest()
  t.equal(runs(), 2)
  await endRest()
  t.equal(runs(), 2)
  coalescer.request()
  t.equal(runs(), 3, 'after a quiet time it runs at once again')
  await coalescer.close()
})

await t.test('a failed run is reported and the next request runs again', async (t) => {
  const { coalescer, runs, errors, endRest } = underTest(() => Promise.reject(new Error('failed on purpose')))
  coalescer.request()
  await endRest()
  t.match(errors, [{ message: 'failed on purpose' }])
  coalescer.request()
  t.equal(runs(), 2)
  await coalescer.close()
})

await t.test('closing honours a request that is still open, then ignores further ones', async (t) => {
  const { coalescer, runs } = underTest()
  coalescer.request()
  coalescer.request()
  await coalescer.close()
  t.equal(runs(), 2)
  coalescer.request()
  t.equal(runs(), 2)
})
