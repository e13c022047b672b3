/** One of those compared, in a process of its own; tells what a piece of work took of time and of the processor. */
import { z } from 'zod'
import { startArgument, tell } from '../child.ts'
import { processorTime, serverOf } from '../../processor-time.ts'
import { openGraphileWorker } from './graphile-worker.ts'
import { openOurs } from './ours.ts'
import { openPgBoss } from './pg-boss.ts'
import type { Queue } from './queue.ts'

const ways: Record<string, (databaseUrl: string) => Promise<Queue>> = {
  ours: openOurs,
  'graphile-worker': (url) => openGraphileWorker(url, false),
  'graphile-worker with a local queue': (url) => openGraphileWorker(url, true),
  'pg-boss in batches': openPgBoss,
}

const { databaseUrl, way, amount } = z
  .object({ databaseUrl: z.string(), way: z.string(), amount: z.number() })
  .parse(startArgument())

const open = ways[way]
if (!open) throw new Error(`There is no ${way}`)
const queue = await open(databaseUrl)
await queue.fill(Math.ceil(amount / 10))
await queue.work()
await queue.fill(amount)
const roots = { process: process.pid, database: await serverOf(databaseUrl) }
const before = await processorTime(roots)
const startedAt = performance.now()
await queue.work()
const seconds = (performance.now() - startedAt) / 1000
const after = await processorTime(roots)
await queue.close()
tell({ seconds, process: after.process - before.process, database: after.database - before.database })
process.disconnect()
