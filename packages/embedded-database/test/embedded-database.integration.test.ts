import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import t from 'tap'
import { startEmbeddedDatabase } from '../src/index.ts'

async function query(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(text)).rows
  } finally {
    await client.end()
  }
}

t.setTimeout(120_000)

t.test('a second start goes on with the data, also after the first one was never stopped', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'connector-embedded-'))
  const first = await startEmbeddedDatabase({ folder, durable: false })
  await query(first.url, 'create table kept (id int); insert into kept values (7)')
  // As after a kill of this process: the server is still there and holds its lock.
  const second = await startEmbeddedDatabase({ folder, durable: false })
  t.strictSame(await query(second.url, 'select id from kept'), [{ id: 7 }])
  await t.rejects(query(first.url, 'select 1'), 'the left-over server is gone')
  await second.stop()
  await rm(folder, { recursive: true, force: true })
})

t.test('a folder that cannot be made is a clear message', async (t) => {
  await t.rejects(startEmbeddedDatabase({ folder: join(import.meta.filename, 'data') }), {
    code: 'embedded_database.cannot_start',
    message: /data cannot be made/,
  })
})
