import { createServer } from 'node:http'
import type { IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAgent, createBudget, thisMachine } from '@connector/outbound-http'
import { createEmpikPlaceClient } from '../src/index.ts'
import type { EmpikPlaceClient, EmpikPlaceClientOptions } from '../src/index.ts'

export interface Seen {
  method: string
  path: string
  query: URLSearchParams
  headers: IncomingHttpHeaders
  body: Buffer
}

/** How the server of a test answers one request; `cut` ends the connection without an answer. */
export type Reply =
  { status?: number; headers?: Record<string, string>; body?: string | Buffer | object } | 'cut' | 'silent'

export interface Setup {
  client: EmpikPlaceClient
  /** Every request that arrived. */
  seen: Seen[]
}

const testKey = '0f6f-demo-key'

/** A client and a server of its own, which answers as told; both end with the test. */
export async function setup(
  teardown: (clean: () => Promise<void> | void) => unknown,
  reply: (seen: Seen) => Reply,
  more: Partial<EmpikPlaceClientOptions> = {},
): Promise<Setup> {
  const seen: Seen[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const url = new URL(request.url ?? '/', 'http://shop')
      const one = {
        method: request.method ?? '',
        path: url.pathname,
        query: url.searchParams,
        headers: request.headers,
        body: Buffer.concat(chunks),
      }
      seen.push(one)
      const answer = reply(one)
      if (answer === 'silent') return
      if (answer === 'cut') {
        request.socket.destroy()
        return
      }
      const { status = 200, headers = { 'content-type': 'application/json' }, body = '' } = answer
      response
        .writeHead(status, headers)
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
  const client = createEmpikPlaceClient({
    baseUrl: `http://127.0.0.1:${port}/`,
    shopId: '37001',
    apiKey: testKey,
    budget: createBudget({ requestsPerSecond: Infinity, maxInFlight: 5 }),
    dispatcher,
    ...more,
  })
  return { client, seen }
}

export interface Part {
  head: string
  content: Buffer
}

/** The parts of a multipart body, taken apart by hand. */
export function partsOf({ headers, body }: Seen): Part[] {
  const boundary = /boundary=(.+)$/.exec(headers['content-type'] ?? '')?.[1] ?? ''
  const marks = body.toString('latin1').split(`--${boundary}`)
  return marks.slice(1, -1).map((text) => {
    const [head = '', ...rest] = text.slice(2, -2).split('\r\n\r\n')
    return { head, content: Buffer.from(rest.join('\r\n\r\n'), 'latin1') }
  })
}
