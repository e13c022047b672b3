import {
  parseAccount,
  parseMessageCreated,
  parseOrderPage,
  parsePlatformConfiguration,
  parseReasons,
  parseThread,
  parseThreadPage,
  parseThreadStarted,
  withoutUndefined,
} from '@connector/contracts'
import type { EmpikPlaceComponents } from '@connector/contracts'
import { failure, FailureCode, openDownload, readJson, writeJson } from '@connector/outbound-http'
import type { Budget, Call, Dispatcher, Failure, Parser, ReadResult, WriteResult } from '@connector/outbound-http'
import { accountFromWire, orderFromWire, threadFromWire } from './from-wire.ts'
import { refusalOf, refusalOfId } from './limits.ts'
import { multipartBody } from './multipart.ts'
import type { EmpikPlaceClient, OutgoingFile, StoredMessage } from './types.ts'

type MessageInput = EmpikPlaceComponents['schemas']['MessageInput']
type ThreadInput = EmpikPlaceComponents['schemas']['ThreadInput']

/** Milliseconds for one whole call. */
export interface EmpikPlaceTimeouts {
  read: number
  write: number
  /** A write with files. */
  upload: number
  download: number
}

export interface EmpikPlaceClientOptions {
  /** Without `/api`: `https://marketplace.empik.com`. */
  baseUrl: string
  shopId: string
  apiKey: string
  /** One per key: the limits belong to the key. */
  budget: Budget
  dispatcher: Dispatcher
  timeouts?: Partial<EmpikPlaceTimeouts> | undefined
}

const defaultTimeouts: EmpikPlaceTimeouts = { read: 30_000, write: 60_000, upload: 120_000, download: 120_000 }

const mostOrders = 100

/** A key is opaque; anything that cannot stand in a header is certainly none. */
const possibleKey = /^[\x21-\x7e]+$/

/** The thread is the one that was written to, should the answer not repeat it. */
const storedIn =
  (threadId: string): Parser<StoredMessage> =>
  (document) => {
    const parsed = parseMessageCreated(document)
    if (!parsed.ok) return parsed
    return { ok: true, value: { messageId: parsed.value.message_id, threadId: parsed.value.thread_id ?? threadId } }
  }

const startedThread: Parser<StoredMessage> = (document) => {
  const parsed = parseThreadStarted(document)
  if (!parsed.ok) return parsed
  return { ok: true, value: { messageId: parsed.value.message_id, threadId: parsed.value.thread_id } }
}

/** An empty shop id would silently mean the key's default shop. */
function malformedCredentials({ apiKey, shopId }: EmpikPlaceClientOptions): Failure | undefined {
  const details = { code: FailureCode.notAcceptable }
  if (!possibleKey.test(apiKey)) {
    return failure('credentials-rejected', 'The API key is empty or holds characters that no key has', details)
  }
  if (!/^\d+$/.test(shopId)) return failure('credentials-rejected', 'The shop id is not a number', details)
  return undefined
}

type Query = Record<string, string | undefined>

/** See {@link EmpikPlaceClient}. Throws a TypeError when the base URL is none. Every request carries the shop's id, also where EmpikPlace calls it optional. */
export function createEmpikPlaceClient(options: EmpikPlaceClientOptions): EmpikPlaceClient {
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

  async function get<W, T>(
    path: string,
    query: Query,
    parse: Parser<W>,
    map: (wire: W) => T,
    signal: AbortSignal | undefined,
  ): Promise<ReadResult<T>> {
    if (malformed !== undefined) return { ok: false, failure: malformed }
    const result = await readJson(callOf('GET', path, query, signal), parse)
    return result.ok ? { ...result, value: map(result.value) } : result
  }

  async function send(
    path: string,
    message: { part: string; document: MessageInput | ThreadInput; files: readonly OutgoingFile[] },
    parse: Parser<StoredMessage>,
    signal: AbortSignal | undefined,
  ): Promise<WriteResult<StoredMessage>> {
    const { part, document, files } = message
    const refusal = malformed ?? refusalOf(document.body, document.to.length, files)
    if (refusal !== undefined) return { outcome: 'not-done', failure: refusal }
    const call: Call = {
      ...callOf('POST', path, {}, signal),
      body: multipartBody(part, document, files),
      deadlineMs: files.length > 0 ? timeouts.upload : timeouts.write,
      secrets: [apiKey, document.body],
    }
    return writeJson(call, parse)
  }

  return {
    async version(signal) {
      const result = await get(
        '/version',
        {},
        (value: unknown) => ({ ok: true, value }),
        () => undefined,
        signal,
      )
      // Only the status matters here, whatever the text; a page of a gateway is still no answer of the platform.
      if (!result.ok && result.failure.code === FailureCode.notJson)
        return { ok: true, value: undefined, serverTime: undefined }
      return result
    },
    account: (signal) => get('/account', {}, parseAccount, accountFromWire, signal),
    threads({ updatedSince, pageToken, limit, withMessages }, signal) {
      // The token holds all the rest; what is sent besides it would be ignored.
      const query: Query =
        pageToken !== undefined
          ? { page_token: pageToken }
          : {
              updated_since: updatedSince?.toISOString(),
              with_messages: withMessages === true ? 'true' : undefined,
              limit: limit === undefined ? undefined : String(limit),
            }
      return get(
        '/inbox/threads',
        query,
        parseThreadPage,
        ({ items, unreadable, next_page_token }) =>
          withoutUndefined({ threads: items.map(threadFromWire), unreadable, nextPageToken: next_page_token }),
        signal,
      )
    },
    async thread(threadId, signal) {
      const refusal = refusalOfId(threadId)
      if (refusal !== undefined) return { ok: false, failure: refusal }
      const path = `/inbox/threads/${encodeURIComponent(threadId)}`
      return get(path, {}, parseThread, (wire) => ({ thread: threadFromWire(wire) }), signal)
    },
    async reply(threadId, { body, to, files = [] }, signal) {
      const refusal = refusalOfId(threadId)
      if (refusal !== undefined) return { outcome: 'not-done', failure: refusal }
      const document: MessageInput = {
        body,
        // The operator has no id, whatever the caller may have found.
        to: to.map(({ type, id }) => (id === undefined || type === 'OPERATOR' ? { type } : { type, id })),
      }
      const path = `/inbox/threads/${encodeURIComponent(threadId)}/message`
      return send(path, { part: 'message_input', document, files }, storedIn(threadId), signal)
    },
    async startThread(orderId, { body, to, topic, files = [] }, signal) {
      const refusal = refusalOfId(orderId)
      if (refusal !== undefined) return { outcome: 'not-done', failure: refusal }
      const document: ThreadInput = { body, to: [...to], topic }
      const path = `/orders/${encodeURIComponent(orderId)}/threads`
      return send(path, { part: 'thread_input', document, files }, startedThread, signal)
    },
    async orders(orderIds, signal) {
      if (orderIds.length > mostOrders) throw new RangeError(`At most ${mostOrders} orders can be asked for at once`)
      // Without ids EmpikPlace would answer with the shop's first orders.
      if (orderIds.length === 0) return { ok: true, value: { orders: [], unreadable: [] }, serverTime: undefined }
      return get(
        '/orders',
        { order_ids: orderIds.join(','), max: String(orderIds.length) },
        parseOrderPage,
        ({ items, unreadable }) => ({ orders: items.map(orderFromWire), unreadable }),
        signal,
      )
    },
    async attachment(attachmentId, maxBytes, signal) {
      const refusal = malformed ?? refusalOfId(attachmentId)
      if (refusal !== undefined) return { ok: false, failure: refusal }
      const call = callOf('GET', `/inbox/threads/${encodeURIComponent(attachmentId)}/download`, {}, signal)
      const result = await openDownload({
        ...call,
        headers: { ...call.headers, accept: 'application/octet-stream, */*' },
        deadlineMs: timeouts.download,
        maxBytes,
      })
      if (!result.ok) return result
      const { contentType, length, body } = result.value
      return { ...result, value: withoutUndefined({ contentType, length, body }) }
    },
    reasons: (signal) =>
      get(
        '/reasons',
        {},
        parseReasons,
        ({ items, unreadable }) => ({
          reasons: items.map(({ code, label, type, is_shop_right }) => ({ code, label, type, forShop: is_shop_right })),
          unreadable,
        }),
        signal,
      ),
    platformConfiguration: (signal) =>
      get(
        '/platform/configuration',
        {},
        parsePlatformConfiguration,
        ({ platform_name, tenant_name, timezone }) =>
          withoutUndefined({ platformName: platform_name, tenantName: tenant_name, timeZone: timezone }),
        signal,
      ),
  }
}
