/** Ingest and projector in one process of their own, so that a test can kill or freeze it. */
import { openWorker } from '@connector/connections'
import { ingestSettings, startIngest } from '@connector/ingest'
import { projectorSettings, startProjector } from '@connector/projector'
import { createLog, readEnvironment, runMain, untilStopped, watchHttpKillPoints } from '@connector/service-kit'
import { clockOf } from './clock.ts'

await runMain(async () => {
  const settings = { ...readEnvironment(ingestSettings), ...readEnvironment(projectorSettings) }
  const logger = createLog('worker', settings.LOG_LEVEL)
  watchHttpKillPoints()
  const worker = await openWorker(settings, { logger, now: clockOf(process.env['TEST_CLOCK']), connections: 4 })
  const projector = await startProjector(worker, settings)
  const ingest = startIngest(worker, settings)
  process.stdout.write('running\n')
  await untilStopped(logger, async () => {
    await ingest.stop()
    await projector.stop()
    await worker.close()
  })
})
