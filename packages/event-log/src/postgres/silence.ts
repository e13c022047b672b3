import { Socket } from 'node:net'
import type pg from 'pg'

/**
 * Ends a connection on which nothing has been heard for this long, so that whoever waits on it gets an error. A host that
 * disappears, or a firewall that forgets a connection, sends nothing at all, and TCP by itself tries for a quarter of an
 * hour. Longer than any statement may take, or slow answers would be taken for silence.
 * @param client connected; its transport is watched, encrypted or not
 */
export function endWhenSilent(client: pg.Client, afterMs: number): void {
  const { stream } = client.connection
  if (!(stream instanceof Socket)) return
  stream.setTimeout(afterMs, () => {
    stream.destroy(new Error(`Nothing was heard from the database for ${afterMs / 1_000} s`))
  })
}
