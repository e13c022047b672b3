import { connectionSettings } from '@connector/connections'
import { defaultPanelLinks } from '@connector/domain/settings'
import { oldMasterKeySetting, publicUrlSetting } from '@connector/service-kit'
import { z } from 'zod'

const milliseconds = z.coerce.number().int().positive()

export const projectorSettings = connectionSettings.extend({
  DATABASE_URL: z.string().describe('PostgreSQL that holds the log, the ledger and the read models.'),
  CONNECTOR_MASTER_KEY: z
    .string()
    .describe('32 bytes in base64; opens the stored credentials and signs links in tickets.'),
  CONNECTOR_OLD_MASTER_KEY: oldMasterKeySetting,
  PUBLIC_URL: publicUrlSetting,
  LOG_LEVEL: z
    .string()
    .default('info')
    .describe('Least level that is logged: trace, debug, info, warn, error, silent.'),
  LEASE_MS: milliseconds
    .default(30_000)
    .describe('How long a tenant stays with a process that stopped answering, in ms.'),
  EFFECT_CONCURRENCY: z.coerce
    .number()
    .int()
    .positive()
    .default(64)
    .describe('Writes under way at once in one process.'),
  EFFECTS_PER_TENANT: z.coerce
    .number()
    .int()
    .positive()
    .default(4)
    .describe('Writes under way at once for one tenant.'),
  WAIT_SCALE: z.coerce
    .number()
    .positive()
    .default(1)
    .describe('Multiplies every wait before a look-up or a retry; below 1 only for trying things out.'),
  REJECTIONS_TO_STOP: z.coerce
    .number()
    .int()
    .positive()
    .default(3)
    .describe('Explicit rejections of credentials in a row that stop an integration.'),
  REJECTION_SPACING_MS: milliseconds
    .default(30_000)
    .describe('Rejections closer together than this count as one, in ms.'),
  ORDER_LINK: z
    .string()
    .default(defaultPanelLinks.order)
    .describe(
      'Address of an order in the EmpikPlace panel; {base}, {order_id}, {thread_id} and {shop_id} are filled in.',
    ),
  CONVERSATION_LINK: z
    .string()
    .default(defaultPanelLinks.conversation)
    .describe('Address of a conversation in the EmpikPlace panel, with the same placeholders.'),
})

export type ProjectorSettings = z.infer<typeof projectorSettings>
