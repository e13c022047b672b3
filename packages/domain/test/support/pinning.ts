import { readFileSync } from 'node:fs'
import { emptyPlanning, planEffects, settledBy, type Planning } from '../../src/effects/index.ts'
import {
  decodeEvent,
  domainEventId,
  isConversationEvent,
  isIntegrationEvent,
  isOperationEvent,
  type ConversationEvent,
  type DomainEvent,
  type StoredEvent,
} from '../../src/events/index.ts'
import {
  conversationStream,
  integrationStream,
  operationsStream,
  tenantStream,
  type ConversationRef,
} from '../../src/words/index.ts'

/**
 * Ids of events, keys and places of effects are in the logs and ledgers of everybody: one that changed would be recorded
 * or written a second time. `pinned/events.json` holds what they were when it was recorded; it is never edited, only added to (`npm run generate`).
 */
const ref: ConversationRef = {
  tenantId: 'demo',
  integrationId: 'shop-demo',
  threadId: '7d0c6d0e-3c1b-4a51-9d55-0b8f3d1f7a10',
}
const revision = 7

/** A conversation in which as many events as possible ask for something. */
const underWay: Planning = {
  ticketPlanned: true,
  held: [],
  orders: ['ORDER-1-A'],
  ordersInTicket: 0,
  nameless: true,
  files: {
    coming: { '6f1c2d3e-0001-4000-8000-000000000001': 2, '6f1c2d3e-0001-4000-8000-000000000002': 1 },
    leaving: { '90501': 1, '90502': 1 },
  },
}

const golden = new URL('../golden/', import.meta.url)

/** A golden example, with other values where its type can ask for several things. */
export function example(file: string, changes: Record<string, unknown> = {}): DomainEvent {
  const stored = JSON.parse(readFileSync(new URL(`${file}.json`, golden), 'utf8')) as StoredEvent
  return decodeEvent({ ...stored, data: { ...stored.data, ...changes } })
}

const key = (kind: string, subject = ''): string =>
  [kind, ref.integrationId, ref.threadId, subject].filter((part) => part !== '').join(':')

export const variants: Record<string, DomainEvent> = {
  'MessageReceived.v2, no reason for a ticket': example('MessageReceived.v2', { opensTicket: false }),
  'CustomerLinked.v2, asked for by a person': example('CustomerLinked.v2', { effectKey: key('customer:add'), hits: 2 }),
  'TicketCreated.v2, without the order': example('TicketCreated.v2', { orders: 0 }),
  // As it was recorded before it could name fields that do not exist.
  'TicketUpdated.v1': example('TicketUpdated.v1', { fieldsMissing: undefined }),
  'TicketUpdated.v1, fields that do not exist': example('TicketUpdated.v1'),
  'TicketLost.v1, followed by none': example('TicketLost.v1', { mergedInto: undefined }),
  'TicketReopenRequested.v1, by a comment': example('TicketReopenRequested.v1', { statusId: undefined }),
  'AttachmentUnavailable.v1, to the buyer': example('AttachmentUnavailable.v1', {
    effectKey: key('attachment:send', '90501/0'),
    direction: 'to-empikplace',
  }),
  'EffectParked.v1, a file': example('EffectParked.v1', {
    effectKey: key('attachment:send', '90501/0'),
    kind: 'attachment:send',
  }),
  'EffectParked.v1, a comment': example('EffectParked.v1', {
    effectKey: key('comment:add', 'refused:90502'),
    kind: 'comment:add',
  }),
  'ReplySent.v1, written in the console': example('ReplySent.v1', {
    effectKey: key('reply:send', '-12769420373919'),
    thuliumMessageId: -12769420373919,
  }),
  'EffectResolved.v1, dismissed': example('EffectResolved.v1', { resolution: 'dismiss' }),
}

const streamOf = (event: DomainEvent): string =>
  isConversationEvent(event)
    ? conversationStream(ref)
    : isIntegrationEvent(event)
      ? integrationStream(ref)
      : isOperationEvent(event)
        ? operationsStream(ref.tenantId)
        : tenantStream(ref.tenantId)

/** Keys and places; that a row also names the readers changes neither. */
const planned = (planning: Planning, event: ConversationEvent) =>
  planEffects(ref, planning, event, revision).effects.map((effect) => ({ ...effect, readers: undefined }))

const effectsOf = (event: ConversationEvent) => ({
  plansAtFirst: planned(emptyPlanning, event),
  plansUnderWay: planned(underWay, event),
  settles: settledBy(event, ref),
})

/** What is fixed about an event, as it is recorded. */
export const fixedOf = (event: DomainEvent): unknown =>
  JSON.parse(
    JSON.stringify({
      id: domainEventId(streamOf(event), event, revision),
      ...(isConversationEvent(event) ? effectsOf(event) : {}),
    }),
  )
