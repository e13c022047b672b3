import { alertSettings } from '@connector/alerts'
import { workerSettings } from '@connector/connections'
import { defaultPanelLinks } from '@connector/domain/settings'
import { z } from 'zod'

export const projectorSettings = workerSettings.extend({
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
  ...alertSettings,
})

export type ProjectorSettings = z.infer<typeof projectorSettings>
