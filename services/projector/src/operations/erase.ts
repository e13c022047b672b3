import type { ConversationState } from '@connector/domain/conversation'
import { UnreadableEvent } from '@connector/domain/events'
import { conversationStream, type ConversationRef } from '@connector/domain/words'
import type { EventLog, RecordedEvent } from '@connector/event-log'
import type { OperationContext, OperationHandler, Step } from '@connector/operations'
import type { Repository } from '@connector/repository'
import type { Query, WorkerStore } from '@connector/store'
import { z } from 'zod'
import { notErased, notSealed, summary } from './erase-findings.ts'
import { erasedBy, foreseeErasure, recordErased } from './erase-events.ts'
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

/** Whether the read models have come to the event, or never will. */
async function isFolded(
  store: WorkerStore,
  { tenantId, integrationId, threadId }: ConversationRef,
  revision: number,
): Promise<boolean> {
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

/** Erases the names and texts of a buyer: from the log by deleting their keys, from everything else by blanking it. */
export function createErase(deps: Deps, whom: Whom): OperationHandler {
  const { log, store } = deps

  async function end(context: OperationContext, at: Place): Promise<Step> {
    const done = at.before + at.next
    const more = await whom(store.db, context, at.conversations)
    if (more.length > 0) return { cursor: { ...at, conversations: more, next: 0, before: done }, done }
    return { cursor: at, done, total: done, end: at.counted }
  }

  /** Whom to erase was chosen a while ago, or long ago by a process that died: who has written since is quiet no more. */
  async function isStillMeant(
    context: OperationContext,
    { integrationId, threadId }: ConversationRef,
    events: readonly RecordedEvent[],
  ): Promise<boolean> {
    if (erasedBy(events, context.operationId)) return true
    const scope = { ...context.scope, integrationId, threadId }
    return (await whom(store.db, { ...context, scope }, [])).length > 0
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
    if (state.messages.length === 0 || !(await isStillMeant(context, ref, events)))
      return { cursor: next, done: at.before + next.next }
    if (context.dryRun)
      return {
        cursor: { ...next, counted: count(state, open, 0) },
        done: at.before + next.next,
        findings: summary(ref, state, open, true),
      }
    const unreadable = await unreadablesAbout(log, ref, context.scope.customerId ?? state.thread?.customerId)
    // Cut short after the event: the key that is newest by now came after it.
    const generation = erasedBy(events, context.operationId) ? -1 : await retireKeys(store.db, ref)
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
      if (left > 0) findings.push(notSealed(ref, left))
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
        if (!(await isFolded(store, ref, revision))) return { cursor, restMs: waitMs }
        return async (db) => {
          await blankTables(db, ref, revision)
          return { cursor: { ...at, next: at.next + 1 }, done: at.before + at.next + 1 }
        }
      }
      try {
        return await erase(context, at, ref)
      } catch (error) {
        if (!(error instanceof UnreadableEvent)) throw error
        return { cursor: { ...at, next: at.next + 1 }, done: at.before + at.next + 1, findings: [notErased(ref)] }
      }
    },
  }
}
