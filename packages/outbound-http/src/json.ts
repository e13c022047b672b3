import { withLargeIntegersQuoted } from './large-integers.ts'

/**
 * Escapes that PostgreSQL can store neither as text nor as jsonb: NUL, and halves of surrogate pairs.
 * Cheap to look for, and nearly always absent.
 */
const suspect = /\\u0000|\\ud[89a-f]/i
const halfPair = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

function storable(_key: string, value: unknown): unknown {
  if (typeof value !== 'string') return value
  return value.replaceAll('\u0000', '').replace(halfPair, '\ufffd')
}

/**
 * JSON text to a value whose strings can be stored; throws a SyntaxError. Whole numbers that would be rounded come as text,
 * digit for digit: whoever takes one for an id gets the right one, or refuses it.
 */
export const parseJson = (text: string): unknown =>
  JSON.parse(withLargeIntegersQuoted(text.replace(marks, '')), suspect.test(text) ? storable : undefined) as unknown

/** One is taken away by decoding; each file of a program in PHP that is saved with a mark adds its own. */
const marks = /^[\s\ufeff]+/

/** True when the text starts like a page and not like JSON. The type alone says nothing: PHP calls everything text/html. */
export function looksLikeHtml(text: string, contentType: string | undefined): boolean {
  if (/^\s*[[{]/.test(text)) return false
  if (contentType !== undefined && /^\s*(?:text\/html|application\/xhtml\+xml)/i.test(contentType)) return true
  return /^\s*</.test(text)
}
