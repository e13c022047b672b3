/**
 * Ingest and projector working off a backlog once they have worked off another one: its first seconds are the compiler's, and those
 * of taking leases. Tells how many seconds it took until every conversation had its ticket.
 */
import { setTimeout as rest } from 'node:timers/promises'
import { sql } from 'kysely'
import { z } from 'zod'
import { startArgument, tell } from './child.ts'
import { processorTime, serverOf } from '../processor-time.ts'
import { benchShops } from './shops.ts'
import { countStatements } from './statements.ts'
import { createWorld } from './world.ts'

const { databaseUrl, empikplaceUrl, thuliumUrl, sandboxes, shops, conversations, warmUp } = z
  .object({
    databaseUrl: z.string(),
    empikplaceUrl: z.string(),
    thuliumUrl: z.string(),
    sandboxes: z.number(),
    /** Each a tenant of its own. */
    shops: z.number(),
    conversations: z.number(),
    /** Of the first shops, which have nothing in the backlog that is measured. */
    warmUp: z.object({ shops: z.number(), conversations: z.number() }),
  })
  .parse(startArgument())

const all = benchShops(shops, shops)
const world = await createWorld(databaseUrl, all)
const roots = { ours: process.pid, database: await serverOf(databaseUrl), sandboxes }
// Nobody looks at those of the backlog yet.
await sql`
  insert into polls (tenant_id, integration_id, side, next_at)
  select tenant_id, integration_id, side, now() + interval '1 hour'
  from unnest(${all.slice(warmUp.shops).map(({ integrationId }) => integrationId)}::text[]) as backlog (integration_id)
  join integrations using (integration_id) cross join (values ('empikplace'), ('thulium')) as s (side)
`.execute(world.store.db)
await sql`analyze`.execute(world.store.db)

/** What does not depend on what else the machine is doing. */
async function written(): Promise<{ walBytes: number; transactions: number }> {
  const { rows } = await sql<{ walBytes: number; transactions: number }>`
    select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::float8 as "walBytes",
      (select xact_commit::float8 from pg_stat_database where datname = current_database()) as transactions
  `.execute(world.store.db)
  const [row] = rows
  if (!row) throw new Error('The database did not tell what was written')
  return row
}

const coldAt = performance.now()
const stopServices = await world.startServices({
  EMPIKPLACE_URL: empikplaceUrl,
  THULIUM_URL: `${thuliumUrl}/{system}`,
  // One look at each side: later ones would be calls that the bare script does not make.
  EMPIKPLACE_POLL_MS: '3600000',
  THULIUM_POLL_MS: '3600000',
})

/** A row for each shop and hour: asking costs nothing that would be counted. */
async function tickets(): Promise<number> {
  const { rows } = await sql<{ done: number }>`
    select coalesce(sum(tickets), 0)::int as done from hourly_counts
  `.execute(world.store.db)
  return rows[0]?.done ?? 0
}

const askEveryMs = 50
async function untilTickets(count: number): Promise<void> {
  while ((await tickets()) < count) await rest(askEveryMs)
}
await untilTickets(1)
const coldSeconds = (performance.now() - coldAt) / 1000
await untilTickets(warmUp.conversations)

async function heldLeases(): Promise<number> {
  const { rows } = await sql<{ held: number }>`
    select count(*)::int as held from leases where owner is not null
  `.execute(world.store.db)
  return rows[0]?.held ?? 0
}
// Both services hold one per tenant.
while ((await heldLeases()) < 2 * shops) await rest(askEveryMs)
await sql`analyze`.execute(world.store.db)

const writeStatements = await countStatements(databaseUrl)
const writtenBefore = await written()
const startedAt = performance.now()
const before = await processorTime(roots)
await sql`update polls set next_at = now() where last_success_at is null`.execute(world.store.db)
let firstTicketSeconds: number | undefined
/** Of ours; beside the seconds it tells whether the machine was busy with something else. */
let firstTicketCpuSeconds: number | undefined
for (;;) {
  const done = await tickets()
  if (done > warmUp.conversations && firstTicketSeconds === undefined) {
    firstTicketSeconds = (performance.now() - startedAt) / 1000
    firstTicketCpuSeconds = (await processorTime(roots)).ours - before.ours
  }
  if (done >= warmUp.conversations + conversations) break
  await rest(askEveryMs)
}
const seconds = (performance.now() - startedAt) / 1000
const after = await processorTime(roots)
await writeStatements()
await stopServices()
const writtenAfter = await written()
await world.close()
const spent = (of: keyof typeof roots): number => after[of] - before[of]
tell({
  seconds,
  firstTicketSeconds,
  firstTicketCpuSeconds,
  coldSeconds,
  cpuSeconds: spent('ours'),
  databaseSeconds: spent('database'),
  sandboxSeconds: spent('sandboxes'),
  walBytes: writtenAfter.walBytes - writtenBefore.walBytes,
  transactions: writtenAfter.transactions - writtenBefore.transactions,
})
process.disconnect()
