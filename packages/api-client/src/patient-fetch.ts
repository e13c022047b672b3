/** What a client does by itself when an answer is late, or is what it has already. */
export interface PatienceOptions {
  /** Tries in all, the first one included; 1 for no patience. */
  tries?: number
  /** The longest wait for one further try, in ms; whoever is told to wait longer gets the answer as it is. */
  longestWaitMs?: number
  /** Answers that are kept to be shown again when nothing has changed; 0 for none. */
  kept?: number
  fetch?: (request: Request) => Promise<Response>
  sleep?: (ms: number) => Promise<void>
}

/** An hourly cursor and a minute's limit are the longest that the API asks for in ordinary times. */
const defaults = { tries: 3, longestWaitMs: 60_000, kept: 100 }

/** The same twice is the same once; a POST only where it carries a key of its own. */
const repeatable = new Set(['GET', 'HEAD', 'PUT', 'DELETE'])
const mayRepeat = (request: Request): boolean =>
  repeatable.has(request.method) || request.headers.has('idempotency-key')

/** Nothing was carried out, or it is not known; either may be sent again where it may be sent twice. */
const passing = new Set([429, 503])

const firstWaitMs = 500

/** By seconds or by a date (RFC 9110, 10.2.3); without either, longer each time. */
function waitOf(response: Response | undefined, failed: number): number {
  const said = response?.headers.get('retry-after') ?? ''
  if (/^\d+$/.test(said)) return Number(said) * 1_000
  const at = Date.parse(said)
  return Number.isNaN(at) ? firstWaitMs * 2 ** failed : Math.max(0, at - Date.now())
}

interface Kept {
  etag: string
  body: ArrayBuffer
  headers: Headers
}

/**
 * `fetch` that waits and tries again where the API says so (429, 503) or cannot be reached, and that answers a 304 with what
 * it was shown before. A caller who sends an `if-none-match` of his own gets his 304.
 */
export function createPatientFetch(options: PatienceOptions = {}): (request: Request) => Promise<Response> {
  const { tries, longestWaitMs, kept } = { ...defaults, ...options }
  const send = options.fetch ?? ((request: Request) => fetch(request))
  const sleep = options.sleep ?? ((ms: number) => new Promise((resolve) => void setTimeout(resolve, ms)))
  const answers = new Map<string, Kept>()

  async function patiently(request: Request): Promise<Response> {
    for (let failed = 0; ; failed += 1) {
      const isLast = failed + 1 >= tries || !mayRepeat(request)
      let response: Response | undefined
      try {
        response = await send(isLast ? request : request.clone())
      } catch (error) {
        if (isLast || request.signal.aborted) throw error
      }
      const wait = waitOf(response, failed)
      if (response && (isLast || !passing.has(response.status) || wait > longestWaitMs)) return response
      await response?.body?.cancel()
      await sleep(wait)
    }
  }

  function keep(place: string, answer: Kept): void {
    answers.delete(place)
    answers.set(place, answer)
    // The one that was not asked for for longest goes first.
    const [oldest] = answers.keys()
    if (answers.size > kept && oldest !== undefined) answers.delete(oldest)
  }

  return async (request) => {
    if (request.method !== 'GET' || kept === 0 || request.headers.has('if-none-match')) return patiently(request)
    const known = answers.get(request.url)
    if (known) request.headers.set('if-none-match', known.etag)
    const response = await patiently(request)
    if (known && response.status === 304) {
      keep(request.url, known)
      return new Response(known.body, { status: 200, headers: known.headers })
    }
    const etag = response.headers.get('etag')
    if (response.status !== 200 || etag === null) return response
    const body = await response.arrayBuffer()
    const headers = new Headers(response.headers)
    keep(request.url, { etag, body, headers })
    return new Response(body, { status: 200, headers })
  }
}
