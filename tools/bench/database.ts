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

async function withDatabase<T>(run: (url: string) => Promise<T>): Promise<T> {
  const database = await createTestDatabase()
  try {
    return await run(database.url)
  } finally {
    await database.drop()
  }
}

/**
 * A PostgreSQL server that writes as durably as in production, in a folder that is gone afterwards. Or, where
 * BENCH_DATABASE_URL says so, one of this machine that runs already, whose superuser it names: what a packaged server does
 * otherwise than the embedded one (it compiles statements, for one) shows only there.
 */
export async function startServer(): Promise<BenchServer> {
  const running = process.env['BENCH_DATABASE_URL']
  if (running !== undefined) {
    process.env['TEST_DATABASE_URL'] = running
    return { url: running, withDatabase, stop: () => Promise.resolve() }
  }
  const work = await mkdtemp(join(tmpdir(), 'connector-bench-'))
  const folder = join(work, 'database')
  const server = await startEmbeddedDatabase({ folder, durable: true, settings: settingsForStatements })
  process.env['TEST_DATABASE_URL'] = server.url
  return {
    url: server.url,
    withDatabase,
    async stop() {
      await server.stop()
      await removeDatabase(folder)
      await rm(work, { recursive: true, force: true })
    },
  }
}
