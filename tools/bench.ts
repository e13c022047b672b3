/**
 * `npm run bench`: what the product costs, as ratios to something plain that was measured in the same run. Starts a
 * PostgreSQL of its own, writes `bench-results/latest.json`, and says what got worse since the runs in
 * `bench-results/history.jsonl`. `-- --quick` takes smaller amounts, and names such as `-- append rebuild` choose some of
 * the benchmarks. With BENCH_STATEMENTS set to a file, the statements of a backlog or of idle looks are written there with their calls, times and
 * rows; with BENCH_CPU_PROF set to a folder, processes leave profiles there. BENCH_DATABASE_URL names a server to measure on.
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { benchAppend } from './bench/append.ts'
import { benchBacklog } from './bench/backlog.ts'
import { startServer, type BenchServer } from './bench/database.ts'
import { benchEventStore } from './bench/event-store.ts'
import { benchLarge } from './bench/large.ts'
import { describeMachine, machineText } from './bench/machine.ts'
import { benchOperations } from './bench/operations.ts'
import { addRun, readPastRuns, toPastRun, whatGotWorse } from './bench/past-runs.ts'
import { benchPeers } from './bench/peers.ts'
import { benchProcesses } from './bench/processes.ts'
import { benchRebuildLive } from './bench/rebuild-live.ts'
import { benchRebuild } from './bench/rebuild.ts'
import { benchSealing } from './bench/sealing.ts'
import { isMet, table, type Measurement } from './bench/report.ts'
import { benchStatus } from './bench/status.ts'
import { benchColdStart, benchSteady } from './bench/steady.ts'
import { benchStreams } from './bench/streams.ts'
import { benchLoudTenant, benchWakeUps } from './bench/wake-ups.ts'

const benchmarks: Record<string, (server: BenchServer, quick: boolean) => Promise<Measurement[]>> = {
  append: benchAppend,
  'event-store': benchEventStore,
  backlog: benchBacklog,
  rebuild: benchRebuild,
  'rebuild-live': benchRebuildLive,
  steady: benchSteady,
  'cold-start': benchColdStart,
  large: benchLarge,
  status: benchStatus,
  streams: benchStreams,
  operations: benchOperations,
  sealing: benchSealing,
  processes: benchProcesses,
  'wake-ups': benchWakeUps,
  'loud-tenant': benchLoudTenant,
  peers: benchPeers,
}

const asked = process.argv.slice(2).filter((argument) => argument !== '--quick')
const quick = process.argv.includes('--quick')
const unknown = asked.filter((name) => !Object.hasOwn(benchmarks, name))
if (unknown.length > 0) {
  const help = asked.includes('--help')
  if (!help) console.error(`Unknown: ${unknown.join(', ')}.`)
  console.log(`npm run bench -- [--quick] [name …]\nNames, all without any: ${Object.keys(benchmarks).join(', ')}.`)
  process.exit(help ? 0 : 1)
}

const server = await startServer()
try {
  const machine = await describeMachine(server.url)
  console.log(`${machineText(machine)}${quick ? ', quick amounts' : ''}\n`)
  const measurements: Measurement[] = []
  for (const [name, run] of Object.entries(benchmarks)) {
    if (asked.length > 0 && !asked.includes(name)) continue
    console.error(`measuring ${name} …`)
    measurements.push(...(await run(server, quick)))
  }
  console.log(table(measurements))
  const folder = resolve(import.meta.dirname, '../bench-results')
  await mkdir(folder, { recursive: true })
  const results = measurements.map((measurement) => ({ ...measurement, met: isMet(measurement) ?? null }))
  const measuredAt = new Date().toISOString()
  const report = { measuredAt, quick, machine, results }
  await writeFile(join(folder, 'latest.json'), `${JSON.stringify(report, undefined, 2)}\n`)
  const history = join(folder, 'history.jsonl')
  const worse = whatGotWorse(measurements, quick, await readPastRuns(history))
  if (worse.length > 0) console.log(`\nWorse than before:\n${worse.map((line) => `- ${line}`).join('\n')}`)
  await addRun(history, toPastRun(measuredAt, quick, measurements))
} finally {
  await server.stop()
}
