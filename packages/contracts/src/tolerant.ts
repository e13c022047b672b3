import { z } from 'zod'

/*
 * Building blocks for reading answers of the outside APIs. Required things are strict, so that an element without
 * them is reported; everything else falls back to "no value", so that one odd field never costs a whole element.
 */

const isBlank = (value: unknown): boolean => value === null || value === undefined || value === ''

const scalarText = (value: unknown): unknown =>
  typeof value === 'number' || typeof value === 'boolean' ? String(value) : value

/** Text; null and absent are ''. Something that is no text is an error. */
export const text = z.preprocess((value) => (isBlank(value) ? '' : scalarText(value)), z.string())

/** Text that never fails: anything else than text or a number is ''. */
export const looseText = text.catch('')

/** Text or undefined; null, '' and absent are the same. */
export const optionalText = z
  .preprocess((value) => (isBlank(value) ? undefined : scalarText(value)), z.string().optional())
  .catch(undefined)

/** A type that may get new values at any time. */
export const openType = z.preprocess((value) => (isBlank(value) ? 'UNKNOWN' : value), z.string()).catch('UNKNOWN')

/** Ids seen outside have at most 36 characters; beyond this an index or an address would refuse them. */
const longestId = 200

/** An id as a string, also when it comes as a number. */
export const stringId = z.preprocess(
  scalarText,
  z.string().min(1).max(longestId).regex(/^\P{Cc}*$/u, 'Holds a control character'),
)

const digits = (value: unknown): unknown =>
  typeof value === 'string' && /^\s*\d+\s*$/.test(value) ? Number(value) : value

/** An id as a number, also when it comes as a string of digits. */
export const numericId = z.preprocess(digits, z.number().int().nonnegative())

export const optionalNumericId = z
  .preprocess((value) => (isBlank(value) ? undefined : digits(value)), z.number().int().nonnegative().optional())
  .catch(undefined)

/** A number, also when it comes as a string; anything else is undefined. */
export const optionalNumber = z
  .preprocess((value) => {
    if (isBlank(value)) return undefined
    return typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  }, z.number().optional())
  .catch(undefined)

const yes = new Set<unknown>([true, 'true', 1, '1'])

/** True only for what clearly says so. */
export const flag = z.preprocess((value) => yes.has(value), z.boolean())

const isoDateTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/

/** ISO 8601 with or without milliseconds; without a zone it is UTC, the only zone EmpikPlace answers in. */
function toInstant(value: unknown): unknown {
  if (typeof value !== 'string') return value
  const match = isoDateTime.exec(value.trim())
  if (match === null) return value
  return new Date(match[1] === undefined ? `${value.trim()}Z` : value.trim())
}

export const instant = z.preprocess(toInstant, z.date('Not a date and time'))

export const optionalInstant = z
  .preprocess((value) => (isBlank(value) ? undefined : toInstant(value)), z.date().optional())
  .catch(undefined)

/** The readable elements of a list; no list is an empty one. For details that are not worth losing the whole for. */
export function looseList<T>(element: z.ZodType<T>): z.ZodType<T[]> {
  return z.preprocess(
    (value) => (Array.isArray(value) ? (value as unknown[]).filter((item) => element.safeParse(item).success) : []),
    z.array(element),
  )
}
