import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { removeDatabase, startEmbeddedDatabase } from '@connector/embedded-database'
import { noDatabase, programArguments } from '@connector/test-kit'
import pg from 'pg'
import t from 'tap'
import { operate } from './support/operate.ts'
import { agentAnswers, answerSeen, mailSeen, nothingUnderWay, ticketIdOf } from './support/seen.ts'
import { createWorld } from './support/world.ts'

/** After a buyer was erased, nothing that he wrote or is called is in the files of the database: a server of its own, whose files are read. */
t.setTimeout(240_000)

const run = promisify(execFile)
const command = programArguments('services/api/src/operate.ts')

/** Stand nowhere but in what this buyer wrote and is called. */
const words = ['zqofia', 'kwiqatkowska', 'zqalana', 'parqagon', 'odpisaqlem', 'grunqwaldzka']

/** Which of the words are in each file of a folder. They are written in small letters everywhere, as the search keeps them. */
async function filesWith(folder: string): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>()
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name)
    // One that is gone meanwhile is in no file any more.
    const content = await readFile(path).catch(() => Buffer.alloc(0))
    const there = words.filter((word) => content.includes(word))
    if (there.length > 0) found.set(path.slice(folder.length + 1), there)
  }
  return found
}

t.test('files after an erasure', { skip: noDatabase ?? false }, async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'connector-erased-'))
  const server = await startEmbeddedDatabase({ folder: join(folder, 'database'), durable: false })
  process.env['TEST_DATABASE_URL'] = server.url
  const world = await createWorld()
  t.teardown(async () => {
    await world.dispose()
    await server.stop()
    await removeDatabase(join(folder, 'database'))
    rmSync(folder, { recursive: true })
  })
  const client = new pg.Client(world.databaseUrl)
  await client.connect()
  const { rows: places } = await client.query<{ data_directory: string }>('show data_directory')
  const files = places[0]?.data_directory ?? ''
  const { empik, apiUrl } = world

  const stop = await world.startServices()
  const shop = await world.addShop()
  const customer = { id: 'klient-z', displayName: 'zqofia kwiqatkowska' }
  const { threadId } = empik.buyerWrites({
    ...{ shopId: shop.shopId, text: 'Paczka zqalana, adres grunqwaldzka 1, zqofia', customer },
    attachments: [{ name: 'parqagon.txt', content: 'x' }],
  })
  await ticketIdOf(world, shop, threadId)
  agentAnswers(world, shop, threadId, '<p>odpisaqlem, pani zqofio</p>')
  await answerSeen(world, threadId, 'odpisaqlem, pani zqofio')
  const { threadId: another } = empik.buyerWrites({ shopId: shop.shopId, text: 'Inna sprawa' })
  await mailSeen(world, shop, another, 'Inna sprawa')
  await nothingUnderWay(world, shop)
  // As autovacuum does it: what is counted of each column, and filled anew beside it.
  await client.query('analyze')
  t.match((await operate(world, shop, { kind: 'rebuild' })).operation, { state: 'finished' })

  await t.test(
    'before, they are in tables and in the write-ahead log, and in nothing of the log of events',
    async (t) => {
      await client.query('checkpoint')
      const names = [...(await filesWith(files)).keys()]
      t.ok(names.some((name) => name.startsWith('base/')))
      t.ok(names.some((name) => name.startsWith('pg_wal/')))
      const { rows } = await client.query<{ path: string }>(`select pg_relation_filepath('events') as path`)
      t.notOk(names.includes(rows[0]?.path ?? ''), 'sealed')
    },
  )

  const erased = await operate(world, shop, { kind: 'erase', customerId: customer.id })
  t.match(erased.operation, { state: 'finished', result: { conversations: 1, left: 0 } })

  await t.test('nothing of him is in any row, nor in what the planner knows', async (t) => {
    const { rows: tables } = await client.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
       where schemaname in ('public', 'rebuild') union all select 'pg_catalog.pg_stats'`,
    )
    await client.query('analyze')
    for (const { name } of tables) {
      const { rows } = await client.query<{ row: string }>(`select t::text as row from ${name} t`)
      const text = rows
        .map(({ row }) => row)
        .join('\n')
        .toLowerCase()
      t.strictSame(
        words.filter((word) => text.includes(word)),
        [],
        name,
      )
    }
  })

  await t.test('scrubbed while the services work, no file has any of it', async (t) => {
    t.ok((await filesWith(files)).size > 0, 'dead rows')
    const refused = await run(process.execPath, [...command, 'scrub', '--at', world.databaseUrl]).catch(
      (error: unknown) => error as { code: number },
    )
    t.match(refused, { code: 2 }, 'asks before')
    const { stdout } = await run(process.execPath, [...command, 'scrub', '--at', world.databaseUrl, '--yes', '--json'])
    t.match(JSON.parse(stdout), { scrubbed: { segments: /\d+/, kept: 0, blankedInLog: 0 } })
    t.strictSame([...(await filesWith(files))], [])
    empik.buyerWrites({ shopId: shop.shopId, threadId: another, text: 'Idzie dalej' })
    await mailSeen(world, shop, another, 'Idzie dalej')
  })

  await t.test('no answer of the API and no export has any of it', async (t) => {
    const document = (await (await fetch(`${apiUrl}/openapi.json`)).json()) as {
      paths: Record<string, Record<string, unknown>>
    }
    const values: Record<string, string> = {
      ...{ tenantId: shop.tenantId, integrationId: shop.integrationId, threadId, customerId: customer.id },
      operationId: String(erased.operation['operationId']),
    }
    const paths = Object.entries(document.paths)
      .filter(([path, methods]) => methods['get'] && path.startsWith('/api/') && !path.endsWith('/changes'))
      .map(([path]) => path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? 'x')))
    t.ok(paths.length > 25)
    for (const path of [...paths, `/api/tenants/${shop.tenantId}/conversations?search=zqofia`]) {
      const answer = await fetch(`${apiUrl}${path}`, { signal: AbortSignal.timeout(10_000) })
      const text = (await answer.text()).toLowerCase()
      t.strictSame(
        words.filter((word) => text.includes(word) && !path.includes(word)),
        [],
        `${answer.status} ${path}`,
      )
    }
    const file = join(folder, 'log.ndjson.gz')
    await run(process.execPath, [...command, 'export-log', '--from', world.databaseUrl, '--to', file])
    const exported = gunzipSync(readFileSync(file)).toString().toLowerCase()
    t.match(exported, 'buyererased')
    t.strictSame(
      words.filter((word) => exported.includes(word)),
      [],
    )
  })
  await client.end()
  await stop()
})
