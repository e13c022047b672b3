import type { EventLog } from '@connector/event-log'
import type { Repository } from '@connector/repository'
import { startLoop, type Log } from '@connector/service-kit'
import type { Vault, WorkerStore } from '@connector/store'
import { followHeads } from './log-heads.ts'
import { askForRetention } from './retention.ts'

/** The heads of the log are signed once a day; until then new events are followed this often. */
const headsEveryMs = 600_000

/** Whose night has come is looked at this often. */
const retentionEveryMs = 1_800_000

interface ChoreDeps {
  log: EventLog
  store: WorkerStore
  vault: Vault
  repository: Repository
  logger: Log
  now: () => Date
}

/** What is done now and then, by whichever process comes to it: signing the heads of the log, and asking for what is to be forgotten. */
export function startChores({ log, store, vault, repository, logger, now }: ChoreDeps): { stop(): Promise<void> } {
  const heads = startLoop({
    log: logger,
    operation: 'log heads',
    step: async () => ((await followHeads(log, store, vault, now)) ? 0 : headsEveryMs),
  })

  const retention = startLoop({
    log: logger,
    operation: 'retention',
    step: async () => {
      await askForRetention(repository, store, now())
      return retentionEveryMs
    },
  })

  return {
    async stop() {
      await heads.stop()
      await retention.stop()
    },
  }
}
