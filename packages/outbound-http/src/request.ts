import { currentTraceparent, inSpan, type SpanFacts } from '@connector/service-kit'
import type { Call } from './call.ts'
import { failureOfAnswer } from './classify.ts'
import { exchange } from './exchange.ts'
import type { Answer } from './exchange.ts'
import { failure, FailureCode } from './failure.ts'
import type { Failure, ReadResult, WriteResult } from './failure.ts'
import { looksLikeHtml, parseJson } from './json.ts'
import { readBody } from './read-body.ts'
import { parseRetryAfter } from './retry-after.ts'
import { decodeText } from './text.ts'

export type Parsed<T> = { ok: true; value: T } | { ok: false; reason: string }

/** Turns a JSON document into a value; `undefined` stands for an empty body. */
export type Parser<T> = (document: unknown) => Parsed<T>

/** `done: 'no'` means certainly not done; `'maybe'` means that it could have been. */
export type Outcome<T> =
  | { succeeded: true; value: T; serverTime: Date | undefined }
  | { succeeded: false; done: 'no' | 'maybe'; failure: Failure }

const errorBodyMaxBytes = 64 * 1024

/** 429 always pauses the budget; 503 does when it says for how long. Returns the end of the pause. */
function notePause(call: Call, answer: Answer): Date | undefined {
  const retryAt = parseRetryAfter(answer.headers['retry-after'], call.budget.now(), answer.serverTime)
  if (answer.status === 429) return call.budget.limitHit(retryAt)
  if (answer.status === 503 && retryAt !== undefined) return call.budget.limitHit(retryAt)
  call.budget.answered()
  return undefined
}

async function failedAnswer(call: Call, answer: Answer, retryAt: Date | undefined): Promise<Outcome<never>> {
  // An error whose text is cut or endless may be anybody's.
  const body = await readBody(answer, { maxBytes: errorBodyMaxBytes })
  const { failure, certainlyNotDone } = failureOfAnswer({
    status: answer.status,
    headers: answer.headers,
    bytes: body.complete ? body.bytes : new Uint8Array(),
    retryAt,
    secrets: call.secrets ?? [],
    api: call.api,
  })
  return { succeeded: false, done: certainlyNotDone ? 'no' : 'maybe', failure }
}

/** Neither path nor query: they hold ids of buyers and what is searched for. */
const factsOf = ({ method, url }: Call): SpanFacts => ({
  'http.request.method': method,
  'server.address': url.hostname,
})

/** One request inside its budget. `use` gets answers with a 2xx status, their bodies unread. Never rejects. */
export async function request<T>(call: Call, use: (answer: Answer) => Promise<Outcome<T>>): Promise<Outcome<T>> {
  async function carriedOut(): Promise<Outcome<T>> {
    const sent = await exchange(call)
    if (!sent.answered) {
      return { succeeded: false, done: sent.sent ? 'maybe' : 'no', failure: sent.failure } satisfies Outcome<T>
    }
    const retryAt = notePause(call, sent.answer)
    const { status } = sent.answer
    return status >= 200 && status < 300 ? use(sent.answer) : failedAnswer(call, sent.answer, retryAt)
  }
  // Its turn may come in the course of somebody else's work.
  const parent = currentTraceparent()
  const turn = await call.budget.run(
    () =>
      inSpan(`${call.method} ${call.api.name}`, { kind: 'client', parent, facts: factsOf(call) }, async (span) => {
        const startedAt = performance.now()
        const outcome = await carriedOut()
        const word = outcome.succeeded ? 'done' : outcome.failure.class
        call.budget.called(word, performance.now() - startedAt)
        span.tell({ 'connector.outcome': word })
        if (!outcome.succeeded) span.failed(word)
        return outcome
      }),
    { signal: call.signal },
  )
  return turn.admitted ? turn.value : { succeeded: false, done: 'no', failure: turn.failure }
}

function parseDocument<T>(
  call: Call,
  answer: Answer,
  bytes: Uint8Array,
  parse: Parser<T>,
): Parsed<T> & { code?: string } {
  const empty = bytes.length === 0
  const contentType = answer.headers['content-type']
  const decoded = empty ? { text: '' } : decodeText(bytes, contentType)
  if (decoded.text === undefined) {
    const reason = `The answer is written in a charset that is not known here (${decoded.unknown})`
    return { ok: false, code: FailureCode.unreadableCoding, reason }
  }
  const { text } = decoded
  if (decoded.isGuess) call.budget.guessedCharset()
  if (!empty && looksLikeHtml(text, contentType)) {
    return {
      ok: false,
      code: FailureCode.html,
      reason: 'An HTML page came instead of JSON (maintenance or a gateway?)',
    }
  }
  let document: unknown
  try {
    document = empty ? undefined : parseJson(text)
  } catch {
    return { ok: false, code: FailureCode.notJson, reason: 'The answer is not JSON' }
  }
  const parsed = parse(document)
  if (parsed.ok) return parsed
  if (empty) return { ok: false, code: FailureCode.notJson, reason: 'The answer is empty' }
  return {
    ok: false,
    code: FailureCode.unexpectedShape,
    reason: `The answer has an unexpected shape: ${parsed.reason}`,
  }
}

function requestJson<T>(call: Call, parse: Parser<T>): Promise<Outcome<T>> {
  return request(call, async (answer) => {
    const body = await readBody(answer, call)
    if (!body.complete) return { succeeded: false, done: 'maybe', failure: body.failure }
    const parsed = parseDocument(call, answer, body.bytes, parse)
    if (parsed.ok) return { succeeded: true, value: parsed.value, serverTime: answer.serverTime }
    return {
      succeeded: false,
      done: 'maybe',
      failure: failure('unreachable', parsed.reason, { status: answer.status, code: parsed.code }),
    }
  })
}

export function readResult<T>(outcome: Outcome<T>): ReadResult<T> {
  return outcome.succeeded
    ? { ok: true, value: outcome.value, serverTime: outcome.serverTime }
    : { ok: false, failure: outcome.failure }
}

/** Rows that a list could not make sense of, as its parser gives them beside the others. */
function unreadableRows(value: unknown): number {
  if (typeof value !== 'object' || value === null || !('unreadable' in value)) return 0
  return Array.isArray(value.unreadable) ? value.unreadable.length : 0
}

/** Lists of both APIs end with their name. */
const listOf = ({ url }: Call): string => url.pathname.split('/').at(-1) ?? ''

/** Reads a JSON document. A 2xx answer that is cut, HTML, not JSON or of the wrong shape is `unreachable`. */
export async function readJson<T>(call: Call, parse: Parser<T>): Promise<ReadResult<T>> {
  const outcome = await requestJson(call, parse)
  const unreadable = outcome.succeeded ? unreadableRows(outcome.value) : 0
  if (unreadable > 0) call.budget.unreadableRows(listOf(call), unreadable)
  return readResult(outcome)
}

/**
 * Writes, and reads the JSON answer. The outcome is `unknown` as soon as a byte could have left and the answer does
 * not settle the matter: a cut connection, the deadline, 408, 5xx, a redirect, a 2xx answer that cannot be read.
 */
export async function writeJson<T>(call: Call, parse: Parser<T>): Promise<WriteResult<T>> {
  const outcome = await requestJson(call, parse)
  if (outcome.succeeded) return { outcome: 'done', value: outcome.value, serverTime: outcome.serverTime }
  return { outcome: outcome.done === 'no' ? 'not-done' : 'unknown', failure: outcome.failure }
}
