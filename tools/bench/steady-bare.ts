/**
 * What an idle look is compared with: the same two calls for each shop and interval through the same HTTP agent, and one cursor
 * each written by a group commit that does not wait for the disk. No lease, no budget, no schema.
 */
import { setTimeout as rest } from 'node:timers/promises'
import { createAgent, thisMachine } from '@connector/outbound-http'
import { createBatcher } from '@connector/service-kit'
import pg from 'pg'
import { tell } from './child.ts'
import { processorTime, serverOf } from '../processor-time.ts'
import { readSteadyArguments } from './steady-arguments.ts'
import { apiUser, benchShops, passwordOf, type BenchShop } from './shops.ts'

const { databaseUrl, empikplaceUrl, thuliumUrl, sandboxes, shops, pollMs, settleMs, windowMs } = readSteadyArguments()

const agent = createAgent({ destinations: thisMachine })
const pool = new pg.Pool({ connectionString: databaseUrl, max: 3, options: '-c synchronous_commit=off' })
await pool.query('create table cursor (name text primary key, at timestamptz) with (fillfactor = 50)')

const rowsAtOnce = 200
const move = createBatcher<string, undefined>(async (names) => {
  await pool.query({
    name: 'move',
    text: `insert into cursor select name, now() from unnest($1::text[]) as t (name)
      on conflict (name) do update set at = excluded.at`,
    values: [names],
  })
  return names.map(() => undefined)
}, rowsAtOnce)

async function get(origin: string, path: string, authorization: string): Promise<void> {
  const headers = { accept: 'application/json', authorization }
  const answer = await agent.request({ origin, path, method: 'GET', headers })
  if (answer.statusCode >= 300) throw new Error(`${path} answered ${answer.statusCode}`)
  await answer.body.json()
}

let looks = 0
const since = new Date().toISOString().slice(0, 19)
const lookAtShop = ({ shopId, apiKey }: BenchShop): Promise<void> =>
  get(
    empikplaceUrl,
    `/api/inbox/threads?shop_id=${shopId}&updated_since=${since}Z&with_messages=true&limit=100`,
    apiKey,
  )
const lookAtAccount = ({ tenantId }: BenchShop): Promise<void> =>
  get(
    thuliumUrl,
    `/${tenantId}/api/tickets?date_from=${encodeURIComponent(since.replace('T', ' '))}&limit=100&offset=0`,
    `Basic ${Buffer.from(`${apiUser}:${passwordOf(tenantId)}`).toString('base64')}`,
  )

/** One after the other, evenly over the interval, and again until the end. */
const all = benchShops(shops, shops)
const stopping = new AbortController()
async function keepLooking(side: string, look: (shop: BenchShop) => Promise<void>): Promise<void> {
  const startedAt = performance.now()
  const underWay = new Set<Promise<void>>()
  for (let turn = 0; !stopping.signal.aborted; turn++) {
    const shop = all[turn % all.length]
    const dueInMs = startedAt + (turn * pollMs) / shops - performance.now()
    if (dueInMs > 0) await rest(dueInMs)
    if (!shop) return
    const task: Promise<void> = look(shop)
      .then(() => move(`${side}/${shop.integrationId}`))
      .then(() => {
        looks += 1
        underWay.delete(task)
      })
    underWay.add(task)
  }
  await Promise.all(underWay)
}
const done = Promise.all([keepLooking('empikplace', lookAtShop), keepLooking('thulium', lookAtAccount)])

const roots = { ours: process.pid, database: await serverOf(databaseUrl), sandboxes }
await rest(settleMs)
const looksBefore = looks
const before = await processorTime(roots)
await rest(windowMs)
const after = await processorTime(roots)
const looked = looks - looksBefore
stopping.abort()
await done
tell({
  looks: looked,
  cpuSeconds: after.ours - before.ours,
  databaseSeconds: after.database - before.database,
  sandboxSeconds: after.sandboxes - before.sandboxes,
})
await pool.end()
await agent.close()
process.disconnect()
