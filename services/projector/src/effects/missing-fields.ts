import { randomUUID } from 'node:crypto'
import type { Connection } from '@connector/connections'
import type { Failure } from '@connector/outbound-http'
import { atMost } from '@connector/service-kit'
import { LRUCache } from 'lru-cache'

/** Custom fields of tickets that are configured but do not exist in Thulium. */
export interface MissingFields {
  /** Of these names the ones found missing a short while ago. */
  known(connection: Connection, names: readonly string[]): string[]
  /** Asks Thulium about each name: no list of fields can be had, but a search by an unknown one is refused. */
  find(
    connection: Connection,
    names: readonly string[],
    signal: AbortSignal,
  ): Promise<{ ok: true; missing: string[] } | { ok: false; failure: Failure }>
}

/** How long a ticket is created without such a field before it is tried again; by then somebody may have made it. */
const rememberedMs = 10 * 60_000
const maxRemembered = 10_000

/** A Thulium that ignores unknown fields instead of refusing them never asks for this: it stores the rest by itself. */
export function createMissingFields(): MissingFields {
  const foundMissing = new LRUCache<string, true>({ ...atMost(maxRemembered), ttl: rememberedMs })
  const keyOf = ({ account }: Connection, name: string): string => `${account.system}/${name}`
  return {
    known: (connection, names) => names.filter((name) => foundMissing.has(keyOf(connection, name))),
    async find(connection, names, signal) {
      const missing: string[] = []
      for (const name of names) {
        const nowhere = { [name]: randomUUID() }
        const answer = await connection.thulium.tickets({ customFields: nowhere, limit: 1, offset: 0 }, signal)
        if (answer.ok) continue
        if (answer.failure.class !== 'refused') return answer
        foundMissing.set(keyOf(connection, name), true)
        missing.push(name)
      }
      return { ok: true, missing }
    },
  }
}
