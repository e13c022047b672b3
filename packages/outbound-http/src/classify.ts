import { readErrorText, withoutSecrets } from './error-text.ts'
import { failure, FailureCode } from './failure.ts'
import type { Failure, FailureClass } from './failure.ts'

/** What a status code outside 2xx says about the request; bodies never decide. */
function classOfStatus(status: number): FailureClass {
  if (status === 401 || status === 403) return 'credentials-rejected'
  if (status === 429) return 'rate-limited'
  if (status === 408 || status >= 500 || status < 400) return 'unreachable'
  return 'refused'
}

/**
 * Whether a write answered with this status certainly did nothing. A 4xx says so, except 408. A redirect does not:
 * many servers redirect after having stored a form.
 */
export function certainlyNotDone(status: number): boolean {
  return status >= 400 && status < 500 && status !== 408
}

export interface ErrorAnswer {
  status: number
  contentType: string | undefined
  /** As much of the body as could be read. */
  bytes: Uint8Array
  retryAt: Date | undefined
  secrets: readonly string[]
}

export function failureOfAnswer(answer: ErrorAnswer): Failure {
  const { status, retryAt } = answer
  const redirected = status >= 300 && status < 400
  const { message, requestId } = readErrorText(answer.bytes, answer.contentType)
  const text = redirected ? 'a redirect, which is not followed' : message
  return failure(
    classOfStatus(status),
    withoutSecrets(text === undefined ? `HTTP ${status}` : `HTTP ${status}: ${text}`, answer.secrets),
    { status, requestId, retryAt, code: redirected ? FailureCode.redirected : undefined },
  )
}
