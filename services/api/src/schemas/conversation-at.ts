import { z } from 'zod'
import { field } from './field.ts'
import { exampleTime } from './views.ts'

const moment = z.iso.datetime()
const messageId = field(z.string(), 'Id of the message at EmpikPlace.', '9f4c1d52-6f0e-4b7e-8a4b-1f7f0c2d3e45')

/** What the log knew of a conversation at a moment. */
export const conversationAt = z
  .object({
    at: field(moment, 'The moment that was asked for.', exampleTime),
    revision: field(z.int().min(0), 'Of the last event recorded by then.', 7),
    changedAt: field(moment, 'When that was recorded.', exampleTime),
    ticketId: field(z.int().nullable(), 'Number of its ticket then; null where it had none.', 4711),
    lostTickets: field(z.array(z.int()), 'Tickets that were gone by then.', [4700]),
    thuliumCustomerId: field(z.int().nullable(), 'The CRM record of the buyer.', 815),
    outsideCrm: field(z.boolean(), 'The buyer was left outside the CRM.'),
    orderId: field(z.string().nullable(), 'The order it was about, the first of several.', '2603020001-A'),
    orderIds: field(z.array(z.string()), 'Numbers of all orders it was about.', ['2603020001-A']),
    replyNeededSince: field(z.string().nullable(), 'Since when EmpikPlace waited for the shop.', exampleTime),
    messages: field(
      z.array(
        z.object({
          messageId,
          author: field(z.string(), 'Who wrote it.', 'customer'),
          sentAt: field(z.string(), 'When, by EmpikPlace.', exampleTime),
          inTicket: field(z.boolean(), 'Whether it was in the ticket.'),
        }),
      ),
      'Messages recorded by then, in the order they were recorded.',
    ),
    replies: field(
      z.array(
        z.object({
          thuliumMessageId: field(z.int(), 'Number of the entry in the ticket.', 90501),
          status: field(z.enum(['pending', 'sent', 'refused', 'withdrawn']), 'What had become of it.'),
          messageId: field(z.string().nullable(), 'The message at EmpikPlace that it became.', null),
        }),
      ),
      'Agents’ replies recorded by then.',
    ),
    parked: field(
      z.array(
        z.object({
          effectKey: field(z.string(), 'Key of the write.', 'reply:send:5f0c3b0e:b8a7c9e2:90501'),
          code: field(z.string(), 'Why it needed a person.', 'effect.refused'),
          message: field(z.string(), 'What the other side had said.', 'Thulium refuses the request (422).'),
        }),
      ),
      'Writes that needed a person then.',
    ),
  })
  .meta({ id: 'ConversationAt' })
export type ConversationAt = z.infer<typeof conversationAt>
