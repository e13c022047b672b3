import { createServer } from 'node:http'
import type { IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAgent, createBudget, thisMachine } from '@connector/outbound-http'
import { createThuliumClient } from '../src/index.ts'
import type { ThuliumClient, ThuliumClientOptions } from '../src/index.ts'

export interface Seen {
  method: string
  /** Path and query as they came, not decoded. */
  target: string
  path: string
  query: URLSearchParams
  headers: IncomingHttpHeaders
  body: Buffer
}

/** How the server of a test answers one request; `cut` ends the connection without an answer. */
export type Reply =
  { status?: number; headers?: Record<string, string>; body?: string | Buffer | object } | 'cut' | 'silent'

export interface Setup {
  client: ThuliumClient
  /** Every request that arrived. */
  seen: Seen[]
  /** The server's own address. */
  origin: string
}

/** A client and a server of its own, which answers as told; both end with the test. */
export async function setup(
  teardown: (clean: () => Promise<void> | void) => unknown,
  reply: (seen: Seen) => Reply,
  more: Partial<ThuliumClientOptions> = {},
): Promise<Setup> {
  const seen: Seen[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const target = request.url ?? '/'
      const url = new URL(target, 'http://tenant')
      const { method = '', headers } = request
      const one = { method, target, path: url.pathname, query: url.searchParams, headers, body: Buffer.concat(chunks) }
      seen.push(one)
      const answer = reply(one)
      if (answer === 'silent') return
      if (answer === 'cut') {
        request.socket.destroy()
        return
      }
      const { status = 200, headers: sent = { 'content-type': 'application/json' }, body = '' } = answer
      response
        .writeHead(status, sent)
        .end(typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const dispatcher = createAgent({ destinations: thisMachine })
  teardown(async () => {
    await dispatcher.destroy()
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  const origin = `http://127.0.0.1:${port}`
  const client = createThuliumClient({
    baseUrl: `${origin}/api/`,
    user: 'connector',
    password: 'hasło-demo',
    budget: createBudget({ requestsPerSecond: Infinity, maxInFlight: 5 }),
    dispatcher,
    ...more,
  })
  return { client, seen, origin }
}

export const documentOf = (seen: Seen | undefined): unknown => JSON.parse(seen?.body.toString() ?? '') as unknown
