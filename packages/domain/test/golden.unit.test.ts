import { readdirSync, readFileSync } from 'node:fs'
import t from 'tap'
import { decodeEvent, eventTypes, type EventName, type StoredEvent } from '../src/events/index.ts'

const folder = new URL('golden/', import.meta.url)
const names = Object.keys(eventTypes) as EventName[]
/** Those that can be read: the newest, and each older one that has a step to the next. */
const versionsOf = (name: EventName): number[] => [
  ...Object.keys(eventTypes[name].upcast).map(Number),
  eventTypes[name].version,
]

const fileOf = (name: EventName, version: number): string => `${name}.v${version}.json`
const read = (file: string): StoredEvent => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as StoredEvent

await t.test(
  'every version of every event type that can be read has its golden file, and the folder holds nothing else',
  (t) => {
    const wanted = names.flatMap((name) => versionsOf(name).map((version) => fileOf(name, version)))
    t.strictSame(readdirSync(folder).sort(), wanted.sort())
    t.end()
  },
)

for (const name of names)
  for (const version of versionsOf(name))
    await t.test(`${name} as version ${version} wrote it is read, with fields nobody knows yet`, (t) => {
      const stored = read(fileOf(name, version))
      t.equal(stored.type, name)
      t.equal(stored.schemaVersion, version)
      t.hasOwnProp(stored.data, 'addedLater')
      const decoded = decodeEvent(stored)
      t.equal(decoded.type, name)
      if (version === eventTypes[name].version) t.strictSame(decoded.data, stored.data, 'nothing added, nothing lost')
      else t.match(decoded.data, { addedLater: stored.data.addedLater })
      t.end()
    })

await t.test('each golden file fills every field its version has, so that a field renamed is a test failed', (t) => {
  for (const name of names) {
    const { shape } = eventTypes[name].schema
    const { data } = read(fileOf(name, eventTypes[name].version))
    t.strictSame(
      Object.keys(shape).filter((field) => !Object.hasOwn(data, field)),
      [],
      name,
    )
  }
  t.end()
})
