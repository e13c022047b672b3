import { once } from 'node:events'
import { createServer } from 'node:http'
import type { Test } from './api.ts'

/** A Thulium with lists of a shape that nobody has documented, empty searches, and nothing else. */
export async function startOddThulium(test: Test): Promise<string> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '', 'http://x').pathname.split('/').at(-1)
    const odd = path === 'customers' ? [] : path === 'tickets' ? { count: 0, result: [] } : { unheardOf: true }
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify(odd))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  test.teardown(() => server.close())
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/{system}`
}
