import { noDatabase } from '@connector/test-kit'
import t from 'tap'
import { fuzz } from './fuzz/campaign.ts'
import { inWords } from './fuzz/report.ts'
import { startWorld } from './fuzz/world.ts'

// `npm run fuzz` sends others each time; here it is always the same, so that a failure is the fault of a change.
await t.test('Requests made from the document are answered as it says', { skip: noDatabase ?? false }, async (t) => {
  const report = await fuzz(await startWorld(t), { seed: 1, count: 4_000 })
  t.ok(report.sent >= 4_000)
  t.equal(report.faults.length, 0, inWords(report))
  t.same(report.neverSucceeded, [], 'fuzz/known.ts names what every operation can be asked for with success')
})
