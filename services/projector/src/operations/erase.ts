import type { ConversationState } from '@connector/domain/conversation'
import { UnreadableEvent } from '@connector/domain/events'
import { conversationStream, type ConversationRef } from '@connector/domain/words'
import type { EventLog } from '@connector/event-log'
import type { Finding, OperationContext, OperationHandler, Step } from '@connector/operations'
import type { Repository } from '@connector/repository'
import type { Query, WorkerStore } from '@connector/store'
import { z } from 'zod'
import { foreseeErasure, recordErased } from './erase-events.ts'
import { conversation, type Whom } from './erase-whom.ts'
import { blankTables, blankUnsealed, eraseUnreadables, retireKeys, unreadablesAbout, wipeKeys } from './erase-traces.ts'

const waitMs = 200

const counted = z.object({ conversations: z.number(), messages: z.number(), stopped: z.number(), left: z.number() })

const place = z.object({
  conversations: z.array(conversation),
  /** Which of them is next, and how many there were before these. */
  next: z.number(),
  before: z.number(),
  /** Of the event that tells of its erasure: what is made of the log is waited for. */
  revision: z.number().optional(),
  counted,
})
type Place = z.infer<typeof place>

interface Deps {
  log: EventLog
  store: WorkerStore
  repository: Repository
}

const about = ({ tenantId, integrationId, threadId }: ConversationRef) => ({
  ofTenant: tenantId,
  integrationId,
  threadId,
  subject: threadId,
})

/** What we may not delete, for a person to delete it there. */
function leftOutside(ref: ConversationRef, state: ConversationState): Finding[] {
  const tickets = [...state.lostTickets, ...(state.ticketId === undefined ? [] : [state.ticketId])]
  const record = state.crmRecord?.thuliumCustomerId ?? state.thuliumCustomerId
  return [
    {
      ...about(ref),
      what: 'lies-at-empikplace',
      detail: 'The conversation lies at EmpikPlace, which deletes data of buyers itself.',
      evidence: { threadId: ref.threadId, customerId: state.thread?.customerId ?? null, orders: orderIds(state) },
      cure: 'ask EmpikPlace',
    },
    ...(tickets.length === 0 && record === undefined
      ? []
      : [
          {
            ...about(ref),
            what: 'lies-in-thulium',
            detail: 'Tickets, and maybe a record in the CRM, lie in Thulium.',
            evidence: { tickets, crmCustomer: record ?? null },
            cure: 'delete them in the panel of Thulium',
          },
        ]),
  ]
}

const orderIds = ({ orders }: ConversationState): string[] => [...new Set(orders.map(({ orderId }) => orderId))]

function summary(
  ref: ConversationRef,
  state: ConversationState,
  stopped: readonly string[],
  dryRun: boolean,
): Finding[] {
  const evidence = {
    messages: state.messages.length,
    replies: state.replies.length,
    orders: orderIds(state).length,
    files: state.messages.reduce((count, { attachments }) => count + attachments.length, 0),
    stopped: stopped.length,
  }
  return [
    {
      ...about(ref),
      what: dryRun ? 'would-erase' : 'erased',
      detail: dryRun ? 'Names and texts would be erased.' : 'Names and texts are erased.',
      evidence,
    },
    ...stopped.map((effectKey) => ({
      ...about(ref),
      what: dryRun ? 'would-stop' : 'stopped',
      subject: effectKey,
      detail: dryRun
        ? 'This write would not be made.'
        : 'This write is not made; if it was under way, it may have been.',
      evidence: { effectKey },
      cure: 'look in EmpikPlace or Thulium whether it is there',
    })),
    ...leftOutside(ref, state),
  ]
}

/** Erases the names and texts of a buyer: from the log by deleting their keys, from everything else by blanking it. */
export function createErase(deps: Deps, whom: Whom): OperationHandler {
  const { log, store } = deps

  /** Whether the read models have come to the event, or never will. */
  async function isFolded({ tenantId, integrationId, threadId }: ConversationRef, revision: number): Promise<boolean> {
    const row = await store.db
      .selectFrom('conversations')
      .select('revision')
      .where('tenant_id', '=', tenantId)
      .where('integration_id', '=', integrationId)
      .where('thread_id', '=', threadId)
      .executeTakeFirst()
    if (row && row.revision >= revision) return true
    const aside = await store.db
      .selectFrom('quarantined_streams')
      .select('stream_id')
      .where('stream_id', '=', conversationStream({ tenantId, integrationId, threadId }))
      .executeTakeFirst()
    return aside !== undefined
  }

  async function end(context: OperationContext, at: Place): Promise<Step> {
    const done = at.before + at.next
    const more = await whom(store.db, context, at.conversations)
    if (more.length > 0) return { cursor: { ...at, conversations: more, next: 0, before: done }, done }
    return { cursor: at, done, total: done, end: at.counted }
  }

  async function erase(context: OperationContext, at: Place, ref: ConversationRef) {
    const next = { ...at, next: at.next + 1 }
    const count = (state: ConversationState, stopped: readonly string[], left: number): Place['counted'] => ({
      conversations: at.counted.conversations + 1,
      messages: at.counted.messages + state.messages.length,
      stopped: at.counted.stopped + stopped.length,
      left: at.counted.left + left,
    })
    const { state, events, stopped: open } = await foreseeErasure(deps, ref)
    if (state.messages.length === 0) return { cursor: next, done: at.before + next.next }
    if (context.dryRun)
      return {
        cursor: { ...next, counted: count(state, open, 0) },
        done: at.before + next.next,
        findings: summary(ref, state, open, true),
      }
    const unreadable = await unreadablesAbout(log, ref, context.scope.customerId ?? state.thread?.customerId)
    const generation = await retireKeys(store.db, ref)
    const erased = await recordErased(deps, ref, context, generation)
    if (!erased) return { cursor: next, done: at.before + next.next }
    const { revision, stopped } = erased
    return async (db: Query): Promise<Step> => {
      await wipeKeys(db, ref.tenantId, conversationStream(ref), erased.generation)
      await eraseUnreadables(db, unreadable)
      const left = await blankUnsealed(
        db,
        events.filter((event) => event.revision < revision),
      )
      const findings = summary(ref, state, stopped, false)
      if (left > 0)
        findings.push({
          ...about(ref),
          what: 'not-sealed',
          detail: 'Events of this conversation were written without a key, and cannot be changed.',
          evidence: { events: left },
          cure: 'none: all services of this version seal what they write',
        })
      return { cursor: { ...at, revision, counted: count(state, stopped, left) }, done: at.before + at.next, findings }
    }
  }

  return {
    async step(context, cursor) {
      const { tenantId } = context
      if (cursor === undefined) {
        const conversations = await whom(store.db, context, [])
        const nothing = { conversations: 0, messages: 0, stopped: 0, left: 0 }
        return { cursor: { conversations, next: 0, before: 0, counted: nothing }, done: 0, total: conversations.length }
      }
      const { revision, ...at } = place.parse(cursor)
      const one = at.conversations[at.next]
      if (!one) return end(context, at)
      const ref = { tenantId, ...one }
      if (revision !== undefined) {
        if (!(await isFolded(ref, revision))) return { cursor, restMs: waitMs }
        return async (db) => {
          await blankTables(db, ref, revision)
          return { cursor: { ...at, next: at.next + 1 }, done: at.before + at.next + 1 }
        }
      }
      try {
        return await erase(context, at, ref)
      } catch (error) {
        if (!(error instanceof UnreadableEvent)) throw error
        const finding: Finding = {
          ...about(ref),
          what: 'not-erased',
          detail: 'This version cannot read the conversation, so nothing of it was erased.',
          evidence: {},
          cure: 'deploy the version that wrote it, then erase again',
        }
        return { cursor: { ...at, next: at.next + 1 }, done: at.before + at.next + 1, findings: [finding] }
      }
    },
  }
}
