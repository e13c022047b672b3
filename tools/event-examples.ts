/** What is kept of each event for ever: an example of it, and what is fixed about it. Only what is missing is made. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { decodeEvent, eventTypes, type EventName, type StoredEvent } from '@connector/domain/events'
import { instant } from '../packages/domain/src/events/event-type.ts'
import { fixedOf } from '../packages/domain/test/support/pinning.ts'
import { sampleOf } from './sample.ts'

const folder = 'packages/domain/test'
const pinnedPath = `${folder}/pinned/events.json`

/** As of an event of the conversation that all examples are of. */
const effectKey = 'comment:add:shop-demo:7d0c6d0e-3c1b-4a51-9d55-0b8f3d1f7a10:customer-added'

const known = (schema: unknown, name: string): unknown =>
  schema === instant ? '2026-03-02T08:15:00.000Z' : name === 'effectKey' ? effectKey : undefined

function exampleOf(type: EventName): StoredEvent {
  const { version, schema } = eventTypes[type]
  const data = sampleOf(schema, known) as StoredEvent['data']
  return { type, schemaVersion: version, data: { ...data, addedLater: { by: 'a newer version', since: 2 } } }
}

const asText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

/** @param root of the repository */
export function eventExamples(root: string): [path: string, text: string][] {
  const files: [string, string][] = []
  const pinned = readFileSync(join(root, pinnedPath), 'utf8')
  const names = Object.keys(JSON.parse(pinned) as object)
  const isPinned = new Set(names.map((name) => name.replace(/\.v\d+.*$/, '')))
  const added: Record<string, unknown> = {}
  for (const type of Object.keys(eventTypes) as EventName[]) {
    const name = `${type}.v${eventTypes[type].version}`
    const path = `${folder}/golden/${name}.json`
    const isMissing = !existsSync(join(root, path))
    const example = isMissing ? exampleOf(type) : (JSON.parse(readFileSync(join(root, path), 'utf8')) as StoredEvent)
    if (isMissing) files.push([path, asText(example)])
    if (!isPinned.has(type)) added[name] = fixedOf(decodeEvent(example))
  }
  return Object.keys(added).length === 0 ? files : [...files, [pinnedPath, withMore(pinned, added)]]
}

/** What is there stays, to the byte. */
const withMore = (pinned: string, added: Record<string, unknown>): string =>
  `${pinned.trimEnd().slice(0, -1).trimEnd()},\n${asText(added).slice(2)}`
