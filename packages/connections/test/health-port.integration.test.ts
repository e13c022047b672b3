import { connectWorker, createMasterKey, createVault, migrate, parseMasterKey } from '@connector/store'
import { createTestDatabase, noDatabase, until } from '@connector/test-kit'
import t from 'tap'
import { openHealthPort } from '../src/health-port.ts'

const key = (): Buffer => parseMasterKey(createMasterKey())
const local = { HEALTH_HOST: '127.0.0.1', HEALTH_PORT: 0 }

t.test(
  'an orchestrator is told whether a worker lives, can work, and what it uses',
  { skip: noDatabase ?? false },
  async (t) => {
    const database = await createTestDatabase()
    await migrate(database.url)
    const store = connectWorker({ url: database.url, max: 2, onError: () => undefined })
    const health = await openHealthPort(local, { store, vault: createVault(key()) })
    t.teardown(async () => {
      await health.close()
      await store.close()
      await database.drop()
    })
    const get = async (path: string, method = 'GET') => {
      const answer = await fetch(`${health.url}${path}`, { method })
      return { status: answer.status, text: await answer.text() }
    }
    t.strictSame(await get('/livez'), { status: 200, text: 'ok\n' })
    const ready = async () => ((await get('/readyz?from=kubelet')).status === 200 ? true : undefined)
    await until('the first connection, which an orchestrator does not wait for', ready)
    const { text } = await get('/metrics')
    t.match(text, /^process_cpu_seconds_total /m)
    t.match(text, /^connector_process_pool_connections\{state="open"\} [12]$/m)
    t.equal((await get('/')).status, 404)
    t.equal((await get('/livez', 'POST')).status, 405)

    const readyOf = async (url: string, masterKey: Buffer) => {
      const other = connectWorker({ url, max: 1, onError: () => undefined })
      const port = await openHealthPort(local, { store: other, vault: createVault(masterKey) })
      // The first connection of a pool takes longer than an orchestrator waits.
      const said = await until('the database to answer', async () => {
        const answer = await fetch(`${port.url}/readyz`)
        const text = await answer.text()
        return text.includes('does not answer') ? undefined : { status: answer.status, text }
      })
      await port.close()
      await other.close()
      return said
    }

    await t.test('one with another master key is not ready, since it can open nothing', async (t) => {
      t.match(await readyOf(database.url, key()), { status: 503, text: /^the master key is not the one/ })
    })

    await t.test('nor is one whose database takes no writes, though it answers', async (t) => {
      const readOnly = new URL(database.url)
      readOnly.searchParams.set('options', '-c default_transaction_read_only=on')
      t.match(await readyOf(readOnly.href, key()), { status: 503, text: /^the database takes no writes/ })
    })

    await t.test('a database that is away is no reason to kill it', async (t) => {
      await database.drop()
      t.strictSame(await get('/readyz'), { status: 503, text: 'the database does not answer\n' })
      t.equal((await get('/livez')).status, 200)
    })

    health.stopping()
    t.strictSame(await get('/readyz'), { status: 503, text: 'stopping\n' })
  },
)
