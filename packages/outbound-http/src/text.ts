import { isAscii, isUtf8 } from 'node:buffer'

const utf8 = 'utf-8'

/**
 * Polish programs that write no UTF-8 write one of these. They differ in six letters: what they have for them in one is no
 * letter in the other, and the second has control characters where the first has quotation marks.
 */
const onlyIn1250 = /[\u0080-\u009f\u00a5\u00b9]/
const onlyInLatin2 = /[\u00a1\u00a6\u00ac\u00b1\u00b6\u00bc]/

function polishCharset(bytes: Uint8Array): string {
  const signs = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  return onlyInLatin2.test(signs) && !onlyIn1250.test(signs) ? 'iso-8859-2' : 'windows-1250'
}

/**
 * Of `application/json; charset="iso-8859-2"`, lower case; undefined without one. Some quote it as a shell does, and where a
 * proxy joined two headers a comma follows.
 */
function charsetOf(contentType: string | undefined): string | undefined {
  const label = /;\s*charset\s*=\s*(?:"([^"]*)"|'([^']*)'|([^;,]*))/i.exec(contentType ?? '')
  const name = (label?.[1] ?? label?.[2] ?? label?.[3] ?? '').trim().toLowerCase()
  return noCharset.has(name) ? undefined : (otherNames.get(name.replace(/[\s_-]/g, '')) ?? name)
}

/** What programs write that know of none. */
const noCharset: ReadonlySet<string> = new Set(['', 'none', 'null', 'undefined', 'unknown', 'auto', 'ansi', 'binary'])

/** Names by which no standard knows them, but programs do. */
const otherNames: ReadonlyMap<string, string> = new Map([
  ...['cp1250', 'win1250', 'windows1250', 'mswin1250', '1250'].map((name) => [name, 'windows-1250'] as const),
  ...['cp1252', 'win1252', 'windows1252', '1252'].map((name) => [name, 'windows-1252'] as const),
  ...['latin2', 'iso88592', '88592'].map((name) => [name, 'iso-8859-2'] as const),
  ...['utf8mb4', 'utf8mb3', 'utf8', 'utf8n'].map((name) => [name, utf8] as const),
])

/** It has no letter for these bytes, and what reads it takes it for another charset in silence. */
const ascii: ReadonlySet<string> = new Set(['us-ascii', 'ascii', 'ansi_x3.4-1968', 'iso646-us', 'iso-ir-6'])

/** What a byte order mark says outranks any label, and so do zeros among the first letters. */
function charsetOfMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return utf8
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  // JSON begins with a character of ASCII, which has a zero beside it when it takes two bytes.
  if (bytes.length < 2 || (bytes[0] === 0) === (bytes[1] === 0)) return undefined
  return bytes[0] === 0 ? 'utf-16be' : 'utf-16le'
}

/** A label that is wrong: nobody knows it, or it says two bytes for each letter where there is no zero among them. */
function isWrong(label: string, bytes: Uint8Array): boolean {
  try {
    return new TextDecoder(label).encoding.startsWith('utf-16') && !bytes.includes(0)
  } catch {
    return true
  }
}

/** Whether there is a letter beyond ASCII, and each is one of UTF-8: by chance that is no text of another charset. */
const isCertainlyUtf8 = (bytes: Uint8Array): boolean => !isAscii(bytes) && isUtf8(bytes)

/** In which each letter beyond ASCII takes one byte, so that none of UTF-8's several bytes could be meant. */
const hasNoUtf8 = (text: string): boolean => !/[\u0080-\ufffc\ufffe\uffff\u{10000}-\u{10ffff}]/u.test(text)

/**
 * An answer as text; `unknown` names a charset that nobody here can read. A label that the bytes contradict is wrong: servers
 * put ISO-8859-1 on every answer, and some know no label. Bytes without a single letter of UTF-8 that are said to be UTF-8
 * are taken for the charset that is likely here, and not made question marks of: `isGuess`.
 */
export function decodeText(
  bytes: Uint8Array,
  contentType: string | undefined,
): { text: string; isGuess?: true } | { text?: undefined; unknown: string } {
  const mark = charsetOfMark(bytes)
  const said = charsetOf(contentType) ?? utf8
  const label = mark ?? (isCertainlyUtf8(bytes) || (isAscii(bytes) && isWrong(said, bytes)) ? utf8 : said)
  try {
    if (mark === undefined && ascii.has(label) && !isAscii(bytes))
      return { text: new TextDecoder(polishCharset(bytes)).decode(bytes), isGuess: true }
    const decoder = new TextDecoder(label)
    const text = decoder.decode(bytes)
    const isNoUtf8 = mark === undefined && decoder.encoding === utf8 && text.includes('\ufffd') && !isUtf8(bytes)
    if (!isNoUtf8 || !hasNoUtf8(text)) return { text }
    return { text: new TextDecoder(polishCharset(bytes)).decode(bytes), isGuess: true }
  } catch {
    // A RangeError, for a label that it does not know.
    return { unknown: label }
  }
}

/** The same for texts that only people read: in doubt as UTF-8. */
export const readableText = (bytes: Uint8Array, contentType: string | undefined): string =>
  decodeText(bytes, contentType).text ?? new TextDecoder().decode(bytes)
