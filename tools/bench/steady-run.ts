/** One process with many shops where nothing happens; tells what that costs once the start is over. */
import { setTimeout as rest } from 'node:timers/promises'
import { sql } from 'kysely'
import { startChild, tell } from './child.ts'
import { processorTime, residentMiB, serverOf } from '../processor-time.ts'
import { callsBySubject } from './sandboxes.ts'
import { readSteadyArguments } from './steady-arguments.ts'
import { benchShops } from './shops.ts'
import { countStatements } from './statements.ts'
import { createWorld, unlimited } from './world.ts'

const { databaseUrl, empikplaceUrl, thuliumUrl, sandboxes, shops, pollMs, settleMs, windowMs, heapMiB } =
  readSteadyArguments()

const world = await createWorld(databaseUrl, benchShops(shops, shops))
const { db } = world.store
// As after hours of work: everything was seen, and the looks are spread over the interval.
await sql`
  insert into polls (tenant_id, integration_id, side, cursor, swept_at, next_at)
  select tenant_id, integration_id, side, now(), now(), now() + random() * ${pollMs} * interval '1 millisecond'
  from integrations cross join (values ('empikplace'), ('thulium')) as s (side)
`.execute(db)

await sql`update integrations set changed_at = now() - interval '1 day'`.execute(db)
await sql`vacuum analyze`.execute(db)

const startedAt = performance.now()
const environment = {
  ...unlimited,
  ...world.access,
  EMPIKPLACE_URL: empikplaceUrl,
  THULIUM_URL: `${thuliumUrl}/{system}`,
  EMPIKPLACE_POLL_MS: String(pollMs),
  THULIUM_POLL_MS: String(pollMs),
}
/** Of memory without a limit, V8 keeps garbage as long as it likes: of 5 000 shops 550 MiB were held, 75 of them in use. */
const heapLimit = `--max-old-space-size=${heapMiB}`
// Apart from this process, which has made the world and holds what was left over.
const services = await startChild('service-process.ts', { environment }, [heapLimit])
const roots = { ours: services.pid, database: await serverOf(databaseUrl), sandboxes }

async function heldLeases(): Promise<number> {
  const { rows } = await sql<{
    held: number
  }>`select count(*)::int as held from leases where owner is not null`.execute(db)
  return rows[0]?.held ?? 0
}

interface Looked {
  empikplace: number
  thulium: number
}

/** Both lists of what has changed, which a look that finds nothing asks for once. */
async function calls(): Promise<Looked & { mostOfOneShop: number }> {
  const [threads, tickets] = await Promise.all([
    callsBySubject(empikplaceUrl, 'M11'),
    callsBySubject(thuliumUrl, 'GET tickets'),
  ])
  const all = (counts: Map<string, number>): number => [...counts.values()].reduce((sum, count) => sum + count, 0)
  return { empikplace: all(threads), thulium: all(tickets), mostOfOneShop: Math.max(0, ...threads.values()) }
}

/** Looks that were due more than a tenth of the interval ago and were not made. */
async function late(): Promise<number> {
  const { rows } = await sql<{ late: number }>`
    select count(*)::int as late from polls where next_at < now() - ${pollMs / 10} * interval '1 millisecond'
  `.execute(db)
  return rows[0]?.late ?? 0
}

async function transactions(): Promise<number> {
  const { rows } = await sql<{ done: number }>`
    select xact_commit::float8 as done from pg_stat_database where datname = current_database()
  `.execute(db)
  return rows[0]?.done ?? 0
}

// Both services hold a lease per tenant; taking them is the start and not the steady state.
while ((await heldLeases()) < 2 * shops) await rest(100)
const leasesSeconds = (performance.now() - startedAt) / 1000
await rest(settleMs)

const writeStatements = await countStatements(databaseUrl)
const callsBefore = await calls()
const transactionsBefore = await transactions()
const before = await processorTime(roots)
const windowStart = performance.now()
await rest(windowMs)
const after = await processorTime(roots)
const windowSeconds = (performance.now() - windowStart) / 1000
const callsAfter = await calls()
const transactionsAfter = await transactions()
await writeStatements()
const lateLooks = await late()
const rssMiB = await residentMiB(services.pid)
await services.stop()

// Looks under way are finished by the stop, so calls and looks can be compared one to one.
const { rows } = await sql<{ side: string; looked: number }>`
  select side, count(*)::int as looked from polls where last_success_at is not null group by side
`.execute(db)
const looked = Object.fromEntries(rows.map((row) => [row.side, row.looked]))
tell({
  shops,
  leasesSeconds,
  windowSeconds,
  looks: {
    empikplace: callsAfter.empikplace - callsBefore.empikplace,
    thulium: callsAfter.thulium - callsBefore.thulium,
  },
  lateLooks,
  looked,
  mostCallsOfOneShop: callsAfter.mostOfOneShop,
  cpuSeconds: after.ours - before.ours,
  databaseSeconds: after.database - before.database,
  sandboxSeconds: after.sandboxes - before.sandboxes,
  transactions: transactionsAfter - transactionsBefore,
  rssMiB,
})
await world.close()
process.disconnect()
