import { z } from 'zod'
import { runChild } from './child.ts'
import type { BenchServer } from './database.ts'
import type { Measurement } from './report.ts'
import { startSandboxes } from './sandboxes.ts'

const result = z.object({ p50: z.number(), p99: z.number(), most: z.number() })
type Result = z.infer<typeof result>

const tenants = 20

/** From a message in the log to its ticket, ingest and projector apart: woken by NATS, by PostgreSQL, and by nobody. */
export async function benchWakeUps(server: BenchServer, quick: boolean): Promise<Measurement[]> {
  const messages = quick ? 100 : 400
  const run = async (way: Record<string, string>): Promise<Result> => {
    const sandboxes = await startSandboxes({ shops: tenants, tenants, conversations: 0 })
    const { empikplaceUrl, thuliumUrl } = sandboxes
    try {
      const argument = { empikplaceUrl, thuliumUrl, tenants, messages, way }
      return result.parse(
        await server.withDatabase((databaseUrl) => runChild('wake-ups-run.ts', { ...argument, databaseUrl })),
      )
    } finally {
      await sandboxes.stop()
    }
  }
  const polling = await run({ WAKE_UPS: 'poll' })
  const told = ({ p50, p99 }: Result): string => `p99 ${p99.toFixed(0)} ms, half within ${p50.toFixed(0)} ms`
  const line = (by: string, woken: Result): Measurement => ({
    what: `a message from the log to its ticket, woken by ${by}`,
    ours: told(woken),
    comparedWith: `${told(polling)} with polling alone`,
    ratio: woken.p99 / polling.p99,
    goal: { rule: 'at most', value: 0.5 },
    wouldMoveIt: 'the steps from the event to the request: folding, planning, claiming',
    details: { woken, polling },
  })
  const measured = [line('PostgreSQL', await run({}))]
  const { noNatsServer, startNatsServer } = await import('@connector/test-kit/nats')
  if (noNatsServer !== undefined) {
    console.error(`${noNatsServer}: wake-ups by NATS are not measured`)
    return measured
  }
  const nats = await startNatsServer()
  try {
    return [...measured, line('NATS', await run({ NATS_URL: nats.url }))]
  } finally {
    await nats.remove()
  }
}
