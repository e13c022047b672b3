/** Some processes that work off a backlog together; tells how long it took, and what they asked of the database. */
import { setTimeout as rest } from 'node:timers/promises'
import { sql } from 'kysely'
import { z } from 'zod'
import { startArgument, startChild, tell } from './child.ts'
import { benchShops } from './shops.ts'
import { createWorld } from './world.ts'

const { databaseUrl, empikplaceUrl, thuliumUrl, tenants, conversations, processes } = z
  .object({
    databaseUrl: z.string(),
    empikplaceUrl: z.string(),
    thuliumUrl: z.string(),
    tenants: z.number(),
    conversations: z.number(),
    processes: z.number(),
  })
  .parse(startArgument())

const world = await createWorld(databaseUrl, benchShops(tenants, tenants))
const { db } = world.store
// Nobody looks before all are there.
await sql`
  insert into polls (tenant_id, integration_id, side, next_at)
  select tenant_id, integration_id, side, now() + interval '1 hour'
  from integrations cross join (values ('empikplace'), ('thulium')) as s (side)
`.execute(db)
await sql`analyze`.execute(db)

const environment = {
  ...world.access,
  EMPIKPLACE_URL: empikplaceUrl,
  THULIUM_URL: `${thuliumUrl}/{system}`,
  EMPIKPLACE_POLL_MS: '3600000',
  THULIUM_POLL_MS: '3600000',
}
const children = await Promise.all(
  Array.from({ length: processes }, () => startChild('service-process.ts', { environment })),
)

interface Facts {
  tickets: number
  connections: number
  transactions: number
  /** How many accounts each process works for, in percent of what would be even. */
  shares: number[]
}
async function facts(): Promise<Facts> {
  const { rows } = await sql<Facts>`
    select (select coalesce(sum(tickets), 0)::int from hourly_counts) as tickets,
      (select count(*)::int from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()) as connections,
      (select xact_commit::float8 from pg_stat_database where datname = current_database()) as transactions,
      array(select round(100 * count(*) * ${processes} / ${tenants}::numeric)::int from leases
        where service = 'projector' and ready and owner is not null group by owner order by 1) as shares
  `.execute(db)
  const [row] = rows
  if (!row) throw new Error('The database told nothing')
  return row
}

const fairPercent = 90
const areShared = ({ shares }: Facts): boolean =>
  shares.length === processes && shares.every((share) => share >= fairPercent)
let before = await facts()
while (!areShared(before)) {
  await rest(50)
  before = await facts()
}
const startedAt = performance.now()
await sql`update polls set next_at = now()`.execute(db)
let { connections, shares } = before
for (;;) {
  const now = await facts()
  connections = Math.max(connections, now.connections)
  shares = now.shares
  if (now.tickets >= conversations) break
  await rest(200)
}
const seconds = (performance.now() - startedAt) / 1_000
const { transactions } = await facts()
await Promise.all(children.map((child) => child.stop()))
await world.close()
tell({
  processes,
  rate: conversations / seconds,
  seconds,
  connections,
  shares,
  transactions: (transactions - before.transactions) / conversations,
})
process.disconnect()
