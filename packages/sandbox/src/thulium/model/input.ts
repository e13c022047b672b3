import { ApiError } from './api-error.ts'
import { parseWallTime } from './wall-time.ts'
import type { WallTime } from './wall-time.ts'

/** A JSON request body. Readers treat `null` as absent, as the API documents for updates. */
export type Input = Record<string, unknown>

export function inputOf(body: unknown): Input {
  if (!isObject(body)) throw new ApiError('malformed', 'JSON object expected')
  return body
}

export function text(input: Input, field: string): string | undefined {
  const value = input[field] ?? undefined
  if (value === undefined) return undefined
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  throw new ApiError('invalid', field)
}

export function requiredText(input: Input, field: string): string {
  const value = text(input, field)
  if (value === undefined || value.trim() === '') throw new ApiError('required', field)
  return value
}

/** An id as number or numeric text. */
export function id(input: Input, field: string): number | undefined {
  const value = input[field] ?? undefined
  if (value === undefined || value === '') return undefined
  const number = typeof value === 'string' ? Number(value) : value
  if (typeof number !== 'number' || !Number.isSafeInteger(number)) throw new ApiError('invalid', field)
  return number
}

export function textList(input: Input, field: string): string[] | undefined {
  const value = input[field] ?? undefined
  if (value === undefined) return undefined
  if (!Array.isArray(value)) throw new ApiError('invalid', field)
  return value.map((one: unknown) => {
    if (typeof one !== 'string') throw new ApiError('invalid', field)
    return one
  })
}

/** One text or a list of them, as `email` and `phone_number` of a customer. */
export function oneOrMany(input: Input, field: string): string[] | undefined {
  return Array.isArray(input[field]) ? textList(input, field) : text(input, field)?.split('\n').filter(Boolean)
}

export function oneOf<const C extends string>(input: Input, field: string, choices: readonly C[], initial: C): C {
  const value = text(input, field)
  if (value === undefined) return initial
  const found = choices.find((choice) => choice === value)
  if (found === undefined) throw new ApiError('invalid', field)
  return found
}

export function date(input: Input, field: string): WallTime | undefined {
  const value = text(input, field)
  if (value === undefined || value === '') return undefined
  const parsed = parseWallTime(value)
  if (!parsed) throw new ApiError('invalid', field)
  return parsed.time
}

/** Custom fields by display name; a `null` value is left out. */
export function customFields(input: Input): Map<string, string> | undefined {
  const value = input['custom_fields'] ?? undefined
  if (value === undefined) return undefined
  // PHP sends an empty object as an empty list, and so do its clients.
  if (Array.isArray(value) && value.length === 0) return new Map()
  if (!isObject(value)) throw new ApiError('invalid', 'custom_fields')
  const fields = new Map<string, string>()
  for (const [name, one] of Object.entries(value)) {
    if (one === null || one === undefined) continue
    if (typeof one !== 'string' && typeof one !== 'number' && typeof one !== 'boolean') {
      throw new ApiError('invalid', `custom_fields[${name}]`)
    }
    fields.set(name, String(one))
  }
  return fields
}

function isObject(value: unknown): value is Input {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
