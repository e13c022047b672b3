import {
  defaultReplyDueHours,
  healthOf,
  integrationStream,
  sides,
  type HealthFacts,
  type IntegrationRef,
  type IntegrationState,
  type Side,
  type SideFacts,
} from '@connector/domain'
import type { TenantLogs } from '@connector/repository'
import type { TenantStore } from '@connector/store'
import { z } from 'zod'
import type { StatusView } from '../routes/schemas.ts'
import { readStatusFacts, type PollFacts } from './status-facts.ts'

const failureClass = z.enum(['credentials-rejected', 'unreachable', 'rate-limited', 'refused'])

const sideFacts = ({ lastSuccessAt, nextAt, failures, failure }: PollFacts): SideFacts => ({
  lastSuccessAt,
  nextAt,
  failures,
  lastFailure: failure && { failureClass: failureClass.catch('unreachable').parse(failure.class) },
})

const sideView = (facts: PollFacts | undefined): StatusView['sides'][Side] => ({
  lastSuccessAt: facts?.lastSuccessAt?.toISOString() ?? null,
  nextPollAt: facts?.nextAt.toISOString() ?? null,
  failures: facts?.failures ?? 0,
  lastFailure: facts?.failure ?? null,
})

const secondsSince = (date: Date | undefined, now: Date): number =>
  date === undefined ? 0 : Math.max(0, Math.floor((now.getTime() - date.getTime()) / 1_000))

/** The state says what the status is, and only the stream says since when. */
async function statusSince(logs: TenantLogs, ref: IntegrationRef, state: IntegrationState): Promise<Date | undefined> {
  const events = await logs(ref.tenantId).readStream(integrationStream(ref))
  const changes =
    state.status === 'configured' ? ['IntegrationConfigured'] : ['IntegrationStarted', 'IntegrationStopped']
  return events.findLast(({ type }) => changes.includes(type))?.recordedAt
}

/** How an integration is doing. The status is the log's; everything else is the tables' of one moment. */
export async function readStatus(
  deps: { store: TenantStore; logs: TenantLogs; now: () => Date },
  ref: IntegrationRef,
  state: IntegrationState,
): Promise<StatusView> {
  const now = deps.now()
  const dueHours = state.settings?.replyDueHours ?? defaultReplyDueHours
  const overdueBefore = new Date(now.getTime() - dueHours * 3_600_000)
  const [facts, since] = await Promise.all([
    readStatusFacts(deps.store, ref, overdueBefore, now),
    statusSince(deps.logs, ref, state),
  ])
  const known: HealthFacts = {
    status: state.status,
    statusSince: since,
    missingFields: state.missingFields,
    rejectedBy: sides.filter((side) => state.rejections[side].count > 0),
    sides: Object.fromEntries(
      sides.flatMap((side) => {
        const poll = facts.polls[side]
        return poll ? [[side, sideFacts(poll)]] : []
      }),
    ),
    effects: facts.effects,
  }
  const health = healthOf(known, now)
  const { waiting, uncertain, parked, oldestWaitingAt } = facts.effects
  return {
    status: state.status,
    startedAt: state.startedAt?.toISOString() ?? null,
    health: { level: health.level, since: health.since?.toISOString() ?? null, reason: health.reason },
    sides: { empikplace: sideView(facts.polls.empikplace), thulium: sideView(facts.polls.thulium) },
    effects: { waiting, uncertain, parked, oldestWaitingAt: oldestWaitingAt?.toISOString() ?? null },
    lag: {
      messageSeconds: secondsSince(facts.oldestMessageAt, now),
      replySeconds: secondsSince(facts.oldestReplyAt, now),
    },
    lastDay: facts.lastDay,
    lastWeek: facts.lastWeek,
    conversations: facts.conversations,
    tickets: facts.tickets,
    repliesPending: facts.repliesPending,
    repliesSent: facts.repliesSent,
    overdueReplies: facts.overdueReplies,
    missingFields: state.missingFields.map(({ of, name, since: from }) => ({ of, name, since: from.toISOString() })),
  }
}
