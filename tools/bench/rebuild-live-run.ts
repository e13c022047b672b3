/**
 * A projector at work while messages arrive, so many a second; when asked for the first time it begins to rebuild everything, again
 * and again. Asked for the second time it ends, and tells what became of the messages. Fails where one is lost or there twice.
 */
import { setTimeout as delay } from 'node:timers/promises'
import { randomUUID } from 'node:crypto'
import { requestOperation } from '@connector/domain/operations'
import type { ConversationEvent } from '@connector/domain/events'
import { allTenants } from '@connector/domain/words'
import { createPostgresEventLog } from '@connector/event-log'
import { createRuns, startOperations } from '@connector/operations'
import { createProjection, operationHandlers } from '@connector/projector'
import { createRepository } from '@connector/repository'
import { createLog } from '@connector/service-kit'
import { connectWorker } from '@connector/store'
import { z } from 'zod'
import { onAsked, startArgument, tell } from './child.ts'
import { benchShops } from './shops.ts'

const { databaseUrl, perSecond, shops, tenants } = z
  .object({ databaseUrl: z.string(), perSecond: z.number(), shops: z.number(), tenants: z.number() })
  .parse(startArgument())

const store = connectWorker({ url: databaseUrl })
const log = createPostgresEventLog({ pool: store.pool, onError: () => undefined })
const repository = createRepository(() => log, 'bench')
const projection = createProjection(log, store)
const all = benchShops(shops, tenants)
let stage: 'arriving' | 'rebuilding' | 'ending' = 'arriving'
const stageNow = (): typeof stage => stage

const message = (messageId: string): ConversationEvent => {
  const sentAt = new Date().toISOString()
  return {
    type: 'MessageReceived',
    data: {
      ...{ messageId, author: 'customer', authorType: 'CUSTOMER_USER', authorName: 'Anna K.', to: [], attachments: [] },
      ...{ body: 'Dzień dobry, gdzie jest moja paczka?', sentAt, opensTicket: true },
      thread: {
        ...{
          topic: { type: 'FREE_TEXT', value: 'Pytanie' },
          entities: [],
          customerId: 'klient',
          customerName: 'Anna K.',
        },
        ...{ updatedAt: sentAt, shopReplyNeededSince: sentAt },
      },
    },
  }
}

/** Ten conversations at a time, each of which gets ten messages in turn. */
const atOnce = 10
const inOne = 10
const threadOf = (number: number): string => `na-zywo-${Math.floor(number / (atOnce * inOne))}-${number % atOnce}`
const placeOf = (number: number): number => Math.floor((number % (atOnce * inOne)) / atOnce)

/** By conversation and place in it: when the log had it. */
const appendedAt = new Map<string, number>()
const slowest: number[] = []
let next = 0

async function append(number: number): Promise<void> {
  const shop = all[number % atOnce]
  if (!shop) throw new Error('There is no shop')
  const { tenantId, integrationId } = shop
  const threadId = threadOf(number)
  await repository.changeConversation({ tenantId, integrationId, threadId }, 'bench', () => [message(`m${number}`)])
  appendedAt.set(`${threadId} ${placeOf(number)}`, performance.now())
}

/** None waits for the one before, as in many shops. */
async function arrive(): Promise<void> {
  const begun = performance.now()
  const underWay = new Set<Promise<void>>()
  for (; stageNow() !== 'ending'; next += 1) {
    const one: Promise<void> = append(next).finally(() => underWay.delete(one))
    underWay.add(one)
    await delay(Math.max(0, begun + ((next + 1) * 1_000) / perSecond - performance.now()))
  }
  await Promise.all(underWay)
}

/** What the read models have of it by now. */
async function watch(): Promise<void> {
  const waiting = [...appendedAt.keys()]
  if (waiting.length === 0) return
  const threads = [...new Set(waiting.map((key) => key.split(' ')[0] ?? ''))]
  const rows = await store.db
    .selectFrom('conversations')
    .select(['thread_id', 'message_count'])
    .where('thread_id', 'in', threads)
    .execute()
  const counts = new Map(rows.map((row) => [row.thread_id, row.message_count]))
  for (const [key, at] of [...appendedAt]) {
    const [threadId = '', place = ''] = key.split(' ')
    if ((counts.get(threadId) ?? 0) <= Number(place)) continue
    slowest.push(performance.now() - at)
    appendedAt.delete(key)
  }
}

let arrived = false
const isOver = (): boolean => arrived && appendedAt.size === 0

async function follow(): Promise<void> {
  while (!isOver()) {
    const { events } = await projection.next()
    if (events === 0) await delay(50)
  }
}

async function watchAll(): Promise<void> {
  while (!isOver()) {
    await watch()
    await delay(100)
  }
}

const results: { events: number; longestPauseMs: number }[] = []
const operations = startOperations({
  runs: createRuns(store, randomUUID(), 30_000),
  repository,
  handlers: operationHandlers({ log, store, repository, now: () => new Date() }),
  log: createLog('bench', 'error'),
  ttlMs: 30_000,
  now: () => new Date(),
})

/** The whole of everything, one after the other; the one under way is let to its end. */
async function rebuild(): Promise<void> {
  while (stageNow() === 'arriving') await delay(50)
  while (stageNow() === 'rebuilding' || results.length === 0) {
    const operationId = randomUUID()
    const asked = { operationId, kind: 'rebuild', scope: {}, dryRun: false, requestedBy: 'bench' }
    await repository.changeOperations(allTenants, 'bench', (state) => requestOperation(state, asked))
    for (;;) {
      const known = (await repository.operations(allTenants)).state.operations.get(operationId)
      if (known?.status === 'failed') throw new Error(known.failure)
      if (known?.status === 'finished') {
        const { events, longestPauseMs, rowsMissing, rowsExtra, rowsDiffering } = known.result ?? {}
        const drift = [rowsMissing, rowsExtra, rowsDiffering].map(Number)
        if (drift.some((count) => count !== 0)) throw new Error(`Rows were wrong: ${drift.join(', ')}`)
        results.push({ events: Number(events), longestPauseMs: Number(longestPauseMs) })
        break
      }
      await delay(100)
    }
  }
}

/** @throws where a message is not there, or more often than once */
async function assertAllOnce(): Promise<void> {
  const { rows: counts } = await store.pool.query<{ messages: number; threads: number }>(
    `select coalesce(sum(message_count), 0)::int as messages, count(*)::int as threads from conversations where thread_id like 'na-zywo-%'`,
  )
  const { rows: effects } = await store.pool.query<{ all: number; different: number; messages: number }>(
    `select count(*)::int as all, count(distinct (tenant_id, effect_key))::int as different,
       count(distinct (tenant_id, thread_id, subject)) filter (where kind = 'message:mirror')::int as messages
     from effects where thread_id like 'na-zywo-%'`,
  )
  const threads = new Set(Array.from({ length: next }, (_, number) => threadOf(number))).size
  const told = JSON.stringify({ sent: next, threads, counts: counts[0], effects: effects[0] })
  if (counts[0]?.messages !== next || counts[0].threads !== threads)
    throw new Error(`Messages are lost or doubled: ${told}`)
  // The first message of each conversation makes its ticket.
  if (effects[0]?.all !== effects[0]?.different || effects[0]?.messages !== next - threads)
    throw new Error(`Writes are lost or doubled: ${told}`)
}

const work = Promise.all([
  arrive().then(() => {
    arrived = true
  }),
  follow(),
  watchAll(),
  rebuild(),
])
onAsked(async () => {
  if (stage === 'arriving') {
    stage = 'rebuilding'
    return {}
  }
  stage = 'ending'
  await work
  await operations.stop()
  await assertAllOnce()
  await log.close()
  await store.close()
  setImmediate(() => process.disconnect())
  return { messages: next, slowestMs: Math.max(...slowest), rebuilds: results }
})
tell({})
