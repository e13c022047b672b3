import { once } from 'node:events'
import { createServer } from 'node:net'
import { EmbeddedDatabaseError } from './errors.ts'

/** Below what Linux gives to outgoing connections (32 768 to 60 999): such a port may be taken when the server starts, or starts again. */
const first = 20_000
const count = 12_000

/** One of 127.0.0.1 that nobody listens at. @throws {EmbeddedDatabaseError} where 100 in a row could not be had */
export async function freePort(): Promise<number> {
  let refused: unknown
  for (let tries = 0; tries < 100; tries += 1) {
    const port = first + Math.floor(Math.random() * count)
    const server = createServer()
    const isFree = await new Promise<boolean>((resolve) => {
      server.once('error', (error) => {
        refused = error
        resolve(false)
      })
      server.listen(port, '127.0.0.1', () => resolve(true))
    })
    if (!isFree) continue
    server.close()
    await once(server, 'close')
    return port
  }
  throw new EmbeddedDatabaseError(`No port of 127.0.0.1 can be listened at: ${String(refused)}.`)
}
