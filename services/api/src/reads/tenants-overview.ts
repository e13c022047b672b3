import { healthOf, worstLevel, type Health, type HealthLevel } from '@connector/domain/health'
import { sides } from '@connector/domain/events'
import type { TenantStore } from '@connector/store'
import { sql } from 'kysely'
import { z } from 'zod'
import { fromCursor, toPage, type Page } from '../http/cursor.ts'
import type { TenantOverview } from '../schemas/tenants.ts'
import { failureClass, pausedHealth } from './status.ts'

const moment = z
  .string()
  .nullish()
  .transform((text) => (typeof text === 'string' ? new Date(text) : undefined))

const look = z
  .object({ lastSuccessAt: moment, nextAt: z.coerce.date(), failures: z.number(), failureClass: z.string().nullable() })
  .transform(({ failureClass: name, ...facts }) => ({
    ...facts,
    lastFailure: name === null ? undefined : { failureClass: failureClass.catch('unreachable').parse(name) },
  }))

const shop = z.object({
  status: z.enum(['configured', 'running', 'stopped', 'credentials-rejected']),
  statusSince: moment,
  missingFields: z.array(z.object({ of: z.enum(['ticket', 'customer']), name: z.string(), since: z.coerce.date() })),
  rejections: z.object({ empikplace: z.object({ count: z.number() }), thulium: z.object({ count: z.number() }) }),
  polls: z
    .object({ empikplace: look.exactOptional(), thulium: look.exactOptional() })
    .nullable()
    .transform((polls) => polls ?? {}),
  parked: z.number(),
  oldestWaitingAt: moment,
  oldestParkedAt: moment,
  quarantined: z.number(),
  quarantinedSince: moment,
})

const row = z.object({
  tenantId: z.string(),
  integrations: z.array(shop),
  paused: z.object({ reason: z.string(), since: z.coerce.date() }).nullable(),
  unprojectedSince: moment,
})

export interface TenantFilter {
  level?: HealthLevel | undefined
  search?: string | undefined
  limit: number
  cursor?: string | undefined
}

const earliest = (dates: readonly (Date | undefined)[]): string | null =>
  dates
    .flatMap((date) => date?.toISOString() ?? [])
    .sort()
    .at(0) ?? null

const shopless: Health = {
  level: 'stopped',
  since: undefined,
  reason: { pl: 'Konto nie ma jeszcze żadnego sklepu.', en: 'The account has no shop yet.' },
}

/** The worst of its shops; of equally bad ones, the one that has been so for longest. */
function healthOfTenant({ integrations, paused, unprojectedSince }: z.output<typeof row>, now: Date): Health {
  if (paused) return pausedHealth(paused)
  const all = integrations.map((one) =>
    healthOf(
      {
        status: one.status,
        statusSince: one.statusSince,
        rejectedBy: sides.filter((side) => one.rejections[side].count > 0),
        missingFields: one.missingFields,
        sides: one.polls,
        unprojectedSince,
        effects: { parked: one.parked, oldestParkedAt: one.oldestParkedAt, oldestWaitingAt: one.oldestWaitingAt },
        quarantined: { count: one.quarantined, since: one.quarantinedSince },
      },
      now,
    ),
  )
  const level = worstLevel(all.map((health) => health.level))
  const begun = ({ since }: Health): number => since?.getTime() ?? Infinity
  return all.filter((health) => health.level === level).sort((one, other) => begun(one) - begun(other))[0] ?? shopless
}

function viewOf(facts: z.output<typeof row>, now: Date): TenantOverview {
  const { level, since, reason } = healthOfTenant(facts, now)
  const { integrations } = facts
  return {
    tenantId: facts.tenantId,
    level,
    reason,
    since: since?.toISOString() ?? null,
    integrations: integrations.length,
    parked: integrations.reduce((sum, { parked }) => sum + parked, 0),
    oldestParkedAt: earliest(integrations.map(({ oldestParkedAt }) => oldestParkedAt)),
    oldestWaitingAt: earliest(integrations.map(({ oldestWaitingAt }) => oldestWaitingAt)),
    paused: facts.paused && { reason: facts.paused.reason, since: facts.paused.since.toISOString() },
  }
}

/** All tenants of the service by their ids, without those that were deleted; however many there are, one statement. */
export async function readTenants(store: TenantStore, filter: TenantFilter, now: Date): Promise<Page<TenantOverview>> {
  const { level, search = '', limit, cursor } = filter
  const after = cursor === undefined ? '' : fromCursor(cursor).key
  const { rows } = await store.asOperator((db) =>
    sql<{ facts: unknown }>`select tenants_overview(${after}, ${search}) as facts`.execute(db),
  )
  const all = rows.map(({ facts }) => viewOf(row.parse(facts), now))
  const wanted = all.filter((one) => level === undefined || one.level === level).slice(0, limit + 1)
  return toPage(
    wanted,
    limit,
    (one) => one,
    ({ tenantId }) => ({ at: new Date(0), key: tenantId }),
  )
}
