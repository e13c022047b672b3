import { createClients, startBudgetReports } from '@connector/connections'
import { createPostgresEventLog } from '@connector/event-log'
import { createLog, readEnvironment, runMain, untilStopped, watchHttpKillPoints } from '@connector/service-kit'
import { connectWorker, createVault, masterKeysOf, untilSchemaIsReady } from '@connector/store'
import { startIngest } from './ingest.ts'
import { ingestSettings } from './settings.ts'

await runMain(async () => {
  const settings = readEnvironment(ingestSettings)
  const logger = createLog('ingest', settings.LOG_LEVEL)
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
  const ingest = startIngest({
    settings,
    log,
    store,
    vault: createVault(masterKey, oldMasterKey),
    clients,
    logger,
  })
  logger.info({}, 'Ingest is running')
  const budgetReports = startBudgetReports({ clients, store, logger })
  await untilStopped(logger, async () => {
    await budgetReports.stop()
    await ingest.stop()
    await log.close()
    await store.close()
  })
})
