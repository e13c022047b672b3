import { once } from 'node:events'
import { createServer } from 'node:net'

/** Below what Linux gives to outgoing connections (32 768 to 60 999): from there a port is taken again before its program starts, about once in 300. */
const first = 20_000
const count = 12_000

/** One that nobody listens at, for a program that is told where to, now or when it starts again. */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < 100; tries += 1) {
    const port = first + Math.floor(Math.random() * count)
    const server = createServer()
    const isFree = await new Promise<boolean>((resolve) => {
      server.once('error', () => resolve(false))
      server.listen(port, '127.0.0.1', () => resolve(true))
    })
    if (!isFree) continue
    server.close()
    await once(server, 'close')
    return port
  }
  throw new Error('No port could be listened at')
}
