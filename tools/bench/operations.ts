import { z } from 'zod'
import { runChild } from './child.ts'
import type { BenchServer } from './database.ts'
import { median, perSecond, type Measurement } from './report.ts'
import { startSandboxes } from './sandboxes.ts'

const result = z.object({
  events: z.number(),
  conversations: z.number(),
  rounds: z.array(
    z.object({
      verifySeconds: z.number(),
      readSeconds: z.number(),
      compareSeconds: z.number(),
      outsideSeconds: z.number(),
    }),
  ),
})

/** What looking through the log costs, and what a reconciliation costs us beside what it asks of others. */
export async function benchOperations(server: BenchServer, quick: boolean): Promise<Measurement[]> {
  const [count, conversations] = quick ? [20_000, 200] : [200_000, 2_000]
  const sandboxes = await startSandboxes({ shops: 1, tenants: 1, conversations: 100 })
  try {
    const { empikplaceUrl, thuliumUrl } = sandboxes
    const { events, rounds } = result.parse(
      await server.withDatabase((databaseUrl) =>
        runChild('operations-run.ts', { databaseUrl, count, conversations, empikplaceUrl, thuliumUrl }),
      ),
    )
    const of = (name: keyof (typeof rounds)[number]): number => median(rounds.map((round) => round[name]))
    const each = (seconds: number): string => `${((1_000 * seconds) / conversations).toFixed(2)} ms a conversation`
    const details = { events, conversations, rounds }
    return [
      {
        what: `verify of ${events} events`,
        ours: perSecond(events / of('verifySeconds'), 'events'),
        comparedWith: `${perSecond(events / of('readSeconds'), 'events')} when the log only reads them`,
        ratio: of('readSeconds') / of('verifySeconds'),
        wouldMoveIt: 'a digest of the bytes as they are stored, instead of one of the sorted document',
        details,
      },
      {
        what: 'reconcile, our own cost',
        ours: each(of('compareSeconds')),
        comparedWith: `${each(of('outsideSeconds'))} of three calls, to a sandbox that answers at once`,
        ratio: of('compareSeconds') / of('outsideSeconds'),
        goal: { rule: 'at most', value: 1 },
        wouldMoveIt: 'turning messages into the text that stands in a ticket',
        details,
      },
    ]
  } finally {
    await sandboxes.stop()
  }
}
