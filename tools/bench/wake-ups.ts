import { z } from 'zod'
import { runChild } from './child.ts'
import type { BenchServer } from './database.ts'
import type { Measurement } from './report.ts'
import { startSandboxes } from './sandboxes.ts'

const result = z.object({ p50: z.number(), p99: z.number(), most: z.number() })
type Result = z.infer<typeof result>

const tenants = 20

async function run(server: BenchServer, messages: number, way: Record<string, string>, loud = 0): Promise<Result> {
  const sandboxes = await startSandboxes({ shops: tenants + 1, tenants: tenants + 1, conversations: 0 })
  const { empikplaceUrl, thuliumUrl } = sandboxes
  try {
    const argument = { empikplaceUrl, thuliumUrl, tenants, messages, way, loud }
    return result.parse(
      await server.withDatabase((databaseUrl) => runChild('wake-ups-run.ts', { ...argument, databaseUrl })),
    )
  } finally {
    await sandboxes.stop()
  }
}

const told = ({ p50, p99 }: Result): string => `p99 ${p99.toFixed(0)} ms, half within ${p50.toFixed(0)} ms`

/** Budgets are those of production, which a loud tenant uses up: what waits for its budget must not stand in others' way. */
export async function benchLoudTenant(server: BenchServer, quick: boolean): Promise<Measurement[]> {
  const messages = quick ? 100 : 400
  const calm = await run(server, messages, {})
  // Messages go to the others in turn, so that each gets every twentieth; five of its own for each of them are a hundred times that.
  const besideLoud = await run(server, messages, {}, 100 / tenants)
  return [
    {
      what: 'p99 of a message from the log to its ticket, while one tenant gets 100 times the messages',
      ours: told(besideLoud),
      comparedWith: `${told(calm)} without it; the ratio is the seconds it adds to p99`,
      ratio: (besideLoud.p99 - calm.p99) / 1_000,
      goal: { rule: 'at most', value: 1 },
      wouldMoveIt: 'a smaller share of a process for one tenant; more cores',
      details: { calm, besideLoud },
    },
  ]
}

/** From a message in the log to its ticket, ingest and projector apart: woken by NATS, by PostgreSQL, and by nobody. */
export async function benchWakeUps(server: BenchServer, quick: boolean): Promise<Measurement[]> {
  const messages = quick ? 100 : 400
  const polling = await run(server, messages, { WAKE_UPS: 'poll' })
  const line = (by: string, woken: Result): Measurement => ({
    what: `a message from the log to its ticket, woken by ${by}`,
    ours: told(woken),
    comparedWith: `${told(polling)} with polling alone`,
    ratio: woken.p99 / polling.p99,
    goal: { rule: 'at most', value: 0.5 },
    wouldMoveIt: 'the steps from the event to the request: folding, planning, claiming',
    details: { woken, polling },
  })
  const measured = [line('PostgreSQL', await run(server, messages, {}))]
  const { noNatsServer, startNatsServer } = await import('@connector/test-kit/nats')
  if (noNatsServer !== undefined) {
    console.error(`${noNatsServer}: wake-ups by NATS are not measured`)
    return measured
  }
  const nats = await startNatsServer()
  try {
    return [...measured, line('NATS', await run(server, messages, { NATS_URL: nats.url }))]
  } finally {
    await nats.remove()
  }
}
