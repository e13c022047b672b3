import type { Worker } from '@connector/connections'
import { ingestSettings, startIngest } from '@connector/ingest'
import { projectorSettings, startProjector } from '@connector/projector'
import { readEnvironment } from '@connector/service-kit'

/** Ingest and projector in this process. @returns what ends them; what the worker has opened stays open */
export async function startServices(
  worker: Worker,
  environment: Record<string, string | undefined>,
): Promise<() => Promise<void>> {
  const projector = await startProjector(worker, readEnvironment(projectorSettings, environment))
  const ingest = startIngest(worker, readEnvironment(ingestSettings, environment))
  return async () => {
    await ingest.stop()
    await projector.stop()
  }
}
