import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import t from 'tap'

const page = resolve(import.meta.dirname, '../../../docs/features.md')
const text = readFileSync(page, 'utf8')
const rows = text.split('\n').flatMap((line) => /^\|\s*(\d+)\s*\|/.exec(line)?.[1] ?? [])
const tests = [...text.matchAll(/\]\(([^)]+\.test\.ts)\)/g)].map(([, path = '']) => resolve(dirname(page), path))

await t.test('there is one row for each of the fifteen promises', (t) => {
  t.strictSame(
    rows.map(Number),
    Array.from({ length: 15 }, (_, place) => place + 1),
  )
  t.end()
})

await t.test('every test that is named exists', (t) => {
  t.ok(tests.length >= rows.length)
  for (const path of tests) t.ok(existsSync(path), path)
  t.end()
})

await t.test('every test of a feature is named', (t) => {
  const folder = join(import.meta.dirname, 'features')
  for (const name of readdirSync(folder)) t.ok(tests.includes(join(folder, name)), name)
  t.end()
})
