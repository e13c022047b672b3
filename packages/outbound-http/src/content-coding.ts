import { Readable, pipeline, type Transform } from 'node:stream'
import { promisify } from 'node:util'
import * as zlib from 'node:zlib'

/** Node has it since 22.15. */
const { createZstdDecompress } = zlib as { createZstdDecompress?: () => Transform }

/** Servers disagree whether deflate has the header of zlib; the lower half of its first byte is always 8. */
const isZlib = (first: number): boolean => (first & 0x0f) === 8

/** Makes what undoes one coding, for an answer that begins with this byte; undefined when that is certainly not so packed. */
type Unpacker = (first: number) => Transform | undefined

/**
 * Proxies that unpack an answer sometimes leave the header on it. These codings begin with a byte of their own, which no
 * JSON document and no page begins with.
 */
const ifBegins =
  (firstByte: number, make: () => Transform): Unpacker =>
  (first) =>
    first === firstByte ? make() : undefined

const ofGzip = ifBegins(0x1f, () => zlib.createGunzip())

const unpackers = new Map<string, Unpacker>([
  ['gzip', ofGzip],
  // Its old name.
  ['x-gzip', ofGzip],
  ['deflate', (first) => (isZlib(first) ? zlib.createInflate() : zlib.createInflateRaw())],
  ['br', () => zlib.createBrotliDecompress()],
  ['brotli', () => zlib.createBrotliDecompress()],
  ...(createZstdDecompress ? [['zstd', ifBegins(0x28, () => createZstdDecompress())] as [string, Unpacker]] : []),
])

/** No codings at all, but what programs that take the header for something else write into it. */
const nothingPacked: ReadonlySet<string> = new Set(
  'identity none null undefined text plain json binary 7bit 8bit chunked aws-chunked amz-1.0'.split(' '),
)

/** Charsets and types of documents are none either. */
function isNoCoding(name: string): boolean {
  if (nothingPacked.has(name) || name.includes('/')) return true
  try {
    return new TextDecoder(name).encoding !== ''
  } catch {
    return false
  }
}

/** More layers than anybody sends, and few enough that a header cannot make us build thousands of unpackers. */
const mostCodings = 3

/** How an answer is packed; the last coding was applied last. `unknown` names one that cannot be undone. */
export type Packing = { unknown: string } | { unknown?: undefined; unpackers: readonly Unpacker[] }

export function packingOf(contentEncoding: string | undefined): Packing {
  const names = (contentEncoding ?? '').split(',').map((name) => (name.split(';', 1)[0] ?? '').replace(/["'\s]/g, ''))
  const codings = names.map((name) => name.toLowerCase()).filter((name) => name !== '' && !isNoCoding(name))
  if (codings.length > mostCodings) return { unknown: `${codings.length} codings one over the other` }
  const found: Unpacker[] = []
  for (const coding of codings) {
    const unpacker = unpackers.get(coding)
    if (unpacker === undefined) return { unknown: coding }
    found.push(unpacker)
  }
  return { unpackers: found }
}

async function* withFirst(first: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield first
    for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value
  } finally {
    await rest.return?.()
  }
}

async function* unpack(packed: AsyncIterable<Uint8Array>, unpacker: Unpacker): AsyncGenerator<Uint8Array> {
  const chunks = packed[Symbol.asyncIterator]()
  let first = await chunks.next()
  while (first.done !== true && first.value.length === 0) first = await chunks.next()
  // An empty answer may carry the header all the same.
  if (first.done === true) return
  const whole = withFirst(first.value, chunks)
  const undoes = unpacker(first.value[0] ?? 0)
  if (undoes === undefined) {
    yield* whole
    return
  }
  // Errors of either part reach the reader through the last one.
  const unpacked = pipeline(Readable.from(whole), undoes, () => undefined)
  for await (const chunk of unpacked as AsyncIterable<Uint8Array>) yield chunk
}

/** Undoes the codings, a chunk at a time, so that whoever reads can stop at a size of his own. */
export const unpacked = (bytes: AsyncIterable<Uint8Array>, codings: readonly Unpacker[]): AsyncIterable<Uint8Array> =>
  codings.reduceRight((packed, coding) => unpack(packed, coding), bytes)

/** Whether an error comes from unpacking: what came is damaged, or is not what the header says. An early end is not meant. */
export const isUnpackingError = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^(?:Z_(?!BUF_)|ERR__ERROR_|ZSTD_)/.test(String(error.code))

/** Whether a body is packed without a word about it: no text begins with these two bytes. */
export const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b

/** Unpacks at most so many bytes; rejects when there are more, or when it is damaged. */
export const gunzip = promisify(zlib.gunzip) as (
  bytes: Uint8Array,
  options: { maxOutputLength: number },
) => Promise<Buffer>
