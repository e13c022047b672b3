import { NotConnected, type Connection, type Connections } from '@connector/connections'
import type { Failure } from '@connector/outbound-http'
import type { Log } from '@connector/service-kit'
import type { IllItems } from '../ill-items.ts'
import { failed, failedBy, partlyFailed, type LookOutcome, type PollResult } from '../poll-result.ts'
import type { DuePoll } from '../polls.ts'
import { listChanged, type ChangedTickets } from './changed-tickets.ts'
import type { FieldCheck } from './field-check.ts'
import type { ReadTicket } from './read-ticket.ts'
import { readTickets, type TicketsRead } from './read-tickets.ts'
import type { OwnTicket, OwnTickets, Shops } from './tickets.ts'

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
  fields: FieldCheck
  ill: IllItems
  overlapMs: number
  sweepMs: number
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
 * Thulium's dates have minutes only: a ticket read at 12:34:10 may change again at 12:34:50 with the same date. So a
 * ticket counts as unchanged only when it was read well after the minute it carries.
 */
const minuteAndSkewMs = 90_000

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
      const [first] = shops
      if (!first) return outcomes
      return [...outcomes, ...(await lookFor([first, ...shops.slice(1)], deps, signal))]
    },
  }
}

async function connect({ connections, log }: ThuliumLookDeps, poll: DuePoll): Promise<Shop | LookOutcome> {
  try {
    const connection = await connections.get(poll.ref)
    const since = poll.cursor ?? connection.integration.startedAt
    return since ? { poll, connection, since } : { poll, result: { ok: true, cursor: undefined } }
  } catch (error) {
    if (!(error instanceof NotConnected))
      log.error({ ...poll.ref, operation: poll.side, error }, 'The look met an unexpected error')
    return { poll, result: failedBy(error) }
  }
}

async function lookFor(
  shops: readonly [Shop, ...Shop[]],
  deps: ThuliumLookDeps,
  signal: AbortSignal,
): Promise<LookOutcome[]> {
  const { tickets, overlapMs, sweepMs, now } = deps
  const [{ connection, poll }] = shops
  const all: Shops = { tenantId: poll.ref.tenantId, integrationIds: shops.map(({ poll }) => poll.ref.integrationId) }
  const since = Math.min(...shops.map((shop) => shop.since.getTime()))
  const changed = await listChanged(connection.thulium, new Date(since - overlapMs), signal)
  if (!changed.ok) return failedForAll(shops, changed.failure)

  const toRead = new Map<number, OwnTicket>()
  for (const ticket of await tickets.among(all, [...changed.updatedAt.keys()]))
    if (mayHaveChanged(ticket, changed.updatedAt.get(ticket.ticketId))) toRead.set(ticket.ticketId, ticket)
  for (const ticket of await tickets.toRead(all, now(), sweepMs)) toRead.set(ticket.ticketId, ticket)

  const byId = new Map(shops.map((shop) => [shop.poll.ref.integrationId, shop.connection]))
  const done = await readTickets(deps, ({ ref }) => byId.get(ref.integrationId), [...toRead.values()], signal)
  if (done.failure) return failedForAll(shops, done.failure)
  const outcomes: LookOutcome[] = []
  for (const shop of shops) outcomes.push({ poll: shop.poll, result: await finish(deps, shop, changed, done, signal) })
  return outcomes
}

const failedForAll = (shops: readonly Shop[], failure: Failure): LookOutcome[] =>
  shops.map(({ poll }) => ({ poll, result: failed(failure) }))

function mayHaveChanged({ readAt }: OwnTicket, changedAt: Date | undefined): boolean {
  if (changedAt === undefined || readAt === undefined) return true
  return readAt.getTime() - changedAt.getTime() <= minuteAndSkewMs
}

/** What the look means for one of the integrations. */
async function finish(
  { fields, log }: ThuliumLookDeps,
  { poll, connection }: Shop,
  { newest }: Extract<ChangedTickets, { ok: true }>,
  { leftOut, settlesAt }: TicketsRead,
  signal: AbortSignal,
): Promise<PollResult> {
  const failure = leftOut.get(poll.ref.integrationId)
  if (failure) return partlyFailed(failure)
  try {
    await fields.run(connection, signal)
  } catch (error) {
    log.error({ ...poll.ref, operation: poll.side, error }, 'The check of the custom fields met an unexpected error')
    return failedBy(error)
  }
  const { cursor } = poll
  return { ok: true, cursor: newest && (!cursor || newest > cursor) ? newest : cursor, lookAgainAt: settlesAt }
}
