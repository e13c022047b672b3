import { isOfGateway, type OutsideApi } from './api.ts'
import { documentOf, readErrorText, withoutSecrets } from './error-text.ts'
import { failure, FailureCode } from './failure.ts'
import type { Failure, FailureClass } from './failure.ts'

/** What a status code outside 2xx says about the request, when it is the API that says so; bodies decide nothing else. */
function classOfStatus(status: number): FailureClass {
  if (status === 401 || status === 403) return 'credentials-rejected'
  if (status === 429) return 'rate-limited'
  if (status === 408 || status >= 500 || status < 400) return 'unreachable'
  return 'refused'
}

export interface ErrorAnswer {
  status: number
  headers: Record<string, string>
  /** As much of the body as could be read. */
  bytes: Uint8Array
  retryAt: Date | undefined
  secrets: readonly string[]
  api: OutsideApi
}

/**
 * What an answer outside 2xx means, and whether a write that got it certainly did nothing. A 4xx of the API says so, except
 * 408. A redirect does not: many servers redirect after having stored a form. Nor does a gateway: some look at answers too, and
 * withhold one after the work was done.
 */
export function failureOfAnswer(answer: ErrorAnswer): { failure: Failure; certainlyNotDone: boolean } {
  const { status, headers, retryAt, api } = answer
  const { message, requestId } = readErrorText(answer.bytes, headers['content-type'])
  const document = documentOf(answer.bytes, headers['content-type'])
  const says = (text: string | undefined): string =>
    withoutSecrets(text === undefined ? `HTTP ${status}` : `HTTP ${status}: ${text}`, answer.secrets)
  if (isOfGateway({ status, headers, document }, api)) {
    // Without the status, which is not that of the API: nobody may take a gateway's 404 for a thing that is gone.
    const text = `Something between us and ${api.name} answered: ${says(message)}`
    // It has a limit of its own, and what is larger never reached the API.
    const isSize = status === 413
    const failureClass = isSize ? 'too-large' : 'unreachable'
    return { failure: failure(failureClass, text, { code: FailureCode.gateway }), certainlyNotDone: isSize }
  }
  const redirected = status >= 300 && status < 400
  const text = redirected ? 'a redirect, which is not followed' : message
  const code = redirected ? FailureCode.redirected : undefined
  return {
    failure: failure(classOfStatus(status), says(text), { status, requestId, retryAt, code }),
    certainlyNotDone: status >= 400 && status < 500 && status !== 408,
  }
}
