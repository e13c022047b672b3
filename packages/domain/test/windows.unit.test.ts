import { readFileSync } from 'node:fs'
import t from 'tap'
import { defaultTiming, effectKinds } from '../src/effects/index.ts'

const page = readFileSync(new URL('../../../docs/architecture.md', import.meta.url), 'utf8')

/** Rows such as: `kind`, `kind` | 5 s | 155 s. */
const rows = [...page.matchAll(/^\| ((?:`[a-z:-]+`(?:, )?)+) +\| (\d+) s +\| (\d+) s +\|$/gm)]

await t.test('the page on the architecture tells the windows of every kind as the code has them', (t) => {
  const told = new Map(
    rows.flatMap(([, kinds = '', first, all]) =>
      [...kinds.matchAll(/[a-z:-]+/g)].map(([kind]) => [kind, [Number(first), Number(all)]] as const),
    ),
  )
  for (const kind of effectKinds) {
    const waits = defaultTiming.lookupDelaysMs[kind]
    const sum = waits.reduce((total, wait) => total + wait, 0)
    t.strictSame(told.get(kind), [(waits[0] ?? 0) / 1_000, sum / 1_000], kind)
  }
  t.equal(told.size, effectKinds.length, 'and of no other')
  t.end()
})
