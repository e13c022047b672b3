import type { Server } from 'node:http'
import type { Socket } from 'node:net'

/**
 * Browsers and HTTP clients open connections in advance. Node takes one that has sent nothing for busy, until it times out
 * after 60 s, and would wait for it when the server closes.
 * @returns ends the connections on which no request has come yet
 */
export function watchUnusedConnections(server: Server): () => void {
  const unused = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    unused.add(socket)
    socket.once('close', () => unused.delete(socket))
  })
  server.on('request', ({ socket }) => unused.delete(socket))
  return () => {
    for (const socket of unused) socket.destroy()
  }
}
