import type pg from 'pg'
import { isPlanTooOld, statementNames } from './statement-names.ts'

/** What the query builder takes of a pool. */
interface Connections {
  connect(): Promise<pg.PoolClient>
  end(): Promise<void>
}

/** A pool for the query builder whose statements have names, so that each is planned a few times and no more. */
export function namedStatements(pool: pg.Pool): Connections {
  // One for each connection: the query builder knows them again by that.
  const clients = new WeakMap<pg.PoolClient, pg.PoolClient>()
  return {
    async connect() {
      const client = await pool.connect()
      const known = clients.get(client)
      if (known) return known
      const named = namedClient(client)
      clients.set(client, named)
      return named
    },
    end: () => pool.end(),
  }
}

function namedClient(client: pg.PoolClient): pg.PoolClient {
  async function query(text: string, parameters: readonly unknown[]): Promise<pg.QueryResult> {
    // What a transaction begins and ends with has no parameters and needs no plan.
    const name = parameters.length === 0 ? undefined : statementNames.of(text)
    const values = [...parameters]
    try {
      return await client.query(name === undefined ? { text, values } : { name, text, values })
    } catch (error) {
      if (isPlanTooOld(error)) statementNames.forget(text)
      throw error
    }
  }
  return new Proxy(client, {
    get: (target, property): unknown => (property === 'query' ? query : Reflect.get(target, property)),
  })
}
