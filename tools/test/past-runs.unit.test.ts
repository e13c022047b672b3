import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { addRun, readPastRuns, toPastRun, whatGotWorse } from '../bench/past-runs.ts'
import type { Measurement } from '../bench/report.ts'

const measured = (what: string, ratio: number, rule?: 'at least' | 'at most' | 'exactly'): Measurement => ({
  ...{ what, ours: '', comparedWith: '', ratio, wouldMoveIt: '', details: {} },
  ...(rule && { goal: { rule, value: 1 } }),
})

t.test('past runs of the benchmark', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'past-runs-'))
  t.teardown(() => rm(folder, { recursive: true }))
  const file = join(folder, 'results', 'history.jsonl')

  await t.test('there are none at first, and each is kept', async (t) => {
    t.same(await readPastRuns(file), [])
    for (const ratio of [0.5, 0.6])
      await addRun(file, toPastRun('2026-03-02T12:00:00Z', true, [measured('rate', ratio)]))
    t.same(
      (await readPastRuns(file)).map(({ ratios }) => ratios),
      [{ rate: 0.5 }, { rate: 0.6 }],
    )
  })

  const past = [1, 1.1, 0.9].map((ratio) =>
    toPastRun('', true, [measured('rate', ratio), measured('cost', ratio), measured('calls', ratio)]),
  )
  const worse = (...measurements: Measurement[]) => whatGotWorse(measurements, true, past)

  await t.test('a run says what got worse, by more than noise and in the direction of its goal', (t) => {
    t.same(worse(measured('rate', 0.7, 'at least'), measured('cost', 1.3, 'at most')), [
      'rate: 0.70, before 1.00',
      'cost: 1.30, before 1.00',
    ])
    t.same(worse(measured('calls', 2, 'exactly')), ['calls: 2.00, before 1.00'])
    t.same(worse(measured('rate', 1.5, 'at least'), measured('cost', 0.5, 'at most')), [], 'better is not worse')
    t.same(worse(measured('rate', 0.85, 'at least'), measured('cost', 1.15, 'at most')), [], 'noise')
    t.same(worse(measured('rate', 0.1), measured('new', 0.1, 'at least')), [], 'without a goal, or never measured')
    t.end()
  })

  await t.test('runs of other amounts are not compared', (t) => {
    t.same(whatGotWorse([measured('rate', 0.1, 'at least')], false, past), [])
    t.end()
  })
})
