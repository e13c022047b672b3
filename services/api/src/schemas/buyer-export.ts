import { z } from 'zod'
import { field } from './field.ts'
import { conversationParams, exampleTime, instant, tenantId, tenantParams } from './views.ts'

const { integrationId, threadId } = conversationParams.shape

const customerId = field(
  z.string().min(1).max(200),
  'Id that EmpikPlace has given to the buyer.',
  '8c5e2f7a-0d4b-4a77-9a59-3f1f6f5f2a01',
)

export const buyerParams = tenantParams.extend({ customerId })

/** All that is held about a buyer. */
export const buyerExport = z
  .object({
    tenantId,
    customerId,
    madeAt: field(instant, 'When this document was made.', exampleTime),
    crmCustomer: field(z.int().nullable(), 'His record in the CRM of Thulium, where one is known.', 4711),
    conversations: field(
      z.array(
        z.object({
          integrationId,
          threadId,
          customerName: field(z.string().nullable(), 'What he is called.', 'Jan Testowy'),
          subject: field(z.string(), 'What it is about.', 'Faktura'),
          orderIds: field(z.array(z.string()), 'Orders that it is about.', ['2603020001-A']),
          ticketId: field(z.int().nullable(), 'Its ticket in Thulium, which holds the same texts.', 4711),
          erased: field(
            z.boolean(),
            'Whether names and texts of it were erased, those of later messages aside.',
            false,
          ),
          events: field(
            z.array(
              z.object({
                type: field(z.string(), 'What happened.', 'MessageReceived'),
                recordedAt: field(instant, 'When it was recorded.', exampleTime),
                data: field(z.record(z.string(), z.unknown()), 'All of it.', { body: 'Gdzie jest moja paczka?' }),
              }),
            ),
            'Everything that happened, oldest first.',
          ),
        }),
      ),
      'All conversations of the buyer.',
    ),
    unreadable: field(
      z.array(
        z.object({
          integrationId,
          recordedAt: field(instant, 'When it was recorded.', exampleTime),
          raw: field(z.string(), 'As it came.', '{"id":"x"}'),
        }),
      ),
      'What came from EmpikPlace or Thulium, could not be read, and names him or one of his conversations.',
    ),
    elsewhere: field(z.array(z.string()), 'Where more lies, which is not in this document.', [
      'EmpikPlace keeps its own copy of the conversations.',
    ]),
  })
  .meta({ id: 'BuyerExport' })
export type BuyerExport = z.infer<typeof buyerExport>
