import { alertSettings } from '@connector/alerts'
import { panelSettings, workerSettings } from '@connector/connections'
import { feedSettings } from '@connector/feed'
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
  ...panelSettings,
  ...alertSettings,
  ...feedSettings,
})

export type ProjectorSettings = z.infer<typeof projectorSettings>
