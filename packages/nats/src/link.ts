import { setTimeout as delayFor } from 'node:timers/promises'
import type { NatsConnection } from 'nats'
import { connectTo, type NatsLogin } from './connect.ts'

/** Why there is no connection: what an operator does about it differs. */
export type NatsAwayReason = 'refused' | 'unreachable'

export type NatsState = { connected: true } | { connected: false; reason: NatsAwayReason }

/** One connection to NATS for the whole process, replaced for ever whenever it is lost. */
export interface NatsLink {
  /** Undefined while NATS is away. */
  current(): NatsConnection | undefined
  state(): NatsState
  /** Calls with each new connection, and at once if there is one now. Returns a function that ends it. */
  onConnected(use: (connection: NatsConnection) => void): () => void
  /** Resolves when the first attempt to connect has succeeded or failed; later attempts go on by themselves. */
  ready: Promise<void>
  close(): Promise<void>
}

const firstRetryMs = 100
const longestRetryMs = 5_000

/** A connection that lived this long was a good one, and losing it is no reason to wait long for the next. */
const goodAfterMs = 5_000

/** What is still on its way at the end is given this long. */
const lastFlushMs = 500

const refusals: readonly unknown[] = [
  'AUTHORIZATION_VIOLATION',
  'AUTHENTICATION_EXPIRED',
  'BAD_AUTHENTICATION',
  'BAD_CREDS',
]

const reasonOf = (error: unknown): NatsAwayReason =>
  error instanceof Error && 'code' in error && refusals.includes(error.code) ? 'refused' : 'unreachable'

export interface NatsLinkOptions {
  servers: readonly string[]
  /** What the server calls us in its lists. */
  name: string
  login: NatsLogin
  /** Told when the state has changed, not of every attempt; with what went wrong, where something did. */
  onChange?: (state: NatsState, error?: unknown) => void
}

/** Never throws and is never waited for: while NATS is away there is no connection, and that is all. */
export function openNats({ servers, name, login, onChange }: NatsLinkOptions): NatsLink {
  const closing = new AbortController()
  const isClosing = (): boolean => closing.signal.aborted
  const users = new Map<object, (connection: NatsConnection) => void>()
  let connection: NatsConnection | undefined
  let state: NatsState = { connected: false, reason: 'unreachable' }
  let isKnown = false
  let stopped = Promise.resolve()

  function become(next: NatsState, error?: unknown): void {
    const same = next.connected ? state.connected : !state.connected && state.reason === next.reason
    if (isKnown && same) return
    isKnown = true
    state = next
    onChange?.(next, error)
  }

  async function liveOnce(server: string, onReady: () => void): Promise<void> {
    const made = await connectTo(server, name, login)
    // A close that came meanwhile has seen no connection to end.
    if (isClosing()) return made.close()
    connection = made
    try {
      become({ connected: true })
      onReady()
      for (const use of users.values()) use(made)
      const error = await made.closed()
      if (!isClosing()) throw error instanceof Error ? error : new Error('The connection to NATS was closed')
    } finally {
      connection = undefined
    }
  }

  const ready = new Promise<void>((resolve) => {
    async function keep(): Promise<void> {
      let retryMs = firstRetryMs
      for (let attempt = 0; !isClosing(); attempt++) {
        const startedAt = performance.now()
        try {
          await liveOnce(servers[attempt % servers.length] ?? '', resolve)
        } catch (error) {
          if (!isClosing()) become({ connected: false, reason: reasonOf(error) }, error)
        }
        resolve()
        if (performance.now() - startedAt > goodAfterMs && !isClosing()) retryMs = firstRetryMs
        // All servers are tried before the wait grows; only close() aborts it, and then the loop ends.
        await delayFor(retryMs, undefined, { signal: closing.signal }).catch(() => undefined)
        if ((attempt + 1) % servers.length === 0) retryMs = Math.min(retryMs * 2, longestRetryMs)
      }
    }
    stopped = keep()
  })

  return {
    current: () => connection,
    state: () => state,
    onConnected(use) {
      const key = {}
      users.set(key, use)
      if (connection) use(connection)
      return () => void users.delete(key)
    },
    ready,
    async close() {
      closing.abort()
      const last = connection
      if (last) {
        const late = delayFor(lastFlushMs, undefined, { ref: false })
        await Promise.race([last.flush(), late]).catch(() => undefined)
        await Promise.race([last.close(), delayFor(lastFlushMs, undefined, { ref: false })])
      }
      await stopped
    },
  }
}
