import { randomUUID } from 'node:crypto'
import { startAlerts } from '@connector/alerts'
import { connectionsOf, NotConnected, type Worker } from '@connector/connections'
import { createRuns, startOperations } from '@connector/operations'
import { startLeaseLoop, watchEventLoop } from '@connector/service-kit'
import { createLeases } from '@connector/store'
import { createContacts } from './empikplace/contacts.ts'
import { createLateOrders } from './empikplace/late-orders.ts'
import { createOrders } from './empikplace/orders.ts'
import { createEmpikPlacePoll } from './empikplace/poll.ts'
import { createReasonMemory } from './empikplace/reasons.ts'
import { createThreadMemory } from './empikplace/thread-memory.ts'
import { createRecording } from './operations/recording.ts'
import { startNightly } from './operations/nightly.ts'
import { createReconcile } from './operations/reconcile.ts'
import { createReread } from './operations/reread.ts'
import { startPoller } from './poller.ts'
import { failedBy, type LookOutcome } from './poll-result.ts'
import { createPolls, type DuePoll } from './polls.ts'
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
import { recordUnreadables } from './unreadable.ts'

export interface Ingest {
  /** Ends looks under way, then gives the leases back. */
  stop(): Promise<void>
}

/** Looks at both outside APIs and records what is new. It never changes the outside. */
export function startIngest(worker: Worker, settings: IngestSettings): Ingest {
  const { store, logger, timing, now } = worker
  const { repository, connections, laterConnections, acceptance } = connectionsOf(worker, settings, 'ingest')

  const orders = createOrders({
    freshMs: settings.ORDER_FRESH_MS,
    timing,
    tell: (ref, items) => recordUnreadables(repository, ref, { side: 'empikplace', operation: 'OR11' }, items),
    now,
    random: Math.random,
  })
  const empikplace = createEmpikPlacePoll({
    repository,
    memory: createThreadMemory(now),
    overlapMs: settings.OVERLAP_MS,
    sweep: {
      everyMs: settings.THREAD_SWEEP_MS,
      backMs: settings.THREAD_SWEEP_BACK_MS,
      pages: settings.THREAD_SWEEP_PAGES,
      random: Math.random,
      onCut(ref, pagesSoFar) {
        worker.tally.add('wider_looks_cut_total', { side: 'empikplace' }, 1)
        worker.logger.warn(
          { ...ref, operation: 'empikplace', count: pagesSoFar },
          'A wider look goes on in the next look',
        )
      },
    },
    orders,
    lateOrders: createLateOrders({ repository, store, orders, now }),
    reasons: createReasonMemory(),
    contacts: createContacts(store),
    ill: createIllItems(timing, now, Math.random),
    now,
  })
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
    log: logger,
    now,
  })

  async function lookAtShop(poll: DuePoll, signal: AbortSignal): Promise<LookOutcome> {
    try {
      const connection = await connections.get(poll.ref)
      return { poll, result: await empikplace.run(connection, poll, signal) }
    } catch (error) {
      if (!(error instanceof NotConnected))
        logger.error({ ...poll.ref, operation: poll.side, error }, 'The look met an unexpected error')
      return { poll, result: failedBy(error) }
    }
  }

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
  const looking = {
    log: worker.log,
    store,
    repository,
    connections: laterConnections,
    recording: createRecording({ orderFreshMs: settings.ORDER_FRESH_MS, timing, store, now }),
    reading,
    now,
  }
  const operations = startOperations({
    runs: createRuns(store, owner, settings.LEASE_MS),
    repository,
    handlers: {
      reread: createReread({ ...looking, tickets }),
      reconcile: createReconcile({ ...looking, replies: reading.replies, tally: worker.tally }),
    },
    log: logger,
    ttlMs: settings.LEASE_MS,
    now,
  })
  const alerts = startAlerts({ store, vault: worker.vault, settings, tally: worker.tally, log: logger, now })
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
