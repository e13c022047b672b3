import { z } from 'zod'
import { runChild } from './child.ts'
import type { BenchServer } from './database.ts'
import { median, perSecond, type Measurement } from './report.ts'

const spent = z.object({ seconds: z.number(), process: z.number(), database: z.number() })
type Spent = z.infer<typeof spent>

const rounds = 3
const peers = ['graphile-worker', 'graphile-worker with a local queue', 'pg-boss in batches'] as const

/** Runs one of them in a process and a database of its own. */
const run = (server: BenchServer, way: string, amount: number): Promise<Spent> =>
  server.withDatabase(async (databaseUrl) =>
    spent.parse(await runChild('peers/queue-run.ts', { databaseUrl, way, amount })),
  )

/**
 * The ledger beside what others would take from the shelf for the same. Ours writes the outcome into the log too, as it does in
 * the services: what is compared is as durable. Emmett's store is not compared with the log: its packages name no licence.
 */
export async function benchPeers(server: BenchServer, quick: boolean): Promise<Measurement[]> {
  const amount = quick ? 5_000 : 20_000
  const times = new Map<string, Spent[]>()
  for (let round = 0; round < rounds; round++)
    for (const way of ['ours', ...peers]) times.set(way, [...(times.get(way) ?? []), await run(server, way, amount)])
  const of = (way: string): readonly Spent[] => times.get(way) ?? []
  const rate = (way: string): number => median(of(way).map(({ seconds }) => amount / seconds))
  const cost = (way: string): string => {
    const each = (part: 'process' | 'database'): string =>
      median(of(way).map((round) => (round[part] * 1_000) / amount)).toFixed(3)
    return `${perSecond(rate(way), 'effects')}, ${each('process')} + ${each('database')} ms own and PostgreSQL`
  }
  return peers.map((peer) => ({
    what: `effects claimed, recorded in the log and settled, beside ${peer}`,
    ours: cost('ours'),
    comparedWith: `${cost(peer)} by ${peer}`,
    ratio: rate('ours') / rate(peer),
    goal: { rule: 'at least', value: 1 },
    wouldMoveIt:
      'the outcome in the log, which the others do not write, and the order within a lane, which they do not keep',
    details: { amount, ours: of('ours'), peer: of(peer) },
  }))
}
