import t from 'tap'
import { createKeyedLock } from '../src/index.ts'

t.test('work with one key runs in the order asked, other keys are not held up', async (t) => {
  const inOrder = createKeyedLock()
  const seen: string[] = []
  let release = (): void => undefined
  const gate = new Promise<void>((resolve) => {
    release = resolve
  })
  const first = inOrder('a', async () => {
    await gate
    seen.push('a1')
  })
  const second = inOrder('a', () => {
    seen.push('a2')
    return Promise.resolve()
  })
  await inOrder('b', () => {
    seen.push('b1')
    return Promise.resolve()
  })
  t.strictSame(seen, ['b1'])
  release()
  await Promise.all([first, second])
  t.strictSame(seen, ['b1', 'a1', 'a2'])
})

t.test('work that fails does not keep the next from running', async (t) => {
  const inOrder = createKeyedLock()
  await t.rejects(
    inOrder('a', () => Promise.reject(new Error('broken'))),
    /broken/,
  )
  t.equal(await inOrder('a', () => Promise.resolve('fine')), 'fine')
})
