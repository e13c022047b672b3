import { NotConnected, type Connections, type Worker } from '@connector/connections'
import type { Repository } from '@connector/repository'
import { createIllItems } from '../ill-items.ts'
import { failedBy, type LookOutcome } from '../poll-result.ts'
import type { DuePoll } from '../due-poll.ts'
import type { IngestSettings } from '../settings.ts'
import { recordUnreadables } from '../unreadable.ts'
import { createContacts } from './contacts.ts'
import { createLateOrders } from './late-orders.ts'
import { createOrders } from './orders.ts'
import { createEmpikPlacePoll } from './poll.ts'
import { createReasonMemory } from './reasons.ts'
import { createThreadMemory } from './thread-memory.ts'

/** 50 000 conversations in a wider look. */
const pagesUntilTold = 500

interface LookDeps {
  worker: Worker
  settings: IngestSettings
  repository: Repository
  connections: Connections
}

/** A look at one shop, which never throws: what failed is its result. */
export function createEmpikPlaceLook({ worker, settings, repository, connections }: LookDeps) {
  const { store, logger, tally, timing, now } = worker
  const orders = createOrders({
    freshMs: settings.ORDER_FRESH_MS,
    timing,
    tell: (ref, items) => recordUnreadables(repository, ref, { side: 'empikplace', operation: 'OR11' }, items),
    onFailure(ref, { class: failureClass, message: reason }, count) {
      tally.add('orders_not_had_total', { reason: failureClass }, count)
      logger.warn({ ...ref, operation: 'OR11', failureClass, reason, count }, 'Orders could not be had')
    },
    now,
    random: Math.random,
  })
  const poll = createEmpikPlacePoll({
    repository,
    memory: createThreadMemory(now),
    overlapMs: settings.OVERLAP_MS,
    sweep: {
      everyMs: settings.THREAD_SWEEP_MS,
      backMs: settings.THREAD_SWEEP_BACK_MS,
      pages: settings.THREAD_SWEEP_PAGES,
      tellAfterPages: pagesUntilTold,
      random: Math.random,
      onCut(ref, pagesSoFar) {
        tally.add('wider_looks_cut_total', { side: 'empikplace' }, 1)
        logger.warn({ ...ref, operation: 'empikplace', count: pagesSoFar }, 'A wider look goes on in the next look')
      },
    },
    orders,
    lateOrders: createLateOrders({ repository, store, orders, now }),
    reasons: createReasonMemory(),
    contacts: createContacts(store),
    ill: createIllItems(timing, now, Math.random),
    now,
  })
  async function lookAtShop(due: DuePoll, signal: AbortSignal): Promise<LookOutcome> {
    try {
      const connection = await connections.get(due.ref)
      return { poll: due, result: await poll.run(connection, due, signal) }
    } catch (error) {
      if (!(error instanceof NotConnected))
        logger.error({ ...due.ref, operation: due.side, error }, 'The look met an unexpected error')
      return { poll: due, result: failedBy(error) }
    }
  }

  return lookAtShop
}
