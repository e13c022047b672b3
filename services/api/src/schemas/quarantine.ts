import { z } from 'zod'
import { field } from './field.ts'
import { exampleTime, instant } from './views.ts'

export const quarantinedView = z
  .object({
    integrationId: field(
      z.string().nullable(),
      'The integration; null where the account itself is meant.',
      '2c7f0d0a-3c1b-4f58-8f5e-6f1f6f0e2a11',
    ),
    threadId: field(
      z.string().nullable(),
      'The conversation at EmpikPlace; null where the integration itself is meant.',
      '8f6f4b0e-5e6a-4b56-8f3d-7a7f6f1f2b11',
    ),
    event: field(
      z.object({
        id: field(z.string(), 'Its id.', '3f1d6a52-7a0e-5c58-9b61-0d3f7f0d9a10'),
        type: field(z.string(), 'What happened.', 'ReplyWithdrawn'),
        schemaVersion: field(z.int(), 'Version in which it was written.', 1),
        recordedAt: field(instant, 'When it was recorded.', exampleTime),
      }),
      'The event at which it stopped. It and all that follow stay in the log.',
    ),
    reason: field(
      z.string(),
      'Why; with the scope `conversations:read`.',
      'Event type ReplyWithdrawn is unknown to this version.',
    ),
    since: field(instant, 'Since when.', exampleTime),
    lastTriedAt: field(instant, 'When it was last tried; every ten minutes, and by each new process.', exampleTime),
  })
  .meta({ id: 'QuarantinedStream' })

export type QuarantinedView = z.infer<typeof quarantinedView>
