import { once } from 'node:events'
import { connect } from 'node:net'
import { noDatabase } from '@connector/test-kit'
import t from 'tap'
import { startApi } from './support/api.ts'

t.test(
  'a connection opened in advance does not hold up the stop',
  { skip: noDatabase ?? false, timeout: 30_000 },
  async (t) => {
    const api = await startApi(t)
    const { port, hostname } = new URL(api.url)
    const socket = connect({ port: Number(port), host: hostname })
    await once(socket, 'connect')
    // The server has it by the time it has answered a later one.
    t.equal((await fetch(`${api.url}/livez`)).status, 200)
    const closed = once(socket, 'close')
    socket.resume()
    await api.app.close()
    await closed
  },
)
