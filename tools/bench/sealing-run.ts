/** Writes a long history and rebuilds the read models from it, with or without sealed texts; then verifies the chain of it. */
import { createPostgresEventLog, isChained } from '@connector/event-log'
import { createProjection } from '@connector/projector'
import { createSealedLog } from '@connector/repository'
import { connectWorker, createConversationKeys, migrate, resetReadModels } from '@connector/store'
import { z } from 'zod'
import { startArgument, tell } from './child.ts'
import { writeHistory } from './history.ts'
import { benchShops } from './shops.ts'

const { databaseUrl, count, sealed } = z
  .object({ databaseUrl: z.string(), count: z.number(), sealed: z.boolean() })
  .parse(startArgument())

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return (performance.now() - startedAt) / 1000
}

await migrate(databaseUrl)
const store = connectWorker({ url: databaseUrl })
const stored = createPostgresEventLog({ pool: store.pool, onError: () => undefined })
/** As a process that has just started: without keys in memory. */
const openLog = () =>
  sealed
    ? createSealedLog(
        stored,
        createConversationKeys({ masterKey: Buffer.alloc(32, 1), oldMasterKey: undefined }),
        store.pool,
      )
    : stored

let events = 0
const appendSeconds = await secondsOf(async () => (events = await writeHistory(openLog(), count, benchShops(50, 50))))
await store.pool.query('analyze').catch(() => undefined)

const rebuildSeconds: number[] = []
for (let round = 0; round < 2; round++) {
  await resetReadModels(store)
  const projection = createProjection(openLog(), store)
  rebuildSeconds.push(
    await secondsOf(async () => {
      while ((await projection.next()).events > 0);
    }),
  )
}

const verifySeconds = await secondsOf(async () => {
  const log = openLog()
  const last = new Map<string, Buffer | undefined>()
  let after: string | undefined
  for (;;) {
    const page = await log.readChain(after, 2_000)
    if (page.events.length === 0) return
    for (const event of page.events) {
      if (!isChained(event, last.get(event.streamId))) throw new Error(`${event.streamId} is broken`)
      last.set(event.streamId, event.digest)
    }
    after = page.next
  }
})
tell({ events, appendSeconds, rebuildSeconds: Math.min(...rebuildSeconds), verifySeconds })
await stored.close()
await store.close()
process.disconnect()
