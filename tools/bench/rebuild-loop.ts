/** Rebuilds all read models again and again until it is stopped; tells once that it has begun, and then how often it was through. */
import { createPostgresEventLog } from '@connector/event-log'
import { createProjection } from '@connector/projector'
import { connectWorker, resetReadModels } from '@connector/store'
import { z } from 'zod'
import { startArgument, tell } from './child.ts'

const { databaseUrl } = z.object({ databaseUrl: z.string() }).parse(startArgument())

const store = connectWorker({ url: databaseUrl })
const log = createPostgresEventLog({ pool: store.pool, onError: () => undefined })
let stopping = false
process.once('SIGTERM', () => {
  stopping = true
})
const isStopping = (): boolean => stopping
tell({})
while (!isStopping()) {
  await resetReadModels(store)
  const projection = createProjection(log, store)
  while (!isStopping() && (await projection.next()).events > 0);
}
await log.close()
await store.close()
process.disconnect()
