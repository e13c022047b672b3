import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { confirmRestore, connectWorker, migrate, schemaDigest, type WorkerStore } from '@connector/store'
import { createTestDatabase, noDatabase, programArguments, until } from '@connector/test-kit'
import pg from 'pg'
import t, { type Test } from 'tap'
import { agentAnswers, answers, answerSeen, begin, mails, mailSeen, nothingUnderWay } from './support/seen.ts'
import { startApiProcess } from './support/api-process.ts'
import { thuliumWrites } from './support/calls.ts'
import { addTarget, allTold, hooksHere, isTold, removeTarget, startListener } from './support/told.ts'
import { createWorld, type World } from './support/world.ts'

t.setTimeout(480_000)

const run = promisify(execFile)
const command = programArguments('services/api/src/operate.ts')

/** `npm run operate`, as it is typed. */
async function operate(...args: string[]): Promise<{ code: number; said: string }> {
  return operateIn({}, ...args)
}

async function operateIn(
  environment: Record<string, string>,
  ...args: string[]
): Promise<{ code: number; said: string }> {
  try {
    const { stdout } = await run(process.execPath, [...command, ...args], {
      env: { PATH: process.env['PATH'], ...environment },
    })
    return { code: 0, said: stdout }
  } catch (error) {
    const { code, stderr } = error as { code: number; stderr: string }
    return { code, said: stderr }
  }
}

/** The command, killed while it waits for the events of this database: in the middle of its work, without any sleep. */
async function killedAt(url: string, ...args: string[]): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  await client.query('begin')
  await client.query('lock table events in access exclusive mode')
  const child = spawn(process.execPath, [...command, ...args], { stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const ended = once(child, 'exit')
  await until(args.join(' '), async () => {
    if (child.exitCode !== null) throw new Error(`It has ended by itself: ${said}`)
    const { rows } = await client.query(
      `select from pg_locks where not granted and database = (select oid from pg_database where datname = current_database())`,
    )
    return rows.length > 0 || undefined
  })
  child.kill('SIGKILL')
  t.strictSame(await ended, [null, 'SIGKILL'])
  await client.query('rollback')
  await client.end()
}

const emptyDatabase = () => createTestDatabase({ name: `connector_template_${schemaDigest}`, prepare: migrate })

/** What people see of a tenant's conversations, as the read models have it. */
async function readModels({ db }: WorkerStore) {
  const all = await Promise.all([
    db.selectFrom('conversations').selectAll().orderBy('thread_id').execute(),
    db.selectFrom('integrations').select(['integration_id', 'settings', 'status', 'started_at']).execute(),
    db.selectFrom('effects').select(['effect_key', 'state', 'kind', 'seq']).orderBy('effect_key').execute(),
  ])
  return JSON.parse(JSON.stringify(all)) as unknown
}

const writes = ({ thulium, empik }: World): number[] => [
  ...thuliumWrites.map((operation) => thulium.counters.count({ operation })),
  empik.counters.count({ operation: 'M12' }),
]

const countEvents = async (url: string): Promise<number> => {
  const client = new pg.Client(url)
  await client.connect()
  const { rows } = await client.query<{ count: number }>('select count(*)::int from events')
  await client.end()
  return rows[0]?.count ?? 0
}

t.test('a log is moved and restored whole', { skip: noDatabase ?? false }, async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'connector-log-'))
  t.teardown(() => rmSync(folder, { recursive: true }))
  const world = await createWorld()
  t.teardown(() => world.dispose())
  const listener = await startListener()
  t.teardown(() => listener.close())
  // Heads are signed at the start of a projector, and then every ten minutes.
  const shop = await world.addShop()
  const stop = await world.startServices(hooksHere)
  const { threadId } = await begin(world, shop)
  agentAnswers(world, shop, threadId, '<p>Już wysłaliśmy</p>')
  await answerSeen(world, threadId, 'Już wysłaliśmy')
  const { threadId: other } = await begin(world, shop)
  await nothingUnderWay(world, shop)
  const heads = await until('the signed heads', async () => {
    const signed = await world.store.db.selectFrom('log_heads').selectAll().orderBy('tenant_id').execute()
    return signed.some(({ tenant_id: tenantId }) => tenantId === shop.tenantId) ? signed : undefined
  })
  // Who is told of alerts, and was told so far: of the tenant and of the operator.
  const places = [`/api/tenants/${shop.tenantId}`, '/api']
  const targets = await Promise.all(places.map((place) => addTarget(world.apiUrl, place, listener.url)))
  for (const target of targets) await isTold(world.apiUrl, listener, target)
  await until('what became of the alerts', async () => {
    const { rows } = await world.store.pool.query(`select from alert_deliveries where state = 'waiting'`)
    return rows.length === 0 || undefined
  })
  await stop()
  const told = await allTold(world.apiUrl, places)
  const before = await readModels(world.store)
  const writesBefore = writes(world)
  const events = await countEvents(world.databaseUrl)

  /** The services at work in a restored database; the sandboxes are the same. */
  async function goesOn(t: Test, url: string, text: string): Promise<void> {
    const api = await startApiProcess(world, { DATABASE_URL: url, ...hooksHere })
    t.strictSame(await allTold(api.url, places), told, 'the same people are told, and were told the same')
    const end = await world.startServices({ DATABASE_URL: url, ...hooksHere })
    for (const target of targets) await isTold(api.url, listener, target)
    api.child.kill('SIGTERM')
    await api.child.ended
    const store = connectWorker({ url })
    await until('the read models', async () => {
      const now = await readModels(store)
      return JSON.stringify(now) === JSON.stringify(before) || undefined
    }).catch(async () => t.strictSame(await readModels(store), before))
    t.strictSame(writes(world), writesBefore, 'nothing is written before a person confirms')
    await confirmRestore(store, 'anna')
    world.empik.buyerWrites({ shopId: shop.shopId, threadId, text })
    await mailSeen(world, shop, threadId, text)
    // Its events have other places here.
    t.strictSame(
      (await store.db.selectFrom('log_heads').selectAll().orderBy('tenant_id').execute()).slice(0, heads.length),
      heads,
      'heads that were signed there are here',
    )
    const verified = await operateIn({ DATABASE_URL: url }, 'verify', '--tenant', shop.tenantId, '--json')
    t.equal(verified.code, 0, verified.said)
    t.match(verified.said, /"headsChecked":[1-9]/, 'and agree with this log')
    await end()
    await store.close()
    t.strictSame(answers(world, threadId), ['Już wysłaliśmy'], 'no answer went out twice')
    t.equal(mails(world, shop, other).length, 1)
    t.equal(world.thulium.tickets(shop.tenantId).length, 2, 'no ticket was made twice')
  }

  await t.test('into another database, cut short and gone on with', async (t) => {
    const target = await emptyDatabase()
    t.teardown(() => target.drop())
    const client = new pg.Client(target.url)
    await client.connect()
    const first = await operate('copy-log', '--from', world.databaseUrl, '--to', target.url, '--json')
    t.equal(first.code, 0, first.said)
    t.match(JSON.parse(first.said), { copied: { events, digest: /^[0-9a-f]{64}$/ } })
    await client.query('alter table events disable trigger all')
    await client.query('delete from events where position > (select min(position) + 4 from events)')
    await client.query('alter table events enable trigger all')
    // What was changed and removed since the first copy is so in the second.
    const key = await world.store.pool.query<{ owner: string }>(
      `update conversation_keys set retired_at = now() where tenant_id = $1 returning owner`,
      [shop.tenantId],
    )
    const gone = await addTarget(world.apiUrl, '/api', listener.url)
    const between = await operate('copy-log', '--from', world.databaseUrl, '--to', target.url, '--json')
    t.equal(between.code, 0, between.said)
    await removeTarget(world.apiUrl, gone)
    const again = await operate('copy-log', '--from', world.databaseUrl, '--to', target.url, '--json')
    t.equal(again.code, 0, again.said)
    t.equal(await countEvents(target.url), events)
    const { rows: retired } = await client.query('select from conversation_keys where retired_at is not null')
    t.equal(retired.length, key.rows.length)
    t.equal((await client.query('select from alert_targets')).rows.length, targets.length)
    t.equal(
      (JSON.parse(again.said) as { copied: { digest: string } }).copied.digest,
      (JSON.parse(first.said) as { copied: { digest: string } }).copied.digest,
    )
    await client.query(
      `update events set data = data || '{"body": "inna"}' where position = (select min(position) from events)`,
    )
    const changed = await operate('copy-log', '--from', world.databaseUrl, '--to', target.url)
    t.match(changed, { code: 1, said: /The copy is not the same/ })
    await client.end()
  })

  await t.test('kill -9 in the middle of any of them, twice, leaves nothing half done', async (t) => {
    const target = await emptyDatabase()
    t.teardown(() => target.drop())
    const copy = ['copy-log', '--from', world.databaseUrl, '--to', target.url]
    await killedAt(world.databaseUrl, ...copy)
    await killedAt(target.url, ...copy)
    const copied = await operate(...copy, '--json')
    t.equal(copied.code, 0, copied.said)
    t.equal(await countEvents(target.url), events)

    const through = join(folder, 'killed.ndjson.gz')
    const exports = ['export-log', '--from', world.databaseUrl, '--to', through]
    for (let time = 0; time < 2; time += 1) await killedAt(world.databaseUrl, ...exports)
    const exported = await operate(...exports)
    t.match(exported, { code: 0, said: /^exported: \d+ events/ }, exported.said)

    const empty = await emptyDatabase()
    t.teardown(() => empty.drop())
    const imports = ['import-log', '--from', through, '--to', empty.url]
    for (let time = 0; time < 2; time += 1) await killedAt(empty.url, ...imports)
    const imported = await operate(...imports)
    t.equal(imported.code, 0, imported.said)
    t.equal(await countEvents(empty.url), events)
  })

  const file = join(folder, 'log.ndjson.gz')

  await t.test('through a file into an empty database, where all goes on', async (t) => {
    const written = await operate('export-log', '--from', world.databaseUrl, '--to', file)
    t.match(written, { code: 0, said: /^exported: \d+ events/ }, written.said)
    t.notMatch(gunzipSync(readFileSync(file)).toString(), new RegExp(shop.apiKey), 'secrets stay sealed')
    t.match(
      await operate('export-log', '--from', world.databaseUrl, '--to', file),
      { code: 1 },
      'a file is never overwritten',
    )
    const target = await emptyDatabase()
    t.teardown(() => target.drop())
    const read = await operate('import-log', '--from', file, '--to', target.url)
    t.match(read, { code: 0, said: /perhaps|write nothing until/ }, read.said)
    t.equal(
      (await operate('import-log', '--from', file, '--to', target.url)).code,
      0,
      'doing it twice comes to the same',
    )
    t.equal(await countEvents(target.url), events)
    await goesOn(t, target.url, 'Po odtworzeniu')
  })

  await t.test('a file that is cut short or changed is refused before anything is written', async (t) => {
    const target = await emptyDatabase()
    t.teardown(() => target.drop())
    const plain = join(folder, 'log.ndjson')
    const text = gunzipSync(readFileSync(file)).toString()
    writeFileSync(plain, text)
    truncateSync(plain, Buffer.byteLength(text) - 200)
    t.match(await operate('import-log', '--from', plain, '--to', target.url), { code: 1, said: /cut short/ })
    writeFileSync(plain, text.replace('"MessageReceived"', '"MessageRetrieved"'))
    t.match(await operate('import-log', '--from', plain, '--to', target.url), { code: 1, said: /was changed/ })
    t.equal(await countEvents(target.url), 0)
    t.match(await operate('copy-log', '--from', world.databaseUrl), { code: 2, said: /needs --from and --to/ })
  })
})
