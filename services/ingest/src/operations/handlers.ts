import type { Connections, Worker } from '@connector/connections'
import type { Repository } from '@connector/repository'
import type { IngestSettings } from '../settings.ts'
import type { ReadTicketDeps } from '../thulium/read-ticket.ts'
import { createReconcile } from './reconcile.ts'
import { createRecording } from './recording.ts'
import { createReread } from './reread.ts'

interface OperationsDeps {
  worker: Worker
  settings: IngestSettings
  repository: Repository
  /** Whose calls wait for all that are live. */
  connections: Connections
  reading: Omit<ReadTicketDeps, 'repository'>
}

/** Which kind of operation is carried out by what. */
export function ingestOperations({ worker, settings, repository, connections, reading }: OperationsDeps) {
  const { log, store, tally, timing, now } = worker
  const looking = {
    ...{ log, store, repository, connections, reading, now },
    recording: createRecording({ orderFreshMs: settings.ORDER_FRESH_MS, timing, store, now }),
  }
  return {
    reread: createReread({ ...looking, tickets: reading.tickets }),
    reconcile: createReconcile({ ...looking, replies: reading.replies, tally }),
  }
}
