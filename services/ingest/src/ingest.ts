import { randomUUID } from 'node:crypto'
import { createConnections, type Clients } from '@connector/connections'
import { defaultTiming, type EffectTiming } from '@connector/domain/effects'
import type { EventLog } from '@connector/event-log'
import { createRepository } from '@connector/repository'
import { startLeaseLoop, type Log } from '@connector/service-kit'
import { createLeases, type Vault, type WorkerStore } from '@connector/store'
import { createContacts } from './empikplace/contacts.ts'
import { createLateOrders } from './empikplace/late-orders.ts'
import { createOrders } from './empikplace/orders.ts'
import { createEmpikPlacePoll } from './empikplace/poll.ts'
import { createReasonMemory } from './empikplace/reasons.ts'
import { startPoller } from './poller.ts'
import { createPolls } from './polls.ts'
import { createIllItems } from './ill-items.ts'
import type { IngestSettings } from './settings.ts'
import { createFieldCheck } from './thulium/field-check.ts'
import { createKnownReplies } from './thulium/known-replies.ts'
import { createThuliumPoll } from './thulium/poll.ts'
import { createSightings } from './thulium/sightings.ts'
import { createOwnTickets } from './thulium/tickets.ts'

export interface IngestDeps {
  settings: Omit<IngestSettings, 'DATABASE_URL' | 'CONNECTOR_MASTER_KEY' | 'CONNECTOR_OLD_MASTER_KEY' | 'LOG_LEVEL'>
  log: EventLog
  store: WorkerStore
  vault: Vault
  clients: Clients
  logger: Log
  now?: () => Date
}

export interface Ingest {
  /** Ends looks under way, then gives the leases back. */
  stop(): Promise<void>
}

/** Looks at both outside APIs and records what is new. It never changes the outside. */
export function startIngest(deps: IngestDeps): Ingest {
  const { settings, log, store, vault, clients, logger, now = () => new Date() } = deps
  const timing: EffectTiming = {
    ...defaultTiming,
    backoffMs: defaultTiming.backoffMs.map((wait) => wait * settings.WAIT_SCALE),
  }
  const repository = createRepository(() => log, 'ingest')
  const connections = createConnections({ repository, store, vault, clients })

  const orders = createOrders({ freshMs: settings.ORDER_FRESH_MS, timing, now, random: Math.random })
  const empikplace = createEmpikPlacePoll({
    repository,
    overlapMs: settings.OVERLAP_MS,
    orders,
    lateOrders: createLateOrders({ repository, store, orders, now }),
    reasons: createReasonMemory(),
    contacts: createContacts(store),
    ill: createIllItems(timing, now, Math.random),
    now,
  })
  const tickets = createOwnTickets(store)
  const thulium = createThuliumPoll({
    repository,
    tickets,
    sightings: createSightings(store),
    replies: createKnownReplies(store),
    fields: createFieldCheck({ repository, tickets, everyMs: settings.FIELD_CHECK_MS, now }),
    ill: createIllItems(timing, now, Math.random),
    overlapMs: settings.OVERLAP_MS,
    settleMs: settings.REPLY_SETTLE_MS,
    sweepMs: settings.TICKET_SWEEP_MS,
    now,
  })

  const leases = createLeases({ store, service: 'ingest', owner: randomUUID(), ttlMs: settings.LEASE_MS })
  const poller = startPoller({
    leases,
    polls: createPolls(store),
    connections,
    repository,
    look: async (poll, lease) => {
      const connection = await connections.get(poll.ref)
      return (poll.side === 'empikplace' ? empikplace : thulium).run(connection, poll.cursor, lease.signal)
    },
    intervalMs: (side) => (side === 'empikplace' ? settings.EMPIKPLACE_POLL_MS : settings.THULIUM_POLL_MS),
    timing,
    rejections: { stopAfter: settings.REJECTIONS_TO_STOP, spacingMs: settings.REJECTION_SPACING_MS },
    concurrency: settings.POLL_CONCURRENCY,
    perTenant: settings.POLLS_PER_TENANT,
    log: logger,
    now,
    random: Math.random,
  })
  const leasing = startLeaseLoop({ leases, ttlMs: settings.LEASE_MS, log: logger, onChange: () => poller.wake() })

  return {
    async stop() {
      await poller.stop()
      await leasing.stop()
      await leases.releaseAll()
    },
  }
}
