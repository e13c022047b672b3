import { z } from 'zod'
import { runChild, startChild } from './child.ts'
import type { BenchServer } from './database.ts'
import { median, perSecond, type Measurement } from './report.ts'
import { benchShops } from './shops.ts'
import { createTargets } from './targets.ts'

const shops = 20
const tenants = 10
const connections = 32
const rounds = 3

/** Requests a second while a rebuild runs: a thousand dashboards that look every twenty seconds. */
const dashboardsRate = 50

const started = z.object({ url: z.string() })
const loaded = z.object({ perSecond: z.number(), p50Ms: z.number(), p99Ms: z.number() })
type Loaded = z.infer<typeof loaded>

/** The status route against a bare one with the same statement, and against itself while all read models are rebuilt. */
export function benchStatus(server: BenchServer, quick: boolean): Promise<Measurement[]> {
  const count = quick ? 20_000 : 200_000
  const seconds = quick ? 3 : 8
  return server.withDatabase(async (databaseUrl) => {
    await runChild('status-fill.ts', { databaseUrl, count, shops, tenants })
    const [api, bare] = await Promise.all([
      startChild('status-api.ts', { databaseUrl }),
      startChild('status-bare.ts', { databaseUrl }),
    ])
    try {
      const ourUrl = started.parse(api.answer).url
      const bareUrl = started.parse(bare.answer).url
      const shopsOfTenants = benchShops(shops, tenants)
      const targets = (await createTargets(ourUrl, databaseUrl, shopsOfTenants)).map(({ status, accessKey }) => ({
        path: status,
        accessKey,
      }))
      const load = async (url: string, change: object = {}): Promise<Loaded> =>
        loaded.parse(await runChild('load.ts', { url, targets, connections, seconds, ...change }))

      await load(ourUrl, { seconds: 2 })
      await load(bareUrl, { seconds: 2 })
      const ours: Loaded[] = []
      const theirs: Loaded[] = []
      for (let round = 0; round < rounds; round++) {
        ours.push(await load(ourUrl))
        theirs.push(await load(bareUrl))
      }

      const calmly = { rate: dashboardsRate, connections: 4, seconds: seconds * 2 }
      const idle = await load(ourUrl, calmly)
      const rebuild = await startChild('rebuild-loop.ts', { databaseUrl })
      const busy = await load(ourUrl, calmly)
      await rebuild.stop()

      const rate = (of: readonly Loaded[]): number => median(of.map((one) => one.perSecond))
      const p99 = ({ p99Ms }: Loaded): string => `p99 ${p99Ms.toFixed(0)} ms`
      return [
        {
          what: `status of a shop, ${connections} connections, ${shops} shops of ${tenants} tenants`,
          ours: perSecond(rate(ours), 'answers'),
          comparedWith: `${perSecond(rate(theirs), 'answers')} of a bare route with the same statement`,
          ratio: rate(ours) / rate(theirs),
          goal: { rule: 'at least', value: 0.7 },
          wouldMoveIt:
            'the reads of the log that make the status as new as the last change, and the transactions around them',
          details: { ours, theirs },
        },
        {
          what: `status of a shop while all read models are rebuilt, ${dashboardsRate} requests/s`,
          ours: p99(busy),
          comparedWith: `${p99(idle)} while nothing else is at work`,
          ratio: busy.p99Ms / idle.p99Ms,
          goal: { rule: 'at most', value: 2 },
          wouldMoveIt: 'a core more: rebuild and database take two by themselves',
          details: { idle, busy },
        },
      ]
    } finally {
      await Promise.all([api.stop(), bare.stop()])
    }
  })
}
