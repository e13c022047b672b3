import { createHash } from 'node:crypto'
import type { Connection } from '@connector/connections'
import { buyerId } from '@connector/domain/buyers'
import { emptyConversation, type ConversationState } from '@connector/domain/conversation'
import type { OrderRecorded, SeenMessage } from '@connector/domain/events'
import { recordUnreadable } from '@connector/domain/integration'
import { observeThread } from '@connector/domain/looks'
import { isKindOn, isOpenedBy, isTaken, threadKind } from '@connector/domain/routing'
import type { ConversationRef } from '@connector/domain/words'
import type { Thread, Unreadable } from '@connector/empikplace'
import type { Failure } from '@connector/outbound-http'
import type { Repository } from '@connector/repository'
import { LRUCache } from 'lru-cache'
import { concernsEveryCall, toleratedInARow, type IllItems } from '../ill-items.ts'
import { failed, partlyFailed, type PollResult } from '../poll-result.ts'
import type { Contacts } from './contacts.ts'
import type { LateOrders } from './late-orders.ts'
import type { Orders } from './orders.ts'
import { fetchReasonLabels, type ReasonMemory } from './reasons.ts'
import { threadFacts, toMessages } from './to-message.ts'

export interface EmpikPlacePoll {
  /** @param cursor newest `date_updated` that is safely recorded; undefined before the first look */
  run(connection: Connection, cursor: Date | undefined, signal: AbortSignal): Promise<PollResult>
}

/** Threads per page, the most that M11 gives. */
const pageSize = 100
/** A walk this long means that the answers do not end; the next look goes on from the same cursor. */
const maxPages = 1_000
/** Longest piece of an unreadable input that is kept. */
const maxRaw = 20_000

const rememberedThreads = 50_000

/** A thread with something to record. */
interface ChangedThread {
  ref: ConversationRef
  thread: Thread
  messages: readonly SeenMessage[]
  /** As the log tells it. */
  state: ConversationState
  /** What it looked like in the list. */
  before: string
}

export function createEmpikPlacePoll(deps: {
  repository: Repository
  overlapMs: number
  orders: Orders
  lateOrders: LateOrders
  reasons: ReasonMemory
  contacts: Contacts
  ill: IllItems
  now: () => Date
}): EmpikPlacePoll {
  const { repository, overlapMs, orders, lateOrders, reasons, contacts, ill, now } = deps
  /** What each thread looked like when it was last recorded: the boundary thread comes back on every look. */
  const seen = new LRUCache<string, string>({ max: rememberedThreads })

  const keyOf = (ref: ConversationRef): string => `${ref.tenantId}/${ref.integrationId}/${ref.threadId}`
  const looksLike = ({ dateUpdated, totalCount, shopReplyNeededSince }: Thread): string =>
    [dateUpdated.toISOString(), totalCount, shopReplyNeededSince?.toISOString()].join('/')

  async function recordUnreadables(connection: Connection, operation: string, items: readonly Unreadable[]) {
    for (const item of items) {
      const raw = JSON.stringify(item.raw).slice(0, maxRaw)
      const inputId = createHash('sha256').update(raw).digest('hex').slice(0, 32)
      await repository.changeIntegration(connection.ref, `poll:${operation}`, (state) =>
        recordUnreadable(state, { side: 'empikplace', operation, reason: item.reason, inputId, raw }),
      )
    }
  }

  /** The thread with all its messages: M11 shows the last 100, older unknown ones need M10. */
  async function complete(connection: Connection, thread: Thread, state: ConversationState, signal: AbortSignal) {
    if (!mayHaveGap(thread, state)) return { ok: true as const, thread }
    const whole = await connection.empikplace.thread(thread.id, signal)
    if (whole.ok) return { ok: true as const, thread: whole.value.thread }
    // Gone in between (anonymised or hidden): what M11 showed is all there is.
    return whole.failure.class === 'refused'
      ? { ok: true as const, thread }
      : { ok: false as const, failure: whole.failure }
  }

  /**
   * Threads of a page that have something to record, with all their messages. `leftOut` is why some could not be read;
   * `failure` ends the look.
   */
  async function selectChanged(
    connection: Connection,
    threads: readonly Thread[],
    startedAt: Date,
    signal: AbortSignal,
  ) {
    const candidates = threads
      .map((thread) => ({ ref: { ...connection.ref, threadId: thread.id }, thread, before: looksLike(thread) }))
      .filter(({ ref, before }) => seen.get(keyOf(ref)) !== before)
    const states = await Promise.all(candidates.map(async ({ ref }) => (await repository.conversation(ref)).state))
    const changed: ChangedThread[] = []
    let leftOut: Failure | undefined
    let failedInARow = 0
    for (const [index, candidate] of candidates.entries()) {
      const { ref, thread, before } = candidate
      const state = states[index] ?? emptyConversation
      const messageDates = [...thread.messages.map(({ dateCreated }) => dateCreated), ...lastDate(thread)]
      const kindIsOn = isKindOn(threadKind(threadFacts(thread), toMessages(thread)), connection.settings)
      if (!isTaken({ known: state.messages.length > 0, kindIsOn, startedAt, messageDates })) {
        // Kinds may be switched on before the thread changes again.
        if (kindIsOn) seen.set(keyOf(ref), before)
        continue
      }
      const resting = ill.resting(keyOf(ref))
      if (resting) {
        leftOut = resting
        continue
      }
      const whole = await complete(connection, thread, state, signal)
      if (!whole.ok) {
        if (concernsEveryCall(whole.failure)) return { changed, leftOut, failure: whole.failure }
        ill.failed(keyOf(ref), whole.failure)
        leftOut = whole.failure
        failedInARow += 1
        if (failedInARow > toleratedInARow) return { changed, leftOut, failure: whole.failure }
        continue
      }
      ill.recovered(keyOf(ref))
      failedInARow = 0
      changed.push({ ref, thread: whole.thread, messages: toMessages(whole.thread), state, before })
    }
    return { changed, leftOut, failure: undefined }
  }

  /** What routing needs to know beyond a thread itself; nothing is asked for unless a ticket is about to be opened. */
  async function routingContexts(
    connection: Connection,
    changed: readonly ChangedThread[],
    found: ReadonlyMap<string, OrderRecorded>,
    signal: AbortSignal,
  ) {
    const opening = changed
      .filter(({ state, messages }) => isOpenedBy(state, messages, connection.settings))
      .sort((a, b) => firstSentAt(a) - firstSentAt(b))
    const buyers = opening.flatMap(({ ref: { threadId }, thread, state }) => {
      const customerId = buyerId(threadFacts(thread), state.order ?? firstOrder(thread, found))
      return customerId === undefined ? [] : [{ threadId, customerId }]
    })
    const codes = opening.flatMap(({ thread }) => reasonCode(thread) ?? [])
    const followUps = await contacts.followUps(connection.ref, buyers)
    const labels = await fetchReasonLabels(connection, reasons, codes, now(), signal)
    return (thread: Thread) => ({
      firstContact: !followUps.has(thread.id),
      topicLabel: labels.get(reasonCode(thread) ?? ''),
    })
  }

  async function recordPage(
    connection: Connection,
    threads: readonly Thread[],
    startedAt: Date,
    signal: AbortSignal,
  ): Promise<{ leftOut: Failure | undefined; failure: Failure | undefined }> {
    const { changed, leftOut, failure } = await selectChanged(connection, threads, startedAt, signal)
    const wanted = changed.filter(needsOrder).flatMap(({ thread }) => orderIds(thread))
    const found = await orders.fetch(connection, wanted, signal)
    const moment = { now: now(), startedAt, shopName: connection.integration.shopName }
    const contextOf = await routingContexts(connection, changed, found, signal)
    // The appends of a page share round trips; each conversation still decides for itself.
    await Promise.all(
      changed.map(async ({ ref, thread, messages, before }) => {
        await recordUnreadables(connection, 'M11 message', thread.unreadableMessages)
        await repository.changeConversation(ref, 'poll:M11', (state) =>
          observeThread(
            ref,
            state,
            { messages, order: firstOrder(thread, found), ...contextOf(thread), ...moment },
            connection.settings,
          ),
        )
        seen.set(keyOf(ref), before)
      }),
    )
    return { leftOut, failure }
  }

  return {
    async run(connection, cursor, signal) {
      const { startedAt } = connection.integration
      if (!startedAt) return { ok: true, cursor }
      const updatedSince = new Date((cursor ?? startedAt).getTime() - overlapMs)
      const walked = new Set<string>()
      let leftOut: Failure | undefined
      let newest = cursor
      let pageToken: string | undefined
      for (let pages = 0; pages < maxPages; pages++) {
        const page = await connection.empikplace.threads(
          { updatedSince, withMessages: true, limit: pageSize, ...(pageToken === undefined ? {} : { pageToken }) },
          signal,
        )
        if (!page.ok) return failed(page.failure)
        await recordUnreadables(connection, 'M11 thread', page.value.unreadable)
        // A thread that changes during the walk jumps to the front and may come twice.
        const fresh = page.value.threads.filter(({ id }) => !walked.has(id))
        const recorded = await recordPage(connection, fresh, startedAt, signal)
        if (recorded.failure) return failed(recorded.failure)
        leftOut = recorded.leftOut ?? leftOut
        for (const thread of fresh) {
          walked.add(thread.id)
          if (!newest || thread.dateUpdated > newest) newest = thread.dateUpdated
        }
        pageToken = page.value.nextPageToken
        if (pageToken !== undefined) continue
        await lateOrders.catchUp(connection, signal)
        // Only a walk that reached its end and left out nothing may move the cursor.
        return leftOut ? partlyFailed(leftOut) : { ok: true, cursor: newest }
      }
      return { ok: true, cursor }
    },
  }
}

/**
 * Whether unknown messages may be older than all that M11 showed. What came from an earlier look is proof that all before
 * it came too, so the oldest one shown tells. A reply of ours is no proof: it may have gone out while M11 was away.
 */
function mayHaveGap(thread: Thread, state: ConversationState): boolean {
  if (thread.totalCount <= thread.messages.length + thread.unreadableMessages.length) return false
  const received = new Set(state.messages.map(({ messageId }) => messageId))
  const oldest = Math.min(...thread.messages.map(({ dateCreated }) => dateCreated.getTime()))
  const unknown = thread.messages.filter(({ id }) => !received.has(id))
  return thread.messages.length === 0 || unknown.some(({ dateCreated }) => dateCreated.getTime() === oldest)
}

const lastDate = (thread: Thread): Date[] => (thread.lastMessageDate ? [thread.lastMessageDate] : [])

const orderIds = (thread: Thread): string[] =>
  thread.entities
    .filter(({ type }) => type === 'MMP_ORDER')
    .slice(0, 1)
    .map(({ id }) => id)

const firstOrder = (thread: Thread, found: ReadonlyMap<string, OrderRecorded>): OrderRecorded | undefined => {
  const [id] = orderIds(thread)
  return id === undefined ? undefined : found.get(id)
}

/** The order may have changed by the time somebody writes again. */
const needsOrder = ({ state, messages }: ChangedThread): boolean =>
  !state.order || messages.some(({ messageId }) => !state.messageIds.has(messageId))

const reasonCode = ({ topic }: Thread): string | undefined => (topic.type === 'REASON_CODE' ? topic.value : undefined)

const firstSentAt = ({ messages }: ChangedThread): number => Date.parse(messages[0]?.sentAt ?? '')
