import { connect, createServer, type Socket } from 'node:net'

/** A way to a server that can be made silent: connections stay open, and nothing comes through any more. */
export interface BlackHole {
  /** The same address, by this way. */
  url: string
  swallow(): void
  let(): void
  close(): Promise<void>
}

/** @param url of a server; host and port are taken from it */
export async function openBlackHole(url: string): Promise<BlackHole> {
  const target = new URL(url)
  const sockets = new Set<Socket>()
  let isSilent = false
  const keep = (socket: Socket): Socket => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    socket.on('close', () => sockets.delete(socket))
    return socket
  }
  const server = createServer((near) => {
    keep(near)
    if (isSilent) return
    const far = keep(connect(Number(target.port), target.hostname))
    const pass = (from: Socket, to: Socket): void => {
      from.on('data', (chunk) => {
        if (!isSilent) to.write(chunk)
      })
      from.on('close', () => {
        if (!isSilent) to.destroy()
      })
    }
    pass(near, far)
    pass(far, near)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('No free port was found')
  const through = new URL(url)
  through.host = `127.0.0.1:${address.port}`
  return {
    url: through.href,
    swallow: () => void (isSilent = true),
    let: () => void (isSilent = false),
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
