import { z } from 'zod'
import { runChild } from './child.ts'
import type { BenchServer } from './database.ts'
import { perSecond, type Measurement } from './report.ts'
import { startSandboxes } from './sandboxes.ts'

const result = z.object({
  processes: z.number(),
  rate: z.number(),
  seconds: z.number(),
  connections: z.number(),
  shares: z.array(z.number()),
  transactions: z.number(),
})
type Result = z.infer<typeof result>

const latencyMs = 50

/**
 * A backlog of one conversation for each of many accounts, with the budgets of production and an outside that takes its time: what
 * holds one process up then is how much it may have under way, and not the two cores that all share here.
 */
export async function benchProcesses(server: BenchServer, quick: boolean): Promise<Measurement[]> {
  const conversations = quick ? 240 : 960
  const runs: Result[] = []
  for (const processes of [1, 2, 4]) {
    const sandboxes = await startSandboxes({ shops: conversations, tenants: conversations, conversations, latencyMs })
    const { empikplaceUrl, thuliumUrl } = sandboxes
    try {
      const amounts = { tenants: conversations, conversations, processes }
      runs.push(
        result.parse(
          await server.withDatabase((databaseUrl) =>
            runChild('processes-run.ts', { databaseUrl, empikplaceUrl, thuliumUrl, ...amounts }),
          ),
        ),
      )
    } finally {
      await sandboxes.stop()
    }
  }
  const [one] = runs
  if (!one) return []
  return runs.slice(1).map((run) => ({
    what: `${run.processes} processes on one database, outside ${latencyMs} ms away, ${conversations} accounts`,
    ours:
      `${perSecond(run.rate, 'conversations')}, ${run.connections} connections at most, ${run.transactions.toFixed(1)} transactions ` +
      `a conversation, shares of accounts ${run.shares.join(', ')} %`,
    comparedWith: `${perSecond(one.rate, 'conversations')}, ${one.connections} connections, ${one.transactions.toFixed(1)} transactions by one`,
    ratio: run.rate / one.rate,
    ...(run.processes === 2 && { goal: { rule: 'at least', value: 1.6 } as const }),
    wouldMoveIt: 'cores: processes, sandboxes and the database share those of this machine',
    details: { one, run },
  }))
}
