import { Readable } from 'node:stream'
import { request } from 'undici'
import type { Dispatcher } from 'undici'
import type { Call } from './call.ts'
import { packingOf, type Packing } from './content-coding.ts'
import { failure, FailureCode } from './failure.ts'
import type { Failure } from './failure.ts'
import { mayStart } from './guarded-signal.ts'
import { parseHttpDate } from './retry-after.ts'
import { failureOfError } from './transport-failure.ts'
import { watchedStart } from './watched-start.ts'

/** The head of an answer, with its body still to be read. `end` must be called when the body is done with. */
export interface Answer {
  /** Whose it is, with the port. */
  host: string
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
    if (value === undefined) continue
    const lines = Array.isArray(value) ? value : [value]
    // Two machines that pack one after the other each add a line; of all other headers the first line counts.
    flat[name.toLowerCase()] = (name.toLowerCase() === 'content-encoding' ? lines.join() : lines[0]) ?? ''
  }
  return flat
}

/** A clock that shows less was never set, and what it says is no time of the answer: looks would go back to it. */
const leastTime = Date.UTC(2020, 0, 1)

function serverTimeOf(headers: Record<string, string>): Date | undefined {
  const time = parseHttpDate(headers['date'])
  return time && time.getTime() >= leastTime ? time : undefined
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

  /** Until then the request is certainly not sent. Every write of both APIs has a body. */
  const begins = (): boolean => {
    // Opening the connection took its time too.
    if (!mayStart(call.signal)) {
      onAbort()
      return false
    }
    sent = true
    return true
  }

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
      dispatcher: call.body === undefined ? call.dispatcher : watchedStart(call.dispatcher, begins),
      signal: controller.signal,
      ...(call.body === undefined
        ? {}
        : {
            // A file comes in pieces. All else is there already, and a stream of one piece costs as much as the call itself.
            body: call.body.bytes ?? Readable.from(call.body.chunks, { objectMode: false }),
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
        host: call.url.host,
        status: first.statusCode,
        headers,
        serverTime: serverTimeOf(headers),
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
