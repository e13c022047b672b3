import { effectKey } from '@connector/domain/effects'
import { domainEventId, eventTypes, type ConversationEvent } from '@connector/domain/events'
import { conversationStream, type ConversationRef, type IntegrationRef } from '@connector/domain/words'
import { appendAll, type EventLog, type JsonObject, type StreamAppend } from '@connector/event-log'

/** Conversations that go on at the same time, so that their events lie side by side in the log as in real life. */
const atOnce = 500

const text =
  'Dzień dobry, minął już tydzień od złożenia zamówienia, a paczka nadal nie dotarła. Proszę o informację, kiedy mogę się jej spodziewać.'

/** A conversation's stages; between two of them every other conversation of the group moves on too. */
function stagesOf(ref: ConversationRef, index: number): ConversationEvent[][] {
  const { integrationId, threadId } = ref
  const at = new Date(Date.UTC(2026, 0, 1) + index * 1_000).toISOString()
  const customerId = `klient-${index}`
  const ticketId = 100_000 + index
  const reply = 1_000_000 + index
  const key = (kind: Parameters<typeof effectKey>[0], subject = ''): string =>
    effectKey(kind, integrationId, threadId, subject)
  const message = (number: number, author: 'customer' | 'seller'): ConversationEvent => ({
    type: 'MessageReceived',
    data: {
      messageId: `${threadId}-${number}`,
      author,
      authorType: author === 'customer' ? 'CUSTOMER_USER' : 'SHOP_USER',
      authorName: 'Anna K.',
      to: [{ type: 'SHOP', id: '40001', name: 'Sklep 40001' }],
      body: text,
      sentAt: at,
      attachments: number === 2 ? [{ id: `zal-${index}`, name: 'zdjecie.jpg', size: 250_000 }] : [],
      thread: {
        topic: { type: 'FREE_TEXT', value: 'Pytanie o przesyłkę' },
        entities: [{ type: 'MMP_ORDER', id: `${81_000_000 + index}-A`, label: String(81_000_000 + index) }],
        customerId,
        customerName: 'Anna K.',
        updatedAt: at,
        shopReplyNeededSince: at,
      },
      opensTicket: author !== 'seller',
    },
  })
  const order: ConversationEvent = {
    type: 'OrderRecorded',
    data: {
      orderId: `${81_000_000 + index}-A`,
      commercialId: String(81_000_000 + index),
      state: 'SHIPPED',
      createdAt: at,
      customer: { id: customerId, firstName: 'Anna', lastName: 'Kowalska' },
      currency: 'PLN',
      total: 49.98,
      lines: [{ title: 'Kubek ceramiczny', sku: 'KUB-001', quantity: 1, unitPrice: 39.99, total: 39.99 }],
      delivery: { label: 'Kurier', company: 'Kurier', tracking: 'PL123', trackingUrl: '' },
    },
  }
  const mirrored = (number: number): ConversationEvent => {
    const messageId = `${threadId}-${number}`
    return {
      type: 'MessageMirrored',
      data: { effectKey: key('message:mirror', messageId), messageId, ticketId, how: 'done' },
    }
  }
  return [
    [order, message(1, 'customer')],
    [
      {
        type: 'CustomerLinked',
        data: {
          effectKey: key('customer:link'),
          customerId,
          thuliumCustomerId: index,
          found: 'created',
          hits: 1,
          placeholder: false,
        },
      },
    ],
    [
      {
        type: 'TicketCreated',
        data: { effectKey: key('ticket:create'), ticketId, messageId: `${threadId}-1`, how: 'done', orders: 1 },
      },
    ],
    [
      {
        type: 'ReplyRequested',
        data: {
          thuliumMessageId: reply,
          ticketId,
          agentLogin: 'a.nowak',
          body: `<p>${text}</p>`,
          text,
          writtenAt: at,
          attachmentNames: [],
        },
      },
    ],
    [
      {
        type: 'ReplySent',
        data: {
          effectKey: key('reply:send', String(reply)),
          thuliumMessageId: reply,
          messageId: `${threadId}-odp`,
          how: 'done',
        },
      },
    ],
    [message(2, 'customer')],
    [mirrored(2)],
    [message(3, 'seller')],
    [mirrored(3)],
  ]
}

export const eventsPerConversation = 10

/**
 * Writes a history of about `count` events of these shops straight into the log, and returns how many they were.
 * @param first number of the first conversation; what was written before must lie below it
 */
export async function writeHistory(
  log: EventLog,
  count: number,
  shops: readonly IntegrationRef[],
  first = 0,
): Promise<number> {
  const conversations = Math.ceil(count / eventsPerConversation)
  for (let start = 0; start < conversations; start += atOnce) {
    const group = Array.from({ length: Math.min(atOnce, conversations - start) }, (_, offset) => {
      const index = first + start + offset
      const { tenantId = '', integrationId = '' } = shops[index % shops.length] ?? {}
      const ref = { tenantId, integrationId, threadId: `watek-${index}` }
      return { ref, streamId: conversationStream(ref), stages: stagesOf(ref, index), revision: -1 }
    })
    for (let stage = 0; group.some(({ stages }) => stage < stages.length); stage++) {
      const batch: StreamAppend[] = group.map((conversation) => {
        const { ref, streamId, stages, revision } = conversation
        const events = stages[stage] ?? []
        conversation.revision += events.length
        return {
          streamId,
          expectedRevision: revision,
          events: events.map((event, index) => ({
            id: domainEventId(streamId, event, revision + 1 + index),
            type: event.type,
            schemaVersion: eventTypes[event.type].version,
            data: event.data as JsonObject,
            metadata: { correlationId: streamId, causationId: 'bench', ...ref },
          })),
        }
      })
      await appendAll(log, batch)
    }
  }
  return conversations * eventsPerConversation
}
