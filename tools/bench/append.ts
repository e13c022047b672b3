import { benchAppend as measureAppend } from '../../packages/event-log/bench/append.ts'
import type { BenchServer } from './database.ts'
import { perSecond, type Measurement } from './report.ts'

/** Appending to the log with expected revisions, against a plain INSERT of the same rows. */
export async function benchAppend(server: BenchServer): Promise<Measurement[]> {
  const { ours, plain, ratio } = await server.withDatabase((url) => measureAppend(url))
  return [
    {
      what: 'append, 100 events of 25 streams at a time',
      ours: perSecond(ours, 'events'),
      comparedWith: `${perSecond(plain, 'events')} by a plain multi-row INSERT`,
      ratio,
      goal: { rule: 'at least', value: 0.6 },
      wouldMoveIt: 'what is left is the look at the head of each stream, one index descent per stream',
      details: { ours, plain },
    },
  ]
}
