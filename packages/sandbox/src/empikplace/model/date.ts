import type { EmpikPlaceSwitches } from './switches.ts'
import { inboxError } from './api-error.ts'

/** UTC with `Z`; milliseconds are left out when they are zero, as the General Notes allow. */
export function wireDate(at: number, switches: EmpikPlaceSwitches): string {
  const text = new Date(at).toISOString()
  return at % 1000 === 0 || switches.get('milliseconds') === 'never' ? text.replace(/\.\d{3}Z$/, 'Z') : text
}

// A `+` that was not URL-encoded arrives as a blank and so does not match: that is a 400 at Mirakl, too.
const isoInstant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$/

/** Reads a date-time parameter; undefined when it is not given, 400 when it is no ISO instant with an offset. */
export function readInstant(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const at = isoInstant.test(text) ? Date.parse(text) : Number.NaN
  if (Number.isNaN(at)) throw inboxError(400, name, `'${text}' is not a valid date-time`, name)
  return at
}
