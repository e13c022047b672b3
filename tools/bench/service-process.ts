/** Ingest and projector, or one of them, in a process of their own, as one of several on one database. Tells when they run. */
import { z } from 'zod'
import { startArgument, tell } from './child.ts'
import { startServices } from './services.ts'

const { environment, service } = z
  .object({ environment: z.record(z.string(), z.string()), service: z.enum(['ingest', 'projector']).optional() })
  .parse(startArgument())

const stopServices = await startServices(environment, service)
const stop = (): void => {
  void stopServices().then(() => process.exit(0))
}
process.once('SIGTERM', stop)
// The benchmark is gone without having stopped us.
process.once('disconnect', stop)
tell({})
