import { z } from 'zod'
import { runChild } from './child.ts'
import type { BenchServer } from './database.ts'
import { median, perSecond, type Measurement } from './report.ts'
import { callsBySubject, startSandboxes, type Sandboxes } from './sandboxes.ts'

const tenants = 50
// The defaults of POLL_CONCURRENCY and EFFECT_CONCURRENCY, so that both sides have as many calls under way.
const looksAtOnce = 32
const conversationsAtOnce = 64

const timing = z.object({ seconds: z.number(), cpuSeconds: z.number() })
type Timing = z.infer<typeof timing>

/** Runs one side against sandboxes of its own, and makes sure that every conversation got exactly one ticket. */
async function run(conversations: number, side: (sandboxes: Sandboxes) => Promise<unknown>): Promise<Timing> {
  const sandboxes = await startSandboxes({ shops: tenants, tenants, conversations })
  try {
    const result = timing.parse(await side(sandboxes))
    const tickets = await callsBySubject(sandboxes.thuliumUrl, 'POST tickets')
    const made = [...tickets.values()].reduce((sum, count) => sum + count, 0)
    if (made !== conversations) throw new Error(`${made} tickets were made of ${conversations} conversations`)
    return result
  } finally {
    await sandboxes.stop()
  }
}

/** A backlog of conversations, one message and one buyer each, until every one has its customer and its ticket. */
export async function benchBacklog(server: BenchServer, quick: boolean): Promise<Measurement[]> {
  const conversations = quick ? 500 : 5_000
  const rounds: { ours: Timing; bare: Timing }[] = []
  for (let round = 0; round < 3; round++) {
    const bare = await run(conversations, ({ empikplaceUrl, thuliumUrl }) =>
      runChild('backlog-bare.ts', { empikplaceUrl, thuliumUrl, tenants, looksAtOnce, conversationsAtOnce }),
    )
    const ours = await server.withDatabase((databaseUrl) =>
      run(conversations, ({ empikplaceUrl, thuliumUrl }) =>
        runChild('backlog-ours.ts', { databaseUrl, empikplaceUrl, thuliumUrl, tenants, conversations }),
      ),
    )
    rounds.push({ ours, bare })
  }
  const rate = (side: 'ours' | 'bare'): number => median(rounds.map((round) => conversations / round[side].seconds))
  return [
    {
      what: `backlog of ${conversations} conversations to tickets, ${tenants} tenants`,
      ours: perSecond(rate('ours'), 'conversations'),
      comparedWith: `${perSecond(rate('bare'), 'conversations')} by a script with the same calls that stores nothing`,
      ratio: median(rounds.map(({ ours, bare }) => bare.seconds / ours.seconds)),
      goal: { rule: 'at least', value: 0.5 },
      wouldMoveIt:
        'fewer round trips to the database: 2.4 statements for each conversation, which cost more processor time than the ' +
        'calls to the outside; and more cores, since ours, the database and the sandboxes share them',
      details: { conversations, tenants, rounds },
    },
  ]
}
