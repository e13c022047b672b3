/** Ingest and projector working off a backlog; tells how many seconds it took until every conversation had its ticket. */
import { setTimeout as rest } from 'node:timers/promises'
import { sql } from 'kysely'
import { z } from 'zod'
import { startArgument, tell } from './child.ts'
import { benchShops } from './shops.ts'
import { createWorld } from './world.ts'

const { databaseUrl, empikplaceUrl, thuliumUrl, tenants, conversations } = z
  .object({
    databaseUrl: z.string(),
    empikplaceUrl: z.string(),
    thuliumUrl: z.string(),
    tenants: z.number(),
    conversations: z.number(),
  })
  .parse(startArgument())

const world = await createWorld(databaseUrl, benchShops(tenants, tenants))
const startedAt = performance.now()
const cpuBefore = process.cpuUsage()
const stopServices = await world.startServices({
  EMPIKPLACE_URL: empikplaceUrl,
  THULIUM_URL: `${thuliumUrl}/{system}`,
  // One look at each side: later ones would be calls that the bare script does not make.
  EMPIKPLACE_POLL_MS: '3600000',
  THULIUM_POLL_MS: '3600000',
})

async function settledTickets(): Promise<number> {
  const { rows } = await sql<{ done: number }>`
    select count(*)::int as done from effects where kind = 'ticket:create' and state = 'confirmed'
  `.execute(world.store.db)
  return rows[0]?.done ?? 0
}

const askEveryMs = 50
while ((await settledTickets()) < conversations) await rest(askEveryMs)
const seconds = (performance.now() - startedAt) / 1000
const { user, system } = process.cpuUsage(cpuBefore)
await stopServices()
await world.close()
tell({ seconds, cpuSeconds: (user + system) / 1e6 })
process.disconnect()
