import type { Dispatcher } from 'undici'
import type { OutsideApi } from './api.ts'
import type { Budget } from './budget.ts'

/** What a write carries. `length` is known beforehand, so that nothing is sent chunked. */
export interface CallBody {
  contentType: string
  length: number
  chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>
  /** The same, where all of it is there already. */
  bytes?: Uint8Array
}

/** One call to an outside API. */
export interface Call {
  /** Whose refusals count. */
  api: OutsideApi
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  url: URL
  headers: Record<string, string>
  body?: CallBody
  budget: Budget
  /** Decides where connections may be opened. */
  dispatcher: Dispatcher
  signal?: AbortSignal | undefined
  /** For the whole call, from leaving the budget to the last byte of the answer. Default 30 s. */
  deadlineMs?: number
  /** The largest answer accepted. Default 16 MiB. */
  maxBytes?: number
  /**
   * Whether an answer that would be too large may come without the content of pictures that are written into its texts; then
   * it may be twice as large without them.
   */
  dropsPictures?: boolean
  /** Texts that must never show up in a failure's message: credentials, and what a person wrote. */
  secrets?: readonly string[]
}

/** A JSON document as the body of a call. */
export function jsonBody(document: unknown): CallBody {
  const bytes = new TextEncoder().encode(JSON.stringify(document))
  return { contentType: 'application/json; charset=utf-8', length: bytes.length, chunks: [bytes], bytes }
}
