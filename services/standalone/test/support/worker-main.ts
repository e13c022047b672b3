/** Ingest and projector in one process of their own, so that a test can kill or freeze it. */
import { createClients } from '@connector/connections'
import { createPostgresEventLog } from '@connector/event-log'
import { ingestSettings, startIngest } from '@connector/ingest'
import { projectorSettings, startProjector } from '@connector/projector'
import {
  createLog,
  createSignedLinks,
  readEnvironment,
  runMain,
  untilStopped,
  watchHttpKillPoints,
} from '@connector/service-kit'
import { connectWorker, createVault, masterKeysOf } from '@connector/store'
import { clockOf } from './clock.ts'

await runMain(async () => {
  const settings = { ...readEnvironment(ingestSettings), ...readEnvironment(projectorSettings) }
  const logger = createLog('worker', settings.LOG_LEVEL)
  watchHttpKillPoints()
  const store = connectWorker({ url: settings.DATABASE_URL, max: 4 })
  const log = createPostgresEventLog({ pool: store.pool, listen: settings.DATABASE_URL, onError: () => undefined })
  const { masterKey, oldMasterKey } = masterKeysOf(settings)
  const deps = {
    settings,
    log,
    store,
    vault: createVault(masterKey, oldMasterKey),
    clients: createClients(settings),
    links: createSignedLinks(masterKey, settings.PUBLIC_URL, oldMasterKey),
    logger,
    now: clockOf(process.env['TEST_CLOCK']),
  }
  const projector = await startProjector(deps)
  const ingest = startIngest(deps)
  process.stdout.write('running\n')
  await untilStopped(logger, async () => {
    await ingest.stop()
    await projector.stop()
    await log.close()
    await store.close()
  })
})
