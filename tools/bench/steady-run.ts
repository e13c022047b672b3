/** One process with many shops where nothing happens; tells what that costs. */
import { setTimeout as rest } from 'node:timers/promises'
import { sql } from 'kysely'
import { z } from 'zod'
import { startArgument, tell } from './child.ts'
import { callsBySubject } from './sandboxes.ts'
import { benchShops } from './shops.ts'
import { createWorld } from './world.ts'

const { databaseUrl, empikplaceUrl, thuliumUrl, shops, pollMs, windowMs } = z
  .object({
    databaseUrl: z.string(),
    empikplaceUrl: z.string(),
    thuliumUrl: z.string(),
    shops: z.number(),
    pollMs: z.number(),
    windowMs: z.number(),
  })
  .parse(startArgument())

const world = await createWorld(databaseUrl, benchShops(shops, shops))
const { db } = world.store
// As after hours of work: everything was seen, and the looks are spread over the interval.
await sql`
  insert into polls (tenant_id, integration_id, side, cursor, swept_at, next_at)
  select tenant_id, integration_id, side, now(), now(), now() + random() * ${pollMs} * interval '1 millisecond'
  from integrations cross join (values ('empikplace'), ('thulium')) as s (side)
`.execute(db)

const startedAt = performance.now()
const stopServices = await world.startServices({
  EMPIKPLACE_URL: empikplaceUrl,
  THULIUM_URL: `${thuliumUrl}/{system}`,
  EMPIKPLACE_POLL_MS: String(pollMs),
})

async function heldLeases(): Promise<number> {
  const { rows } = await sql<{
    held: number
  }>`select count(*)::int as held from leases where owner is not null`.execute(db)
  return rows[0]?.held ?? 0
}
async function lookedAt(): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from polls where side = 'empikplace' and last_success_at is not null
  `.execute(db)
  return rows[0]?.count ?? 0
}

// Both services hold a lease per tenant; taking them is the start and not the steady state.
while ((await heldLeases()) < 2 * shops) await rest(100)
const settleMs = 2_000
await rest(settleMs)
const warmUpSeconds = (performance.now() - startedAt) / 1000
const looksBefore = await lookedAt()
const cpuBefore = process.cpuUsage()
const windowStart = performance.now()
await rest(windowMs)
const { user, system } = process.cpuUsage(cpuBefore)
const windowSeconds = (performance.now() - windowStart) / 1000
const { rss } = process.memoryUsage()
const looks = (await lookedAt()) - looksBefore
await stopServices()

// Looks under way are finished by the stop, so calls and looks can be compared one to one.
const runSeconds = (performance.now() - startedAt) / 1000
const calls = [...(await callsBySubject(empikplaceUrl, 'M11')).values()]
const looked = await lookedAt()
tell({
  shops,
  warmUpSeconds,
  windowSeconds,
  runSeconds,
  looks,
  looked,
  calls: calls.reduce((sum, count) => sum + count, 0),
  mostCallsOfOneShop: Math.max(...calls),
  cpuShare: (user + system) / 1e6 / windowSeconds,
  rssMiB: rss / 2 ** 20,
})
await world.close()
process.disconnect()
