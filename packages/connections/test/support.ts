import { configureIntegration } from '@connector/domain/integration'
import { createPostgresEventLog } from '@connector/event-log'
import { createRepository } from '@connector/repository'
import { connectWorker, createMasterKey, createVault, migrate, parseMasterKey, schemaDigest } from '@connector/store'
import { createTestDatabase } from '@connector/test-kit'
import type { Test } from 'tap'
import { connectionSettings, createClients } from '../src/index.ts'

/** What connections are made of, on a database of its own that ends with the test. */
export async function openParts(t: Test) {
  const database = await createTestDatabase({ name: `connector_template_${schemaDigest}`, prepare: migrate })
  const store = connectWorker({ url: database.url, max: 4 })
  const log = createPostgresEventLog({ pool: store.pool, onError: () => undefined })
  t.teardown(async () => {
    await log.close()
    await store.close()
    await database.drop()
  })
  const repository = createRepository(() => log, 'test')
  const vault = createVault(parseMasterKey(createMasterKey()))
  return { database, store, log, repository, vault, clients: createClients(connectionSettings.parse({})) }
}

export const account = {
  system: 'sklep',
  apiUser: 'connector',
  mailbox: 'sklep@sklep.example',
  agentLogin: 'empik.bot',
  threadField: 'EmpikPlace wątek',
  orderField: 'EmpikPlace zamówienie',
  sinkDomain: 'relay.connector.example',
}

export const named = (name: string) =>
  configureIntegration({ name, shopId: '37001', customerField: 'Empik ID', queueId: 7, categoryId: 12 })
