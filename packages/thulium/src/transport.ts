import { failure, FailureCode, jsonBody, openDownload, readJson, writeJson } from '@connector/outbound-http'
import type {
  AnnouncedFile,
  Budget,
  Call,
  CallBody,
  Dispatcher,
  Download,
  Failure,
  Parser,
  ReadResult,
  WriteResult,
} from '@connector/outbound-http'
import { addressOf } from './file-address.ts'
import { thuliumApi } from './own-refusals.ts'

/** Milliseconds for one whole call. */
export interface ThuliumTimeouts {
  read: number
  write: number
  upload: number
  download: number
}

const defaultTimeouts: ThuliumTimeouts = { read: 30_000, write: 30_000, upload: 120_000, download: 120_000 }

export interface TransportOptions {
  /** The tenant's own: `https://{system}.thulium.com/api`. */
  baseUrl: string
  /** Name of an API user, which is not an agent's login. */
  user: string
  password: string
  /** One per tenant. */
  budget: Budget
  dispatcher: Dispatcher
  timeouts?: Partial<ThuliumTimeouts> | undefined
}

/** Query parameters in their order; arrays of PHP are spelt out in the names. */
export type Query = readonly (readonly [name: string, value: string | number | undefined])[]

/** Sending of JSON to one tenant, and everything that is the same for every operation. */
export interface Transport {
  get<W, T>(
    path: string,
    query: Query,
    parse: Parser<W>,
    map: (wire: W) => T,
    signal?: AbortSignal,
  ): Promise<ReadResult<T>>
  /** `texts` are what people wrote: they never show up in a failure. */
  send<T>(
    method: 'POST' | 'PUT',
    path: string,
    document: object,
    parse: Parser<T>,
    texts: readonly string[],
    signal?: AbortSignal,
  ): Promise<WriteResult<T>>
  upload<T>(path: string, query: Query, body: CallBody, parse: Parser<T>, signal?: AbortSignal): Promise<WriteResult<T>>
  /** An address on the tenant's own host; the credentials go nowhere else. */
  download(address: string, file: AnnouncedFile, maxBytes: number, signal?: AbortSignal): Promise<ReadResult<Download>>
}

/** Half of a character, as in a name that somebody cut, could not be written and would throw. */
const encoded = (value: string | number): string =>
  encodeURIComponent(typeof value === 'string' ? value.replace(/\p{Surrogate}/gu, '\uFFFD') : value)

const text = (query: Query): string =>
  query.flatMap(([name, value]) => (value === undefined ? [] : [`${encoded(name)}=${encoded(value)}`])).join('&')

/** Neither can be part of Basic credentials: nothing, and a colon in the name. */
function malformed({ user, password }: TransportOptions): Failure | undefined {
  if (user !== '' && password !== '' && !user.includes(':')) return undefined
  return failure('credentials-rejected', 'The API user or its password is empty, or the name holds a colon', {
    code: FailureCode.notAcceptable,
  })
}

export function createTransport(options: TransportOptions): Transport {
  const base = options.baseUrl.replace(/\/+$/, '')
  const home = new URL(base)
  const timeouts = { ...defaultTimeouts, ...options.timeouts }
  const basic = Buffer.from(`${options.user}:${options.password}`, 'utf8').toString('base64')
  const secrets = [options.password, basic]
  const rejected = malformed(options)

  function callOf(method: Call['method'], url: URL, deadlineMs: number, signal: AbortSignal | undefined): Call {
    return {
      api: thuliumApi,
      method,
      url,
      headers: { authorization: `Basic ${basic}`, accept: 'application/json', 'accept-language': 'en' },
      budget: options.budget,
      dispatcher: options.dispatcher,
      signal,
      deadlineMs,
      secrets,
    }
  }

  const urlOf = (path: string, query: Query = []): URL =>
    new URL(`${base}${path}${query.length > 0 ? `?${text(query)}` : ''}`)

  return {
    async get(path, query, parse, map, signal) {
      if (rejected !== undefined) return { ok: false, failure: rejected }
      const call = callOf('GET', urlOf(path, query), timeouts.read, signal)
      const result = await readJson({ ...call, dropsPictures: true }, parse)
      return result.ok ? { ...result, value: map(result.value) } : result
    },
    async send(method, path, document, parse, texts, signal) {
      if (rejected !== undefined) return { outcome: 'not-done', failure: rejected }
      const call = callOf(method, urlOf(path), timeouts.write, signal)
      return writeJson({ ...call, body: jsonBody(document), secrets: [...secrets, ...texts] }, parse)
    },
    async upload(path, query, body, parse, signal) {
      if (rejected !== undefined) return { outcome: 'not-done', failure: rejected }
      return writeJson({ ...callOf('POST', urlOf(path, query), timeouts.upload, signal), body }, parse)
    },
    async download(address, file, maxBytes, signal) {
      if (rejected !== undefined) return { ok: false, failure: rejected }
      const url = addressOf(address, home)
      if (url?.origin !== home.origin) {
        return {
          ok: false,
          failure: failure('refused', "The file is not on the tenant's own host", { code: FailureCode.notAcceptable }),
        }
      }
      const call = callOf('GET', url, timeouts.download, signal)
      return openDownload({ ...call, headers: { ...call.headers, accept: '*/*' }, maxBytes }, file)
    },
  }
}
