import { z } from 'zod'
import { runChild } from './child.ts'
import type { BenchServer } from './database.ts'
import { perSecond, type Measurement } from './report.ts'

const result = z.object({
  events: z.number(),
  appendSeconds: z.number(),
  rebuildSeconds: z.number(),
  verifySeconds: z.number(),
})

/** What it costs that texts of buyers are sealed in the log, and how fast its chain is checked. */
export async function benchSealing(server: BenchServer, quick: boolean): Promise<Measurement[]> {
  const count = quick ? 10_000 : 100_000
  const run = async (sealed: boolean) =>
    result.parse(await server.withDatabase((databaseUrl) => runChild('sealing-run.ts', { databaseUrl, count, sealed })))
  const open = await run(false)
  const sealed = await run(true)
  const rate = (seconds: number): string => perSecond(sealed.events / seconds, 'events')
  const details = { open, sealed }
  return [
    {
      what: `append of ${sealed.events} events with sealed texts`,
      ours: rate(sealed.appendSeconds),
      comparedWith: `${rate(open.appendSeconds)} with texts in clear`,
      ratio: open.appendSeconds / sealed.appendSeconds,
      goal: { rule: 'at least', value: 0.5 },
      wouldMoveIt: 'one key is made for each new conversation, and each text is a cipher of its own',
      details,
    },
    {
      what: `rebuild from ${sealed.events} events with sealed texts`,
      ours: rate(sealed.rebuildSeconds),
      comparedWith: `${rate(open.rebuildSeconds)} with texts in clear`,
      ratio: open.rebuildSeconds / sealed.rebuildSeconds,
      goal: { rule: 'at least', value: 0.5 },
      wouldMoveIt: 'keys are read once a page; each text is opened by itself',
      details,
    },
    {
      what: 'checking the chain of the sealed log',
      ours: rate(sealed.verifySeconds),
      comparedWith: `${rate(open.verifySeconds)} with texts in clear`,
      ratio: open.verifySeconds / sealed.verifySeconds,
      goal: { rule: 'at least', value: 0.3 },
      wouldMoveIt: 'verify also reads what events say, and so opens them',
      details,
    },
  ]
}
