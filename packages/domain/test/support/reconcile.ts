import { effectKey, fileSubject } from '../../src/effects/index.ts'
import type { ConversationEvent, MessageReceived, SeenMessage } from '../../src/events/index.ts'
import {
  plannedEffects,
  type Facts,
  type LedgerRow,
  type ShownTicket,
  type TicketEntry,
} from '../../src/reconcile/index.ts'
import { mirrorText } from '../../src/tickets/index.ts'
import { message, received, ref, replySent, requested, reply, settings } from './samples.ts'
import { givenConversation } from './scenario.ts'

export const key = (kind: Parameters<typeof effectKey>[0], subject = ''): string =>
  effectKey(kind, ref.integrationId, ref.threadId, subject)

export const file = { id: 'f1', name: 'zdjęcie.jpg', size: 2_000 }
export const m1 = message('m1', 'customer', { attachments: [file] })
const m2 = message('m2', 'seller', { sentAt: '2026-11-02T09:20:00Z' })
export const m3 = message('m3', 'customer', { sentAt: '2026-11-02T09:25:00Z' })
export const relay = key('attachment:relay', fileSubject('m1', 0))
export const agentReply = reply(903)

/** A buyer wrote twice and sent a file, a colleague answered in the panel, an agent in the ticket. */
export const history: ConversationEvent[] = [
  received(m1),
  {
    type: 'CustomerLinked',
    data: {
      ...{ effectKey: key('customer:link'), customerId: 'customer-1', thuliumCustomerId: 5, hits: 1 },
      ...{ found: 'created', placeholder: false },
    },
  },
  {
    type: 'TicketCreated',
    data: { effectKey: key('ticket:create'), ticketId: 77, messageId: 'm1', how: 'done', orders: 0 },
  },
  received(m2),
  received(m3),
  ...['m2', 'm3'].map((messageId): ConversationEvent => ({
    type: 'MessageMirrored',
    data: { effectKey: key('message:mirror', messageId), messageId, ticketId: 77, how: 'done' },
  })),
  {
    type: 'AttachmentRelayed',
    data: { effectKey: relay, direction: 'to-thulium', name: file.name, bytes: 2_000, as: 'file', how: 'done' },
  },
  requested(agentReply),
  replySent(903, 'm4'),
]

/** As a look shows it. */
export const seen = (received: MessageReceived): SeenMessage => {
  const { messageId, author, authorType, authorName, to, body, sentAt, attachments, thread: about } = received
  return { messageId, author, authorType, authorName, to, body, sentAt, attachments, thread: about }
}

export const entry = (id: number, type: string, text: string, more: Partial<TicketEntry> = {}): TicketEntry => ({
  ...{ id, type, attachments: [], createdAt: new Date('2026-11-02T09:30:00Z') },
  body: type === 'COMMENT' ? '' : text,
  comment: type === 'COMMENT' ? text : '',
  ...more,
})
export const bot = { userLogin: 'empik.bot' }

export const m4 = message('m4', 'seller', { body: 'Paczka wyjdzie jutro.', sentAt: '2026-11-02T10:01:00Z' })
export const thread = [m1, m2, m3, m4].map(seen)
const entries = [
  entry(900, 'MAIL', m1.body, { attachments: [{ name: 'zdjęcie.jpg' }] }),
  entry(901, 'REPLY', mirrorText(m2).text, bot),
  entry(902, 'MAIL', m3.body),
  entry(903, 'REPLY', '<p>Paczka wyjdzie jutro.</p>', { userLogin: 'agent.demo' }),
  entry(904, 'COMMENT', 'Szczegóły rozmowy', bot),
]
// A message's mirrored text, with the line of its file.
const opener = mirrorText(m1).text
export const whole: ShownTicket = {
  ...{ id: 77, mark: ref.threadId },
  entries: entries.map((one) => (one.id === 900 ? { ...one, body: opener } : one)),
}

/** All of it, and well but for the change. */
export function facts(change: Partial<Facts> = {}, events: ConversationEvent[] = history): Facts {
  const { state } = givenConversation(...events)
  const planned = plannedEffects(
    ref,
    events.map((event, revision) => ({ event, revision })),
  )
  const ledger = planned.map(({ key: effect }): LedgerRow => ({
    key: effect,
    state: state.settled.has(effect) ? 'confirmed' : state.parked.has(effect) ? 'parked' : 'planned',
  }))
  return {
    ...{ ref, state, thread, ticket: whole, customerField: 'customer-1', planned, ledger, settings },
    elsewhere: { passedOn: new Set(), moved: new Set() },
    account: { threadField: 'EmpikPlace wątek', agentLogin: 'empik.bot' },
    startedAt: new Date('2026-11-01T00:00:00Z'),
    shopName: 'Sklep Demo',
    now: new Date('2026-11-02T12:00:00Z'),
    ...change,
  }
}
