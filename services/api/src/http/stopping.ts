import type { FastifyInstance } from 'fastify'
import { watchUnusedConnections } from './unused-connections.ts'

export interface Stopping {
  /** Meanwhile `/readyz` says no and requests are still served, so that load balancers look elsewhere. */
  beforeClosing: () => Promise<void>
  /** After this long, what is still under way is cut off. */
  withinMs: number
}

/** With the 10 s that a statement may take after that, less than the 30 s after which orchestrators kill. */
export const stoppingAtOnce: Stopping = { beforeClosing: () => Promise.resolve(), withinMs: 15_000 }

/**
 * Closing the app lets requests under way finish, and serves what still comes on open connections with `Connection: close`.
 * @param endStreams ends what would go on for ever
 * @returns whether the app is being closed
 */
export function installStopping(
  app: FastifyInstance,
  { beforeClosing, withinMs }: Stopping,
  endStreams: () => Promise<void>,
): () => boolean {
  let stopping = false
  let cutOff: NodeJS.Timeout | undefined
  const closeUnusedConnections = watchUnusedConnections(app.server)
  app.addHook('preClose', async () => {
    stopping = true
    await beforeClosing()
    await endStreams()
    closeUnusedConnections()
    cutOff = setTimeout(() => app.server.closeAllConnections(), withinMs)
  })
  app.addHook('onClose', (_app, done) => {
    clearTimeout(cutOff)
    done()
  })
  return () => stopping
}
