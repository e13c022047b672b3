import { setTimeout as delay } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { watchUnusedConnections } from './unused-connections.ts'

export interface StoppingTimes {
  /** Time in which `/readyz` says no while requests are still served, so that load balancers look elsewhere. */
  delayMs: number
  /** After this long, what is still under way is cut off. */
  withinMs: number
}

/** Less than the 30 s after which orchestrators kill. */
export const defaultStoppingTimes: StoppingTimes = { delayMs: 0, withinMs: 20_000 }

/**
 * Closing the app lets requests under way finish, and serves what still comes on open connections with `Connection: close`.
 * @param endStreams ends what would go on for ever
 * @returns whether the app is being closed
 */
export function installStopping(
  app: FastifyInstance,
  { delayMs, withinMs }: StoppingTimes,
  endStreams: () => Promise<void>,
): () => boolean {
  let stopping = false
  const closeUnusedConnections = watchUnusedConnections(app.server)
  app.addHook('preClose', async () => {
    stopping = true
    await delay(delayMs)
    await endStreams()
    closeUnusedConnections()
    const end = setTimeout(() => app.server.closeAllConnections(), withinMs)
    app.server.once('close', () => clearTimeout(end))
  })
  return () => stopping
}
