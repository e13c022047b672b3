import { z } from 'zod'
import { runChild, startChild } from './child.ts'
import type { BenchServer } from './database.ts'
import type { Measurement } from './report.ts'
import { benchShops } from './shops.ts'
import { createTargets } from './targets.ts'

const tenants = 20

const started = z.object({ url: z.string() })
const memory = z.object({ rssMiB: z.number() })

/** Dashboards that hold a stream of changes open each, at one process of the API. */
export function benchStreams(server: BenchServer, quick: boolean): Promise<Measurement[]> {
  const streams = quick ? 200 : 1_000
  const shops = benchShops(tenants, tenants)
  return server.withDatabase(async (databaseUrl) => {
    const fill = { databaseUrl, count: 2_000, shops: tenants, tenants }
    await runChild('status-fill.ts', fill)
    const api = await startChild('status-api.ts', { databaseUrl })
    try {
      const { url } = started.parse(api.answer)
      const targets = await createTargets(url, databaseUrl, shops)
      const before = memory.parse(await api.ask()).rssMiB
      const client = await startChild('streams-client.ts', { url, targets, streams })
      try {
        const open = memory.parse(await api.ask()).rssMiB
        const startedAt = performance.now()
        const allTold = client.ask()
        await runChild('touch.ts', { databaseUrl, tenants })
        await allTold
        const toldMs = performance.now() - startedAt
        return [
          {
            what: `memory of ${streams} open streams of changes in one process`,
            ours: `${open.toFixed(0)} MiB, ${(((open - before) / streams) * 1_024).toFixed(0)} KiB for each`,
            comparedWith: `${before.toFixed(0)} MiB before`,
            ratio: open / before,
            wouldMoveIt: 'most of it are the sockets and the requests that Node keeps for them',
            details: { before, open, streams, toldMs },
          },
        ]
      } finally {
        await client.stop()
      }
    } finally {
      await api.stop()
    }
  })
}
