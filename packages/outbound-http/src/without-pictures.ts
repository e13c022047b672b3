/**
 * What stands before the content of a picture, or of any other file, that is written into HTML; a file of an entry that comes so
 * begins a text of its own.
 */
const lead = /(?:\\"|\\u00(?:22|27|3d)|['=(]|&quot;)\s{0,5}data:[a-z]{1,20}\\?\/[\w.+-]{1,80}(?:;[\w=.-]{1,40}){0,3}$/i
const longestLead = 200
const marker = ';base64,'

const isContent = new Uint8Array(256)
for (const sign of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=')
  isContent[sign.charCodeAt(0)] = 1
const backslash = 0x5c
/** PHP escapes each stroke; some programs break lines. */
const escapable: ReadonlySet<number | undefined> = new Set(Array.from('/nr', (sign) => sign.charCodeAt(0)))

export interface Filter {
  push: (chunk: Uint8Array) => Uint8Array
  /** What is left at the end. */
  flush: () => Uint8Array
}

/**
 * JSON without the content of pictures and other files that are written into HTML. Three photographs in one ticket make it larger
 * than we take, and what was written beside them would reach nobody.
 */
export function withoutPictures(): Filter {
  let held = Buffer.alloc(0)
  let isSkipping = false
  /** Where the content ends; the length where it goes on. */
  const endOfContent = (bytes: Buffer): number => {
    let at = 0
    while (at < bytes.length) {
      if (isContent[bytes[at] ?? 0] === 1) at += 1
      else if (bytes[at] === backslash && escapable.has(bytes[at + 1])) at += 2
      else break
    }
    return at
  }
  return {
    push(chunk) {
      const kept: Uint8Array[] = []
      let rest = Buffer.concat([held, chunk])
      for (;;) {
        if (isSkipping) {
          rest = rest.subarray(endOfContent(rest))
          // The second half of an escape is still to come.
          if (rest.length === 0 || (rest.length === 1 && rest[0] === backslash)) break
          isSkipping = false
        }
        const found = rest.indexOf(marker)
        if (found < 0) break
        const before = rest.toString('latin1', Math.max(0, found - longestLead), found)
        isSkipping = lead.test(before)
        kept.push(rest.subarray(0, found + marker.length))
        rest = rest.subarray(found + marker.length)
      }
      const until = isSkipping ? 0 : Math.max(0, rest.length - longestLead)
      kept.push(rest.subarray(0, until))
      held = Buffer.from(rest.subarray(until))
      return Buffer.concat(kept)
    },
    flush: () => held,
  }
}
