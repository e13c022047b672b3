import type { EmpikPlaceComponents } from '@connector/contracts'
import { failure, FailureCode, openDownload, readJson, writeJson } from '@connector/outbound-http'
import type {
  AnnouncedFile,
  Budget,
  Call,
  Dispatcher,
  Download,
  Failure,
  Parser,
  ReadResult,
  WriteResult,
} from '@connector/outbound-http'
import { refusalOf } from './limits.ts'
import { multipartBody } from './multipart.ts'
import { empikPlaceApi } from './own-refusals.ts'
import type { OutgoingFile } from './types.ts'

/** Milliseconds for one whole call. */
export interface EmpikPlaceTimeouts {
  read: number
  write: number
  /** A write with files. */
  upload: number
  download: number
}

export interface TransportOptions {
  /** Without `/api`: `https://marketplace.empik.com`. */
  baseUrl: string
  shopId: string
  apiKey: string
  /** One per key: the limits belong to the key. */
  budget: Budget
  dispatcher: Dispatcher
  timeouts?: Partial<EmpikPlaceTimeouts> | undefined
}

export type Query = Record<string, string | undefined>

/** What a message says, and the files that go with it. */
interface OutgoingMessage {
  document: EmpikPlaceComponents['schemas']['MessageInput']
  files: readonly OutgoingFile[]
}

/** Calls for one shop, and everything that is the same for every operation. */
export interface Transport {
  get<W, T>(
    path: string,
    query: Query,
    parse: Parser<W>,
    map: (wire: W) => T,
    signal: AbortSignal | undefined,
  ): Promise<ReadResult<T>>
  /** Nothing that breaks a documented limit is sent. */
  send<T>(
    path: string,
    message: OutgoingMessage,
    parse: Parser<T>,
    signal: AbortSignal | undefined,
  ): Promise<WriteResult<T>>
  download(
    path: string,
    file: AnnouncedFile,
    maxBytes: number,
    signal: AbortSignal | undefined,
  ): Promise<ReadResult<Download>>
}

const defaultTimeouts: EmpikPlaceTimeouts = { read: 30_000, write: 60_000, upload: 120_000, download: 120_000 }

/** A key is opaque; anything that cannot stand in a header is certainly none. */
const possibleKey = /^[\x21-\x7e]+$/

/** An empty shop id would silently mean the key's default shop. */
function malformedCredentials({ apiKey, shopId }: TransportOptions): Failure | undefined {
  const details = { code: FailureCode.notAcceptable }
  if (!possibleKey.test(apiKey)) {
    return failure('credentials-rejected', 'The API key is empty or holds characters that no key has', details)
  }
  if (!/^\d+$/.test(shopId)) return failure('credentials-rejected', 'The shop id is not a number', details)
  return undefined
}

/** Throws a TypeError when the base URL is none. */
export function createTransport(options: TransportOptions): Transport {
  const { shopId, apiKey } = options
  const timeouts = { ...defaultTimeouts, ...options.timeouts }
  const base = options.baseUrl.replace(/\/+$/, '')
  // An address that is none is a mistake of the caller, told at once.
  new URL(base)
  const malformed = malformedCredentials(options)

  function callOf(method: Call['method'], path: string, query: Query, signal: AbortSignal | undefined): Call {
    const url = new URL(`${base}/api${path}`)
    url.searchParams.set('shop_id', shopId)
    for (const [name, value] of Object.entries(query)) {
      if (value !== undefined) url.searchParams.set(name, value)
    }
    return {
      api: empikPlaceApi,
      method,
      url,
      headers: { authorization: apiKey, accept: 'application/json' },
      budget: options.budget,
      dispatcher: options.dispatcher,
      signal,
      deadlineMs: timeouts.read,
      secrets: [apiKey],
    }
  }

  return {
    async get(path, query, parse, map, signal) {
      if (malformed !== undefined) return { ok: false, failure: malformed }
      const result = await readJson(callOf('GET', path, query, signal), parse)
      return result.ok ? { ...result, value: map(result.value) } : result
    },
    async send(path, { document, files }, parse, signal) {
      const refusal = malformed ?? refusalOf(document.body, document.to.length, files)
      if (refusal !== undefined) return { outcome: 'not-done', failure: refusal }
      const call: Call = {
        ...callOf('POST', path, {}, signal),
        body: multipartBody('message_input', document, files),
        deadlineMs: files.length > 0 ? timeouts.upload : timeouts.write,
        secrets: [apiKey, document.body],
      }
      return writeJson(call, parse)
    },
    async download(path, file, maxBytes, signal) {
      if (malformed !== undefined) return { ok: false, failure: malformed }
      const call = callOf('GET', path, {}, signal)
      const headers = { ...call.headers, accept: 'application/octet-stream, */*' }
      return openDownload({ ...call, headers, deadlineMs: timeouts.download, maxBytes }, file)
    },
  }
}
