import { connectWorker, migrate } from '@connector/store'
import { createTestDatabase, noDatabase } from '@connector/test-kit'
import t from 'tap'
import { openHealthPort } from '../src/health-port.ts'

t.test(
  'an orchestrator is told whether a worker lives, can work, and what it uses',
  { skip: noDatabase ?? false },
  async (t) => {
    const database = await createTestDatabase()
    await migrate(database.url)
    const store = connectWorker({ url: database.url, max: 2, onError: () => undefined })
    const health = await openHealthPort({ HEALTH_HOST: '127.0.0.1', HEALTH_PORT: 0 }, store)
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
    t.strictSame(await get('/readyz?from=kubelet'), { status: 200, text: 'ok\n' })
    const { text } = await get('/metrics')
    t.match(text, /^process_cpu_seconds_total /m)
    t.match(text, /^connector_process_pool_connections\{state="open"\} [12]$/m)
    t.equal((await get('/')).status, 404)
    t.equal((await get('/livez', 'POST')).status, 405)

    await t.test('a database that is away is no reason to kill it', async (t) => {
      await database.drop()
      t.strictSame(await get('/readyz'), { status: 503, text: 'the database does not answer\n' })
      t.equal((await get('/livez')).status, 200)
    })

    health.stopping()
    t.strictSame(await get('/readyz'), { status: 503, text: 'stopping\n' })
  },
)
