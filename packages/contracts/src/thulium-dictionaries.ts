import { z } from 'zod'
import { listed } from './listed.ts'
import { readElements } from './page.ts'
import type { Page, Parsed } from './page.ts'
import { listOf, listParser } from './thulium.ts'
import { looseText, numericId, optionalText, stringId } from './tolerant.ts'

/* Reads Thulium's lists for the settings screen. Their shapes are not documented, hence the choice of names. */

/** A queue, category or status. */
export interface DictionaryEntry {
  id: number
  /** Nested entries carry the names above them: `Zwroty / Uszkodzone`. */
  label: string
  substatuses: { id: number; label: string }[]
}

const pathSeparator = ' / '
/** Deep enough for any real tree of categories, and a stop for one that is not a tree. */
const deepest = 8

type DictionaryKind = 'ticket_queue' | 'category' | 'status' | 'substatus'

function withId(
  kind: DictionaryKind,
): z.ZodType<{ id: number; name: string; substatuses: unknown; children: unknown }> {
  return z
    .record(z.string(), z.unknown())
    .transform((entry) => ({
      id: entry['id'] ?? entry[`${kind}_id`],
      name: entry['name'] ?? entry['label'],
      substatuses: entry['substatuses'],
      children: entry['children'] ?? entry['subcategories'],
    }))
    .pipe(z.object({ id: numericId, name: looseText, substatuses: z.unknown(), children: z.unknown() }))
}

function collect(
  elements: readonly unknown[],
  kind: DictionaryKind,
  above: string,
  depth: number,
  page: Page<DictionaryEntry>,
): void {
  const { items, unreadable } = readElements(elements, withId(kind), 'id')
  page.unreadable.push(...unreadable)
  for (const { id, name, substatuses, children } of items) {
    const own = name === '' ? String(id) : name
    const label = above === '' ? own : `${above}${pathSeparator}${own}`
    const parts = readElements(listed(substatuses) ?? [], withId('substatus'), 'id')
    page.unreadable.push(...parts.unreadable)
    page.items.push({
      id,
      label,
      substatuses: parts.items.map((part) => ({ id: part.id, label: part.name === '' ? String(part.id) : part.name })),
    })
    const below = listed(children) ?? []
    if (depth < deepest) collect(below, kind, label, depth + 1, page)
    else page.unreadable.push(...below.map((raw) => ({ raw, reason: `Deeper than ${deepest} entries in each other` })))
  }
}

export function dictionaryParser(kind: DictionaryKind): (document: unknown) => Parsed<Page<DictionaryEntry>> {
  return (document) => {
    const list = listOf(document)
    if (list === undefined) return { ok: false, reason: 'not a list' }
    const page: Page<DictionaryEntry> = { items: [], unreadable: [] }
    collect(list.elements, kind, '', 0, page)
    return { ok: true, value: page }
  }
}

const off = new Set<unknown>([false, 0, '0', 'false', 'no'])

export const thuliumAgent = z.object({
  login: stringId,
  name: looseText,
  surname: looseText,
  email: optionalText,
  active: z.preprocess((value) => !off.has(value), z.boolean()),
})

export type ThuliumAgent = z.output<typeof thuliumAgent>

export const parseAgents = listParser(thuliumAgent, 'login')
