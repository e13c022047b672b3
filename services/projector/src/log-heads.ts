import type { EventLog } from '@connector/event-log'
import { digestWith, signHeads, upsert, type Query, type Vault, type WorkerStore } from '@connector/store'
import { sql } from 'kysely'

/** Events per step: some 30 ms, in which the process does nothing else. */
const pageSize = 500

const projection = 'log-heads'

/** Adds what came to what is known of each tenant. */
async function follow(log: EventLog, db: Query): Promise<{ full: boolean }> {
  const checkpoint = await db
    .selectFrom('checkpoints')
    .select('position')
    .where('projection', '=', projection)
    .executeTakeFirst()
  const page = await log.readChain(checkpoint?.position ?? undefined, pageSize)
  if (page.events.length === 0) return { full: false }
  const tenants = [...new Set(page.events.map(({ metadata }) => metadata.tenantId))]
  const known = await db.selectFrom('log_chains').selectAll().where('tenant_id', 'in', tenants).execute()
  const chains = new Map(known.map((row) => [row.tenant_id, row]))
  for (const { metadata, checkpoint: position, digest } of page.events) {
    // Of before there were any.
    if (!digest) continue
    const before = chains.get(metadata.tenantId)
    chains.set(metadata.tenantId, {
      ...{ tenant_id: metadata.tenantId, position, events: (before?.events ?? 0) + 1 },
      digest: digestWith(before?.digest, digest),
    })
  }
  await upsert(db, 'log_chains', ['tenant_id'], [...chains.values()])
  await upsert(db, 'checkpoints', ['projection'], [{ projection, position: page.next ?? null, rebuild_until: null }])
  return { full: page.events.length === pageSize }
}

/**
 * Once a day the head of each tenant's log is signed, so that whoever edits the log later, all digests included, is found by `verify`.
 * Does one page, or signs at the end of the log; of many processes one does it.
 * @returns whether there is more to do at once
 */
export const followHeads = (log: EventLog, { db }: WorkerStore, vault: Vault, now: () => Date): Promise<boolean> =>
  db.transaction().execute(async (trx) => {
    const { rows } = await sql<{ ours: boolean }>`
      select pg_try_advisory_xact_lock(hashtextextended('log-heads', 0)) as ours
    `.execute(trx)
    if (rows[0]?.ours !== true) return false
    const { full } = await follow(log, trx)
    if (!full) await signHeads(trx, vault, now().toISOString().slice(0, 10))
    return full
  })
