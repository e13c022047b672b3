import { NotConnected, type Connections } from '@connector/connections'
import { backoff, type EffectTiming } from '@connector/domain/effects'
import { acceptAuthentication, rejectAuthentication, type RejectionPolicy } from '@connector/domain/integration'
import type { Repository } from '@connector/repository'
import { startLoop, type Log, type Loop } from '@connector/service-kit'
import type { Lease, Leases } from '@connector/store'
import { failed, type FailedPoll, type PollResult } from './poll-result.ts'
import type { DuePoll, Polls } from './polls.ts'

export interface PollerOptions {
  leases: Leases
  polls: Polls
  connections: Connections
  repository: Repository
  /** Looks at one side of one integration. */
  look: (poll: DuePoll, lease: Lease) => Promise<PollResult>
  intervalMs: (side: DuePoll['side']) => number
  timing: EffectTiming
  rejections: RejectionPolicy
  concurrency: number
  perTenant: number
  log: Log
  now: () => Date
  random: () => number
}

type GoodPoll = Extract<PollResult, { ok: true }>

/** How long to rest when no look is due. */
const idleMs = 250

/** Rows for new integrations are added this often. */
const ensureEveryMs = 1_000

/** Looks that come due together are spread over ±5 % of the interval. */
const spread = 0.1

/** Starts every look that is due, side by side, with a share for each tenant; a failed one waits longer each time, for ever. */
export function startPoller(options: PollerOptions): Loop {
  const { leases, polls, connections, repository, look, intervalMs, timing, rejections, log, now, random } = options
  const running = new Map<string, { tenantId: string; task: Promise<void> }>()
  const keyOf = ({ ref, side }: DuePoll): string => `${ref.tenantId}/${ref.integrationId}/${side}`
  let ensuredAt = 0

  const later = (ms: number): Date => new Date(now().getTime() + ms)

  const usualWait = (side: DuePoll['side']): number => intervalMs(side) * (1 - spread / 2 + random() * spread)

  async function succeed(poll: DuePoll, lease: Lease, { cursor, lookAgainAt }: GoodPoll): Promise<void> {
    const usual = later(usualWait(poll.side))
    await polls.succeeded(lease, poll, cursor, now(), lookAgainAt && lookAgainAt < usual ? lookAgainAt : usual)
    const { integration, account, settings } = await connections.get(poll.ref)
    if (integration.rejections[poll.side].count === 0) return
    const accountName = poll.side === 'thulium' ? account.system : settings.shopId
    await repository.changeIntegration(poll.ref, `poll:${poll.side}`, (state) =>
      acceptAuthentication(state, { side: poll.side, accountName, clockOffsetMs: state.clockOffsetMs }, 'poll'),
    )
  }

  async function fail(poll: DuePoll, lease: Lease, { failure, othersRead }: FailedPoll): Promise<void> {
    const about = { ...poll.ref, operation: poll.side, failureClass: failure.class }
    log.warn({ ...about, reason: failure.message, attempt: poll.failures + 1 }, 'The look failed')
    // Repeated sooner or later, but never more often than a good look.
    const longerWait = Math.max(backoff(timing, poll.failures, random()), intervalMs(poll.side))
    const nextAt = later(othersRead ? usualWait(poll.side) : longerWait)
    const { retryAt } = failure
    await polls.failed(lease, poll, failure, retryAt && retryAt > nextAt ? retryAt : nextAt)
    if (failure.class !== 'credentials-rejected') return
    connections.forget(poll.ref)
    await repository.changeIntegration(poll.ref, `poll:${poll.side}`, (state) =>
      rejectAuthentication(
        state,
        { side: poll.side, operation: 'poll', message: failure.message, status: failure.status },
        now(),
        rejections,
      ),
    )
  }

  async function run(poll: DuePoll, lease: Lease): Promise<void> {
    let result: PollResult
    try {
      result = await look(poll, lease)
    } catch (error) {
      if (!(error instanceof NotConnected))
        log.error({ ...poll.ref, operation: poll.side, error }, 'The look met an unexpected error')
      const message = error instanceof Error ? error.message : 'An unknown error'
      result = failed({ class: 'unreachable', message })
    }
    await (result.ok ? succeed(poll, lease, result) : fail(poll, lease, result))
  }

  async function step(): Promise<number> {
    const held = leases.held()
    if (performance.now() - ensuredAt > ensureEveryMs) {
      await polls.ensure(held.map(({ tenantId }) => tenantId))
      ensuredAt = performance.now()
    }
    const busy = new Map<string, number>()
    for (const { tenantId } of running.values()) busy.set(tenantId, (busy.get(tenantId) ?? 0) + 1)
    const ready = held.filter(({ tenantId }) => (busy.get(tenantId) ?? 0) < options.perTenant)
    const free = options.concurrency - running.size
    if (free <= 0 || ready.length === 0) return idleMs
    // A look that ends while this is asked may still be among the answers; it must not be done twice.
    const underWayBefore = new Set(running.keys())
    // More than there is room for, since some of the first may be under way or belong to a busy tenant.
    const due = await polls.due(
      ready.map(({ tenantId }) => tenantId),
      now(),
      options.concurrency * 2,
    )
    let started = 0
    for (const poll of due) {
      const { tenantId } = poll.ref
      const lease = leases.get(tenantId)
      const key = keyOf(poll)
      if (started >= free || !lease || underWayBefore.has(key)) continue
      const underWay = busy.get(tenantId) ?? 0
      if (underWay >= options.perTenant) continue
      busy.set(tenantId, underWay + 1)
      started += 1
      const task = run(poll, lease)
        .catch((error: unknown) =>
          log.error({ ...poll.ref, operation: poll.side, error }, 'The look could not be recorded'),
        )
        .finally(() => {
          running.delete(key)
          loop.wake()
        })
      running.set(key, { tenantId, task })
    }
    return idleMs
  }

  const loop = startLoop({ log, operation: 'polls', step })
  return {
    wake: () => loop.wake(),
    async stop() {
      await loop.stop()
      await Promise.all([...running.values()].map(({ task }) => task))
    },
  }
}
