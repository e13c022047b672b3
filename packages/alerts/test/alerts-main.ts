/** What ingest and projector run, in a process of its own, so that a test can kill it. */
import { createLog, createTally, readEnvironment } from '@connector/service-kit'
import { connectWorker, createVault, parseMasterKey } from '@connector/store'
import { z } from 'zod'
import { alertSettings, startAlerts } from '../src/index.ts'

const settings = readEnvironment(z.object({ ...alertSettings, DATABASE_URL: z.string(), MASTER_KEY: z.string() }))
const store = connectWorker({ url: settings.DATABASE_URL })
startAlerts({
  store,
  behindSince: () => Promise.resolve(undefined),
  vault: createVault(parseMasterKey(settings.MASTER_KEY)),
  settings,
  tally: createTally(),
  log: createLog('alerts', 'silent'),
  now: () => new Date(),
})
