import {
  emptyConversation,
  evolveConversation,
  orderIdsOf,
  textToSend,
  type ConversationState,
} from '@connector/domain/conversation'
import { effectKey, replyKey } from '@connector/domain/effects'
import { decodeEvent, isConversationEvent, type ConversationEvent } from '@connector/domain/events'
import { conversationStream, type ConversationRef } from '@connector/domain/words'
import type { TenantLogs } from '@connector/repository'
import type { TenantStore } from '@connector/store'
import type { Proof } from '../schemas/proof.ts'

interface Happened {
  event: ConversationEvent
  at: string
}

/** How often each write was tried; the log tells only of the last one. */
const attemptsOf = (store: TenantStore, { tenantId, integrationId, threadId }: ConversationRef) =>
  store.inTenant(tenantId, async (db) => {
    const rows = await db
      .selectFrom('effects')
      .select(['effect_key', 'attempts'])
      .where('tenant_id', '=', tenantId)
      .where('integration_id', '=', integrationId)
      .where('thread_id', '=', threadId)
      .execute()
    return new Map(rows.map((row) => [row.effect_key, row.attempts]))
  })

type DataBy = { [E in ConversationEvent as E['type']]: E['data'] }

const all = <T extends keyof DataBy>(happened: readonly Happened[], type: T): { data: DataBy[T]; at: string }[] =>
  happened.flatMap(({ event, at }) => (event.type === type ? [{ data: event.data as DataBy[T], at }] : []))

function messagesOf(ref: ConversationRef, happened: readonly Happened[], attempts: ReadonlyMap<string, number>) {
  const entered = new Map([
    ...all(happened, 'TicketCreated').map((one) => [one.data.messageId, one] as const),
    ...all(happened, 'MessageMirrored').map((one) => [one.data.messageId, one] as const),
  ])
  return all(happened, 'MessageReceived').map(({ data, at }) => {
    const entry = entered.get(data.messageId)
    const key = entry?.data.effectKey ?? effectKey('message:mirror', ref.integrationId, ref.threadId, data.messageId)
    return {
      messageId: data.messageId,
      author: data.author,
      text: data.body,
      writtenAt: data.sentAt,
      recordedAt: at,
      ticketId: entry?.data.ticketId ?? null,
      inTicketAt: entry?.at ?? null,
      how: entry?.data.how ?? null,
      attempts: attempts.get(key) ?? 0,
    }
  })
}

function repliesOf(
  ref: ConversationRef,
  state: ConversationState,
  happened: readonly Happened[],
  attempts: ReadonlyMap<string, number>,
) {
  const sent = new Map(all(happened, 'ReplySent').map((one) => [one.data.thuliumMessageId, one]))
  const recordedAt = new Map(all(happened, 'ReplyRequested').map(({ data, at }) => [data.thuliumMessageId, at]))
  const parkings = all(happened, 'EffectParked')
  return state.replies.map((reply) => {
    const { thuliumMessageId, ticketId, agentLogin, status, messageId } = reply
    const key = replyKey(ref, thuliumMessageId)
    const confirmed = sent.get(thuliumMessageId)
    return {
      thuliumMessageId,
      ticketId,
      agentLogin,
      text: textToSend(reply),
      writtenAt: reply.writtenAt ?? null,
      recordedAt: recordedAt.get(thuliumMessageId) ?? '',
      status,
      confirmedAt: confirmed?.at ?? null,
      messageId: messageId ?? null,
      how: confirmed?.data.how ?? null,
      attempts: attempts.get(key) ?? 0,
      parked: parkings.flatMap(({ data, at }) =>
        data.effectKey === key ? [{ at, code: data.code, message: data.message }] : [],
      ),
    }
  })
}

/** What a shop shows when somebody claims that it did not answer; undefined for a conversation without events. */
export async function readProof(
  { store, logs }: { store: TenantStore; logs: TenantLogs },
  ref: ConversationRef,
  now: Date,
): Promise<Proof | undefined> {
  const events = await logs(ref.tenantId).readStream(conversationStream(ref))
  const last = events.at(-1)
  if (!last) return undefined
  const happened = events.flatMap((stored): Happened[] => {
    const event = decodeEvent(stored)
    return isConversationEvent(event) ? [{ event, at: stored.recordedAt.toISOString() }] : []
  })
  const attempts = await attemptsOf(store, ref)
  const state = happened.reduce((before, { event }) => evolveConversation(before, event), emptyConversation)
  const orderIds = orderIdsOf(state)
  const tickets = happened.flatMap(({ event }) =>
    event.type === 'TicketCreated'
      ? [event.data.ticketId]
      : event.type === 'TicketLost' && event.data.mergedInto !== undefined
        ? [event.data.mergedInto]
        : [],
  )
  return {
    ...ref,
    madeAt: now.toISOString(),
    revision: last.revision,
    topic: all(happened, 'MessageReceived').at(-1)?.data.thread.topic.value ?? '',
    orderId: orderIds[0] ?? null,
    orderIds,
    tickets: [...new Set(tickets)],
    messages: messagesOf(ref, happened, attempts),
    replies: repliesOf(ref, state, happened, attempts),
  }
}
