import type { z } from 'zod'

/** An element that could not be understood, kept for a person to look at. */
export interface Unreadable {
  raw: unknown
  /** Which field was wrong, and how; never the value itself. */
  reason: string
  /** The element's id, when at least that was readable. */
  id?: string
}

export interface Page<T> {
  items: T[]
  unreadable: Unreadable[]
}

export type Parsed<T> = { ok: true; value: T } | { ok: false; reason: string }

const longestReason = 200

function reasonOf(error: z.ZodError): string {
  const issues = error.issues.map(({ path, message }) => (path.length > 0 ? `${path.join('.')}: ${message}` : message))
  return issues.join('; ').slice(0, longestReason)
}

function idOf(raw: unknown, idField: string): string | undefined {
  if (typeof raw !== 'object' || raw === null || !(idField in raw)) return undefined
  const id: unknown = Reflect.get(raw, idField)
  return typeof id === 'string' || typeof id === 'number' ? String(id) : undefined
}

/** Reads every element on its own: one bad element never costs the others. */
export function readElements<T>(elements: readonly unknown[], schema: z.ZodType<T>, idField: string): Page<T> {
  const page: Page<T> = { items: [], unreadable: [] }
  for (const raw of elements) {
    const read = schema.safeParse(raw)
    if (read.success) {
      page.items.push(read.data)
      continue
    }
    const id = idOf(raw, idField)
    page.unreadable.push({ raw, reason: reasonOf(read.error), ...(id === undefined ? {} : { id }) })
  }
  return page
}

/** A schema as a parser of a whole answer. */
export function parserOf<T>(schema: z.ZodType<T>): (document: unknown) => Parsed<T> {
  return (document) => {
    const read = schema.safeParse(document)
    return read.success ? { ok: true, value: read.data } : { ok: false, reason: reasonOf(read.error) }
  }
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
