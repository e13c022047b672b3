import { execFile } from 'node:child_process'
import { beginParts, connectWorker, migrate } from '@connector/store'
import { createTestDatabase, noDatabase, programArguments } from '@connector/test-kit'
import t from 'tap'
import { restoredCommand } from '../src/restored-command.ts'

const program = programArguments('services/api/src/restored.ts')
const since = '2026-03-02T10:00:00Z'

t.test('the command for a restored database', { skip: noDatabase ?? false }, async (t) => {
  const database = await createTestDatabase()
  t.teardown(() => database.drop())
  /** What it says, and the error that ends it. */
  async function run(
    args: string[],
    agrees?: boolean,
    login: string | undefined = 'a.nowak',
  ): Promise<{ ok: boolean; said: string }> {
    const said: string[] = []
    const person = {
      login: login === '' ? undefined : login,
      say: (text: string) => void said.push(text),
      agrees: () => Promise.resolve(agrees),
    }
    try {
      await restoredCommand(args, database.url, person)
      return { ok: true, said: said.join('\n') }
    } catch (error) {
      return { ok: false, said: [...said, error instanceof Error ? error.message : ''].join('\n') }
    }
  }

  await t.test('refuses what it cannot work with, and says why', async (t) => {
    t.match(await run(['--since', since]), { ok: false, said: /not in the schema of this version.*npm run migrate/ })
    t.match(await run(['--confirm', '--yes']), { ok: false, said: /npm run migrate/ })
    await migrate(database.url)
    t.match(await run([]), { ok: false, said: /Usage:/ })
    t.match(await run(['--confirm', '--refill']), { ok: false, said: /Usage:/ })
    t.match(await run(['--since', since, '--confirm']), { ok: false, said: /Usage:/ })
    for (const text of ['yesterday', '2026-03-02 10:00', '2026-03-02T10:00:00', '2026-02-30T10:00:00Z'])
      t.match(await run(['--since', text]), { ok: false, said: /is not a time such as/ }, text)
    const future = new Date(Date.now() + 3_600_000).toISOString()
    t.match(await run(['--since', future]), { ok: false, said: /is in the future/ })
    const ofNobody = await run(['--since', since], undefined, '')
    t.match(ofNobody, { ok: false, said: /Add --by "your name"/ }, 'a login of nobody, as in a container')
  })

  const worker = connectWorker({ url: database.url, max: 1 })
  t.teardown(() => worker.close())

  await t.test('repairs a log that comes from a dump, tells of the restore and pauses', async (t) => {
    await worker.pool.query(
      `insert into events (transaction_id, stream_id, revision, event_id, type, schema_version, data, metadata)
       values ((pg_snapshot_xmax(pg_current_snapshot())::text::numeric + 100000)::text::xid8, 'tenant-sklep', 0,
         gen_random_uuid(), 'ThuliumConnected', 1, '{}', '{"tenantId": "sklep"}')`,
    )
    await t.rejects(migrate(database.url), { name: 'LogNotReadable', message: /npm run restored/ })
    t.match(await run(['--since', since]), {
      ok: true,
      said: /from a dump: \d{5,} transaction numbers.*0 writes will be looked up first.*write nothing until: npm run restored -- --confirm/s,
    })
    await migrate(database.url)
    t.match(await run(['--since', since, '--by', 'ktoś']), { ok: true, said: /Nothing was left to do/ })
    await beginParts(worker.db, { position: 'of a log that was restored', rebuild_until: null })
    t.match(await run(['--since', since, '--refill']), { ok: true, said: /makes them from the log/ })
    t.strictSame(await worker.db.selectFrom('checkpoints').selectAll().execute(), [], 'readers begin anew')
  })

  await t.test('does not let the services write before a person agrees', async (t) => {
    t.match(await run(['--confirm']), { ok: false, said: /Writes that wait: 0\..*Add --yes/s })
    t.match(await run(['--confirm'], false), { ok: false, said: /Not confirmed: nothing is written/ })
    t.match(await run(['--confirm', '--by', 'Anna Nowak'], true), { ok: true, said: /Confirmed by Anna Nowak/ })
    t.match(await run(['--confirm', '--yes']), { ok: true, said: /No restore waits for a confirmation/ })
    t.match(await worker.db.selectFrom('restores').selectAll().execute(), [
      { since: new Date(since), restored_by: 'a.nowak', confirmed_by: 'Anna Nowak' },
    ])
  })

  await t.test('is a program', async (t) => {
    const ended = new Promise<{ code: number; said: string }>((done) => {
      const child = execFile(
        process.execPath,
        [...program, '--confirm', '--by', 'Anna Nowak'],
        { env: { PATH: process.env['PATH'], DATABASE_URL: database.url } },
        (_error, stdout, stderr) => done({ code: child.exitCode ?? -1, said: stdout + stderr }),
      )
    })
    t.match(await ended, { code: 0, said: /No restore waits for a confirmation/ })
  })
})
