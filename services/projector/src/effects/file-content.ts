import { anySignal, BodyError, type Failure, type ReadResult } from '@connector/outbound-http'
import pLimit from 'p-limit'

interface Download {
  length?: number
  contentType: string
  body: AsyncIterable<Uint8Array>
}

export type Open = (signal: AbortSignal) => Promise<ReadResult<Download>>

/** A file that can be sent: its exact size is known. */
export interface FileContent {
  size: number
  contentType: string
  bytes: Uint8Array | AsyncIterable<Uint8Array>
}

export type Opened<T> =
  | { kind: 'used'; value: T }
  /** `bytes` are all, when the other side says how many; otherwise as many as were read before giving up. */
  | { kind: 'too-large'; bytes: number }
  | { kind: 'failed'; failure: Failure }

/**
 * A file whose size the other side does not say must be read whole before it can be sent, since each upload announces its
 * length. So that memory stays flat, this many of them are held at once in a process, each at most as large as the limit.
 */
const inTurn = pLimit(2)

/** The whole file, or how much was read when it went over `most`. */
async function readWhole({ body }: Download, most: number): Promise<{ bytes: Uint8Array } | { over: number }> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body) {
    size += chunk.length
    if (size > most) return { over: size }
    chunks.push(chunk)
  }
  return { bytes: Buffer.concat(chunks) }
}

function hold<T>(download: Download, most: number, use: (file: FileContent) => Promise<T>): Promise<Opened<T>> {
  return inTurn(async () => {
    const whole = await readWhole(download, most)
    if ('over' in whole) return { kind: 'too-large', bytes: whole.over }
    const { bytes } = whole
    return { kind: 'used', value: await use({ size: bytes.length, contentType: download.contentType, bytes }) }
  })
}

/**
 * Opens a file and passes it on: streamed, when its size is known beforehand, so that only a few chunks are in memory.
 * Whatever happens, the connection it comes from is closed afterwards.
 * @param most bytes that may be passed on
 */
export async function withFile<T>(
  open: Open,
  most: number,
  signal: AbortSignal,
  use: (file: FileContent) => Promise<T>,
): Promise<Opened<T>> {
  const done = new AbortController()
  try {
    const opened = await open(anySignal([signal, done.signal]))
    if (!opened.ok) return { kind: 'failed', failure: opened.failure }
    const { length, contentType, body } = opened.value
    if (length === undefined) return await hold(opened.value, most, use)
    if (length > most) return { kind: 'too-large', bytes: length }
    return { kind: 'used', value: await use({ size: length, contentType, bytes: body }) }
  } catch (error) {
    if (error instanceof BodyError) return { kind: 'failed', failure: error.failure }
    throw error
  } finally {
    done.abort()
  }
}

/** The size of a file: as the other side says it, else counted while it goes by; of one larger than `most`, at least how much. */
export async function sizeOf(open: Open, most: number, signal: AbortSignal): Promise<Opened<number>> {
  const done = new AbortController()
  try {
    const opened = await open(anySignal([signal, done.signal]))
    if (!opened.ok) return { kind: 'failed', failure: opened.failure }
    let { length: bytes } = opened.value
    if (bytes === undefined) {
      bytes = 0
      for await (const chunk of opened.value.body) {
        bytes += chunk.length
        if (bytes > most) break
      }
    }
    return bytes > most ? { kind: 'too-large', bytes } : { kind: 'used', value: bytes }
  } catch (error) {
    if (error instanceof BodyError) return { kind: 'failed', failure: error.failure }
    throw error
  } finally {
    done.abort()
  }
}
