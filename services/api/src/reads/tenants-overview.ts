import { factsOfShop, tenantFacts, type TenantFacts } from '@connector/alerts'
import { healthOf, worstLevel, type Health, type HealthFacts, type HealthLevel } from '@connector/domain/health'
import type { BehindSince, TenantStore } from '@connector/store'
import { sql } from 'kysely'
import { fromCursor, toPage, type Page } from '../http/cursor.ts'
import type { TenantOverview } from '../schemas/tenants.ts'
import { ownFaultOf } from './own-fault.ts'
import type { SelfCheck } from '@connector/connections'
import { pausedHealth } from './status.ts'

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
  owner: 'seller',
  reason: { pl: 'Konto nie ma jeszcze żadnego sklepu.', en: 'The account has no shop yet.' },
}

/** The worst of its shops; of equally bad ones, the one that has been so for longest. */
function healthOfTenant(facts: TenantFacts, now: Date, ownFault: HealthFacts['ownFault']): Health {
  const { integrations, paused } = facts
  if (paused) return pausedHealth(paused)
  const all = integrations.map((one) => healthOf(factsOfShop(facts, one, now, ownFault), now))
  const level = worstLevel(all.map((health) => health.level))
  const begun = ({ since }: Health): number => since?.getTime() ?? Infinity
  return all.filter((health) => health.level === level).sort((one, other) => begun(one) - begun(other))[0] ?? shopless
}

function viewOf(facts: TenantFacts, now: Date, ownFault: HealthFacts['ownFault']): TenantOverview {
  const { level, since, owner = null, reason } = healthOfTenant(facts, now, ownFault)
  const { integrations } = facts
  return {
    tenantId: facts.tenantId,
    level,
    owner,
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
export async function readTenants(
  deps: { store: TenantStore; behindSince: BehindSince; selfCheck: Pick<SelfCheck, 'known'>; now: () => Date },
  filter: TenantFilter,
): Promise<Page<TenantOverview>> {
  const { store, behindSince } = deps
  const now = deps.now()
  const ownFault = ownFaultOf(deps.selfCheck, now)
  const { level, search = '', limit, cursor } = filter
  const after = cursor === undefined ? '' : fromCursor(cursor).key
  // Levels are made of the facts here, so all are needed to find those of one.
  const most = level === undefined ? limit + 1 : null
  const unprojectedSince = await behindSince()
  const { rows } = await store.asOperator((db) =>
    sql<{ facts: unknown }>`select tenants_overview(${after}, ${search}, ${most}) as facts`.execute(db),
  )
  const all = rows.map(({ facts }) => viewOf({ ...tenantFacts.parse(facts), unprojectedSince }, now, ownFault))
  const wanted = all.filter((one) => level === undefined || one.level === level).slice(0, limit + 1)
  return toPage(
    wanted,
    limit,
    (one) => one,
    ({ tenantId }) => ({ at: new Date(0), key: tenantId }),
  )
}
