/** The API as services/api runs it, with authentication, over a database that is filled already; runs until it is stopped. */
import { createApi, createFingerprints } from '@connector/api'
import { connectionSettings, createClients } from '@connector/connections'
import { defaultPanelLinks } from '@connector/domain/settings'
import { createPostgresEventLog } from '@connector/event-log'
import { createLog, createSignedLinks } from '@connector/service-kit'
import { connectTenants, createMasterKey, createVault, parseMasterKey } from '@connector/store'
import { z } from 'zod'
import { onAsked, startArgument, tell } from './child.ts'

const { databaseUrl } = z.object({ databaseUrl: z.string() }).parse(startArgument())

const publicUrl = 'http://127.0.0.1:8080'
const masterKey = parseMasterKey(createMasterKey())
const store = connectTenants({ url: databaseUrl })
const log = createPostgresEventLog({
  pool: store.pool,
  connectionOf: store.connection,
  listen: { connectionString: databaseUrl },
  onError: () => undefined,
})
const api = await createApi({
  store,
  log,
  vault: createVault(masterKey),
  clients: createClients(connectionSettings.parse({})),
  panel: { base: 'https://marketplace.empik.com', ...defaultPanelLinks },
  links: createSignedLinks(masterKey, publicUrl),
  fingerprints: createFingerprints(masterKey),
  logger: createLog('bench', 'error'),
  now: () => new Date(),
  authentication: { mode: 'required', issuer: publicUrl, audience: 'bench' },
})
onAsked(() => ({ rssMiB: process.memoryUsage.rss() / 2 ** 20 }))
process.once('SIGTERM', () => {
  process.disconnect()
  void api
    .close()
    .then(() => log.close())
    .then(() => store.close())
})
tell({ url: await api.listen({ host: '127.0.0.1', port: 0 }) })
