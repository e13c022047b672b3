import { randomUUID } from 'node:crypto'
import { cancelOperation } from '@connector/domain/operations'
import { allTenants } from '@connector/domain/words'
import { openEventLog, type EventStoreSettings } from '@connector/event-log'
import { createRepository } from '@connector/repository'
import { connectTenants } from '@connector/store'
import { translateError } from '../errors/translate.ts'
import { createDirectory } from '../reads/directory.ts'
import { allFindings, listOperations, readOperation } from '../reads/operations.ts'
import { askForOperation } from '../reads/request-operation.ts'
import { createTenantLogs } from '../reads/tenant-logs.ts'
import type { OperationView } from '../schemas/operation.ts'
import { Refused, type Backend } from './backend.ts'
import { refusal } from './refusal.ts'

const listed = 50

/** Straight on the database, with the checks of the API. @param person whose name goes into the log */
export async function createDatabaseBackend(
  url: string,
  person: string,
  eventStore: EventStoreSettings | undefined,
): Promise<Backend> {
  const store = connectTenants({ url, max: 2, onError: () => undefined })
  const log = await openEventLog({
    eventStore,
    pool: store.pool,
    connectionOf: store.connection,
    onError: () => undefined,
  })
  const repository = createRepository(createTenantLogs(log), 'operate')
  const directory = createDirectory(repository, store)
  const deps = { store, repository, directory, now: () => new Date() }

  async function read(tenantId: string, operationId: string): Promise<OperationView> {
    const operation = await readOperation(deps, tenantId, operationId)
    if (!operation) throw new Refused(`There is no operation ${operationId}.`)
    return operation
  }

  async function told<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (error) {
      if (error instanceof Refused) throw error
      const { message, errors, code } = translateError(error)
      if (code === 'internal.unexpected') throw error
      throw refusal(message, errors)
    }
  }

  return {
    ask: (tenantId = allTenants, body) =>
      told(async () => {
        const operationId = randomUUID()
        await askForOperation(deps, { tenantId, operationId, body, requestedBy: person, causedBy: `operate:${person}` })
        return read(tenantId, operationId)
      }),
    read: (tenantId = allTenants, id) => told(() => read(tenantId, id)),
    list: (tenantId = allTenants) => told(async () => (await listOperations(store, tenantId, { limit: listed })).items),
    findings: (tenantId = allTenants, id) => allFindings(store, tenantId, id),
    cancel: (tenantId = allTenants, id) =>
      told(async () => {
        await repository.changeOperations(tenantId, `operate:${person}`, (state) => cancelOperation(state, id, person))
        return read(tenantId, id)
      }),
    // What is sealed is opened by the services alone, which have the master key.
    exportBuyer: () => Promise.reject(new Refused('export needs the API: CONNECTOR_URL and CONNECTOR_ACCESS_KEY.')),
    async close() {
      await log.close()
      await store.close()
    },
  }
}
