/**
 * Rebuilds the read models from a long history, and reads the same rows by plain queries; tells the times of both, three
 * times in turn.
 */
import { createPostgresEventLog } from '@connector/event-log'
import { createProjection } from '@connector/projector'
import { connectWorker, migrate, resetReadModels, type WorkerStore } from '@connector/store'
import { z } from 'zod'
import { startArgument, tell } from './child.ts'
import { writeHistory } from './history.ts'
import { benchShops } from './shops.ts'

const { databaseUrl, count } = z.object({ databaseUrl: z.string(), count: z.number() }).parse(startArgument())

interface Step {
  events: number
  seconds: number
}

async function timed(work: () => Promise<number>): Promise<Step> {
  const startedAt = performance.now()
  const events = await work()
  return { events, seconds: (performance.now() - startedAt) / 1000 }
}

const seconds = (steps: readonly Step[]): number => steps.reduce((sum, step) => sum + step.seconds, 0)
const events = (steps: readonly Step[]): number => steps.reduce((sum, step) => sum + step.events, 0)

await migrate(databaseUrl)
const store = connectWorker({ url: databaseUrl })
const log = createPostgresEventLog({ pool: store.pool, onError: () => undefined })
const written = await writeHistory(log, count, benchShops(50, 50))
// As autovacuum would have done by the time of a rebuild, and so that it does not begin in the middle of one.
await vacuum(databaseUrl)

async function vacuum(url: string): Promise<void> {
  const owner = new (await import('pg')).default.Client({ connectionString: url })
  await owner.connect()
  await owner.query('vacuum analyze')
  await owner.query('checkpoint')
  await owner.end()
}

async function rebuild(): Promise<Step[]> {
  await resetReadModels(store)
  await vacuum(databaseUrl)
  const projection = createProjection(log, store)
  const steps: Step[] = []
  for (;;) {
    const step = await timed(async () => (await projection.next()).events)
    if (step.events === 0) break
    steps.push(step)
  }
  if (events(steps) !== written) throw new Error(`${events(steps)} of ${written} events were projected`)
  return steps
}

const pageSql = `select * from events where (transaction_id, position) > ($1::xid8, $2::bigint)
  order by transaction_id, position limit $3`

async function readPlainly({ pool }: WorkerStore, pageSize: number): Promise<number> {
  let after = ['0', '0']
  let read = 0
  for (;;) {
    const page = await pool.query<{ transaction_id: string; position: number }>({
      name: 'bench_page',
      text: pageSql,
      values: [...after, pageSize],
    })
    const last = page.rows.at(-1)
    if (!last) return read
    read += page.rows.length
    after = [last.transaction_id, String(last.position)]
  }
}

const rounds: { rebuildSeconds: number; readSeconds: number; growth: number }[] = []
for (let round = 0; round < 3; round++) {
  const steps = await rebuild()
  const pageSize = Math.max(...steps.map((step) => step.events))
  const plain = await timed(() => readPlainly(store, pageSize))
  if (plain.events !== written) throw new Error(`${plain.events} of ${written} events were read`)
  const tenth = Math.max(1, Math.floor(steps.length / 10))
  const costOf = (part: readonly Step[]): number => seconds(part) / events(part)
  rounds.push({
    rebuildSeconds: seconds(steps),
    readSeconds: plain.seconds,
    growth: costOf(steps.slice(-tenth)) / costOf(steps.slice(0, tenth)),
  })
}
tell({ events: written, rounds })
await log.close()
await store.close()
process.disconnect()
