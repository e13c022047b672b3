import { setImmediate as turn } from 'node:timers/promises'
import t from 'tap'
import { watchEventLoop } from '../src/index.ts'

/** Lets the loop turn without a rest. */
async function turns(ms: number): Promise<void> {
  const end = performance.now() + ms
  while (performance.now() < end) await turn()
}

await t.test('the longest calculation since the last question is told, once', async (t) => {
  const longest = watchEventLoop()
  // The monitor measures from its first beat after a question on.
  await turns(100)
  longest()
  await turns(100)
  const end = performance.now() + 300
  while (performance.now() < end);
  await turns(100)
  t.ok(longest() >= 200, 'a block of 300 ms')
})
