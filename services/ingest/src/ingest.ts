import { randomUUID } from 'node:crypto'
import { startAlerts } from '@connector/alerts'
import { connectionsOf, type Worker } from '@connector/connections'
import { createRuns, startOperations } from '@connector/operations'
import { startLeaseLoop, watchEventLoop } from '@connector/service-kit'
import { createBehindSince, createLeases } from '@connector/store'
import { createEmpikPlaceLook } from './empikplace/look.ts'
import { ingestOperations } from './operations/handlers.ts'
import { startNightly } from './operations/nightly.ts'
import { startPoller } from './poller.ts'
import { createPolls } from './polls.ts'
import { createIllItems } from './ill-items.ts'
import { startSecondChances } from './second-chances.ts'
import type { IngestSettings } from './settings.ts'
import { createFieldCheck } from './thulium/field-check.ts'
import { createKnownReplies } from './thulium/known-replies.ts'
import { createThuliumLook } from './thulium/look.ts'
import { createLookReports } from './thulium/look-reports.ts'
import { createReadTicket } from './thulium/read-ticket.ts'
import { createSightings } from './thulium/sightings.ts'
import { createSweep } from './thulium/sweep.ts'
import { createSweepAllowance } from './thulium/sweep-allowance.ts'
import { createOwnTickets } from './thulium/tickets.ts'

export interface Ingest {
  /** Ends looks under way, then gives the leases back. */
  stop(): Promise<void>
}

/** Looks at both outside APIs and records what is new. It never changes the outside. */
export function startIngest(worker: Worker, settings: IngestSettings): Ingest {
  const { store, logger, timing, now } = worker
  const { repository, connections, laterConnections, acceptance } = connectionsOf(worker, settings, 'ingest')

  const lookAtShop = createEmpikPlaceLook({ worker, settings, repository, connections })
  const tickets = createOwnTickets(store)
  const fields = createFieldCheck({ repository, tickets, everyMs: settings.FIELD_CHECK_MS, now })
  const reading = {
    tickets,
    sightings: createSightings(store),
    replies: createKnownReplies(store),
    fields,
    settleMs: settings.REPLY_SETTLE_MS,
    now,
  }
  const thulium = createThuliumLook({
    connections,
    tickets,
    read: createReadTicket({ ...reading, repository }),
    fields,
    sweep: createSweep({
      tickets,
      allowance: createSweepAllowance(settings.TICKET_SWEEP_SHARE * settings.THULIUM_REQUESTS_PER_SECOND, now),
      sweepMs: settings.TICKET_SWEEP_MS,
      log: logger,
      now,
    }),
    ill: createIllItems(timing, now, Math.random),
    report: createLookReports(store),
    overlapMs: settings.OVERLAP_MS,
    tally: worker.tally,
    log: logger,
    now,
  })

  const owner = randomUUID()
  const leases = createLeases({
    store,
    service: 'ingest',
    owner,
    ttlMs: settings.LEASE_MS,
    loopDelayMs: watchEventLoop(),
  })
  const poller = startPoller({
    leases,
    polls: createPolls(store),
    connections,
    acceptance,
    look: ({ side, polls }, { signal }) =>
      side === 'thulium' ? thulium.run(polls, signal) : Promise.all(polls.map((poll) => lookAtShop(poll, signal))),
    intervalMs: (side) => (side === 'empikplace' ? settings.EMPIKPLACE_POLL_MS : settings.THULIUM_POLL_MS),
    timing,
    concurrency: settings.POLL_CONCURRENCY,
    perTenant: settings.POLLS_PER_TENANT,
    log: logger,
    now,
    random: Math.random,
  })
  const chances = startSecondChances({
    leases,
    store,
    connections,
    repository,
    everyMs: settings.REJECTED_RETRY_MS,
    log: logger,
    now,
    random: Math.random,
  })
  const operations = startOperations({
    runs: createRuns(store, owner, settings.LEASE_MS),
    repository,
    handlers: ingestOperations({ worker, settings, repository, connections: laterConnections, reading }),
    log: logger,
    ttlMs: settings.LEASE_MS,
    now,
  })
  const alerts = startAlerts({
    ...{ store, vault: worker.vault, settings, now },
    ...{ behindSince: createBehindSince(worker.log, store.pool), tally: worker.tally, log: logger },
  })
  const leasing = startLeaseLoop({
    leases,
    ttlMs: settings.LEASE_MS,
    shareEveryMs: settings.LEASE_SHARE_MS,
    log: logger,
    onChange: () => poller.wake(),
  })
  const nightly = startNightly({
    store,
    repository,
    share: settings.RECONCILE_NIGHTLY_SHARE,
    log: logger,
    now,
  })

  return {
    async stop() {
      await Promise.all([poller.stop(), chances.stop(), operations.stop(), nightly.stop(), alerts.stop()])
      await leasing.stop()
      await leases.releaseAll()
    },
  }
}
