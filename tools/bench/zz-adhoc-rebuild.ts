import { readFile } from 'node:fs/promises'
import pg from 'pg'
import { createPostgresEventLog } from '@connector/event-log'
import { projectNext, resetReadModels } from '@connector/projector'
import { connectWorker, migrate } from '@connector/store'
import { createTestDatabase } from '@connector/test-kit'
import { writeHistory } from './history.ts'
process.env['TEST_DATABASE_URL'] = (await readFile('/tmp/bench-adhoc.url', 'utf8')).trim()
const count = Number(process.argv[2] ?? 20000)
const db = await createTestDatabase()
await migrate(db.url)
const store = connectWorker({ url: db.url })
const log = createPostgresEventLog({ pool: store.pool, onError: () => undefined })
const times = new Map<string, { n: number; ms: number }>()
const original = pg.Client.prototype.query as (...args: unknown[]) => unknown
pg.Client.prototype.query = function (this: unknown, ...args: any[]) {
  const c = args[0]; const text = (typeof c === 'string' ? c : c.text).replace(/\s+/g, ' ').slice(0, 70)
  const t = performance.now()
  const done = () => { const e = times.get(text) ?? { n: 0, ms: 0 }; e.n++; e.ms += performance.now() - t; times.set(text, e) }
  if (typeof args.at(-1) === 'function') { const cb = args.at(-1); args[args.length - 1] = (...a: any[]) => { done(); cb(...a) } ; return original.apply(this, args) }
  const r: any = original.apply(this, args)
  if (r?.then) r.then(done, done)
  return r
} as never
const n = await writeHistory(log, count)
const owner = new pg.Client(db.url); await owner.connect()
for (let i = 0; i < 3; i++) {
  await resetReadModels(store); await owner.query('vacuum analyze'); await owner.query('checkpoint')
  times.clear()
  const t = performance.now(); const cpu = process.cpuUsage(); let got = 0
  for (;;) { const { events } = await projectNext(log, store); if (!events) break; got += events }
  const s = (performance.now() - t) / 1000; const c = process.cpuUsage(cpu)
  console.log(`${got}/${n} events ${(got / s).toFixed(0)}/s, ${s.toFixed(2)} s, node cpu ${((c.user + c.system) / 1e6).toFixed(2)} s`)
  if (i === 2) for (const [k, v] of [...times].sort((a, b) => b[1].ms - a[1].ms)) console.log(`${v.ms.toFixed(0).padStart(7)} ms ${String(v.n).padStart(4)}  ${k}`)
}
await owner.end(); await log.close(); await store.close(); await db.drop()
