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

/** JSON text to a value whose strings can be stored; throws a SyntaxError. A leading byte order mark is skipped. */
export function parseJson(bytes: Uint8Array): unknown {
  const text = new TextDecoder('utf-8').decode(bytes)
  return suspect.test(text) ? (JSON.parse(text, storable) as unknown) : (JSON.parse(text) as unknown)
}

/** True when the text starts like a page and not like JSON. */
export function looksLikeHtml(bytes: Uint8Array, contentType: string | undefined): boolean {
  if (contentType !== undefined && /^\s*(?:text\/html|application\/xhtml\+xml)/i.test(contentType)) return true
  return new TextDecoder('utf-8').decode(bytes.subarray(0, 256)).trimStart().startsWith('<')
}
