import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

/** A message of PostgreSQL's first packet: its length and the version of the protocol, then names and values. */
function withoutOptions(packet: Buffer): Buffer {
  const words = packet.subarray(8, -1).toString().split('\0')
  const kept = words.flatMap((name, index) =>
    index % 2 === 0 && name !== '' && name !== 'options' ? [`${name}\0${words[index + 1] ?? ''}\0`] : [],
  )
  const body = Buffer.from(`${kept.join('')}\0`)
  const head = Buffer.from(packet.subarray(0, 8))
  head.writeInt32BE(8 + body.length)
  return Buffer.concat([head, body])
}

/** Hands everything on but the settings that a connection begins with, as PgBouncer does when told to ignore them. */
export async function startPooler(databaseUrl: string): Promise<{ url: string; close: () => void }> {
  const behind = new URL(databaseUrl)
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    const database = connect(Number(behind.port), behind.hostname)
    for (const one of [socket, database]) {
      sockets.add(one)
      one.on('error', () => undefined)
    }
    socket.once('data', (packet: Buffer) => {
      database.write(withoutOptions(packet))
      socket.pipe(database)
    })
    database.pipe(socket)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const url = new URL(databaseUrl)
  url.hostname = '127.0.0.1'
  url.port = String(address.port)
  return {
    url: url.href,
    close: () => {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
}
