import { fileType } from '@connector/domain/attachments'

/** What a browser may be told that a file is; it is saved all the same. Nothing that could run or hold markup. */
const knownTypes: Record<string, string> = {
  csv: 'text/csv',
  gif: 'image/gif',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  mp4: 'video/mp4',
  pdf: 'application/pdf',
  png: 'image/png',
  txt: 'text/plain',
}

const otherType = 'application/octet-stream'

/** Every type that a file is sent as. */
export const fileTypes: readonly string[] = [...new Set([...Object.values(knownTypes), otherType])]

/** What a person sees as one character is kept whole: an emoji, or a letter with its marks. */
const characters = new Intl.Segmenter('pl', { granularity: 'grapheme' })

/** Folders take 255 bytes of a name, and a character takes up to 4 of them, some emoji 30 and more. */
const longestName = 150
const longestBytes = 240

/** The end of a name, where its type is; cut only between characters. */
function shortened(name: string): string {
  let kept = ''
  for (const { segment } of [...characters.segment(name.slice(-8 * longestName))].reverse()) {
    const longer = segment + kept
    if (longer.length > longestName || Buffer.byteLength(longer) > longestBytes) break
    kept = longer
  }
  return kept
}

/** Of a name that a buyer chose, what is harmless in a folder: no path, no control character, no turn of direction. */
const safeName = (name: string): string => {
  const harmless = name
    .normalize('NFC')
    // Behind the type, a mark that nobody sees would become a part of it.
    .replace(/[\p{Cf}\s.]+$/u, '')
    // A joiner makes a family out of three people; anywhere else it is one more sign that nobody sees.
    .replace(
      /(?<!\p{Extended_Pictographic}[\uFE0F\u{1F3FB}-\u{1F3FF}]?)\u200D|(?!\u200D)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}/\\:*?"<>|]/gu,
      '_',
    )
    .replace(/^[.\s]+|[.\s]+$/g, '')
  const safe = shortened(harmless).replace(/^[.\s]+/, '')
  return safe === '' ? 'plik' : safe
}

/** RFC 8187; the plain form is for clients that do not know it. */
function disposition(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|[%;]/g, '_')
  const encoded = encodeURIComponent(name).replace(
    /['()*!]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}

/** A file is saved and never shown: who sent it is a stranger, and this is the origin of the console. */
export function fileHeaders(name: string): Record<string, string> {
  const safe = safeName(name)
  return {
    'content-type': knownTypes[fileType(safe)] ?? otherType,
    'content-disposition': disposition(safe),
    'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
    'cache-control': 'no-store',
  }
}
