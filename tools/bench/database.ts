import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { removeDatabase, startEmbeddedDatabase } from '@connector/embedded-database'
import { createTestDatabase } from '@connector/test-kit'
import { settingsForStatements } from './statements.ts'

export interface BenchServer {
  url: string
  /** Runs work in an empty database of its own, dropped afterwards. */
  withDatabase<T>(work: (url: string) => Promise<T>): Promise<T>
  stop(): Promise<void>
}

/** A PostgreSQL server that writes as durably as in production, in a folder that is gone afterwards. */
export async function startServer(): Promise<BenchServer> {
  const work = await mkdtemp(join(tmpdir(), 'connector-bench-'))
  const folder = join(work, 'database')
  const server = await startEmbeddedDatabase({ folder, durable: true, settings: settingsForStatements })
  process.env['TEST_DATABASE_URL'] = server.url
  return {
    url: server.url,
    async withDatabase(run) {
      const database = await createTestDatabase()
      try {
        return await run(database.url)
      } finally {
        await database.drop()
      }
    },
    async stop() {
      await server.stop()
      await removeDatabase(folder)
      await rm(work, { recursive: true, force: true })
    },
  }
}
