import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { access, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { programArguments, until } from '@connector/test-kit'
import t from 'tap'
import { removeDatabase, startEmbeddedDatabase } from '../src/index.ts'

const run = promisify(execFile)

async function query(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(text)).rows
  } finally {
    await client.end()
  }
}

/** A process of its own starts a database and is killed; nobody stops the server or starts it again. */
async function startAndKill(folder: string): Promise<{ url: string }> {
  const child = spawn(
    process.execPath,
    [...programArguments('packages/embedded-database/test/embedded-main.ts'), folder],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const [said] = (await once(child.stdout, 'data')) as [Buffer]
  child.kill('SIGKILL')
  await once(child, 'exit')
  return { url: said.toString() }
}

t.setTimeout(120_000)

t.test('a second start goes on with the data, also after the first one was never stopped', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'connector-embedded-'))
  const killed = await startAndKill(folder)
  // The server is still there and holds its lock.
  await query(killed.url, 'create table kept (id int); insert into kept values (7)')
  const second = await startEmbeddedDatabase({ folder, durable: false })
  t.strictSame(await query(second.url, 'select id from kept'), [{ id: 7 }])
  await t.rejects(query(killed.url, 'select 1'), 'the left-over server is gone')
  await second.stop()
  await removeDatabase(folder)
})

t.test('a copy of a live folder is a database of its own', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'connector-embedded-'))
  const copied = `${folder}-copy`
  const original = await startEmbeddedDatabase({ folder, durable: false })
  await query(original.url, 'create table kept (id int); insert into kept values (7)')
  await query(original.url, 'checkpoint')
  // With the note that names the server of the original.
  await run('cp', ['-a', folder, copied])
  const copy = await startEmbeddedDatabase({ folder: copied, durable: false })
  await query(copy.url, 'insert into kept values (8)')
  t.strictSame(await query(original.url, 'select id from kept'), [{ id: 7 }], 'the original runs on, untouched')
  t.strictSame(await query(copy.url, 'select id from kept order by id'), [{ id: 7 }, { id: 8 }])
  await copy.stop()
  t.strictSame(await query(original.url, 'select id from kept'), [{ id: 7 }], 'also when the copy is stopped')
  await original.stop()
  for (const path of [folder, copied]) await removeDatabase(path)
})

t.test('a server that dies is started again, at the same address', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'connector-embedded-'))
  const notices: string[] = []
  const database = await startEmbeddedDatabase({ folder, onNotice: (notice) => notices.push(notice) })
  await query(database.url, 'create table kept (id int); insert into kept values (7)')
  const [pid = ''] = (await readFile(join(folder, 'postmaster.pid'), 'utf8')).split('\n')
  process.kill(Number(pid), 'SIGKILL')
  const rows = await until('an answer again', () =>
    notices.length === 0 ? undefined : query(database.url, 'select id from kept').catch(() => undefined),
  )
  t.strictSame(rows, [{ id: 7 }])
  t.match(notices, [/has died and is started again/])
  await database.stop()
  await t.rejects(query(database.url, 'select 1'), 'and one that was stopped stays so')
  await removeDatabase(folder)
})

t.test('nothing of a removed database is left, also where its folder is closed to its user', async (t) => {
  const closed = await mkdtemp(join(tmpdir(), 'connector-embedded-'))
  const folder = join(closed, 'database')
  const kept = join(closed, 'kept')
  await mkdir(kept)
  const database = await startEmbeddedDatabase({ folder, durable: false })
  const [place] = (await query(database.url, 'show data_directory')) as { data_directory: string }[]
  await database.stop()
  await access(place?.data_directory ?? '')
  await removeDatabase(folder)
  for (const path of [folder, place?.data_directory ?? ''])
    await t.rejects(access(path), { code: 'ENOENT' }, `${path} is gone`)
  await access(kept)
  await rm(closed, { recursive: true })
})

t.test('a folder that cannot be made is a clear message', async (t) => {
  await t.rejects(startEmbeddedDatabase({ folder: join(import.meta.filename, 'data') }), {
    code: 'embedded_database.cannot_start',
    message: /data cannot be made/,
  })
})
