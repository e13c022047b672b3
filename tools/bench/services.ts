import { openWorker, workerSettings } from '@connector/connections'
import { createLog } from '@connector/service-kit'
import { startServices as startOn } from '../../services/standalone/src/services.ts'

/** Ingest and projector in this process, as `npm start` runs them. @returns what ends them */
export async function startServices(environment: Record<string, string>): Promise<() => Promise<void>> {
  const values = { LOG_LEVEL: 'error', ...environment }
  const settings = workerSettings.parse(values)
  const worker = await openWorker(settings, { logger: createLog('bench', settings.LOG_LEVEL), connections: 20 })
  const stop = await startOn(worker, values)
  return async () => {
    await stop()
    await worker.close()
  }
}
