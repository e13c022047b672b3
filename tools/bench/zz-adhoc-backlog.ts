import { readFile } from 'node:fs/promises'
import { setTimeout as rest } from 'node:timers/promises'
import pg from 'pg'
import { createTestDatabase } from '@connector/test-kit'
import { benchShops } from './shops.ts'
import { startSandboxes } from './sandboxes.ts'
import { createWorld } from './world.ts'
process.env['TEST_DATABASE_URL'] = (await readFile('/tmp/bench-adhoc.url', 'utf8')).trim()
const conversations = Number(process.argv[2] ?? 1000)
const tenants = 50
const db = await createTestDatabase()
const sandboxes = await startSandboxes({ shops: tenants, tenants, conversations })
const times = new Map<string, { n: number; ms: number; rows: number }>()
const original = pg.Client.prototype.query as (...args: unknown[]) => unknown
if (process.argv[3] === 'count') pg.Client.prototype.query = function (this: unknown, ...args: any[]) {
  const c = args[0]; const text = (typeof c === 'string' ? c : c.text).replace(/\s+/g, ' ').slice(0, 90)
  const t = performance.now()
  const done = (r: any) => { const e = times.get(text) ?? { n: 0, ms: 0, rows: 0 }; e.n++; e.ms += performance.now() - t; e.rows += r?.rowCount ?? 0; times.set(text, e) }
  if (typeof args.at(-1) === 'function') { const cb = args.at(-1); args[args.length - 1] = (...a: any[]) => { done(a[1]); cb(...a) } ; return original.apply(this, args) }
  const r: any = original.apply(this, args)
  if (r?.then) r.then(done, done)
  return r
} as never
const world = await createWorld(db.url, benchShops(tenants, tenants))
times.clear()
const t0 = performance.now(); const cpu = process.cpuUsage()
const stop = await world.startServices({ EMPIKPLACE_URL: sandboxes.empikplaceUrl, THULIUM_URL: `${sandboxes.thuliumUrl}/{system}`, EMPIKPLACE_POLL_MS: '3600000', THULIUM_POLL_MS: '3600000' })
const marks: string[] = []
for (let i = 0; ; i++) {
  const { rows } = await world.store.pool.query("select (select count(*) from conversations)::int c, count(*) filter (where kind='customer:link' and state='confirmed')::int l, count(*) filter (where kind='ticket:create' and state='confirmed')::int t from effects")
  if (i % 10 === 0) marks.push(`${((performance.now() - t0) / 1000).toFixed(1)}s ${rows[0].c}/${rows[0].l}/${rows[0].t}`)
  if (rows[0].t >= conversations) break
  await rest(50)
}
const s = (performance.now() - t0) / 1000; const c = process.cpuUsage(cpu)
console.log(marks.join('  '))
console.log(`${conversations} in ${s.toFixed(2)} s = ${(conversations / s).toFixed(0)}/s, node cpu ${((c.user + c.system) / 1e6).toFixed(2)} s = ${((c.user + c.system) / 1e3 / conversations).toFixed(2)} ms each`)
for (const [k, v] of [...times].sort((a, b) => b[1].n - a[1].n).slice(0, 25)) console.log(`${String(v.n).padStart(6)} × ${(v.ms / v.n).toFixed(1).padStart(6)} ms  ${(v.rows / v.n).toFixed(1).padStart(6)} rows  ${k}`)
await stop(); await world.close(); await sandboxes.stop(); await db.drop()
