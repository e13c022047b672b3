import type { Kysely, KyselyPlugin, QueryResult, UnknownRow } from 'kysely'

/** The same query builder, and how many statements went through it: what a thing costs, whatever the machine is busy with. */
export function countStatements<Tables>(db: Kysely<Tables>): { db: Kysely<Tables>; count: () => number } {
  let count = 0
  const plugin: KyselyPlugin = {
    transformQuery({ node }) {
      count += 1
      return node
    },
    transformResult: ({ result }): Promise<QueryResult<UnknownRow>> => Promise.resolve(result),
  }
  return { db: db.withPlugin(plugin), count: () => count }
}
