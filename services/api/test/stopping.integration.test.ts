import { once } from 'node:events'
import { Agent, request as httpRequest, type IncomingMessage } from 'node:http'
import { connect as dial } from 'node:net'
import { noDatabase, until } from '@connector/test-kit'
import t from 'tap'
import { connect, startApi, type Api } from './support/api.ts'
import { openEventStream } from './support/event-stream.ts'

const skip = { skip: noDatabase ?? false, timeout: 30_000 }

/** A request that waits in the database until `free` is called. */
async function startWaiting(api: Api, path: string) {
  const locker = await api.worker.pool.connect()
  await locker.query('set role none; begin; lock table conversations in access exclusive mode')
  const request = httpRequest(`${api.url}${path}`).end()
  const answered = once(request, 'response') as Promise<[IncomingMessage]>
  await until('the request waits for the lock', async () => {
    const { rows } = await locker.query(
      "select 1 from pg_locks where not granted and relation = 'conversations'::regclass",
    )
    return rows.length > 0 ? true : undefined
  })
  const free = async (): Promise<void> => {
    await locker.query('rollback')
    locker.release()
  }
  return { answered, free }
}

await t.test('a connection opened in advance does not hold up the stop', skip, async (t) => {
  const api = await startApi(t)
  const { port, hostname } = new URL(api.url)
  const socket = dial({ port: Number(port), host: hostname })
  await once(socket, 'connect')
  // The server has it by the time it has answered a later one.
  t.equal((await fetch(`${api.url}/livez`)).status, 200)
  const closed = once(socket, 'close')
  socket.resume()
  await api.app.close()
  await closed
})

await t.test('before it stops, the service says that it is not ready and still serves', skip, async (t) => {
  const noticed = new AbortController()
  const beforeClosing = async (): Promise<void> => {
    await once(noticed.signal, 'abort')
  }
  const api = await startApi(t, {}, undefined, undefined, undefined, { stopping: { beforeClosing, withinMs: 15_000 } })
  const { tenant } = await connect(api, 'sklep-a')
  const stream = await openEventStream(t, `${api.url}${tenant}/changes`)
  const { answered, free } = await startWaiting(api, `${tenant}/conversations`)
  const agent = new Agent({ keepAlive: true })
  t.teardown(() => agent.destroy())
  const kept = httpRequest(`${api.url}/livez`, { agent }).end()
  const [first] = (await once(kept, 'response')) as [IncomingMessage]
  first.resume()
  t.equal(first.headers.connection, 'keep-alive')

  const closed = api.app.close()
  const ready = await api.call('GET', '/readyz')
  t.match(ready, { status: 503, body: { code: 'service.stopping' } })
  t.equal(ready.headers.get('retry-after'), '5')
  const other = await api.call('GET', tenant)
  t.equal(other.status, 200, 'whoever has not heard of it yet is served')
  t.equal(other.headers.get('connection'), 'close', 'and told not to come back on this connection')
  t.equal((await api.call('GET', '/livez')).status, 200)

  noticed.abort()
  await stream.ended
  await free()
  const [response] = await answered
  t.equal(response.statusCode, 200, 'what was under way is finished')
  response.resume()
  await closed
  await t.rejects(fetch(`${api.url}/livez`), 'nothing is left that listens')
})

await t.test('what does not finish is cut off', skip, async (t) => {
  const api = await startApi(t, {}, undefined, undefined, undefined, {
    stopping: { beforeClosing: () => Promise.resolve(), withinMs: 1 },
  })
  const { tenant } = await connect(api, 'sklep-a')
  const { answered, free } = await startWaiting(api, `${tenant}/conversations`)
  const cut = t.rejects(answered)
  await api.app.close()
  await cut
  await free()
})
