import { fieldOwners } from '@connector/domain/events'
import type { IntegrationState } from '@connector/domain/integration'
import { integrationSettings } from '@connector/domain/settings'
import { z } from 'zod'

/** A schema for every field, the optional ones too: what none is written for would be lost at the next reading of the row. */
type Fields<T> = { [Name in keyof T]-?: z.ZodType<T[Name]> }

type Rejections = IntegrationState['rejections']['empikplace']
type MissingField = IntegrationState['missingFields'][number]

const moment = z.coerce.date()

const rejections = z.object({
  count: z.number(),
  lastAt: moment.exactOptional(),
  message: z.string().exactOptional(),
  operation: z.string().exactOptional(),
} satisfies Fields<Rejections>)

/** The state of an integration as its row keeps it. */
const stored = z.object({
  settings: integrationSettings.exactOptional(),
  status: z.enum(['configured', 'running', 'stopped', 'credentials-rejected']),
  statusSince: moment.exactOptional(),
  startedAt: moment.exactOptional(),
  deletedAt: moment.exactOptional(),
  clockOffsetMs: z.number(),
  shopName: z.string().exactOptional(),
  authenticated: z.object({
    empikplace: z.boolean(),
    thulium: z.boolean(),
  } satisfies Fields<IntegrationState['authenticated']>),
  unreadable: z.array(z.string()).transform((ids): ReadonlySet<string> => new Set(ids)),
  rejections: z.object({
    empikplace: rejections,
    thulium: rejections,
  } satisfies Fields<IntegrationState['rejections']>),
  missingFields: z.array(
    z.object({ of: z.enum(fieldOwners), name: z.string(), since: moment } satisfies Fields<MissingField>),
  ),
} satisfies Fields<IntegrationState>)

/** What `JSON.stringify` keeps: dates become texts, a set would become nothing. */
export const integrationToJson = (state: IntegrationState): Record<string, unknown> => ({
  ...state,
  unreadable: [...state.unreadable],
})

export const integrationFromJson = (json: unknown): IntegrationState => stored.parse(json)
