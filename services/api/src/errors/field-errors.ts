import { z } from 'zod'
import type { FieldError } from './api-error.ts'

const required = { message: 'is required', messagePl: 'jest wymagane' }

/** Of anything that is not there people want to hear just that. Process-wide; texts of other checks stay what they are. */
export function sayWhatIsRequired(): void {
  z.config({
    customError: ({ code, input }) =>
      input === undefined && (code === 'invalid_type' || code === 'invalid_value' || code === 'invalid_union')
        ? required.message
        : undefined,
  })
}

const polish = z.locales.pl().localeError

const typeNames: Record<string, string> = {
  string: 'tekst',
  number: 'liczba',
  int: 'liczba całkowita',
  boolean: 'true albo false',
  array: 'lista',
  object: 'obiekt',
  null: 'null',
}

interface Found {
  keyword: string
  instancePath: string
  message?: string | undefined
  params: Record<string, unknown>
}

function polishOf({ keyword, message, params }: Found): string {
  if (message === required.message) return required.messagePl
  if (keyword === 'invalid_type') {
    const expected = String(params['expected'])
    return `oczekiwano: ${typeNames[expected] ?? expected}`
  }
  if (keyword === 'custom') {
    const own = ownWords.safeParse(params)
    return own.success ? own.data.params.pl : 'niedozwolona wartość'
  }
  // What was checked is known here, what was sent is not; the texts of these checks do not name it.
  const said: unknown = Reflect.apply(polish, undefined, [{ ...params, code: keyword, path: [], input: undefined }])
  return typeof said === 'string' ? said : 'niedozwolona wartość'
}

/** What a check of ours brings along (`inBoth`). */
const ownWords = z.object({ params: z.object({ pl: z.string() }) })

/** By RFC 6901, within the body. */
const escape = (part: string): string => part.replaceAll('~', '~0').replaceAll('/', '~1')

/** @param where the part of the request: `body`, `query`, `path` or `headers` */
export function fieldError(where: string, found: Found): FieldError {
  const path = found.instancePath === '/' ? [] : found.instancePath.slice(1).split('/')
  // A request without a body has null in its place.
  if (where === 'body' && path.length === 0 && found.message?.endsWith('received null') === true)
    return { field: where, pointer: '#', ...required }
  return {
    field: [where, ...path].join('.'),
    ...(where === 'body' ? { pointer: `#${path.map((part) => `/${escape(part)}`).join('')}` } : {}),
    message: found.message ?? 'not valid',
    messagePl: polishOf(found),
  }
}
