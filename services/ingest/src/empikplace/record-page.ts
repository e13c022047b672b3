import { setImmediate } from 'node:timers/promises'
import type { Connection } from '@connector/connections'
import { UnreadableEvent, type OrderRecorded } from '@connector/domain/events'
import { buyerId } from '@connector/domain/buyers'
import { observeThread } from '@connector/domain/looks'
import { isOpenedBy } from '@connector/domain/routing'
import { isOrder, topicReason } from '@connector/domain/words'
import type { Thread, Unreadable } from '@connector/empikplace'
import type { Failure } from '@connector/outbound-http'
import { isAboutData } from '@connector/store'
import { selectChanged, type ChangedThread, type SelectDeps } from './changed-threads.ts'
import type { Contacts } from './contacts.ts'
import type { Orders } from './orders.ts'
import type { WalkedPage } from './page-walk.ts'
import { failedBy } from '../poll-result.ts'
import { keyOfThread } from './thread-memory.ts'
import { fetchReasonLabels, type ReasonMemory } from './reasons.ts'
import { threadFacts } from './to-message.ts'
import { recordUnreadables } from '../unreadable.ts'

/** Conversations that are decided in one go, and mostly appended together: about 20 ms. */
const atOnce = 20

export interface RecordDeps extends SelectDeps {
  orders: Orders
  reasons: ReasonMemory
  contacts: Contacts
}

export interface RecordedPage {
  /** Conversations with a message that was not known. */
  withNewMessages: number
  leftOut: Failure | undefined
  /** Conversations that this version cannot read. */
  setAside: number
}

/** Records what is new in the threads of a page. */
export async function recordPage(
  deps: RecordDeps,
  connection: Connection,
  page: WalkedPage,
  startedAt: Date,
  signal: AbortSignal,
): Promise<RecordedPage> {
  const { repository, memory, orders, now } = deps
  await recordUnreadables(repository, connection.ref, { side: 'empikplace', operation: 'M11 thread' }, page.unreadable)
  const { changed, ...selected } = await selectChanged(deps, connection, page, startedAt, signal)
  let { leftOut, setAside } = selected
  const wanted = changed.filter(needsOrders).flatMap(({ thread }) => orderIds(thread))
  const found = await orders.fetch(connection, wanted, signal)
  const moment = { now: now(), startedAt, shopName: connection.integration.shopName }
  const contextOf = await routingContexts(deps, connection, changed, found, signal)
  let withNewMessages = 0
  // The appends of a page share round trips; each conversation still decides for itself.
  const groups: Promise<unknown>[] = []
  for (let start = 0; start < changed.length; start += atOnce) {
    // Whoever works on what was recorded before has his turn: a ticket takes forty steps, each behind whatever is done in one go.
    if (start > 0) await setImmediate()
    const group = Promise.all(changed.slice(start, start + atOnce).map(recordOrTell))
    // Its error is met below.
    group.catch(() => undefined)
    groups.push(group)
  }
  await Promise.all(groups)
  return { withNewMessages, leftOut, setAside }

  async function recordOrTell(one: ChangedThread): Promise<void> {
    try {
      await record(one)
    } catch (error) {
      if (!isOfOne(error)) throw error
      if (error instanceof UnreadableEvent) setAside += 1
      else {
        leftOut = failedBy(error).failure
        deps.ill.failed(keyOfThread(one.ref), leftOut)
      }
    }
  }

  async function record({ ref, thread, messages, look, isInPart }: ChangedThread): Promise<void> {
    const tell = (operation: string, items: readonly Unreadable[]): Promise<void> =>
      recordUnreadables(repository, connection.ref, { side: 'empikplace', operation }, items)
    await tell('M11 thread', thread.unreadableParts)
    await tell('M11 message', thread.unreadableMessages)
    const events = await repository.changeConversation(ref, 'poll:M11', (state) =>
      observeThread(
        ref,
        state,
        { messages, orders: ordersIn(thread, found), ...contextOf(thread), ...moment },
        connection.settings,
      ),
    )
    if (events.some(({ type }) => type === 'MessageReceived')) withNewMessages += 1
    if (isInPart) memory.recordedInPart(ref, look)
    else memory.recorded(ref, look)
  }
}

/** What goes wrong with one conversation alone: it is told and looked at again, and holds up no other. */
const isOfOne = (error: unknown): boolean =>
  error instanceof UnreadableEvent ||
  error instanceof TypeError ||
  error instanceof RangeError ||
  error instanceof SyntaxError ||
  isAboutData(error)

/** What routing needs to know beyond a thread itself; nothing is asked for unless a ticket is about to be opened. */
async function routingContexts(
  { contacts, reasons, now }: RecordDeps,
  connection: Connection,
  changed: readonly ChangedThread[],
  found: ReadonlyMap<string, OrderRecorded>,
  signal: AbortSignal,
): Promise<(thread: Thread) => { firstContact: boolean; topicLabel: string | undefined }> {
  const opening = changed
    .filter(({ state, messages }) => isOpenedBy(state, messages, connection.settings))
    .sort((a, b) => firstSentAt(a) - firstSentAt(b))
  const buyers = opening.flatMap(({ ref: { threadId }, thread, state }) => {
    const customerId = buyerId(threadFacts(thread), state.order ?? ordersIn(thread, found)[0])
    return customerId === undefined ? [] : [{ threadId, customerId }]
  })
  const codes = opening.flatMap(({ thread }) => topicReason(thread.topic) ?? [])
  const followUps = await contacts.followUps(connection.ref, buyers)
  const labels = await fetchReasonLabels(connection, reasons, codes, now(), signal)
  return (thread) => ({
    firstContact: !followUps.has(thread.id),
    topicLabel: labels.get(topicReason(thread.topic) ?? ''),
  })
}

const orderIds = (thread: Thread): string[] => [...new Set(thread.entities.filter(isOrder).map(({ id }) => id))]

const ordersIn = (thread: Thread, found: ReadonlyMap<string, OrderRecorded>): OrderRecorded[] =>
  orderIds(thread).flatMap((id) => found.get(id) ?? [])

/** Orders may have changed by the time somebody writes again. */
const needsOrders = ({ thread, state, messages }: ChangedThread): boolean =>
  orderIds(thread).some((id) => !state.orders.some(({ orderId }) => orderId === id)) ||
  messages.some(({ messageId }) => !state.messageIds.has(messageId))

const firstSentAt = ({ messages }: ChangedThread): number => Date.parse(messages[0]?.sentAt ?? '')
