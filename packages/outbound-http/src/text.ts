const utf8 = 'utf-8'

/** Of `application/json; charset="iso-8859-2"`, lower case; undefined without one. */
function charsetOf(contentType: string | undefined): string | undefined {
  const label = /;\s*charset\s*=\s*(?:"([^"]*)"|([^\s;]*))/i.exec(contentType ?? '')
  const name = (label?.[1] ?? label?.[2] ?? '').trim().toLowerCase()
  return name === '' ? undefined : name
}

/** What a byte order mark says outranks any label. */
function charsetOfMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return utf8
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return undefined
}

/** An answer as text, decoded as it says; `unknown` names a charset that nobody here can read. */
export function decodeText(
  bytes: Uint8Array,
  contentType: string | undefined,
): { text: string } | { text?: undefined; unknown: string } {
  const label = charsetOfMark(bytes) ?? charsetOf(contentType) ?? utf8
  try {
    return { text: new TextDecoder(label).decode(bytes) }
  } catch {
    // A RangeError, for a label that it does not know.
    return { unknown: label }
  }
}

/** The same for texts that only people read: in doubt as UTF-8. */
export const readableText = (bytes: Uint8Array, contentType: string | undefined): string =>
  decodeText(bytes, contentType).text ?? new TextDecoder().decode(bytes)
