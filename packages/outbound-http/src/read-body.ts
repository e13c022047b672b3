import { gunzip, isGzip, isUnpackingError, unpacked } from './content-coding.ts'
import { failure, FailureCode } from './failure.ts'
import type { Failure } from './failure.ts'
import type { Answer } from './exchange.ts'
import { atLargeTurn } from './large-turns.ts'
import { withoutPictures } from './without-pictures.ts'

const defaultMaxBytes = 16 * 1024 * 1024

export type BodyRead = { complete: true; bytes: Uint8Array } | { complete: false; failure: Failure }

/** Thrown while a streamed body is iterated; carries the failure. */
export class BodyError extends Error {
  readonly failure: Failure

  constructor(cause: Failure) {
    super(cause.message)
    this.name = 'BodyError'
    this.failure = cause
  }
}

function tooLarge(maxBytes: number, status: number): Failure {
  return failure('too-large', `The answer is larger than the ${maxBytes} bytes that we take`, {
    code: FailureCode.tooLarge,
    status,
  })
}

function unreadable(answer: Answer, message: string): Failure {
  return failure('unreachable', message, { code: FailureCode.unreadableCoding, status: answer.status })
}

/** A broken body is a truncated answer, unless it was packed wrongly, or we ended it ourselves. */
function brokenBody(answer: Answer, error: unknown): Failure {
  if (isUnpackingError(error))
    return unreadable(answer, `The answer is damaged, or not packed as it says (${answer.headers['content-encoding']})`)
  const reason = answer.explain(error)
  if (reason.code === FailureCode.deadline || reason.code === FailureCode.aborted) return reason
  return failure('unreachable', 'The answer ended early', { code: FailureCode.truncated, status: answer.status })
}

/**
 * The body, chunk by chunk, unpacked, never more than the cap. Throws {@link BodyError}. Stopping the iteration closes the
 * connection; not iterating at all leaves that to the call's deadline.
 */
export async function* streamBody(answer: Answer, maxBytes = defaultMaxBytes): AsyncGenerator<Uint8Array> {
  let total = 0
  // Leaving the loop early destroys the body, which then reports that as an error nobody else listens to.
  answer.body.on('error', () => undefined)
  const { packing } = answer
  try {
    if (packing.unknown !== undefined) throw new BodyError(unknownPacking(answer, packing.unknown))
    for await (const chunk of unpacked(answer.body as AsyncIterable<Uint8Array>, packing.unpackers)) {
      total += chunk.length
      if (total > maxBytes) throw new BodyError(tooLarge(maxBytes, answer.status))
      yield chunk
    }
  } catch (error) {
    if (error instanceof BodyError) throw error
    throw new BodyError(brokenBody(answer, error))
  } finally {
    answer.end()
    answer.body.destroy()
  }
}

function unknownPacking(answer: Answer, name: string): Failure {
  return unreadable(answer, `The answer is packed (${name}), and we cannot unpack that`)
}

/** Closes the connection of an answer whose body nobody will read. */
export function discard(answer: Answer): void {
  answer.end()
  answer.body.on('error', () => undefined).destroy()
}

/**
 * Why a body need not even be begun: it is announced as larger than the cap, or packed in a way that we cannot undo. The
 * connection is closed then.
 */
export function refusalOfHead(answer: Answer, maxBytes = defaultMaxBytes): Failure | undefined {
  const refusal =
    answer.packing.unknown !== undefined
      ? unknownPacking(answer, answer.packing.unknown)
      : Number(answer.headers['content-length'] ?? 0) > maxBytes
        ? tooLarge(maxBytes, answer.status)
        : undefined
  if (refusal !== undefined) discard(answer)
  return refusal
}

/** How long the body will be, when the other side said so; what is packed has a length that is not that of the body. */
export function announcedLength({ headers, packing }: Answer): number | undefined {
  const length = headers['content-length']
  const isPacked = packing.unknown !== undefined || packing.unpackers.length > 0
  return length === undefined || isPacked ? undefined : Number(length)
}

/** One whose length was announced and is none too many: it comes in one piece, without a stream of our own around it. */
async function readAnnounced(answer: Answer): Promise<BodyRead> {
  try {
    return { complete: true, bytes: new Uint8Array(await answer.body.arrayBuffer()) }
  } catch (error) {
    return { complete: false, failure: brokenBody(answer, error) }
  } finally {
    answer.end()
  }
}

/** A proxy may have packed an answer and said nothing of it. */
async function undone(read: BodyRead, { status }: Answer, maxBytes: number): Promise<BodyRead> {
  if (!read.complete || !isGzip(read.bytes)) return read
  try {
    return { complete: true, bytes: await gunzip(read.bytes, { maxOutputLength: maxBytes }) }
  } catch (error) {
    const isSize = error instanceof RangeError
    const message = 'The answer is packed without saying so, and damaged'
    const code = FailureCode.unreadableCoding
    return {
      complete: false,
      failure: isSize ? tooLarge(maxBytes, status) : failure('unreachable', message, { code, status }),
    }
  }
}

export async function readBody(
  answer: Answer,
  {
    maxBytes = defaultMaxBytes,
    dropsPictures = false,
  }: { maxBytes?: number | undefined; dropsPictures?: boolean | undefined },
): Promise<BodyRead> {
  const read = await (dropsPictures ? readAllButPictures(answer, maxBytes) : readAll(answer, maxBytes))
  return undone(read, answer, maxBytes)
}

/** How much larger with its pictures an answer may be than without. */
const timesWithPictures = 8

/** And without them, in turns: text alone makes a ticket this large when machines write into it. */
const timesWithoutPictures = 2

/** Whole as long as that is not too large; only then without its pictures. */
async function readAllButPictures(answer: Answer, maxBytes: number): Promise<BodyRead> {
  const mostBytes = maxBytes * timesWithPictures
  const refusal = refusalOfHead(answer, mostBytes)
  if (refusal !== undefined) return { complete: false, failure: refusal }
  const kept: Uint8Array[] = []
  let length = 0
  try {
    const chunks = streamBody(answer, mostBytes)
    for (;;) {
      const chunk = await chunks.next()
      if (chunk.done === true) return { complete: true, bytes: Buffer.concat(kept) }
      kept.push(chunk.value)
      length += chunk.value.length
      if (length > maxBytes) {
        const rest = () => restButPictures(answer, kept, chunks, maxBytes)
        return await atLargeTurn(answer.host, rest)
      }
    }
  } catch (error) {
    if (error instanceof BodyError) return { complete: false, failure: error.failure }
    throw error
  }
}

/** @param begun what came until now, which is emptied */
async function restButPictures(
  answer: Answer,
  begun: Uint8Array[],
  chunks: AsyncGenerator<Uint8Array>,
  maxBytes: number,
): Promise<BodyRead> {
  const mostBytes = maxBytes * timesWithoutPictures
  const filter = withoutPictures()
  const kept: Uint8Array[] = []
  let length = 0
  const keep = (bytes: Uint8Array): boolean => {
    kept.push(bytes)
    length += bytes.length
    return length <= mostBytes
  }
  const tooMuch: BodyRead = { complete: false, failure: tooLarge(mostBytes, answer.status) }
  let fits = keep(filter.push(Buffer.concat(begun.splice(0))))
  for await (const chunk of chunks) {
    fits &&= keep(filter.push(chunk))
    if (!fits) return tooMuch
  }
  return fits && keep(filter.flush()) ? { complete: true, bytes: Buffer.concat(kept) } : tooMuch
}

async function readAll(answer: Answer, maxBytes: number): Promise<BodyRead> {
  const refusal = refusalOfHead(answer, maxBytes)
  if (refusal !== undefined) return { complete: false, failure: refusal }
  if (announcedLength(answer) !== undefined) return readAnnounced(answer)
  const chunks: Uint8Array[] = []
  try {
    for await (const chunk of streamBody(answer, maxBytes)) chunks.push(chunk)
  } catch (error) {
    if (error instanceof BodyError) return { complete: false, failure: error.failure }
    throw error
  }
  return { complete: true, bytes: Buffer.concat(chunks) }
}
