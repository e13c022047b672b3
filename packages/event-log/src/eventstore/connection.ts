import { EventLogUnavailable, LogNotReadable } from '../errors.ts'
import type { EventStoreClient } from './client.ts'
import { asLogError, meaningOf } from './errors.ts'

/** The oldest with the protocol that the client speaks and a fix for every fault that is known to lose events. */
const oldest = { major: 23, minor: 10 }

/** Keeps one client, replaced when it cannot be helped. */
export interface Connection {
  /**
   * @throws {EventLogUnavailable}, {@link LogNotReadable}, and errors of the client that are the caller's to judge: a conflict, no
   * such stream, a place that is none
   */
  use<T>(work: (client: EventStoreClient) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** @throws {LogNotReadable} */
function assertVersion(version: string): void {
  const [major = Number.NaN, minor = Number.NaN] = version.split('.').map(Number)
  if (major > oldest.major || (major === oldest.major && minor >= oldest.minor)) return
  throw new LogNotReadable(
    `The server is EventStoreDB ${version}; the log needs ${oldest.major}.${oldest.minor} or newer. Update it, or unset EVENTSTORE_URL.`,
  )
}

/** Calls that are under way on a client that is replaced get this long to end. */
const graceMs = 10_000

export function createConnection(connect: () => EventStoreClient): Connection {
  let current: { client: EventStoreClient; checked: Promise<void> } | undefined
  let closed = false
  const closing = new Set<{ timer: NodeJS.Timeout; client: EventStoreClient }>()

  const end = (client: EventStoreClient): Promise<void> => client.close().catch(() => undefined)

  function replace(client: EventStoreClient): void {
    if (current?.client !== client) return
    current = undefined
    const one = {
      client,
      timer: setTimeout(() => {
        closing.delete(one)
        void end(client)
      }, graceMs),
    }
    one.timer.unref()
    closing.add(one)
  }

  function connected(): EventStoreClient {
    try {
      return connect()
    } catch (error) {
      throw new LogNotReadable(
        `EVENTSTORE_URL cannot be used: ${error instanceof Error ? error.message : String(error)}`,
        {
          cause: error,
        },
      )
    }
  }

  function open(): { client: EventStoreClient; checked: Promise<void> } {
    if (current) return current
    const client = connected()
    const checked = client.version().then(assertVersion)
    checked.catch(() => undefined)
    current = { client, checked }
    return current
  }

  return {
    async use(work) {
      if (closed) throw new EventLogUnavailable('it was closed')
      const { client, checked } = open()
      try {
        await checked
      } catch (error) {
        // Whatever it was, the next call asks anew.
        replace(client)
        throw asLogError(error)
      }
      try {
        return await work(client)
      } catch (error) {
        if (meaningOf(error) === 'unavailable-replace') replace(client)
        throw asLogError(error)
      }
    },
    async close() {
      closed = true
      const clients = [...closing].map((one) => {
        clearTimeout(one.timer)
        return one.client
      })
      if (current) clients.push(current.client)
      current = undefined
      closing.clear()
      await Promise.all(clients.map(end))
    },
  }
}
