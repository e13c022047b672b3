import { createApi, createFingerprints } from '@connector/api'
import { connectionSettings, createClients } from '@connector/connections'
import { defaultPanelLinks } from '@connector/domain/settings'
import { createPostgresEventLog } from '@connector/event-log'
import { createLog, createSignedLinks } from '@connector/service-kit'
import { connectTenants, createMasterKey, createVault, parseMasterKey } from '@connector/store'

/** The OpenAPI document of the API, from an API that never listens and never reaches its database. */
export async function apiDocument(): Promise<object> {
  const store = connectTenants({ url: 'postgres://nowhere.invalid/', onError: () => undefined })
  const log = createPostgresEventLog({ pool: store.pool, onError: () => undefined })
  const masterKey = parseMasterKey(createMasterKey())
  const api = await createApi({
    store,
    log,
    vault: createVault(masterKey),
    clients: createClients(connectionSettings.parse({})),
    panel: { base: 'https://marketplace.empik.com', ...defaultPanelLinks },
    links: createSignedLinks(masterKey, 'http://127.0.0.1:8080'),
    fingerprints: createFingerprints(masterKey),
    logger: createLog('api', 'silent'),
    now: () => new Date(),
    authentication: { mode: 'required', issuer: 'http://127.0.0.1:8080', audience: 'nobody' },
  })
  await api.ready()
  const document = api.swagger()
  await api.close()
  await log.close()
  await store.close()
  return document
}
