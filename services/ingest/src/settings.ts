import { alertSettings } from '@connector/alerts'
import { workerSettings } from '@connector/connections'
import { z } from 'zod'

const milliseconds = z.coerce.number().int().positive()

export const ingestSettings = workerSettings.extend({
  EMPIKPLACE_POLL_MS: milliseconds
    .default(120_000)
    .describe('Time between two looks at a shop, in ms; below 60 000 only for trying things out.'),
  THULIUM_POLL_MS: milliseconds.default(45_000).describe('Time between two looks for agents’ replies, in ms.'),
  REPLY_SETTLE_MS: milliseconds
    .default(60_000)
    .describe('An agent can still withdraw a reply: it is taken when seen twice, this long apart, in ms.'),
  OVERLAP_MS: milliseconds.default(300_000).describe('How far before the cursor every look begins, in ms.'),
  ORDER_FRESH_MS: z.coerce
    .number()
    .int()
    .nonnegative()
    .default(900_000)
    .describe(
      'A known order is asked for again when somebody writes about it and it was last asked for this long ago, in ms; a finished one after a day.',
    ),
  THREAD_SWEEP_MS: milliseconds
    .default(21_600_000)
    .describe('Between two wider looks at a shop, for messages that became visible late, in ms.'),
  THREAD_SWEEP_BACK_MS: milliseconds.default(172_800_000).describe('How far back such a wider look goes, in ms.'),
  THREAD_SWEEP_PAGES: z.coerce
    .number()
    .int()
    .positive()
    .max(500)
    .default(20)
    .describe('Pages of 100 conversations that one look may spend on a wider look; it goes on in the next one.'),
  TICKET_SWEEP_MS: milliseconds
    .default(600_000)
    .describe(
      'Own open tickets are read this often even if Thulium does not list them as changed, in ms; less often where TICKET_SWEEP_SHARE does not suffice.',
    ),
  TICKET_SWEEP_SHARE: z.coerce
    .number()
    .positive()
    .max(1)
    .default(0.1)
    .describe(
      'Share of the requests to a Thulium account that reading unchanged tickets may take; with the rest unchanged, 0.1 reads 60 of them in 10 minutes.',
    ),
  FIELD_CHECK_MS: milliseconds
    .default(86_400_000)
    .describe('The custom fields in Thulium are checked at least this often; a renamed one breaks searching, in ms.'),
  POLL_CONCURRENCY: z.coerce.number().int().positive().default(32).describe('Looks under way at once in one process.'),
  POLLS_PER_TENANT: z.coerce.number().int().positive().default(4).describe('Looks under way at once for one tenant.'),
  REJECTED_RETRY_MS: milliseconds
    .default(900_000)
    .describe('Stored credentials that were rejected are tried again this often, give or take a fifth, in ms.'),
  RECONCILE_NIGHTLY_SHARE: z.coerce
    .number()
    .min(0)
    .max(1)
    .default(0)
    .describe(
      'Share of the conversations of each shop that is reconciled between 2 and 5 in the morning, at three calls each; 0 for none, 0.03 for each about once a month. A shop may have its own (`nightlyReconcilePercent`).',
    ),
  ...alertSettings,
})

export type IngestSettings = z.infer<typeof ingestSettings>
