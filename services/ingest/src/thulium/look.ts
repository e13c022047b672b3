import { NotConnected, type Connection, type Connections } from '@connector/connections'
import type { Failure } from '@connector/outbound-http'
import type { Log, Tally } from '@connector/service-kit'
import type { IllItems } from '../ill-items.ts'
import { failed, failedBy, partlyFailed, type LookOutcome, type PollResult } from '../poll-result.ts'
import type { DuePoll } from '../due-poll.ts'
import { listChanged, type ChangedTickets } from './changed-tickets.ts'
import type { FieldCheck } from './field-check.ts'
import { foundLate } from './found-late.ts'
import type { LookReport } from './look-reports.ts'
import type { ReadTicket } from './read-ticket.ts'
import { readTickets, type TicketsRead } from './read-tickets.ts'
import type { Sweep, Swept } from './sweep.ts'
import type { OwnTicket, OwnTickets, Shops } from './tickets.ts'
import { mayHaveChanged } from './unchanged.ts'

export interface ThuliumLook {
  /**
   * Looks once at a Thulium account for several integrations of its tenant.
   * @param polls of all that are running; each has its own outcome
   */
  run(polls: readonly DuePoll[], signal: AbortSignal): Promise<LookOutcome[]>
}

export interface ThuliumLookDeps {
  connections: Connections
  tickets: OwnTickets
  read: ReadTicket
  sweep: Sweep
  fields: FieldCheck
  ill: IllItems
  report: (report: LookReport) => Promise<void>
  overlapMs: number
  /** Counts what a list did not show. */
  tally: Tally
  log: Log
  now: () => Date
}

/** An integration that can be worked for, and since when it wants to know of changes. */
interface Shop {
  poll: DuePoll
  connection: Connection
  since: Date
}

/**
 * The first list begins this long before the start of an integration, which EmpikPlace's clock or ours has dated and not
 * Thulium's. So it also sees something where Thulium's dates are of another time zone than we take them for.
 */
const beforeStartMs = 3 * 3_600_000

export function createThuliumLook(deps: ThuliumLookDeps): ThuliumLook {
  return {
    async run(polls, signal) {
      const outcomes: LookOutcome[] = []
      const shops: Shop[] = []
      for (const poll of polls) {
        const shop = await connect(deps, poll)
        if ('result' in shop) outcomes.push(shop)
        else shops.push(shop)
      }
      const [first, ...others] = shops
      return first ? [...outcomes, ...(await lookFor([first, ...others], deps, signal))] : outcomes
    },
  }
}

async function connect({ connections, log, now }: ThuliumLookDeps, poll: DuePoll): Promise<Shop | LookOutcome> {
  try {
    const connection = await connections.get(poll.ref)
    const since = sinceOf(poll, connection.integration.startedAt, now())
    return since ? { poll, connection, since } : { poll, result: { ok: true, cursor: undefined } }
  } catch (error) {
    if (!(error instanceof NotConnected))
      log.error({ ...poll.ref, operation: poll.side, error }, 'The look met an unexpected error')
    return { poll, result: failedBy(error) }
  }
}

/** A cursor that a wrong date once moved ahead of the time would see nothing until then. */
function sinceOf({ cursor }: DuePoll, startedAt: Date | undefined, now: Date): Date | undefined {
  if (cursor) return cursor > now ? now : cursor
  return startedAt && new Date(startedAt.getTime() - beforeStartMs)
}

async function lookFor(
  shops: readonly [Shop, ...Shop[]],
  deps: ThuliumLookDeps,
  signal: AbortSignal,
): Promise<LookOutcome[]> {
  const { tickets, sweep, overlapMs, now } = deps
  const [{ connection, poll }] = shops
  const { tenantId } = poll.ref
  const all: Shops = { tenantId, integrationIds: shops.map(({ poll }) => poll.ref.integrationId) }
  const since = Math.min(...shops.map((shop) => shop.since.getTime()))
  const changed = await listChanged(connection.thulium, new Date(since - overlapMs), now, signal)
  if (!changed.ok) return failedForAll(shops, changed.failure)
  tellOfGaps(deps, changed, tenantId)

  const toRead = new Map<number, OwnTicket>()
  const listed = { listedAt: changed.times.answeredAtTheirs, now: now() }
  for (const ticket of await tickets.among(all, [...changed.updatedAt.keys()]))
    if (mayHaveChanged(ticket.last, changed.updatedAt.get(ticket.ticketId), listed)) toRead.set(ticket.ticketId, ticket)
  const waiting = await tickets.waiting(all)
  for (const ticket of waiting.tickets) toRead.set(ticket.ticketId, ticket)
  const swept = await sweep(all, { except: [...toRead.keys()], changedAt: waiting.changedAt })

  const byId = new Map(shops.map((shop) => [shop.poll.ref.integrationId, shop.connection]))
  const connectionOf = ({ ref }: OwnTicket): Connection | undefined => byId.get(ref.integrationId)
  const done = await readTickets(deps, connectionOf, [...toRead.values(), ...swept.tickets], signal)
  const reported = report(deps, tenantId, changed, swept, done)
  const outcomes = outcomesOf(shops, deps, changed, done, signal)
  // The look is over when both are, whichever fails.
  await Promise.allSettled([reported, outcomes])
  await reported
  return outcomes
}

async function outcomesOf(
  shops: readonly [Shop, ...Shop[]],
  deps: ThuliumLookDeps,
  changed: ChangedTickets,
  done: TicketsRead,
  signal: AbortSignal,
): Promise<LookOutcome[]> {
  if (done.failure) return failedForAll(shops, done.failure)
  const [{ poll }] = shops
  // Kept before the cursor moves past them.
  await deps.tickets.owe(
    poll.ref.tenantId,
    done.unread.map(({ ticketId }) => ticketId),
  )
  const outcomes: LookOutcome[] = []
  for (const shop of shops) outcomes.push({ poll: shop.poll, result: await finish(deps, shop, changed, done, signal) })
  return outcomes
}

const failedForAll = (shops: readonly Shop[], failure: Failure): LookOutcome[] =>
  shops.map(({ poll }) => ({ poll, result: failed(failure) }))

function tellOfGaps(
  { log, tally }: ThuliumLookDeps,
  { unreadable, whole, updatedAt }: ChangedTickets,
  tenantId: string,
): void {
  const about = { tenantId, operation: 'thulium' }
  if (unreadable > 0)
    log.warn({ ...about, count: unreadable }, 'Entries of the list of changed tickets were not readable')
  if (whole) return
  tally.add('changed_lists_cut_total', { side: 'thulium' }, 1)
  log.warn(
    { ...about, count: updatedAt.size },
    'Not all tickets that were changed could be listed: the sweep has the rest',
  )
}

async function report(
  deps: ThuliumLookDeps,
  tenantId: string,
  { times }: ChangedTickets,
  swept: Swept,
  { newReplies }: TicketsRead,
): Promise<void> {
  const late = foundLate(newReplies, swept.tickets, times.answeredAtTheirs)
  for (const { ref, ticketId } of late)
    deps.log.warn({ ...ref, ticketId }, 'A reply was found by the sweep that no list of changed tickets had shown')
  await deps.report({
    tenantId,
    lookedAt: deps.now(),
    clockOffsetMs: times.offsetMs,
    sweepWaiting: swept.waiting,
    sweepOldestAt: swept.oldestAt,
    foundLate: late.length,
  })
}

/** What the look means for one of the integrations. */
async function finish(
  { fields, log }: ThuliumLookDeps,
  { poll, connection }: Shop,
  changed: ChangedTickets,
  { leftOut, settlesAt }: TicketsRead,
  signal: AbortSignal,
): Promise<PollResult> {
  const cursor = cursorAfter(poll.cursor, changed)
  const failure = leftOut.get(poll.ref.integrationId)
  if (failure) return partlyFailed(failure, cursor)
  try {
    await fields.run(connection, signal)
  } catch (error) {
    log.error({ ...poll.ref, operation: poll.side, error }, 'The check of the custom fields met an unexpected error')
    return failedBy(error)
  }
  return { ok: true, cursor, lookAgainAt: settlesAt }
}

/** The newest date of change there was, but none after the time at which Thulium made the list. */
function cursorAfter(cursor: Date | undefined, { newest, times }: ChangedTickets): Date | undefined {
  const furthest = cursor && newest ? (newest > cursor ? newest : cursor) : (cursor ?? newest)
  return furthest && furthest > times.answeredAtTheirs ? times.answeredAtTheirs : furthest
}
