import { openWorker, startBudgetReports, workerSettings, type Worker } from '@connector/connections'
import { ingestSettings, startIngest } from '@connector/ingest'
import { projectorSettings, startProjector } from '@connector/projector'
import { createLog, readEnvironment } from '@connector/service-kit'
import { startServices as startBoth } from '../../services/standalone/src/services.ts'

type Values = Record<string, string>
type Start = (worker: Worker, values: Values) => Promise<() => Promise<void>>

const alone: Record<'ingest' | 'projector', Start> = {
  ingest(worker, values) {
    const ingest = startIngest(worker, readEnvironment(ingestSettings, values))
    return Promise.resolve(() => ingest.stop())
  },
  async projector(worker, values) {
    const projector = await startProjector(worker, readEnvironment(projectorSettings, values))
    return () => projector.stop()
  },
}

/**
 * Ingest and projector in this process, as `npm start` runs them, or one of them alone.
 * @returns what ends them
 */
export async function startServices(environment: Values, service?: keyof typeof alone): Promise<() => Promise<void>> {
  const values = { LOG_LEVEL: 'error', ...environment }
  const settings = workerSettings.parse(values)
  const worker = await openWorker(settings, { logger: createLog('bench', settings.LOG_LEVEL), connections: 20 })
  const stop = await (service ? alone[service] : startBoth)(worker, values)
  const budgetReports = startBudgetReports(worker)
  return async () => {
    await budgetReports.stop()
    await stop()
    await worker.close()
  }
}
