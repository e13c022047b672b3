import { createServer } from 'node:http'
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http'
import { createServer as createSocketServer } from 'node:net'
import type { AddressInfo, Server as SocketServer, Socket } from 'node:net'
import { createAgent, createBudget, jsonBody, thisMachine } from '../src/index.ts'
import type { Budget, BudgetClock, Call, Dispatcher, OutsideApi } from '../src/index.ts'

type Teardown = (clean: () => Promise<void> | void) => unknown

export function freeBudget(): Budget {
  return createBudget({ requestsPerSecond: Infinity, maxInFlight: 10 })
}

export function testAgent(teardown: Teardown): Dispatcher {
  const agent = createAgent({ destinations: thisMachine, connectTimeoutMs: 2_000 })
  teardown(() => agent.destroy())
  return agent
}

async function listen(server: Server | SocketServer): Promise<URL> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return new URL(`http://127.0.0.1:${port}/things`)
}

/** A server of its own for one test; ends with it. */
export async function serve(teardown: Teardown, listener: RequestListener): Promise<URL> {
  const server = createServer(listener)
  teardown(() => {
    server.closeAllConnections()
    server.close()
  })
  return listen(server)
}

export function answerWith(status: number, headers: Record<string, string>, body: string): RequestListener {
  return (request: IncomingMessage, response: ServerResponse) => {
    request.resume().on('end', () => response.writeHead(status, headers).end(body))
  }
}

/** A bare socket server, for answers that break the rules of HTTP. */
export async function serveSocket(teardown: Teardown, onSocket: (socket: Socket) => void): Promise<URL> {
  const sockets = new Set<Socket>()
  const server = createSocketServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    onSocket(socket)
  })
  teardown(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return listen(server)
}

/** A port at which nobody listens. */
export async function deadUrl(): Promise<URL> {
  const server = createServer()
  const url = await listen(server)
  await new Promise((resolve) => server.close(resolve))
  return url
}

/** Refuses with a list of errors. */
const testApi: OutsideApi = {
  name: 'Things',
  isOwn: ({ document }) => typeof document === 'object' && document !== null && 'errors' in document,
}

/** What a test says about a call; a dispatcher at least. */
type More = Partial<Call> & Pick<Call, 'dispatcher'>

export function get(url: URL, more: More): Call {
  return { api: testApi, method: 'GET', url, headers: { accept: 'application/json' }, budget: freeBudget(), ...more }
}

export function post(url: URL, more: More): Call {
  return { ...get(url, more), method: 'POST', body: jsonBody({ text: 'Dzień dobry' }), ...more }
}

/** A clock that moves only when told to; timers due on the way fire in order. */
export function handClock(
  start = Date.parse('2026-03-02T10:00:00Z'),
): BudgetClock & { advance(milliseconds: number): void } {
  let now = start
  let timers: { at: number; callback: () => void }[] = []
  return {
    now: () => now,
    random: () => 0.5,
    after(milliseconds, callback) {
      const timer = { at: now + milliseconds, callback }
      timers.push(timer)
      return () => {
        timers = timers.filter((other) => other !== timer)
      }
    },
    advance(milliseconds) {
      const end = now + milliseconds
      for (;;) {
        const next = timers.filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at)[0]
        if (next === undefined) break
        timers = timers.filter((timer) => timer !== next)
        now = Math.max(now, next.at)
        next.callback()
      }
      now = end
    },
  }
}
