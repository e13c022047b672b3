/**
 * One ingest and one projector, each a process of its own, while buyers write in conversations that have their tickets; tells how
 * long each message took from the log to its ticket. Of one further tenant, whose buyers write much more, nothing is told.
 */
import { setTimeout as rest } from 'node:timers/promises'
import { sql } from 'kysely'
import { z } from 'zod'
import { startArgument, startChild, tell } from './child.ts'
import { benchShops } from './shops.ts'
import { createWorld } from './world.ts'

const { databaseUrl, empikplaceUrl, thuliumUrl, tenants, messages, way, loud } = z
  .object({
    databaseUrl: z.string(),
    empikplaceUrl: z.string(),
    thuliumUrl: z.string(),
    tenants: z.number(),
    messages: z.number(),
    /** Settings of the services that choose how they wake each other. */
    way: z.record(z.string(), z.string()),
    /** How many messages the loud tenant gets for each one of all others; none is loud at 0. */
    loud: z.number(),
  })
  .parse(startArgument())

const all = benchShops(tenants + 1, tenants + 1)
const shops = all.slice(0, tenants)
const loudShops = all.slice(tenants)
/** In the name of each of their streams. */
const loudIntegrations = loudShops.map(({ integrationId }) => `%${integrationId}%`)
const world = await createWorld(databaseUrl, all)
const environment = {
  ...world.access,
  EMPIKPLACE_URL: empikplaceUrl,
  THULIUM_URL: `${thuliumUrl}/{system}`,
  EMPIKPLACE_POLL_MS: '250',
  THULIUM_POLL_MS: '3600000',
  ...way,
}
const children = await Promise.all(
  (['ingest', 'projector'] as const).map((service) => startChild('service-process.ts', { environment, service })),
)

/** Milliseconds from the message in the log to what says that it is in its ticket, by the database's clock. */
async function delays(): Promise<number[]> {
  const { rows } = await sql<{ ms: number }>`
    select (extract(epoch from done.recorded_at - message.recorded_at) * 1000)::float8 as ms
    from events as message
    join events as done on done.stream_id = message.stream_id and done.type = 'MessageMirrored'
      and done.data ->> 'messageId' = message.data ->> 'messageId'
    where message.type = 'MessageReceived' and message.stream_id not like all (${loudIntegrations})
    order by message.position
  `.execute(world.store.db)
  return rows.map(({ ms }) => ms)
}

const written = z.object({ threadId: z.string() })
async function buyerWrites(message: { shopId: number; text: string; threadId?: string }): Promise<string> {
  const answer = await fetch(`${empikplaceUrl}/__sandbox/buyer-writes`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(message),
  })
  return written.parse(await answer.json()).threadId
}

/** Waits until all messages but those that opened a ticket are in theirs. */
async function untilMirrored(count: number): Promise<void> {
  while ((await delays()).length < count) await rest(200)
}

const threads = await Promise.all(
  shops.map(async ({ shopId }) => ({ shopId, threadId: await buyerWrites({ shopId, text: 'Dzień dobry' }) })),
)
await Promise.all(threads.map((thread) => buyerWrites({ ...thread, text: 'Czy paczka już wyszła?' })))
// The first of a conversation is in its ticket with the ticket itself, or as one that follows: either way the second one is last.
await untilMirrored(tenants)
const warm = (await delays()).length

/** Conversations of the loud shop, which take its messages in turn. */
const loudThreads = await Promise.all(
  Array.from({ length: 20 }, () => loudShops)
    .flat()
    .map(async ({ shopId }) => ({ shopId, threadId: await buyerWrites({ shopId, text: 'Dzień dobry' }) })),
)
let loudly = 0
async function loudBuyersWrite(): Promise<void> {
  for (let index = 0; index < loud; index++) {
    const thread = loudThreads[loudly++ % loudThreads.length]
    if (thread) await buyerWrites({ ...thread, text: `Jeszcze jedna wiadomość ${loudly}` })
  }
}

/** Far enough apart that a projector which nobody wakes rests in between: it goes on at once while there is something to read. */
const betweenMs = 250
for (let index = 0; index < messages; index++) {
  const thread = threads[index % threads.length]
  if (thread) await buyerWrites({ ...thread, text: `Wiadomość ${index}` })
  await loudBuyersWrite()
  await rest(betweenMs)
}
await untilMirrored(warm + messages)
const measured = (await delays()).slice(-messages).toSorted((a, b) => a - b)
await Promise.all(children.map((child) => child.stop()))
await world.close()
const at = (share: number): number => measured[Math.ceil(measured.length * share) - 1] ?? Number.NaN
tell({ p50: at(0.5), p99: at(0.99), most: at(1) })
process.disconnect()
