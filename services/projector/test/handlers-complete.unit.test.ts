import { readdirSync, readFileSync } from 'node:fs'
import { effectKinds } from '@connector/domain/effects'
import t from 'tap'

const folder = new URL('handlers/', import.meta.url)

t.test('every kind of effect is tried in its four ways: done, refused, answer lost, found', (t) => {
  const tried = readdirSync(folder)
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => readFileSync(new URL(name, folder), 'utf8'))
    .flatMap((text) => text.split('fourWays(t, outside, {').slice(1))
    .flatMap((call) => /^\s*kind: '([^']+)'/.exec(call)?.[1] ?? [])
  t.same([...new Set(tried)].sort(), [...effectKinds].sort())
  t.end()
})
