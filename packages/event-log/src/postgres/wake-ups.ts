import { setTimeout as delayFor } from 'node:timers/promises'
import pg from 'pg'
import type { WakeUpListener, WakeUpWay } from '../wake-ups/port.ts'
import { noWakeUps } from '../wake-ups/none.ts'
import { query } from './query.ts'
import { endWhenSilent } from './silence.ts'

/**
 * How to get the connection that listens: how to connect, or a function that returns a connected client for the log to
 * own.
 */
export type ListenConnection = string | pg.ClientConfig | (() => Promise<pg.Client>)

/** Channel of the wake-ups in the log's database. The payload is the id of the log instance that sent it. */
const wakeUpChannel = 'event_log_appended'

const connectTimeoutMs = 5_000
const firstRetryMs = 100
const longestRetryMs = 5_000

/** A listener is silent by nature, so it asks now and then; two questions without an answer, and the connection is dead. */
const questionEveryMs = 5_000
const silentForMs = 2 * questionEveryMs

/**
 * Wake-ups by the notifications of PostgreSQL, which go out by the pool and come in by a connection of their own.
 * @param connection without it, nothing is heard
 */
export const createPostgresWakeUps = (pool: pg.Pool, connection: ListenConnection | undefined): WakeUpWay => ({
  async send(sender) {
    await query(pool, { text: 'select pg_notify($1, $2)', values: [wakeUpChannel, sender] })
  },
  listen: (options) =>
    connection === undefined ? noWakeUps.listen(options) : listenForWakeUps({ connection, ...options }),
})

/** For whatever changes beside the log what readers of it show: they look again at once. */
export const wakeReaders = (pool: pg.Pool): Promise<void> => createPostgresWakeUps(pool, undefined).send('')

/**
 * Listens on a connection of its own until closed. Calls `onWake` with each notification's payload, and without one
 * after every (re)connect because notifications may have been missed. A failed or lost connection goes to `onError` and
 * is replaced after 0.1 s, doubling up to 5 s.
 */
function listenForWakeUps(options: {
  connection: ListenConnection
  onWake: (sender?: string) => void
  onError: (error: unknown) => void
}): WakeUpListener {
  const { connection, onWake, onError } = options
  const closing = new AbortController()
  const isClosing = (): boolean => closing.signal.aborted
  let stopped = Promise.resolve()

  const ready = new Promise<void>((resolve) => {
    async function keepListening(): Promise<void> {
      let retryMs = firstRetryMs
      while (!isClosing()) {
        try {
          await listenOnce(connection, closing.signal, onWake, () => {
            retryMs = firstRetryMs
            resolve()
            onWake()
          })
        } catch (error) {
          if (!isClosing()) onError(error)
        }
        resolve()
        // Only close() aborts the delay, and then the loop ends.
        await delayFor(retryMs, undefined, { signal: closing.signal }).catch(() => undefined)
        retryMs = Math.min(retryMs * 2, longestRetryMs)
      }
    }
    stopped = keepListening()
  })

  return {
    ready,
    async close() {
      closing.abort()
      await stopped
    },
  }
}

/** One connection's life: rejects when it cannot be made or is lost, resolves when the signal ended it. */
async function listenOnce(
  connection: ListenConnection,
  signal: AbortSignal,
  onWake: (sender?: string) => void,
  onListening: () => void,
): Promise<void> {
  const client = typeof connection === 'function' ? await connection() : newClient(connection)
  const ended = new Promise<void>((resolve, reject) => {
    client.on('error', reject)
    client.on('end', () => {
      if (signal.aborted) resolve()
      else reject(new Error('The listening connection was closed'))
    })
  })
  // The loss may come while another step is awaited; that step then fails too.
  ended.catch(() => undefined)
  const end = (): void => {
    client.end().catch(() => undefined)
  }
  signal.addEventListener('abort', end, { once: true })
  const questions = setInterval(() => {
    // What goes wrong with it ends the connection, which is told by `ended`.
    client.query('select').catch(() => undefined)
  }, questionEveryMs)
  try {
    if (signal.aborted) return
    if (typeof connection !== 'function') await client.connect()
    endWhenSilent(client, silentForMs)
    client.on('notification', ({ payload }) => onWake(payload))
    await client.query(`listen ${wakeUpChannel}`)
    onListening()
    await ended
  } finally {
    clearInterval(questions)
    signal.removeEventListener('abort', end)
    end()
  }
}

function newClient(connection: string | pg.ClientConfig): pg.Client {
  const config = typeof connection === 'string' ? { connectionString: connection } : connection
  // Without keep-alive a silently dropped connection would stay deaf until the next write, and a listener never writes.
  return new pg.Client({ keepAlive: true, connectionTimeoutMillis: connectTimeoutMs, ...config })
}
