import type { Dispatcher } from 'undici'
import { exchange } from './exchange.ts'
import { discard } from './read-body.ts'
import { parseRetryAfter } from './retry-after.ts'

export interface Hook {
  url: URL
  headers: Record<string, string>
  /** JSON text. */
  body: string
  /** Decides where connections may be opened. */
  dispatcher: Dispatcher
  signal?: AbortSignal | undefined
  deadlineMs: number
  now: () => number
}

export interface HookAnswer {
  /** HTTP status; undefined when none came. */
  status: number | undefined
  /** Why it did not arrive, for people; undefined when the answer was 2xx. Nothing that the other side wrote is in it. */
  failure: string | undefined
  /** When the other side asked to be tried again. */
  retryAt: Date | undefined
}

/** Sends one web hook. Follows no redirect and reads nothing of the answer but its head: what it says is nobody's business. */
export async function postHook({ body, now, ...hook }: Hook): Promise<HookAnswer> {
  const bytes = new TextEncoder().encode(body)
  const sent = await exchange({
    ...hook,
    method: 'POST',
    body: { contentType: 'application/json; charset=utf-8', length: bytes.length, chunks: [bytes] },
  })
  if (!sent.answered) return { status: undefined, failure: sent.failure.message, retryAt: undefined }
  const { answer } = sent
  discard(answer)
  const { status } = answer
  if (status >= 200 && status < 300) return { status, failure: undefined, retryAt: undefined }
  const redirect = status >= 300 && status < 400 ? ', and redirects are not followed' : ''
  return {
    status,
    failure: `${hook.url.hostname} answered ${status}${redirect}`,
    retryAt: parseRetryAfter(answer.headers['retry-after'], now(), answer.serverTime),
  }
}
