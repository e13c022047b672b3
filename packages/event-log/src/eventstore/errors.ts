import { AppendTooLarge, EventLogUnavailable, LogNotReadable } from '../errors.ts'
import { NoAnswer } from './deadline.ts'

/** What an error of the client means to us. */
export type Meaning =
  | 'conflict'
  | 'no-stream'
  | 'unavailable'
  /** The client goes on with a connection that will not heal by itself. */
  | 'unavailable-replace'
  | 'too-large'
  | 'deleted'
  | 'bad-position'
  /** Its certificate is not what was asked for, or it has none. */
  | 'not-trusted'
  /** The login is wrong or may not do this. */
  | 'no-right'
  /** Nobody can do anything but read it. */
  | 'other'

/** By the client's own names of errors. */
const byType: Record<string, Meaning> = {
  'wrong-expected-version': 'conflict',
  'stream-not-found': 'no-stream',
  'no-stream': 'no-stream',
  unavailable: 'unavailable-replace',
  // ABORTED: the server timed out by itself, as while it elects.
  timeout: 'unavailable',
  'deadline-exceeded': 'unavailable-replace',
  cancelled: 'unavailable-replace',
  'not-leader': 'unavailable-replace',
  'maximum-append-size-exceeded': 'too-large',
  'stream-deleted': 'deleted',
  'access-denied': 'no-right',
}

/** By the numbers of gRPC, for errors that the client has no name for. */
const byCode: Record<number, Meaning> = {
  1: 'unavailable-replace',
  3: 'bad-position',
  4: 'unavailable-replace',
  7: 'no-right',
  8: 'too-large',
  14: 'unavailable-replace',
  16: 'no-right',
}

/** By what it says, where it has neither a name nor a number that tells. */
const byText: [RegExp, Meaning][] = [
  [/invalid ?position/i, 'bad-position'],
  // One that starts or stops refuses like this, hundreds of times.
  [/server is not ready/i, 'unavailable-replace'],
  // The second is said by a node that knows of none.
  [/not the leader|not leader|no leader info/i, 'unavailable-replace'],
  [
    /rst_stream|connection dropped|socket|econn|goaway|write after end|channel has been shut down/i,
    'unavailable-replace',
  ],
  [/no connection established|failed to (?:discover|connect)|unable to find/i, 'unavailable-replace'],
]

/** What it says of TLS, under the name of one that is merely away: this does not pass by itself. */
const notTrusted = /certificate|altnames|wrong version number/i

/** Mistakes of ours, which no server makes. */
const isBug = (error: Error): boolean =>
  error instanceof TypeError || error instanceof RangeError || error instanceof SyntaxError

const isOfSystem = (code: unknown): boolean => typeof code === 'string' && /^E[A-Z]/.test(code)

const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

export function meaningOf(error: unknown): Meaning {
  if (error instanceof NoAnswer) return 'unavailable-replace'
  if (!(error instanceof Error) || isBug(error)) return 'other'
  const type = 'type' in error && typeof error.type === 'string' ? error.type : undefined
  const code = 'code' in error ? error.code : undefined
  if ((type === 'unavailable' || type === undefined) && notTrusted.test(error.message)) return 'not-trusted'
  const named = type === undefined ? undefined : byType[type]
  if (named) return named
  const told = byText.find(([text]) => text.test(error.message))?.[1]
  if (told) return told
  const numbered = typeof code === 'number' ? byCode[code] : undefined
  if (numbered) return numbered
  // Of the operating system, as ECONNREFUSED; and the client's own plain errors while it looks for a server.
  return isOfSystem(code) || (type === undefined && code === undefined) ? 'unavailable-replace' : 'other'
}

/** The error as the port has it; what is nobody's to repeat passes through. */
export function asLogError(error: unknown): unknown {
  const cause = { cause: error }
  switch (meaningOf(error)) {
    case 'unavailable':
    case 'unavailable-replace':
      return new EventLogUnavailable(textOf(error), cause)
    case 'too-large':
      return new AppendTooLarge(
        `EventStoreDB takes no append this large (${textOf(error)}). Raise its MaxAppendSize, which is 1 MiB unless set.`,
        cause,
      )
    case 'deleted':
      return new LogNotReadable(
        `A stream of the log was deleted in EventStoreDB, which nothing of ours does: ${textOf(error)}. Restore it from a backup.`,
        cause,
      )
    case 'not-trusted':
      return new LogNotReadable(
        `EventStoreDB cannot be reached by TLS (${textOf(error)}). In EVENTSTORE_URL, tlsCaFile=… names the file of the CA that signed its certificate; tls=false is for a server without TLS.`,
        cause,
      )
    case 'no-right':
      return new LogNotReadable(
        `EventStoreDB refuses the login in EVENTSTORE_URL, or it may not read $all, append, or read our streams (${textOf(error)}).`,
        cause,
      )
    default:
      return error
  }
}
