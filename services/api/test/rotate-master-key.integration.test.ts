import { execFile } from 'node:child_process'
import { connectWorker, createMasterKey, createVault, migrate, parseMasterKey } from '@connector/store'
import { createTestDatabase, noDatabase, programArguments } from '@connector/test-kit'
import t from 'tap'

const program = programArguments('services/api/src/rotate-master-key.ts')

function run(environment: Record<string, string>, ...args: string[]): Promise<{ code: number; said: string }> {
  return new Promise((done) => {
    const child = execFile(
      process.execPath,
      [...program, ...args],
      { env: { PATH: process.env['PATH'], ...environment } },
      (_error, stdout, stderr) => done({ code: child.exitCode ?? -1, said: stdout + stderr }),
    )
  })
}

t.test('the command that changes the master key', { skip: noDatabase ?? false }, async (t) => {
  const database = await createTestDatabase()
  await migrate(database.url)
  const worker = connectWorker({ url: database.url })
  t.teardown(async () => {
    await worker.close()
    await database.drop()
  })
  const [before, after, wrong] = [createMasterKey(), createMasterKey(), createMasterKey()]
  const vaultOf = (key: string) => createVault(parseMasterKey(key))
  await vaultOf(before).replace(worker.db, 'sklep', 'thulium', 'haslo')
  const settings = { DATABASE_URL: database.url, CONNECTOR_MASTER_KEY: after }

  const failed = await run({ ...settings, CONNECTOR_OLD_MASTER_KEY: wrong })
  t.match(failed, { code: 1, said: /neither master key, and left as they are: sklep/ })
  t.match(await run({ ...settings, CONNECTOR_OLD_MASTER_KEY: before }), { code: 0, said: /new master key: 1\./ })
  t.match(await vaultOf(after).read(worker.db, 'sklep', 'thulium'), { secret: 'haslo', version: 1 })
  t.match(await run(settings, '--fresh-data-keys'), { code: 0, said: /new master key: 1\./ })
  t.match(await vaultOf(after).read(worker.db, 'sklep', 'thulium'), { secret: 'haslo', version: 1 })
  for (const key of [before, after, wrong]) t.notMatch(failed.said, key, 'no key is shown')
})
