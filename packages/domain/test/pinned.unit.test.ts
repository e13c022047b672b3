import { readFileSync } from 'node:fs'
import t from 'tap'
import { eventTypes } from '../src/events/index.ts'
import { example, fixedOf, variants } from './support/pinning.ts'

const pinned = JSON.parse(readFileSync(new URL('pinned/events.json', import.meta.url), 'utf8')) as Record<
  string,
  unknown
>

await t.test(
  'every type of event is pinned, in the version that was the newest when it was, and every variant',
  (t) => {
    const types = new Set(Object.keys(pinned).map((name) => name.replace(/\.v\d+.*$/, '')))
    t.strictSame([...types].sort(), Object.keys(eventTypes).sort())
    t.strictSame(
      Object.keys(variants).filter((name) => !Object.hasOwn(pinned, name)),
      [],
    )
    t.end()
  },
)

for (const [name, recorded] of Object.entries(pinned))
  await t.test(`${name}: its id, and the effects it plans and settles, stay what they were`, (t) => {
    t.strictSame(fixedOf(variants[name] ?? example(name)), recorded)
    t.end()
  })
