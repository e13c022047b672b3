import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { startEmbeddedDatabase } from '@connector/embedded-database'
import {
  connectWorker,
  freeAllLeases,
  migrate,
  setLoginPasswords,
  untilSchemaIsReady,
  urlOfLogin,
  type Role,
} from '@connector/store'
import pg from 'pg'

const name = 'connector'

export interface Database {
  /** For each part of the process, as a login that may do what this part must and nothing else. */
  urls: Record<Role, string>
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
    for (const role of ['connector_worker', 'connector_api'] as const)
      await untilSchemaIsReady(givenUrl, role, { onWait: onNotice })
    const urls = { connector_worker: givenUrl, connector_api: givenUrl }
    return { urls, notice: undefined, stop: () => Promise.resolve() }
  }
  const server = await startEmbeddedDatabase({ folder: join(dataFolder, 'postgres'), onNotice })
  const url = await ensureDatabase(server.url)
  // Nobody else can be using a server that was started a moment ago.
  await migrate(url, { alone: true })
  // New ones at each start: nobody else has a use for them.
  const password = randomBytes(24).toString('base64url')
  await setLoginPasswords(url, { connector_worker: password, connector_api: password })
  const urls = {
    connector_worker: urlOfLogin(url, 'connector_worker', password),
    connector_api: urlOfLogin(url, 'connector_api', password),
  }
  // For the same reason leases of a killed process need not run out.
  const store = connectWorker({ url: urls.connector_worker, max: 1 })
  await freeAllLeases(store)
  await store.close()
  return { urls, notice: server.notice, stop: server.stop }
}
