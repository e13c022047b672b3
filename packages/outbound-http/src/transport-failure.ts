import { failure, FailureCode } from './failure.ts'
import { DestinationRefused } from './guarded-connect.ts'
import type { Failure } from './failure.ts'

const meanings: Record<string, string> = {
  ECONNREFUSED: 'refused the connection',
  ENOTFOUND: 'has no address (DNS)',
  EAI_AGAIN: 'could not be looked up (DNS)',
  ECONNRESET: 'cut the connection',
  EPIPE: 'cut the connection',
  ETIMEDOUT: 'did not answer in time',
  EHOSTUNREACH: 'is not reachable',
  ENETUNREACH: 'is not reachable',
  UND_ERR_CONNECT_TIMEOUT: 'did not accept the connection in time',
  UND_ERR_HEADERS_TIMEOUT: 'did not answer in time',
  UND_ERR_BODY_TIMEOUT: 'stopped in the middle of the answer',
  UND_ERR_SOCKET: 'cut the connection',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'sent an answer of another length than announced',
  HPE_INVALID_CONSTANT: 'does not speak HTTP',
}

/** Certificate and handshake errors have many codes; this is how they begin or what they are called. */
const tlsCode = /^(?:ERR_TLS|ERR_SSL|CERT_|EPROTO$|UNABLE_TO_|DEPTH_ZERO|SELF_SIGNED|HOSTNAME_MISMATCH)/

/** The error's own code, or that of the first error inside (a host with several addresses gives an AggregateError). */
function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  if ('code' in error && typeof error.code === 'string') return error.code
  const inner: unknown = error instanceof AggregateError ? error.errors[0] : error.cause
  return inner === undefined ? undefined : codeOf(inner)
}

/**
 * An error of the connection as a failure. The error's own text is never used: it could quote a header. A request
 * the library would not even build (a key with a line break in it) is `refused`; everything else can be tried again.
 */
export function failureOfError(error: unknown, url: URL): Failure {
  // Nothing was sent, and it can be tried again: the settings or the answer of the name server may be put right.
  if (error instanceof DestinationRefused) return failure('unreachable', error.message, { code: error.code })
  const code = codeOf(error)
  if (code === 'UND_ERR_INVALID_ARG' || code === 'UND_ERR_NOT_SUPPORTED') {
    return failure(
      'refused',
      'The request could not be built: a header or address holds characters that are not allowed',
      {
        code: FailureCode.notAcceptable,
      },
    )
  }
  if (code !== undefined && tlsCode.test(code)) {
    return failure('unreachable', `${url.hostname}: the secure connection failed (${code})`, { code })
  }
  const meaning = code === undefined ? undefined : meanings[code]
  const text = meaning ?? (code === undefined ? 'the connection failed' : `the connection failed (${code})`)
  return failure('unreachable', `${url.hostname} ${text}`, { code })
}
