import { z } from 'zod'
import { runChild, startChild } from './child.ts'
import type { BenchServer } from './database.ts'
import type { Measurement } from './report.ts'
import { benchShops } from './shops.ts'
import { createTargets } from './targets.ts'

const [shops, tenants] = [20, 10]

/** Messages of all shops together, and a thousand dashboards that look every twenty seconds. */
const messagesPerSecond = 50
const dashboardsPerSecond = 50

/** From then on health says that the projection is behind. */
const lateMs = 120_000

const started = z.object({ url: z.string() })
const loaded = z.object({ perSecond: z.number(), p50Ms: z.number(), p99Ms: z.number() })
const result = z.object({
  messages: z.number(),
  slowestMs: z.number(),
  rebuilds: z.array(z.object({ events: z.number(), longestPauseMs: z.number() })).min(1),
})

/** The operation `rebuild` of everything while messages arrive; the run itself fails where one is lost or there twice. */
export function benchRebuildLive(server: BenchServer, quick: boolean): Promise<Measurement[]> {
  const count = quick ? 10_000 : 200_000
  const seconds = quick ? 5 : 30
  return server.withDatabase(async (databaseUrl) => {
    await runChild('status-fill.ts', { databaseUrl, count, shops, tenants })
    const api = await startChild('status-api.ts', { databaseUrl })
    try {
      const { url } = started.parse(api.answer)
      const targets = (await createTargets(url, databaseUrl, benchShops(shops, tenants))).map(
        ({ status, accessKey }) => ({
          path: status,
          accessKey,
        }),
      )
      const load = async (length = seconds) =>
        loaded.parse(
          await runChild('load.ts', { url, targets, connections: 4, seconds: length, rate: dashboardsPerSecond }),
        )
      await load(2)
      const idle = await load()
      const live = await startChild('rebuild-live-run.ts', {
        ...{ databaseUrl, perSecond: messagesPerSecond, shops, tenants },
      })
      const arriving = await load()
      await live.ask()
      const busy = await load()
      const { messages, slowestMs, rebuilds } = result.parse(await live.ask())
      await live.ended
      const details = { count, idle, arriving, busy, messages, slowestMs, rebuilds }
      const p99 = ({ p99Ms }: { p99Ms: number }): string => `p99 ${p99Ms.toFixed(0)} ms`
      const during = `while ${rebuilds[0]?.events ?? 0} events are rebuilt and ${messagesPerSecond} messages/s arrive`
      return [
        {
          what: `status of a shop ${during}`,
          ours: p99(busy),
          comparedWith: `${p99(idle)} while nothing else is at work`,
          ratio: busy.p99Ms / idle.p99Ms,
          goal: { rule: 'at most', value: 2 },
          wouldMoveIt: 'a core more: rebuild, projection and database take two by themselves',
          details,
        },
        {
          what: `slowest of ${messages} messages ${during}, each there once`,
          ours: `${slowestMs.toFixed(0)} ms until it is in the list`,
          comparedWith: `${lateMs} ms, from which on health says that it is late`,
          ratio: slowestMs / lateMs,
          goal: { rule: 'at most', value: 1 },
          wouldMoveIt: 'the pause of the swap, for the rows of the largest tenant',
          details,
        },
      ]
    } finally {
      await api.stop()
    }
  })
}
