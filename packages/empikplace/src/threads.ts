import { parseMessageCreated, parseThread, parseThreadPage, withoutUndefined } from '@connector/contracts'
import type { EmpikThread } from '@connector/contracts'
import type { Parser } from '@connector/outbound-http'
import { threadFromWire } from './from-wire.ts'
import { refusalOfId } from './limits.ts'
import type { Query, Transport } from './transport.ts'
import type { EmpikPlaceClient, Recipient, StoredMessage, ThreadQuery } from './types.ts'

/** The thread is the one that was written to, should the answer not repeat it. */
const storedIn =
  (threadId: string): Parser<StoredMessage> =>
  (document) => {
    const parsed = parseMessageCreated(document)
    if (!parsed.ok) return parsed
    return { ok: true, value: { messageId: parsed.value.message_id, threadId: parsed.value.thread_id ?? threadId } }
  }

/**
 * The thread that was asked for, with its messages. A cache that mixes answers up would put what one buyer wrote before another
 * one's agent, and where no message is shown, what was sent would be sent again.
 */
const threadCalled =
  (threadId: string): Parser<EmpikThread> =>
  (document) => {
    const parsed = parseThread(document)
    if (!parsed.ok) return parsed
    const { id, messages, unreadable_messages: unreadable, metadata } = parsed.value
    if (id !== threadId) return { ok: false, reason: 'id: not the thread asked for' }
    return messages.length + unreadable.length === 0 && metadata.total_count !== 0
      ? { ok: false, reason: 'messages: none came with the thread' }
      : parsed
  }

/** A token holds all the rest; what is sent besides it would be ignored. */
const queryOf = ({ updatedSince, pageToken, limit, withMessages }: ThreadQuery): Query =>
  pageToken !== undefined
    ? { page_token: pageToken }
    : {
        updated_since: updatedSince?.toISOString(),
        with_messages: withMessages === true ? 'true' : undefined,
        limit: limit === undefined ? undefined : String(limit),
      }

/** The operator has no id, whatever the caller may have found. */
const recipient = ({ type, id }: Recipient): { type: Recipient['type']; id?: string } =>
  id === undefined || type === 'OPERATOR' ? { type } : { type, id }

/** The inbox: its threads, and answers in them. */
export function threads(transport: Transport): Pick<EmpikPlaceClient, 'threads' | 'thread' | 'reply'> {
  return {
    threads: (query, signal) =>
      transport.get(
        '/inbox/threads',
        queryOf(query),
        parseThreadPage,
        ({ items, unreadable, next_page_token }) =>
          withoutUndefined({ threads: items.map(threadFromWire), unreadable, nextPageToken: next_page_token }),
        signal,
      ),
    async thread(threadId, signal) {
      const refusal = refusalOfId(threadId)
      if (refusal !== undefined) return { ok: false, failure: refusal }
      const path = `/inbox/threads/${encodeURIComponent(threadId)}`
      return transport.get(path, {}, threadCalled(threadId), (wire) => ({ thread: threadFromWire(wire) }), signal)
    },
    async reply(threadId, { body, to, files = [] }, signal) {
      const refusal = refusalOfId(threadId)
      if (refusal !== undefined) return { outcome: 'not-done', failure: refusal }
      const path = `/inbox/threads/${encodeURIComponent(threadId)}/message`
      return transport.send(path, { document: { body, to: to.map(recipient) }, files }, storedIn(threadId), signal)
    },
  }
}
