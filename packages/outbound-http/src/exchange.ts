import { Readable } from 'node:stream'
import { request } from 'undici'
import type { Dispatcher } from 'undici'
import type { Call, CallBody } from './call.ts'
import { packingOf, type Packing } from './content-coding.ts'
import { failure, FailureCode } from './failure.ts'
import type { Failure } from './failure.ts'
import { mayStart } from './guarded-signal.ts'
import { parseHttpDate } from './retry-after.ts'
import { failureOfError } from './transport-failure.ts'

/** The head of an answer, with its body still to be read. `end` must be called when the body is done with. */
export interface Answer {
  status: number
  headers: Record<string, string>
  serverTime: Date | undefined
  packing: Packing
  /** As it comes, packed or not. */
  body: Dispatcher.ResponseData['body']
  /** The error of a body that broke off, as a failure. */
  explain(error: unknown): Failure
  end(): void
}

export type Exchange = { answered: true; answer: Answer } | { answered: false; sent: boolean; failure: Failure }

const defaultDeadlineMs = 30_000

function flatHeaders(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  const flat: Record<string, string> = {}
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) flat[name.toLowerCase()] = Array.isArray(value) ? (value[0] ?? '') : value
  }
  return flat
}

/**
 * The first pull of the body comes just before the first byte of the request may leave, headers included: until then
 * the request is certainly not sent. Every write of both APIs has a body.
 */
async function* watched(body: CallBody, onFirstPull: () => void): AsyncGenerator<Uint8Array> {
  onFirstPull()
  yield* body.chunks
}

/** Sends one request and waits for the head of the answer. Follows no redirect. Never rejects. */
export async function exchange(call: Omit<Call, 'api' | 'budget'>): Promise<Exchange> {
  const deadlineMs = call.deadlineMs ?? defaultDeadlineMs
  const controller = new AbortController()
  let cut: Failure | undefined
  let sent = false
  let giveUp: () => void = () => undefined
  // The library notices an abort only once connected, hence the race with this promise.
  const givenUp = new Promise<'given up'>((resolve) => {
    giveUp = () => resolve('given up')
  })
  const stop = (reason: Failure): void => {
    cut ??= reason
    end()
    controller.abort()
    giveUp()
  }
  const onAbort = (): void =>
    stop(failure('unreachable', 'The call was abandoned before it was answered', { code: FailureCode.aborted }))
  const timer = setTimeout(() => {
    stop(failure('unreachable', `No complete answer within ${deadlineMs / 1000} s`, { code: FailureCode.deadline }))
  }, deadlineMs)
  const end = (): void => {
    clearTimeout(timer)
    call.signal?.removeEventListener('abort', onAbort)
  }
  const explain = (error: unknown): Failure => cut ?? failureOfError(error, call.url)

  if (call.url.username !== '' || call.url.password !== '') {
    end()
    const reason = `${call.url.hostname}: an address that holds a user or a password is not called`
    return { answered: false, sent: false, failure: failure('refused', reason, { code: FailureCode.notAcceptable }) }
  }
  if (!mayStart(call.signal)) {
    onAbort()
    return { answered: false, sent: false, failure: explain(undefined) }
  }
  call.signal?.addEventListener('abort', onAbort, { once: true })

  try {
    const pending = request(call.url, {
      method: call.method,
      headers: {
        // A packed answer would be undone; but the length of a file that is not packed is known beforehand.
        'accept-encoding': 'identity',
        ...call.headers,
        ...(call.body === undefined
          ? {}
          : { 'content-type': call.body.contentType, 'content-length': String(call.body.length) }),
      },
      dispatcher: call.dispatcher,
      signal: controller.signal,
      ...(call.body === undefined
        ? {}
        : {
            body: Readable.from(
              watched(call.body, () => {
                // Opening the connection took its time too.
                if (!mayStart(call.signal)) {
                  onAbort()
                  throw new Error('The call may not start any more')
                }
                sent = true
              }),
              { objectMode: false },
            ),
          }),
    })
    const first = await Promise.race([pending, givenUp])
    if (first === 'given up') {
      // The abandoned request ends by itself, through the abort; its error says nothing new.
      pending.then(
        (late) => late.body.destroy(),
        () => undefined,
      )
      return { answered: false, sent, failure: explain(undefined) }
    }
    const headers = flatHeaders(first.headers)
    return {
      answered: true,
      answer: {
        status: first.statusCode,
        headers,
        serverTime: parseHttpDate(headers['date']),
        packing: packingOf(headers['content-encoding']),
        body: first.body,
        explain,
        end,
      },
    }
  } catch (error) {
    end()
    return { answered: false, sent, failure: explain(error) }
  }
}
