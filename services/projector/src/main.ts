import { createClients, startBudgetReports } from '@connector/connections'
import { createPostgresEventLog } from '@connector/event-log'
import {
  createLog,
  createSignedLinks,
  readEnvironment,
  runMain,
  untilStopped,
  watchHttpKillPoints,
} from '@connector/service-kit'
import { connectWorker, createVault, masterKeysOf, untilSchemaIsReady } from '@connector/store'
import { startProjector } from './projector.ts'
import { projectorSettings } from './settings.ts'

await runMain(async () => {
  const settings = readEnvironment(projectorSettings)
  const logger = createLog('projector', settings.LOG_LEVEL)
  watchHttpKillPoints()
  await untilSchemaIsReady(settings.DATABASE_URL, 'connector_worker', {
    onWait: (message) => logger.warn({}, message),
    onOwner: (message) => logger.warn({}, message),
  })
  const store = connectWorker({
    url: settings.DATABASE_URL,
    onError: (error) => logger.warn({ error }, 'A database connection broke'),
  })
  const log = createPostgresEventLog({
    pool: store.pool,
    listen: { connectionString: settings.DATABASE_URL },
    onError: (error) => logger.warn({ error }, 'The event log had a passing fault'),
  })
  const { masterKey, oldMasterKey } = masterKeysOf(settings)
  const clients = createClients(settings)
  const projector = await startProjector({
    settings,
    log,
    store,
    vault: createVault(masterKey, oldMasterKey),
    clients,
    links: createSignedLinks(masterKey, settings.PUBLIC_URL, oldMasterKey),
    logger,
  })
  logger.info({}, 'Projector is running')
  const budgetReports = startBudgetReports({ clients, store, logger })
  await untilStopped(logger, async () => {
    await budgetReports.stop()
    await projector.stop()
    await log.close()
    await store.close()
  })
})
