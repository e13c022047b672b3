/** Follows the bytes of a file as they go by, in chunks of any size. */
export interface FileEnd {
  push: (chunk: Uint8Array) => void
  /** Whether what went by has the end that its format demands. */
  isWhole: () => boolean
}

/** The last bytes of a file, for formats that say in them that they are whole; some programs add a little behind. */
function tail(most: number, isWhole: (last: Buffer, total: number) => boolean): FileEnd {
  let last = Buffer.alloc(0)
  let total = 0
  return {
    push(chunk) {
      total += chunk.length
      last = Buffer.concat(chunk.length >= most ? [chunk.subarray(-most)] : [last.subarray(chunk.length - most), chunk])
    },
    isWhole: () => isWhole(last, total),
  }
}

/** A format that says at its beginning how long it is. */
function atLeast(length: number): FileEnd {
  let total = 0
  return { push: (chunk) => (total += chunk.length), isWhole: () => total >= length }
}

const headLength = 8
const longHeadLength = 16

/** Films, and photographs of telephones, are a row of boxes that tell their length; the last may go on to the end. */
function boxes(): FileEnd {
  let head = Buffer.alloc(0)
  let toSkip = 0
  let isLast = false
  const open = (): void => {
    const size = head.readUInt32BE(0)
    if (size === 1 && head.length < longHeadLength) return
    const length = size === 1 ? head.readUInt32BE(8) * 2 ** 32 + head.readUInt32BE(12) : size
    isLast = length === 0
    toSkip = Math.max(0, length - head.length)
    head = Buffer.alloc(0)
  }
  return {
    push(chunk) {
      let at = 0
      while (at < chunk.length && !isLast) {
        const skipped = Math.min(toSkip, chunk.length - at)
        toSkip -= skipped
        at += skipped
        if (toSkip > 0) return
        const missing = (head.length < headLength ? headLength : longHeadLength) - head.length
        head = Buffer.concat([head, chunk.subarray(at, at + missing)])
        at = Math.min(chunk.length, at + missing)
        if (head.length === headLength || head.length === longHeadLength) open()
      }
    },
    isWhole: () => isLast || (toSkip === 0 && head.length === 0),
  }
}

/**
 * A JPEG is a row of segments that tell their length, but for the picture itself, in which a mark cannot occur by chance. Cameras
 * put small pictures with ends of their own into segments, and films behind the end.
 */
function jpeg(): FileEnd {
  let isEnded = false
  /** Bytes of a segment still to pass over. */
  let toSkip = 0
  /** The first byte of a length, once the mark before it was read. */
  let high: number | undefined
  let expects: 'mark' | 'length' = 'mark'
  let isMark = false
  const afterMark = (code: number): void => {
    // Filling bytes, a plain FF in the picture, and marks without a length.
    if (code === 0xff) return
    isMark = false
    if (code === 0xd9) isEnded = true
    else if (code !== 0 && code !== 1 && !(code >= 0xd0 && code <= 0xd8)) expects = 'length'
  }
  const next = (byte: number): void => {
    if (expects === 'length') {
      if (high === undefined) {
        high = byte
        return
      }
      toSkip = Math.max(0, high * 256 + byte - 2)
      high = undefined
      expects = 'mark'
    } else if (isMark) afterMark(byte)
    else isMark = byte === 0xff
  }
  return {
    push(chunk) {
      for (let at = 0; at < chunk.length && !isEnded; at++) {
        const skipped = Math.min(toSkip, chunk.length - at)
        toSkip -= skipped
        at += skipped
        const byte = chunk[at]
        if (byte !== undefined) next(byte)
      }
    },
    isWhole: () => isEnded,
  }
}

/** More than a picture, a PDF or an archive has behind its last words. */
const gifTail = 16
const pdfTail = 4096
const zipTail = 66_000

/** A PDF that is made to be shown while it comes has an end near its beginning, too, but says how long it is. */
const linearized = /\/Linearized\b[^>]{0,200}?\/L\s+(\d{1,12})/

/** What programs write as a length that they did not know yet. */
const unknownLengths: ReadonlySet<number> = new Set([0, 0xff_ff_ff_ff])

function riff(length: number): FileEnd | undefined {
  // The last byte may be there only to make it even.
  return unknownLengths.has(length) ? undefined : atLeast(headLength + length - 1)
}

/** The last record of an archive, which is found from its end. */
const directoryEndLength = 22
function hasDirectoryEnd(last: Buffer): boolean {
  const at = last.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  return at >= 0 && at + directoryEndLength <= last.length
}

/** How a file of the format that its first bytes tell must end; undefined where the format does not say. */
export function fileEnd(start: Uint8Array): FileEnd | undefined {
  const bytes = Buffer.from(start.buffer, start.byteOffset, start.length)
  const text = bytes.toString('latin1')
  if (text.startsWith('\xff\xd8\xff')) return jpeg()
  if (text.startsWith('\x89PNG')) return tail(pdfTail, (last) => last.includes('IEND\xae\x42\x60\x82', 0, 'latin1'))
  if (text.startsWith('GIF8')) return tail(gifTail, (last) => last.includes(0x3b))
  if (text.startsWith('%PDF')) {
    const length = Number(linearized.exec(text)?.[1] ?? 0)
    return tail(pdfTail, (last, total) => last.includes('%%EOF') && total >= length)
  }
  // Office files are archives, too.
  if (text.startsWith('PK\x03\x04')) return tail(zipTail, hasDirectoryEnd)
  if (text.startsWith('RIFF') && bytes.length >= headLength) return riff(bytes.readUInt32LE(4))
  if (text.startsWith('ftyp', 4)) return boxes()
  return undefined
}
