import { connect, createServer, type Socket } from 'node:net'

/** A way to a server that is not what it seems. */
export interface Wire {
  /** The same address, by this way. */
  url: string
  close(): Promise<void>
}

type Rule = (bytes: Buffer) => Buffer | 'nothing' | 'cut'

/** What becomes of bytes on their way: what is returned goes on, and both ends of a connection that is `cut` are closed. */
export interface WireRules {
  toServer?: Rule
  toClient?: Rule
  /** Whether the server hears of new connections, and each end of the other one's end; by default it does. */
  tells?: () => boolean
}

/**
 * @param url of a server; host and port are taken from it
 * @param rulesOf asked for each connection
 */
export async function openWire(url: string, rulesOf: () => WireRules): Promise<Wire> {
  const target = new URL(url)
  const sockets = new Set<Socket>()
  const keep = (socket: Socket): Socket => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    socket.on('close', () => sockets.delete(socket))
    return socket
  }
  const pass = (from: Socket, to: Socket, rule: Rule, tells: () => boolean): void => {
    from.on('data', (bytes: Buffer) => {
      const passed = rule(bytes)
      if (passed === 'cut') for (const end of [from, to]) end.destroy()
      else if (passed !== 'nothing') to.write(passed)
    })
    from.on('close', () => {
      if (tells()) to.destroy()
    })
  }
  const server = createServer((near) => {
    keep(near)
    const asIs = (bytes: Buffer): Buffer => bytes
    const { toServer = asIs, toClient = asIs, tells = () => true } = rulesOf()
    if (!tells()) return
    const far = keep(connect(Number(target.port || 5432), target.hostname))
    pass(near, far, toServer, tells)
    pass(far, near, toClient, tells)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('No free port was found')
  const through = new URL(url)
  through.host = `127.0.0.1:${address.port}`
  return {
    url: through.href,
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
