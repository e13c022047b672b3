import { z } from 'zod'
import { runChild } from './child.ts'
import type { BenchServer } from './database.ts'
import type { Measurement } from './report.ts'
import { startSandboxes, type Sandboxes } from './sandboxes.ts'

const sides = z.object({ empikplace: z.number(), thulium: z.number() })

const spent = z.object({ cpuSeconds: z.number(), databaseSeconds: z.number(), sandboxSeconds: z.number() })

const bareResult = spent.extend({ looks: z.number() })
type Bare = z.infer<typeof bareResult>

const result = spent.extend({
  shops: z.number(),
  leasesSeconds: z.number(),
  windowSeconds: z.number(),
  looks: sides,
  lateLooks: z.number(),
  looked: sides,
  mostCallsOfOneShop: z.number(),
  transactions: z.number(),
  rssMiB: z.number(),
})
type Steady = z.infer<typeof result>

const pollMs = 60_000

/** From when every lease is held: each look was made once by then, and a start is no part of what is measured. */
const settleMs = 60_000

const looksOf = ({ looks }: Steady): number => looks.empikplace + looks.thulium

const milliseconds = (seconds: number, looks: number): number => (seconds * 1_000) / looks

const costText = ({ cpuSeconds, databaseSeconds }: z.infer<typeof spent>, looks: number): string =>
  `${milliseconds(cpuSeconds, looks).toFixed(2)} ms ours, ${milliseconds(databaseSeconds, looks).toFixed(2)} PostgreSQL`

function measurementsOf(details: Steady, bare: Bare): Measurement[] {
  const { shops, windowSeconds, lateLooks, looks, cpuSeconds, databaseSeconds, rssMiB } = details
  const all = looksOf(details)
  const due = (2 * shops * windowSeconds * 1_000) / pollMs
  const of = (seconds: number): string => `${((seconds * 100) / windowSeconds).toFixed(0)} % of a core`
  const inAll = milliseconds(cpuSeconds + databaseSeconds, all)
  const least = milliseconds(bare.cpuSeconds + bare.databaseSeconds, bare.looks)
  const where = `${shops} idle shops`
  return [
    {
      what: `looks that were due in ${windowSeconds.toFixed(0)} s, ${where}`,
      ours: `${all} looks, ${lateLooks} late at the end; ${rssMiB.toFixed(0)} MiB with a heap of 256`,
      comparedWith: `${due.toFixed(0)} that come due`,
      ratio: all / due,
      // The looks at both sides are spread over ±5 % of the interval.
      goal: { rule: 'at least', value: 0.97 },
      wouldMoveIt: 'more processes, which share the shops',
      details,
    },
    {
      what: `M11 calls of one shop in that time, ${where}`,
      ours: `${looks.empikplace} of all`,
      comparedWith: `${(due / 2).toFixed(0)} that come due`,
      ratio: looks.empikplace / (due / 2),
      goal: { rule: 'at most', value: 1.05 },
      wouldMoveIt: 'nothing: one call per shop and interval is the least that EmpikPlace offers',
      details,
    },
    {
      what: `processor time of a look that finds nothing, ${where}`,
      ours: `${costText(details, all)}; ${of(cpuSeconds)} ours, ${of(databaseSeconds)} PostgreSQL`,
      comparedWith: `${costText(bare, bare.looks)}, by a script with the same calls and cursors`,
      ratio: inAll / least,
      wouldMoveIt: 'the calls themselves, which are most of what is left',
      details: { ...details, bare },
    },
    {
      what: `cores that ${where} keep busy, ours and PostgreSQL's, the busier one`,
      ours: `${of(cpuSeconds)} and ${of(databaseSeconds)}`,
      comparedWith: 'one core',
      ratio: Math.max(cpuSeconds, databaseSeconds) / windowSeconds,
      // Of 10 000 shops; fewer must do with less.
      goal: { rule: 'at most', value: (0.5 * Math.max(shops, 1_000)) / 10_000 },
      wouldMoveIt: 'fewer statements for a look; longer times between looks',
      details,
    },
  ]
}

async function withSandboxes<T>(shops: number, work: (sandboxes: Sandboxes) => Promise<T>): Promise<T> {
  const sandboxes = await startSandboxes({ shops, tenants: shops, conversations: 0 })
  try {
    return await work(sandboxes)
  } finally {
    await sandboxes.stop()
  }
}

interface Run {
  script: string
  shops: number
  settleMs: number
  windowMs: number
  heapMiB: number
}

const run = (server: BenchServer, { script, ...amounts }: Run): Promise<unknown> =>
  withSandboxes(amounts.shops, ({ pid, empikplaceUrl, thuliumUrl }) =>
    server.withDatabase((databaseUrl) =>
      runChild(script, { databaseUrl, empikplaceUrl, thuliumUrl, sandboxes: pid, pollMs, ...amounts }),
    ),
  )

/** Many shops, each a tenant of its own, in one process while no buyer writes: what it costs to be there. */
export async function benchSteady(server: BenchServer, quick: boolean): Promise<Measurement[]> {
  const windowMs = quick ? 30_000 : 120_000
  const measurements: Measurement[] = []
  for (const shops of quick ? [1_000] : [1_000, 5_000, 10_000]) {
    const amounts = { shops, windowMs, heapMiB: 256 }
    const bare = bareResult.parse(await run(server, { ...amounts, script: 'steady-bare.ts', settleMs: settleMs / 6 }))
    measurements.push(
      ...measurementsOf(result.parse(await run(server, { ...amounts, script: 'steady-run.ts', settleMs })), bare),
    )
  }
  return measurements
}

/** After a power cut: one process comes up alone and has to take all shops. */
export async function benchColdStart(server: BenchServer, quick: boolean): Promise<Measurement[]> {
  const shops = quick ? 1_000 : 20_000
  const amounts = { shops, settleMs: 0, windowMs: 1_000, heapMiB: 1_024 }
  const details = result.parse(await run(server, { ...amounts, script: 'steady-run.ts' }))
  return [
    {
      what: `seconds from a cold start until the leases of ${shops} shops are held by both services`,
      ours: `${details.leasesSeconds.toFixed(1)} s; ${details.rssMiB.toFixed(0)} MiB with a heap of ${amounts.heapMiB}`,
      comparedWith: 'one second',
      ratio: details.leasesSeconds,
      goal: { rule: 'at most', value: 60 },
      wouldMoveIt: 'more leases taken by one statement',
      details,
    },
  ]
}
