import t from 'tap'
import { createBatcher } from '../src/index.ts'

t.test('callers of the same moment share one flush, each with its own result', async (t) => {
  const batches: number[][] = []
  const double = createBatcher<number, number>((items) => {
    batches.push(items)
    return Promise.resolve(items.map((item) => item * 2))
  }, 10)
  t.strictSame(await Promise.all([1, 2, 3].map((item) => double(item))), [2, 4, 6])
  t.strictSame(batches, [[1, 2, 3]])
})

t.test('while one flush is under way the next batch fills, up to its size', async (t) => {
  const batches: number[][] = []
  let release = (): void => undefined
  const gate = new Promise<void>((resolve) => {
    release = resolve
  })
  const add = createBatcher<number, number>(async (items) => {
    batches.push(items)
    if (batches.length === 1) await gate
    return items
  }, 2)
  const first = add(1)
  await Promise.resolve()
  await Promise.resolve()
  const rest = [2, 3, 4].map((item) => add(item))
  release()
  await Promise.all([first, ...rest])
  t.strictSame(batches, [[1], [2, 3], [4]])
})

t.test('a flush that fails fails its own callers and nobody after them', async (t) => {
  let calls = 0
  const add = createBatcher<number, number>((items) => {
    calls += 1
    return calls === 1 ? Promise.reject(new Error('away')) : Promise.resolve(items)
  }, 10)
  await t.rejects(add(1), /away/)
  t.equal(await add(2), 2)
})

t.test('a flush that gives too few results is an error, not a wrong answer', async (t) => {
  const add = createBatcher<number, number>((items) => Promise.resolve(items.slice(1)), 10)
  const [first, second] = await Promise.allSettled([add(1), add(2)])
  t.equal(first.status, 'fulfilled')
  t.equal(second.status, 'rejected')
})

t.test('what nobody is kept waiting by waits for others, one flush for all', async (t) => {
  const batches: number[][] = []
  const add = createBatcher<number, number>(
    (items) => {
      batches.push(items)
      return Promise.resolve(items)
    },
    10,
    1,
  )
  const first = add(1)
  // Later than everything of this moment, and before any timer.
  await new Promise((resolve) => process.nextTick(resolve))
  await Promise.resolve()
  t.strictSame(await Promise.all([first, add(2), add(3)]), [1, 2, 3])
  t.strictSame(batches, [[1, 2, 3]])
})
