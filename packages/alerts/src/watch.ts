import {
  conditionsOf,
  nextIncidents,
  ofAllAccounts,
  type AlertPlace,
  type Incident,
  type NextIncidents,
  type Seen,
} from '@connector/domain/alerts'
import { allTenants } from '@connector/domain/words'
import { killPoint } from '@connector/service-kit'
import type { BehindSince, Query, WorkerStore } from '@connector/store'
import { openIncidents, writeIncidents } from './incident-rows.ts'
import { postAlerts, tellLeftOut } from './post.ts'
import { endOfDisabled } from './report.ts'
import { overdueKey, readFacts, type FactsPage } from './read-facts.ts'
import { factsOfShop } from './tenant-facts.ts'

/** Tenants in one statement and one transaction: 200 with two shops each are 0.5 MB of facts. */
const pageSize = 200

interface SeenPlace {
  place: AlertPlace
  seen: Seen
}

/** As `Map.groupBy`, which Node 20 lacks. */
function groupBy<T>(all: readonly T[], key: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const one of all) groups.set(key(one), [...(groups.get(key(one)) ?? []), one])
  return groups
}

const nothing: Seen = { conditions: [], unknown: new Set() }

/** A tenant that rests is not watched: whoever paused it knows. */
function seenOf({ tenants, overdue }: FactsPage, now: Date): SeenPlace[] {
  return tenants
    .filter(({ paused }) => !paused)
    .flatMap((facts) =>
      facts.integrations.map((shop) => {
        const { tenantId } = facts
        const { integrationId } = shop
        const late = overdue.get(overdueKey(tenantId, integrationId))
        return {
          place: { tenantId, integrationId },
          seen: conditionsOf(factsOfShop(facts, shop, now, undefined), late, now),
        }
      }),
    )
}

const keyOf = ({ tenantId, integrationId }: AlertPlace): string => overdueKey(tenantId, integrationId)

/** What became of the incidents of all places that were seen, and of those that are gone. */
function nextOf(seen: readonly SeenPlace[], known: readonly Incident[], now: Date): NextIncidents[] {
  const places = new Map(seen.map((one) => [keyOf(one.place), one]))
  for (const { tenantId, integrationId } of known) {
    const place = { tenantId, integrationId }
    if (!places.has(keyOf(place))) places.set(keyOf(place), { place, seen: nothing })
  }
  const ofPlace = groupBy(known, keyOf)
  return [...places.values()].map((one) => nextIncidents(one.place, ofPlace.get(keyOf(one.place)) ?? [], one.seen, now))
}

async function write(db: Query, all: readonly NextIncidents[], now: Date): Promise<number> {
  const open = all.flatMap((next) => next.open)
  const over = all.flatMap((next) => next.over)
  const alerts = all.flatMap((next) => next.alerts)
  await writeIncidents(db, { open, over }, now)
  for (const [tenantId, own] of groupBy(alerts, ({ incident }) => incident.tenantId))
    await postAlerts(db, tenantId, own, now)
  if (alerts.length > 0) killPoint('append.before', 'alerts')
  return alerts.length
}

/** Runs the work in a transaction, if this process is still the one that watches. */
export type AsWatcher = (work: (db: Query) => Promise<number>) => Promise<number>

/**
 * Looks once at all tenants and writes what people are to be told; incidents, alerts and deliveries of a page of tenants are one
 * transaction, so dying anywhere loses and doubles nothing.
 * @returns how many alerts there are
 */
export async function lookOnce(
  store: WorkerStore,
  asWatcher: AsWatcher,
  behindSince: BehindSince,
  now: () => Date,
): Promise<number> {
  const at = now()
  const all: SeenPlace[] = []
  const tenantIds: string[] = []
  let alerts = 0
  for (let after: string | undefined = ''; after !== undefined;) {
    const page: FactsPage = await readFacts(store, behindSince, { after, most: pageSize, now: at })
    const ids = page.tenants.map(({ tenantId }) => tenantId)
    const seen = seenOf(page, at)
    if (ids.length > 0)
      alerts += await asWatcher(async (db) => write(db, nextOf(seen, await openIncidents(db, ids), at), at))
    all.push(...seen)
    tenantIds.push(...ids)
    after = ids.length < pageSize ? undefined : ids.at(-1)
  }
  alerts += await asWatcher(async (db) => {
    const gone = await incidentsOfOthers(db, tenantIds)
    return write(db, nextOf([], gone, at), at)
  })
  alerts += await asWatcher(async (db) => {
    const place = { tenantId: allTenants, integrationId: '' }
    const seen = ofAllAccounts(
      all.map((one) => ({ tenantId: one.place.tenantId, seen: one.seen })),
      at,
    )
    const written = await write(db, [nextIncidents(place, await openIncidents(db, [allTenants]), seen, at)], at)
    await endOfDisabled(db, at)
    await tellLeftOut(db, at)
    return written
  })
  return alerts
}

/** Of tenants that were deleted, or are not connected any more. */
async function incidentsOfOthers(db: Query, tenantIds: readonly string[]): Promise<Incident[]> {
  const rows = await db
    .selectFrom('alert_incidents')
    .select('tenant_id')
    .distinct()
    .where('over_at', 'is', null)
    .where('tenant_id', '<>', allTenants)
    .execute()
  const known = new Set(tenantIds)
  const others = rows.map((row) => row.tenant_id).filter((tenantId) => !known.has(tenantId))
  return others.length === 0 ? [] : openIncidents(db, others)
}
