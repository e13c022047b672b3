/**
 * Why a call did not give an answer that could be used. Seven different things, never mixed:
 * the credentials were rejected (401, 403); the other side could not be reached or did not answer sensibly (try again);
 * it asked us to slow down (429, or our own budget is paused); it refused this very request for good (other 4xx);
 * its answer is larger than we take, which is our limit and says nothing about what was asked for, or what was sent is larger
 * than something in between lets through: ask for less;
 * a fault of our own, such as a database that is full, kept us from asking or from keeping the answer;
 * nobody has given the credentials yet that it takes to ask.
 */
export type FailureClass =
  'credentials-rejected' | 'unreachable' | 'rate-limited' | 'refused' | 'too-large' | 'internal' | 'not-connected'

export interface Failure {
  class: FailureClass
  /** HTTP status, when the API itself gave one. */
  status?: number
  /** The system's error code (`ECONNREFUSED` …) or one of {@link FailureCode}. */
  code?: string
  /** For people; at most 300 characters; holds neither a secret nor a buyer's text. */
  message: string
  /** The other side's own number of the request, for its support. */
  requestId?: string
  /** When the other side, or our paused budget, allows the next attempt. */
  retryAt?: Date
}

/** Codes of our own; every other code comes from the operating system or the HTTP library. */
export const FailureCode = {
  /** The caller's signal ended the call. */
  aborted: 'ABORTED',
  /** The total deadline of the call passed. */
  deadline: 'DEADLINE',
  /** The budget is paused for longer than a caller should be held. */
  budgetPaused: 'BUDGET_PAUSED',
  /** Somebody wants nothing to be asked for this account now. */
  accountPaused: 'ACCOUNT_PAUSED',
  /** The answer is larger than the cap. */
  tooLarge: 'TOO_LARGE',
  /** The answer is packed, or written in a charset, in a way that we cannot undo; or what came is not so packed. */
  unreadableCoding: 'UNREADABLE_CODING',
  /** The answer ended early. */
  truncated: 'TRUNCATED',
  /** An HTML page came instead of JSON: maintenance, a gateway, a login form. */
  html: 'HTML_ANSWER',
  /** The answer is not JSON, or empty where it must not be. */
  notJson: 'NOT_JSON',
  /** JSON, but not of the documented shape. */
  unexpectedShape: 'UNEXPECTED_SHAPE',
  /** Something in the answer cannot be read, and may be what was asked for. */
  inDoubt: 'IN_DOUBT',
  /** Something between us and the API refused: a gateway, a firewall, a proxy. */
  gateway: 'NOT_THE_API',
  /** What came is not the file that was announced. */
  notTheFile: 'NOT_THE_FILE',
  /** The answer points elsewhere; redirects are never followed (they could carry the credentials away). */
  redirected: 'REDIRECTED',
  /** We ourselves do not call that host, or what its name leads to. */
  destinationRefused: 'DESTINATION_REFUSED',
  /** We ourselves refused to send it: a documented limit would be broken. */
  notAcceptable: 'NOT_ACCEPTABLE',
} as const

export type ReadResult<T> = { ok: true; value: T; serverTime: Date | undefined } | { ok: false; failure: Failure }

/** `not-done` means certainly not done. `unknown` means it may have been done: look it up before trying again. */
export type WriteResult<T> =
  | { outcome: 'done'; value: T; serverTime: Date | undefined }
  | { outcome: 'not-done'; failure: Failure }
  | { outcome: 'unknown'; failure: Failure }

const longestMessage = 300

/** White space collapsed and cut to 300 characters, never in the middle of a surrogate pair. */
export function shortMessage(text: string): string {
  const flat = text.replace(/[\s\p{Cc}]+/gu, ' ').trim()
  if (flat.length <= longestMessage) return flat
  return `${flat.slice(0, longestMessage - 1).replace(/[\ud800-\udbff]$/, '')}…`
}

/** What may be known about a failure besides its class and message; undefined fields are left out of the result. */
export interface FailureDetails {
  status?: number | undefined
  code?: string | undefined
  requestId?: string | undefined
  retryAt?: Date | undefined
}

export function failure(failureClass: FailureClass, message: string, details: FailureDetails = {}): Failure {
  return {
    class: failureClass,
    message: shortMessage(message),
    ...(details.status === undefined ? {} : { status: details.status }),
    ...(details.code === undefined ? {} : { code: details.code }),
    ...(details.requestId === undefined ? {} : { requestId: details.requestId }),
    ...(details.retryAt === undefined ? {} : { retryAt: details.retryAt }),
  }
}
