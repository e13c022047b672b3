import type { Side } from '@connector/domain/events'
import type { WorkerStore } from '@connector/store'
import { sql } from 'kysely'
import { LRUCache } from 'lru-cache'

/** Whether a side rejects the credentials of most accounts at this time. */
export type EverybodyRejected = (side: Side) => Promise<boolean>

/** Fewer may have lost their keys by chance, or by one administrator of several accounts. */
const fewestTenants = 5

/** Who was answered at all within this time counts: some ten looks at a shop. */
const within = sql`interval '30 minutes'`

/** Asked with each rejection, of which there are as many as integrations when it comes to that; short, since it begins quickly. */
const freshForMs = 250

/**
 * Keys are withdrawn one at a time. When most tenants that were answered a few minutes ago are rejected now, the fault is at
 * the other side: a release that went wrong, a lost table of keys. Nobody is to be stopped for that. The rows of looks tell it,
 * which every process can see: each alone has only its share of the tenants.
 */
export function createEverybodyRejected({ db }: WorkerStore): EverybodyRejected {
  async function ask(side: Side): Promise<boolean> {
    const { rows } = await sql<{ rejected: number; all: number }>`
      select count(distinct tenant_id) filter (where failure_class in ('credentials-rejected', 'rejects-everybody'))::int
        as rejected, count(distinct tenant_id)::int as all
      from polls join integrations using (tenant_id, integration_id)
      where side = ${side} and status = 'running'
        and (last_success_at > now() - ${within} or failure_class = 'rejects-everybody')`.execute(db)
    const { rejected = 0, all = 0 } = rows[0] ?? {}
    return rejected >= fewestTenants && rejected * 2 > all
  }
  const answers = new LRUCache<Side, Promise<boolean>>({ max: 2, ttl: freshForMs })
  return (side) => {
    const known = answers.get(side)
    if (known) return known
    const asked = ask(side)
    answers.set(side, asked)
    asked.catch(() => answers.delete(side))
    return asked
  }
}
