import { setImmediate as turn } from 'node:timers/promises'
import t from 'tap'
import { watchEventLoop } from '../src/index.ts'

await t.test('the longest calculation since the last question is told, once', async (t) => {
  const longest = watchEventLoop()
  // The monitor measures from its first turn on.
  const begin = performance.now()
  while (performance.now() - begin < 100) await turn()
  longest()
  const end = performance.now() + 300
  while (performance.now() < end);
  const after = performance.now()
  while (performance.now() - after < 100) await turn()
  t.ok(longest() >= 200, 'a block of 300 ms')
})
