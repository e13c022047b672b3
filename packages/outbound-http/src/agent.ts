import { Agent } from 'undici'
import type { Dispatcher } from 'undici'
import type { Destinations } from './destinations.ts'
import { guardedConnect, type Resolve } from './guarded-connect.ts'

const connectTimeoutMs = 5_000

/**
 * Connections to the outside APIs: only to allowed destinations, kept alive, 5 s to connect. Deadlines belong to each
 * call, so the library's own time limits for headers and body are off. Close it when the process ends.
 * @param options.resolve how host names are resolved; by default as the operating system does
 */
export function createAgent(options: {
  destinations: Destinations
  resolve?: Resolve | undefined
  connectTimeoutMs?: number
}): Dispatcher {
  const { destinations, resolve, connectTimeoutMs: timeoutMs = connectTimeoutMs } = options
  return new Agent({
    connect: guardedConnect({ destinations, resolve, timeoutMs }),
    headersTimeout: 0,
    bodyTimeout: 0,
    keepAliveTimeout: 10_000,
    // One HTTP answer per connection at a time: a slow one must not hold up its neighbour.
    pipelining: 1,
  })
}
