import { fieldOwners } from '@connector/domain/events'
import type { IntegrationState } from '@connector/domain/integration'
import { integrationSettings } from '@connector/domain/settings'
import { z } from 'zod'

const rejections = z.object({
  count: z.number(),
  lastAt: z.coerce.date().optional(),
  message: z.string().optional(),
  operation: z.string().optional(),
})

/** The state of an integration as its row keeps it. */
const stored = z.object({
  settings: integrationSettings.optional(),
  status: z.enum(['configured', 'running', 'stopped', 'credentials-rejected']),
  statusSince: z.coerce.date().optional(),
  startedAt: z.coerce.date().optional(),
  deletedAt: z.coerce.date().optional(),
  clockOffsetMs: z.number(),
  shopName: z.string().optional(),
  authenticated: z.object({ empikplace: z.boolean(), thulium: z.boolean() }),
  unreadable: z.array(z.string()),
  rejections: z.object({ empikplace: rejections, thulium: rejections }),
  missingFields: z.array(z.object({ of: z.enum(fieldOwners), name: z.string(), since: z.coerce.date() })),
})

export const integrationToJson = (state: IntegrationState): string =>
  JSON.stringify({ ...state, unreadable: [...state.unreadable] })

export function integrationFromJson(json: unknown): IntegrationState {
  const { unreadable, ...rest } = stored.parse(json)
  return { ...rest, unreadable: new Set(unreadable) } as IntegrationState
}
