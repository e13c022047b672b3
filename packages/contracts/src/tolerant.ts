import { z } from 'zod'
import { readInstant } from './instant.ts'
import { listed } from './listed.ts'

/*
 * Building blocks for reading answers of the outside APIs. Required things are strict, so that an element without
 * them is reported; everything else falls back to "no value", so that one odd field never costs a whole element.
 */

/** `false` is what PHP's functions give when they find nothing. */
const isBlank = (value: unknown): boolean => value === null || value === undefined || value === '' || value === false

const scalarText = (value: unknown): unknown =>
  typeof value === 'number' || typeof value === 'boolean' ? String(value) : value

/** Text; null and absent are ''. Something that is no text is an error. */
export const text = z.preprocess((value) => (isBlank(value) ? '' : scalarText(value)), z.string())

/** Text that never fails: anything else than text or a number is ''. */
export const looseText = text.catch('')

/** Text or undefined; null, '' and absent are the same. Something that is no text is an error, and does not pass for none. */
export const textOrNone = z.preprocess(
  (value) => (isBlank(value) ? undefined : scalarText(value)),
  z.string().optional(),
)

/** The same that never fails: something that is no text is none. */
export const optionalText = textOrNone.catch(undefined)

/** A type that may get new values at any time. */
export const openType = z.preprocess((value) => (isBlank(value) ? 'UNKNOWN' : value), z.string()).catch('UNKNOWN')

/** Ids seen outside have at most 36 characters; beyond this an index or an address would refuse them. */
const longestId = 200

/**
 * An id that came as a number has its digits only if a number can hold them: beyond 2^53 two ids are one. (Numbers of that
 * size come from the wire as text, digit for digit.)
 */
const idText = (value: unknown): unknown =>
  typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : value

const idString = z
  .string('An id is text or a whole number up to 2^53')
  .min(1)
  .max(longestId)
  .regex(/^\P{Cc}*$/u, 'Holds a control character')

/** An id as a string, also when it comes as a number. */
export const stringId = z.preprocess(idText, idString)

/** The same where there may be none. An id that cannot be had is an error, so that it does not pass for none. */
export const optionalStringId = z.preprocess((value) => {
  const isId = typeof value === 'number' || (typeof value === 'string' && value !== '')
  return isId ? idText(value) : undefined
}, idString.optional())

/** `NaN` for digits that a number cannot hold. */
const digits = (value: unknown): unknown => {
  if (typeof value !== 'string' || !/^\s*\d+\s*$/.test(value)) return value
  const id = Number(value)
  return Number.isSafeInteger(id) ? id : NaN
}

const idNumber = z.number('Not an id, or one beyond 2^53').int('An id beyond 2^53').nonnegative()

/** An id as a number, also when it comes as a string of digits. One that would be rounded is an error. */
export const numericId = z.preprocess(digits, idNumber)

/** Of something that was made: 0 is what PHP makes of a number that it does not have. */
export const madeId = numericId.pipe(z.number().positive('An id of 0'))

/** Odd values are nothing, but an id that would be rounded is an error here too: what is known to be there is not nothing. */
export const optionalNumericId = z.preprocess((value) => {
  const id = digits(value)
  const isId = typeof id === 'number' && (Number.isNaN(id) || (Number.isInteger(id) && id >= 0))
  return isId ? id : undefined
}, idNumber.optional())

/** Programs that write for people in Poland have a comma in it. */
const decimal = (text: string): number => Number(/^\s*-?\d+,\d+\s*$/.test(text) ? text.replace(',', '.') : text)

/** A number, also when it comes as a string; anything else is undefined. */
export const optionalNumber = z
  .preprocess((value) => {
    if (isBlank(value)) return undefined
    return typeof value === 'string' && value.trim() !== '' ? decimal(value) : value
  }, z.number().optional())
  .catch(undefined)

/** Whether something stands where a number belongs, and none that could be read. */
export const isNoNumber = (value: unknown): boolean => !isBlank(value) && optionalNumber.parse(value) === undefined

const yes = new Set<unknown>([true, 'true', 1, '1'])

/** True only for what clearly says so. */
export const flag = z.preprocess((value) => yes.has(value), z.boolean())

const toInstant = (value: unknown): unknown => readInstant(value) ?? value

export const instant = z.preprocess(toInstant, z.date('Not a date and time'))

export const optionalInstant = z
  .preprocess((value) => (isBlank(value) ? undefined : toInstant(value)), z.date().optional())
  .catch(undefined)

/** The readable elements of a list; no list is an empty one. For details that are not worth losing the whole for. */
export function looseList<T>(element: z.ZodType<T>): z.ZodType<T[]> {
  return z.preprocess(
    (value) => (listed(value) ?? []).filter((item) => element.safeParse(item).success),
    z.array(element),
  )
}

const hasNumericId = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'number'

/**
 * The same for things that are told apart by their `id`: one whose id would be rounded is an error, and is not left out; one that
 * stands where the list belongs is one.
 */
export function identifiedList<T>(element: z.ZodType<T>): z.ZodType<T[]> {
  const stays = (item: unknown): boolean => element.safeParse(item).success || hasNumericId(item)
  return z.preprocess((value) => (listed(value) ?? [value]).filter(stays), z.array(element))
}

/**
 * For an element that reads anything: whatever stands where the list belongs is one, so that what is there is not left out
 * unseen.
 */
export const everyOne = <T>(element: z.ZodType<T>): z.ZodType<T[]> =>
  z.preprocess((value) => listed(value) ?? [value], z.array(element))
