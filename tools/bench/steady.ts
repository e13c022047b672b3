import { z } from 'zod'
import { runChild } from './child.ts'
import type { BenchServer } from './database.ts'
import type { Measurement } from './report.ts'
import { startSandboxes } from './sandboxes.ts'

const result = z.object({
  shops: z.number(),
  warmUpSeconds: z.number(),
  windowSeconds: z.number(),
  runSeconds: z.number(),
  looks: z.number(),
  looked: z.number(),
  calls: z.number(),
  mostCallsOfOneShop: z.number(),
  cpuShare: z.number(),
  rssMiB: z.number(),
})

const pollMs = 60_000
const windowMs = 30_000

/** Many shops, each a tenant of its own, in one process while no buyer writes: what it costs to be there. */
export async function benchSteady(server: BenchServer, quick: boolean): Promise<Measurement[]> {
  const shops = quick ? 300 : 5_000
  const sandboxes = await startSandboxes({ shops, tenants: shops, conversations: 0 })
  try {
    const { empikplaceUrl, thuliumUrl } = sandboxes
    const details = result.parse(
      await server.withDatabase((databaseUrl) =>
        runChild('steady-run.ts', { databaseUrl, empikplaceUrl, thuliumUrl, shops, pollMs, windowMs }),
      ),
    )
    const { looked, calls, looks, windowSeconds, cpuShare, rssMiB } = details
    const due = (shops * windowSeconds * 1_000) / pollMs
    return [
      {
        what: `M11 calls per look at a shop, ${shops} idle shops`,
        ours: `${calls} calls`,
        comparedWith: `${looked} shops looked at once each`,
        ratio: calls / looked,
        goal: { rule: 'exactly', value: 1 },
        wouldMoveIt: 'nothing: one call per shop and interval is the least that EmpikPlace offers',
        details,
      },
      {
        what: `looks done in ${windowSeconds.toFixed(0)} s of the steady state`,
        ours: `${looks} looks, ${(cpuShare * 100).toFixed(0)} % of a core, ${rssMiB.toFixed(0)} MiB`,
        comparedWith: `${due.toFixed(0)} that come due at ${pollMs / 1_000} s each`,
        ratio: looks / due,
        wouldMoveIt: 'the look at Thulium, which comes every 45 s, is more than half of the calls',
        details,
      },
    ]
  } finally {
    await sandboxes.stop()
  }
}
