import { z } from 'zod'
import { field } from './field.ts'
import { conversationParams, exampleTime, tenantId } from './views.ts'

const moment = z.string()
const { integrationId, threadId } = conversationParams.shape
const miraklId = field(
  z.string().nullable(),
  'Id of the message at EmpikPlace; null where it is in none.',
  '9f4c1d52-6f0e-4b7e-8a4b-1f7f0c2d3e45',
)
const how = field(
  z.string().nullable(),
  '`done`: our call was answered; `adopted`: found there when it was looked up; `observed`: seen there by a look. Null before.',
  'done',
)
const attempts = field(z.int().min(0), 'How often the write was tried or looked up, as the ledger says.', 1)

/** One document with every message and reply, when each was where, and under which ids of both sides. */
export const proof = z
  .object({
    tenantId,
    integrationId,
    threadId,
    madeAt: field(moment, 'When this document was made.', exampleTime),
    revision: field(z.int().min(0), 'Of the last event it is made from.', 12),
    topic: field(z.string(), 'What the conversation is about.', 'Faktura'),
    orderId: field(z.string().nullable(), 'The order it is about, the first of several.', '2603020001-A'),
    orderIds: field(z.array(z.string()), 'Numbers of all orders it is about.', ['2603020001-A']),
    tickets: field(z.array(z.int()), 'Numbers of its tickets in Thulium, oldest first.', [4711]),
    messages: field(
      z.array(
        z.object({
          messageId: miraklId,
          author: field(z.string(), 'Who wrote it.', 'customer'),
          text: field(z.string(), 'What was written.', 'Gdzie jest moja paczka?'),
          writtenAt: field(moment, 'When, by EmpikPlace.', exampleTime),
          recordedAt: field(moment, 'When the connector recorded it.', exampleTime),
          ticketId: field(z.int().nullable(), 'The ticket that it is in.', 4711),
          inTicketAt: field(moment.nullable(), 'When it was in the ticket, by the log.', exampleTime),
          how,
          attempts,
        }),
      ),
      'In the order they were recorded.',
    ),
    replies: field(
      z.array(
        z.object({
          thuliumMessageId: field(z.int(), 'Number of the entry in the ticket.', 90501),
          ticketId: field(z.int(), 'The ticket it was written in.', 4711),
          agentLogin: field(z.string(), 'Who wrote it in Thulium.', 'a.nowak'),
          text: field(z.string(), 'What goes to the buyer.', 'Paczka jest w drodze.'),
          writtenAt: field(moment.nullable(), 'When, by Thulium, which tells minutes.', exampleTime),
          recordedAt: field(moment, 'When the connector recorded it.', exampleTime),
          status: field(z.enum(['pending', 'sent', 'refused', 'withdrawn']), 'What has become of it.'),
          confirmedAt: field(moment.nullable(), 'When it was known to be at EmpikPlace.', exampleTime),
          messageId: miraklId,
          how,
          attempts,
          parked: field(
            z.array(
              z.object({
                at: field(moment, 'When it was parked.', exampleTime),
                code: field(z.string(), 'Why.', 'effect.refused'),
                message: field(z.string(), 'What EmpikPlace said.', 'EmpikPlace refuses the request (400).'),
              }),
            ),
            'Each time it needed a person.',
          ),
        }),
      ),
      'Agents’ replies, in the order they were recorded.',
    ),
  })
  .meta({ id: 'ConversationProof' })
export type Proof = z.infer<typeof proof>
