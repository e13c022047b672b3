import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** A wire to PostgreSQL that can lose answers. */
export interface AnswerCutter {
  /** The database's URL, through the wire. */
  url: string
  /** From now on a connection is cut when its next answer arrives, before a byte of it is passed on. */
  cutNextAnswers(): void
  /** Passes everything on again. */
  mend(): void
  close(): Promise<void>
}

/** Listens on a free port and passes bytes to and from the database at `url`. */
export async function createAnswerCutter(url: string): Promise<AnswerCutter> {
  const target = new URL(url)
  const database = { host: target.hostname, port: Number(target.port || 5432) }
  const sockets = new Set<Socket>()
  let cutting = false

  const server = createServer((client) => {
    const upstream = connect(database)
    const cut = (): void => {
      client.destroy()
      upstream.destroy()
    }
    for (const socket of [client, upstream]) {
      sockets.add(socket)
      socket.on('error', cut)
      socket.on('close', () => {
        sockets.delete(socket)
        cut()
      })
    }
    client.on('data', (bytes) => upstream.write(bytes))
    upstream.on('data', (bytes) => {
      if (cutting) cut()
      else client.write(bytes)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  target.port = String((server.address() as AddressInfo).port)
  target.hostname = '127.0.0.1'

  return {
    url: target.href,
    cutNextAnswers() {
      cutting = true
    },
    mend() {
      cutting = false
    },
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
