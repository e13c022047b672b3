import { findLoss, type Connection } from '@connector/connections'
import { emptyConversation, evolveConversation, type ConversationState } from '@connector/domain/conversation'
import { decodeEvent, isConversationEvent, UnreadableEvent } from '@connector/domain/events'
import { plannedEffects, type Facts, type LedgerRow, type ShownTicket } from '@connector/domain/reconcile'
import { agentReplies } from '@connector/domain/replies'
import { conversationStream, type ConversationRef } from '@connector/domain/words'
import type { Thread } from '@connector/empikplace'
import type { EventLog } from '@connector/event-log'
import type { Failure } from '@connector/outbound-http'
import type { WorkerStore } from '@connector/store'
import { sql } from 'kysely'
import { toMessages } from '../empikplace/to-message.ts'
import type { KnownReplies } from '../thulium/known-replies.ts'

export interface GatherDeps {
  log: EventLog
  store: WorkerStore
  replies: KnownReplies
  now: () => Date
}

/**
 * `busy`: something was recorded while it was looked at, or the read models are behind, so the truths are of different moments.
 * `untold`: what one side did not say, for good.
 */
export type Gathered =
  | { kind: 'facts'; facts: Facts; untold: readonly Failure[] }
  | { kind: 'failed'; failure: Failure }
  | { kind: 'busy' }
  | { kind: 'unreadable' }

interface Told {
  state: ConversationState
  planned: Facts['planned']
  revision: number
}

async function readLog(log: EventLog, ref: ConversationRef): Promise<Told | 'unreadable'> {
  try {
    const stored = await log.readStream(conversationStream(ref))
    const events = stored.map((one) => ({ event: decodeEvent(one), revision: one.revision }))
    const told = events.flatMap(({ event, revision }) => (isConversationEvent(event) ? [{ event, revision }] : []))
    return {
      state: told.map(({ event }) => event).reduce(evolveConversation, emptyConversation),
      planned: plannedEffects(ref, told),
      revision: stored.at(-1)?.revision ?? -1,
    }
  } catch (error) {
    if (error instanceof UnreadableEvent) return 'unreadable'
    throw error
  }
}

/** The ledger, and the revision that the read models have folded, of one moment. */
async function readLedger({ db }: WorkerStore, ref: ConversationRef): Promise<{ rows: LedgerRow[]; revision: number }> {
  const { tenantId, integrationId, threadId } = ref
  const { rows } = await sql<{ revision: number; rows: LedgerRow[] | null }>`
    select c.revision, (
      select jsonb_agg(jsonb_build_object('key', e.effect_key, 'state', e.state) order by e.seq) from effects e
      where e.tenant_id = c.tenant_id and e.integration_id = c.integration_id and e.thread_id = c.thread_id) as rows
    from conversations c
    where c.tenant_id = ${tenantId} and c.integration_id = ${integrationId} and c.thread_id = ${threadId}
  `.execute(db)
  return { rows: rows[0]?.rows ?? [], revision: rows[0]?.revision ?? -1 }
}

const saysGone = ({ status }: Failure): boolean => status === 404 || status === 410

/** It will not be told by asking again; the rest can be compared without it. */
const isFinal = ({ class: kind }: Failure): boolean => kind === 'refused' || kind === 'too-large'

type Asked<T> = { ok: true; value: T | undefined } | { ok: false; failure: Failure }

async function askTicket(
  connection: Connection,
  ref: ConversationRef,
  state: ConversationState,
  signal: AbortSignal,
): Promise<Asked<Facts['ticket']>> {
  const { ticketId } = state
  if (ticketId === undefined) return { ok: true, value: undefined }
  const read = await connection.thulium.ticket(ticketId, signal)
  if (!read.ok && !saysGone(read.failure)) return read
  const loss = await findLoss(connection, ref, state, { ticketId, read, conflict: false }, signal)
  if (!loss.ok) return loss
  if (loss.lost) {
    const { reason, mergedInto } = loss.lost
    return { ok: true, value: { lost: reason, ...(mergedInto === undefined ? {} : { mergedInto }) } }
  }
  if (!read.ok) return read
  const { id, customFields, messages } = read.value
  const mark = customFields && (customFields[connection.account.threadField] ?? null)
  return { ok: true, value: { id, mark, entries: messages } satisfies ShownTicket }
}

async function askCustomer(
  { thulium, settings }: Connection,
  { crmRecord }: ConversationState,
  signal: AbortSignal,
): Promise<Asked<string | null>> {
  if (!crmRecord) return { ok: true, value: undefined }
  const read = await thulium.customer(crmRecord.thuliumCustomerId, signal)
  if (!read.ok) return saysGone(read.failure) ? { ok: true, value: null } : read
  const { customFields } = read.value
  return { ok: true, value: customFields && (customFields[settings.customerField] ?? null) }
}

async function repliesElsewhere(
  { replies }: GatherDeps,
  { account }: Connection,
  ref: ConversationRef,
  state: ConversationState,
  ticket: Facts['ticket'],
): Promise<Facts['elsewhere']> {
  if (!ticket || 'lost' in ticket) return { passedOn: new Set(), moved: new Set() }
  const known = new Set(state.replies.map(({ thuliumMessageId }) => thuliumMessageId))
  const ids = agentReplies(state, ticket.entries, account.agentLogin).map(({ id }) => id)
  return replies.elsewhere(
    ref,
    ticket.id,
    ids.filter((id) => !known.has(id)),
  )
}

/**
 * What log, EmpikPlace, Thulium and ledger say about one conversation, at one moment: the log is read before and after, and what
 * has changed meanwhile is looked at anew.
 * @param shown the thread, where it is known already
 * @param patient whether read models that are behind are waited for; else the ledger is left out
 */
export async function gather(
  deps: GatherDeps,
  connection: Connection,
  ref: ConversationRef,
  { shown, patient, signal }: { shown?: Thread | undefined; patient: boolean; signal: AbortSignal },
): Promise<Gathered> {
  const { log, store, now } = deps
  const before = await readLog(log, ref)
  if (before === 'unreadable') return { kind: 'unreadable' }
  const { state, planned, revision } = before
  const untold: Failure[] = []
  const thread = shown
    ? ({ ok: true, value: { thread: shown } } as const)
    : await connection.empikplace.thread(ref.threadId, signal)
  if (!thread.ok) {
    if (!isFinal(thread.failure)) return { kind: 'failed', failure: thread.failure }
    untold.push(thread.failure)
  }
  const ticket = await askTicket(connection, ref, state, signal)
  if (!ticket.ok) return { kind: 'failed', failure: ticket.failure }
  const customer = await askCustomer(connection, state, signal)
  if (!customer.ok) {
    if (!isFinal(customer.failure)) return { kind: 'failed', failure: customer.failure }
    untold.push(customer.failure)
  }
  const elsewhere = await repliesElsewhere(deps, connection, ref, state, ticket.value)
  const ledger = await readLedger(store, ref)
  const isBehind = ledger.revision !== revision
  if (isBehind && patient) return { kind: 'busy' }
  const after = await log.readStream(conversationStream(ref), revision + 1)
  if (after.length > 0) return { kind: 'busy' }
  const { settings, account, integration } = connection
  const facts: Facts = {
    ...{ ref, state, planned, elsewhere, settings, account, now: now() },
    thread: thread.ok ? toMessages(thread.value.thread) : undefined,
    ticket: ticket.value,
    customerField: customer.ok ? customer.value : undefined,
    ledger: isBehind ? undefined : ledger.rows,
    startedAt: integration.startedAt,
    shopName: integration.shopName,
  }
  return { kind: 'facts', facts, untold }
}
