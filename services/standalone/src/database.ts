import { join } from 'node:path'
import { startEmbeddedDatabase } from '@connector/embedded-database'
import { connectWorker, freeAllLeases, migrate } from '@connector/store'
import pg from 'pg'

const name = 'connector'

export interface Database {
  url: string
  notice: string | undefined
  stop(): Promise<void>
}

async function ensureDatabase(serverUrl: string): Promise<string> {
  const client = new pg.Client(serverUrl)
  await client.connect()
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name])
    if (rowCount === 0) await client.query(`create database ${name}`)
  } finally {
    await client.end()
  }
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return url.href
}

/**
 * The given database, or the embedded one; in the newest schema.
 * @param onNotice told when the embedded one has died and is started again
 */
export async function openDatabase(
  givenUrl: string | undefined,
  dataFolder: string,
  onNotice: (notice: string) => void,
): Promise<Database> {
  if (givenUrl !== undefined) {
    await migrate(givenUrl)
    return { url: givenUrl, notice: undefined, stop: () => Promise.resolve() }
  }
  const server = await startEmbeddedDatabase({ folder: join(dataFolder, 'postgres'), onNotice })
  const url = await ensureDatabase(server.url)
  await migrate(url)
  // Nobody else can be using a server that was started a moment ago, so leases of a killed process need not run out.
  const store = connectWorker({ url, max: 1 })
  await freeAllLeases(store)
  await store.close()
  return { url, notice: server.notice, stop: server.stop }
}
