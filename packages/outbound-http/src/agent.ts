import { Agent } from 'undici'
import type { Dispatcher } from 'undici'

const connectTimeoutMs = 5_000

/**
 * Connections to the outside APIs: kept alive, 5 s to connect. Deadlines belong to each call, so the library's own
 * time limits for headers and body are off. Close it when the process ends.
 */
export function createAgent(options: { connectTimeoutMs?: number } = {}): Dispatcher {
  return new Agent({
    connect: { timeout: options.connectTimeoutMs ?? connectTimeoutMs },
    headersTimeout: 0,
    bodyTimeout: 0,
    keepAliveTimeout: 10_000,
    // One HTTP answer per connection at a time: a slow one must not hold up its neighbour.
    pipelining: 1,
  })
}

let shared: Dispatcher | undefined

/** The agent of all calls that do not bring their own. */
export function sharedAgent(): Dispatcher {
  shared ??= createAgent()
  return shared
}
