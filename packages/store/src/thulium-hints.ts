import { sql } from 'kysely'
import type { Query } from './connect.ts'
import { relaxedCommit } from './connect.ts'

/** Between a look and the next one that a hint asks for: however many hints come, they cause no more looks than this. */
export const hintSpacingMs = 5_000

/**
 * Makes the looks at the Thulium account of a tenant due now. A side that fails keeps its longer wait. A hint changes
 * nothing while a look is to come within the spacing anyway; one that comes while a look is due or under way is noted,
 * since that look may have read already what the hint is about.
 * @param tenantId also where the store shows one tenant only, since the index begins with it
 */
export async function hintThulium(db: Query, tenantId: string, now: Date): Promise<void> {
  const soonest = sql<Date>`greatest(${now}::timestamptz, last_success_at + ${hintSpacingMs} * interval '1 ms')`
  await db
    .updateTable('polls')
    .set({ hinted_at: now, next_at: sql<Date>`least(next_at, ${soonest})` })
    .where('tenant_id', '=', tenantId)
    .where('side', '=', 'thulium')
    .where('failures', '=', 0)
    .where((where) => where.or([where('next_at', '<=', now), where('next_at', '>', soonest)]))
    // One that is lost with a crash of the database is what polling is for.
    .where(relaxedCommit)
    .execute()
}
