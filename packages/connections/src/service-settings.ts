import type { EventStoreSettings } from '@connector/event-log'
import { natsSettings } from '@connector/nats'
import { oldMasterKeySetting, tracingSettings } from '@connector/service-kit'
import { z } from 'zod'
import { connectionSettings } from './settings.ts'

/** Where the log is, unless it is in the database. */
export const eventStoreSettings = {
  EVENTSTORE_URL: z
    .string()
    .regex(/^(?:esdb|kurrentdb)(?:\+discover)?:\/\/./, 'An address such as esdb://admin:changeit@host:2113')
    .optional()
    .describe(
      'EventStoreDB that holds the log instead of the database: `esdb://user:password@a:2113,b:2113,c:2113?tls=true`. Unset: PostgreSQL holds it.',
    ),
  EVENTSTORE_PREFIX: z
    .string()
    .regex(/^[A-Za-z0-9_]{1,40}$/, 'Letters, digits and underscores')
    .default('epc_')
    .describe('In front of every stream name in EventStoreDB, so that several installations can share a server.'),
}

/** The EventStoreDB that settings name, if any. */
export const eventStoreOf = (settings: {
  EVENTSTORE_URL?: string | undefined
  EVENTSTORE_PREFIX: string
}): EventStoreSettings | undefined =>
  settings.EVENTSTORE_URL === undefined
    ? undefined
    : { url: settings.EVENTSTORE_URL, prefix: settings.EVENTSTORE_PREFIX }

/** What ingest, projector and API all need. */
export const serviceSettings = connectionSettings.extend({
  DATABASE_URL: z
    .string()
    .describe(
      'PostgreSQL that holds the log (unless `EVENTSTORE_URL` is set), the ledger, the cursors and the read models. PostgreSQL 15 or newer itself, no pooler in front of it: a session is a role with bounds.',
    ),
  ...eventStoreSettings,
  CONNECTOR_MASTER_KEY: z
    .string()
    .describe('32 bytes in base64; seals and opens the stored credentials, signs and reads links in tickets.'),
  CONNECTOR_OLD_MASTER_KEY: oldMasterKeySetting,
  ...natsSettings,
  ...tracingSettings,
  WAKE_UPS: z
    .enum(['listen', 'poll'])
    .default('listen')
    .describe(
      'How processes hear of what others append, where NATS_URL names no NATS. `listen`: by PostgreSQL. `poll`: only by looking once a second, which spares a connection for each process.',
    ),
  LOG_LEVEL: z
    .string()
    .default('info')
    .describe('Least level that is logged: trace, debug, info, warn, error, silent.'),
})

export type ServiceSettings = z.infer<typeof serviceSettings>

/** What those need that work for tenants in the background: ingest and projector. */
export const workerSettings = serviceSettings.extend({
  LEASE_MS: z.coerce
    .number()
    .int()
    .positive()
    .default(30_000)
    .describe('How long a tenant stays with a process that stopped answering, in ms.'),
  LEASE_SHARE_MS: z.coerce
    .number()
    .int()
    .positive()
    .default(1_000)
    .describe('How often tenants are shared among processes; a new tenant is picked up within this long, in ms.'),
  HEALTH_PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65_535)
    .optional()
    .describe('Port of `/livez`, `/readyz` and `/metrics` of this process, for orchestrators; unset: none.'),
  HEALTH_HOST: z
    .string()
    .default('127.0.0.1')
    .describe('Address that HEALTH_PORT listens on; in a container `0.0.0.0`, as it tells nothing of tenants.'),
  REJECTIONS_TO_STOP: z.coerce
    .number()
    .int()
    .positive()
    .default(3)
    .describe('Explicit rejections of credentials in a row that stop an integration.'),
  REJECTION_SPACING_MS: z.coerce
    .number()
    .int()
    .positive()
    .default(30_000)
    .describe('Rejections closer together than this count as one, in ms.'),
})

export type WorkerSettings = z.infer<typeof workerSettings>
