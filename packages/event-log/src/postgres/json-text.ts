import type { JsonObject } from '../port.ts'

// PostgreSQL's jsonb refuses two things that JSON text and JavaScript strings may hold: the NUL character and half a
// surrogate pair (an emoji cut in two). Buyers' text may hold both and nothing may be lost, so they are stored as
// U+0010, "data link escape", followed by their four hex digits. U+0010 itself is escaped the same way, which makes the
// mapping reversible.
const needsEscape = /\\u(?:0000|0010|d[89a-f])/
// The second branch swallows every other escape, so that an escaped backslash followed by "u0000" is left alone.
const escapes = /\\(?:u(0000|0010|d[89a-f][0-9a-f]{2})|.)/g
const needsUnescape = '\\u0010'
const unescapes = /\\(?:u0010([0-9a-f]{4})|.)/g

/** JSON text of the value that jsonb accepts; `fromJsonText` gives back an equal value. */
export function toJsonText(value: JsonObject): string {
  const text = JSON.stringify(value)
  if (!needsEscape.test(text)) return text
  return text.replace(escapes, (whole, hex: string | undefined) => (hex === undefined ? whole : `\\u0010${hex}`))
}

/** The value whose `toJsonText` was stored; takes jsonb's text form. */
export function fromJsonText(text: string): JsonObject {
  const json = text.includes(needsUnescape)
    ? text.replace(unescapes, (whole, hex: string | undefined) => (hex === undefined ? whole : `\\u${hex}`))
    : text
  return JSON.parse(json) as JsonObject
}
