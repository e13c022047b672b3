import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import t from 'tap'

const page = resolve(import.meta.dirname, '../../../docs/features.md')
const text = readFileSync(page, 'utf8')
const sections = text.split('\n').flatMap((line) => /^## (\d+)\. /.exec(line)?.[1] ?? [])
const tests = [...text.matchAll(/\]\(([^)]+\.test\.ts)\)/g)].map(([, path = '']) => resolve(dirname(page), path))

await t.test('there is one section for each of the fifteen promises', (t) => {
  t.strictSame(
    sections.map(Number),
    Array.from({ length: 15 }, (_, place) => place + 1),
  )
  t.end()
})

await t.test('it reads as plain text', (t) => {
  for (const line of text.split('\n')) t.ok(line.length <= 130 || line.includes(']('), line)
  t.end()
})

await t.test('every test that is named exists', (t) => {
  t.ok(tests.length >= sections.length)
  for (const path of tests) t.ok(existsSync(path), path)
  t.end()
})

await t.test('every test of a feature is named', (t) => {
  const folder = join(import.meta.dirname, 'features')
  for (const name of readdirSync(folder)) t.ok(tests.includes(join(folder, name)), name)
  t.end()
})
