/** Ingest and projector working off a backlog; tells how many seconds it took until every conversation had its ticket. */
import { setTimeout as rest } from 'node:timers/promises'
import { sql } from 'kysely'
import { z } from 'zod'
import { startArgument, tell } from './child.ts'
import { processorTime, serverOf } from './processor-time.ts'
import { benchShops } from './shops.ts'
import { countStatements } from './statements.ts'
import { createWorld } from './world.ts'

const { databaseUrl, empikplaceUrl, thuliumUrl, sandboxes, tenants, conversations } = z
  .object({
    databaseUrl: z.string(),
    empikplaceUrl: z.string(),
    thuliumUrl: z.string(),
    sandboxes: z.number(),
    tenants: z.number(),
    conversations: z.number(),
  })
  .parse(startArgument())

const world = await createWorld(databaseUrl, benchShops(tenants, tenants))
const roots = { ours: process.pid, database: await serverOf(databaseUrl), sandboxes }
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

const writeStatements = await countStatements(databaseUrl)
const writtenBefore = await written()
const startedAt = performance.now()
const before = await processorTime(roots)
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

const askEveryMs = 100
let firstTicketSeconds: number | undefined
/** Of ours; beside the seconds it tells whether the machine was busy with something else. */
let firstTicketCpuSeconds: number | undefined
for (;;) {
  const done = await tickets()
  if (done > 0 && firstTicketSeconds === undefined) {
    firstTicketSeconds = (performance.now() - startedAt) / 1000
    firstTicketCpuSeconds = (await processorTime(roots)).ours - before.ours
  }
  if (done >= conversations) break
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
  cpuSeconds: spent('ours'),
  databaseSeconds: spent('database'),
  sandboxSeconds: spent('sandboxes'),
  walBytes: writtenAfter.walBytes - writtenBefore.walBytes,
  transactions: writtenAfter.transactions - writtenBefore.transactions,
})
process.disconnect()
