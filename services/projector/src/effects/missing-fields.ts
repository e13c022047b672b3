import { randomUUID } from 'node:crypto'
import type { Connection } from '@connector/connections'
import type { Failure } from '@connector/outbound-http'

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
export function createMissingFields(now: () => number = Date.now): MissingFields {
  const foundMissing = new Map<string, number>()
  const keyOf = ({ account }: Connection, name: string): string => `${account.system}/${name}`
  return {
    known: (connection, names) =>
      names.filter((name) => now() - (foundMissing.get(keyOf(connection, name)) ?? -Infinity) < rememberedMs),
    async find(connection, names, signal) {
      const missing: string[] = []
      for (const name of names) {
        const nowhere = { [name]: randomUUID() }
        const answer = await connection.thulium.tickets({ customFields: nowhere, limit: 1, offset: 0 }, signal)
        if (answer.ok) continue
        if (answer.failure.class !== 'refused') return answer
        if (foundMissing.size >= maxRemembered) foundMissing.clear()
        foundMissing.set(keyOf(connection, name), now())
        missing.push(name)
      }
      return { ok: true, missing }
    },
  }
}
