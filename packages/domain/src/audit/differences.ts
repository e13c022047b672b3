import { isDeepStrictEqual } from 'node:util'

/** One field that differs; null where it is not set. Items of lists that have ids go by their id. */
export interface Difference {
  path: string[]
  from: unknown
  to: unknown
}

type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const idOf = (item: unknown): string | undefined => {
  const id = isFields(item) ? item['id'] : undefined
  return typeof id === 'string' ? id : undefined
}

/** A list whose items all have ids, by id; undefined for any other value. */
function byId(value: unknown): Fields | undefined {
  if (!Array.isArray(value)) return undefined
  const entries = value.flatMap((item: unknown) => {
    const id = idOf(item)
    return id === undefined ? [] : [[id, item] as const]
  })
  return entries.length === value.length ? Object.fromEntries(entries) : undefined
}

/** What differs between two plain documents, field by field, as deep as both have fields. */
export function differences(from: unknown, to: unknown, path: string[] = []): Difference[] {
  if (isDeepStrictEqual(from, to)) return []
  if (isFields(from) && isFields(to))
    return [...new Set([...Object.keys(from), ...Object.keys(to)])].flatMap((key) =>
      differences(from[key], to[key], [...path, key]),
    )
  const [before, after] = [byId(from), byId(to)]
  if (before && after && (Object.keys(before).length > 0 || Object.keys(after).length > 0)) {
    const inItems = differences(before, after, path)
    const common = (ids: string[], others: Fields): string[] => ids.filter((id) => Object.hasOwn(others, id))
    const [orderBefore, orderAfter] = [common(idsOf(from), after), common(idsOf(to), before)]
    // The first item that fits decides, so their order is a setting too.
    return isDeepStrictEqual(orderBefore, orderAfter)
      ? inItems
      : [...inItems, { path, from: idsOf(from), to: idsOf(to) }]
  }
  return [{ path, from: from ?? null, to: to ?? null }]
}

const idsOf = (list: unknown): string[] => (Array.isArray(list) ? list.flatMap((item) => idOf(item) ?? []) : [])
