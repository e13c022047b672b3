import { z } from 'zod'
import { runChild } from './child.ts'
import type { BenchServer } from './database.ts'
import { median, perSecond, type Measurement } from './report.ts'

const result = z.object({
  events: z.number(),
  rounds: z.array(z.object({ rebuildSeconds: z.number(), readSeconds: z.number(), growth: z.number() })),
})

/** All read models and the ledger from the log alone, as after a loss or a new version of a read model. */
export async function benchRebuild(server: BenchServer, quick: boolean): Promise<Measurement[]> {
  const count = quick ? 20_000 : 200_000
  const { events, rounds } = result.parse(
    await server.withDatabase((databaseUrl) => runChild('rebuild-run.ts', { databaseUrl, count })),
  )
  const rate = (seconds: number[]): string => perSecond(events / median(seconds), 'events')
  const details = { events, rounds }
  return [
    {
      what: `rebuild of all read models from ${events} events`,
      ours: rate(rounds.map(({ rebuildSeconds }) => rebuildSeconds)),
      comparedWith: `${rate(rounds.map(({ readSeconds }) => readSeconds))} when the same rows are only read`,
      ratio: median(rounds.map(({ rebuildSeconds, readSeconds }) => readSeconds / rebuildSeconds)),
      goal: { rule: 'at least', value: 0.3 },
      wouldMoveIt: 'writing fewer effect rows that are confirmed already, and fewer indexes on them',
      details,
    },
    {
      what: 'cost of an event in the last tenth of the rebuild',
      ours: 'the last tenth',
      comparedWith: 'the first tenth',
      ratio: median(rounds.map(({ growth }) => growth)),
      goal: { rule: 'at most', value: 1.1 },
      wouldMoveIt: 'it grows with the depth of the indexes and with what the database caches hold',
      details,
    },
  ]
}
