import { failure, FailureCode } from './failure.ts'
import type { Failure } from './failure.ts'
import type { Answer } from './exchange.ts'

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

/** A broken body is a truncated answer, unless we ended it ourselves. */
function brokenBody(answer: Answer, error: unknown): Failure {
  const reason = answer.explain(error)
  if (reason.code === FailureCode.deadline || reason.code === FailureCode.aborted) return reason
  return failure('unreachable', 'The answer ended early', { code: FailureCode.truncated, status: answer.status })
}

/**
 * The body, chunk by chunk, never more than the cap. Throws {@link BodyError}. Stopping the iteration closes the
 * connection; not iterating at all leaves that to the call's deadline.
 */
export async function* streamBody(answer: Answer, maxBytes = defaultMaxBytes): AsyncGenerator<Uint8Array> {
  let total = 0
  // Leaving the loop early destroys the body, which then reports that as an error nobody else listens to.
  answer.body.on('error', () => undefined)
  try {
    for await (const chunk of answer.body as AsyncIterable<Uint8Array>) {
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

/** Closes the connection of an answer whose body nobody will read. */
export function discard(answer: Answer): void {
  answer.end()
  answer.body.on('error', () => undefined).destroy()
}

/** A body announced as larger than the cap; the connection is closed without reading it. */
export function announcedTooLarge(answer: Answer, maxBytes = defaultMaxBytes): Failure | undefined {
  const announced = Number(answer.headers['content-length'] ?? 0)
  if (!(announced > maxBytes)) return undefined
  discard(answer)
  return tooLarge(maxBytes, answer.status)
}

export async function readBody(answer: Answer, maxBytes = defaultMaxBytes): Promise<BodyRead> {
  const oversized = announcedTooLarge(answer, maxBytes)
  if (oversized !== undefined) return { complete: false, failure: oversized }
  const chunks: Uint8Array[] = []
  try {
    for await (const chunk of streamBody(answer, maxBytes)) chunks.push(chunk)
  } catch (error) {
    if (error instanceof BodyError) return { complete: false, failure: error.failure }
    throw error
  }
  return { complete: true, bytes: Buffer.concat(chunks) }
}
