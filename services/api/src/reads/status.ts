import { classOf, workersFacts, writeFailure } from '@connector/alerts'
import { sides, type Side } from '@connector/domain/events'
import { healthOf, type Health, type HealthFacts, type SideFacts } from '@connector/domain/health'
import type { IntegrationState } from '@connector/domain/integration'
import type { IntegrationSettings } from '@connector/domain/settings'
import type { Pause } from '@connector/domain/tenant'
import type { Directory } from './directory.ts'
import type { StatusView } from '../schemas/status.ts'
import { ownFaultOf } from './own-fault.ts'
import type { SelfCheck } from '@connector/connections'
import type { BudgetFacts, DoneFacts, PollFacts, ReadStatusFacts, StatusFacts } from './status-facts.ts'

/** An integration whose status is asked for, as the log has it. */
export interface Watched {
  integrationId: string
  state: IntegrationState & { settings: IntegrationSettings }
}

const sideFacts = ({ lastSuccessAt, nextAt, intervalMs, failures, failure }: PollFacts): SideFacts => ({
  lastSuccessAt,
  nextAt,
  intervalMs: intervalMs ?? undefined,
  failures,
  lastFailure: failure && { failureClass: classOf(failure.class) },
})

const budgetView = (facts: BudgetFacts | undefined): StatusView['sides'][Side]['callBudget'] =>
  facts === undefined
    ? null
    : {
        perMinute: facts.perMinute,
        used: facts.used,
        remaining: facts.perMinute === null ? null : Math.max(0, facts.perMinute - facts.used),
        pausedUntil: facts.pausedUntil?.toISOString() ?? null,
      }

const sideView = (
  facts: PollFacts | undefined,
  budget: BudgetFacts | undefined,
  text: (ofTheOutside: string) => string,
  isAtWork: boolean,
): StatusView['sides'][Side] => ({
  lastSuccessAt: facts?.lastSuccessAt?.toISOString() ?? null,
  nextPollAt: isAtWork ? (facts?.nextAt.toISOString() ?? null) : null,
  failures: facts?.failures ?? 0,
  lastFailure: failureView(facts?.failure ?? null, text),
  foundLate: { conversations: facts?.foundLate ?? 0, lastAt: facts?.foundLateAt?.toISOString() ?? null },
  callBudget: budgetView(budget),
})

const secondsSince = (date: Date | undefined, now: Date): number =>
  date === undefined ? 0 : Math.max(0, Math.floor((now.getTime() - date.getTime()) / 1_000))

const doneView = (done: DoneFacts): StatusView['lastMessage'] =>
  done && { at: done.at.toISOString(), delaySeconds: Math.round(done.delaySeconds) }

export const pausedHealth = ({ since, reason }: Pause): Health => ({
  level: 'stopped',
  since,
  owner: 'connector',
  reason: {
    pl: `Konto jest wstrzymane przez operatora łącznika: ${reason}. Nic nie zginęło; po wznowieniu praca idzie dalej od tego miejsca.`,
    en: `The account is paused by the operator of the connector: ${reason}. Nothing is lost; once resumed, it goes on where it was.`,
  },
})

const failureView = (
  failure: { class: string; message: string } | null,
  text: (ofTheOutside: string) => string,
): StatusView['effects']['lastFailure'] => failure && { class: failure.class, message: text(failure.message) }

function statusView(
  { integrationId, state }: Watched,
  facts: StatusFacts,
  now: Date,
  ownFault: HealthFacts['ownFault'],
  text: (ofTheOutside: string) => string,
  paused: Pause | undefined,
): StatusView {
  const known: HealthFacts = {
    status: state.status,
    statusSince: state.statusSince,
    missingFields: state.missingFields,
    unprojectedSince: facts.unprojectedSince,
    rejectedBy: sides.filter((side) => state.rejections[side].count > 0),
    sides: Object.fromEntries(
      sides.flatMap((side) => {
        const poll = facts.polls[side]
        return poll ? [[side, sideFacts(poll)]] : []
      }),
    ),
    workers: workersFacts(facts.workers, now),
    ownFault,
    isRebuilding: facts.isRebuilding,
    effects: { ...facts.effects, lastFailure: writeFailure(facts.lastFailure) },
    restore: facts.restore,
    quarantined: facts.quarantined,
  }
  const health = paused ? pausedHealth(paused) : healthOf(known, now)
  const isAtWork = state.status === 'running' && !paused
  const { waiting, uncertain, parked, oldestWaitingAt, oldestParkedAt, oldestMessageAt, oldestReplyAt } = facts.effects
  return {
    view: 'full',
    integrationId,
    name: state.settings.name,
    status: state.status,
    statusSince: state.statusSince?.toISOString() ?? null,
    startedAt: state.startedAt?.toISOString() ?? null,
    health: {
      level: health.level,
      since: health.since?.toISOString() ?? null,
      owner: health.owner ?? null,
      reason: health.reason,
    },
    sides: {
      empikplace: sideView(facts.polls.empikplace, facts.budgets.empikplace, text, isAtWork),
      thulium: sideView(facts.polls.thulium, facts.budgets.thulium, text, isAtWork),
    },
    effects: {
      waiting,
      uncertain,
      parked,
      oldestWaitingAt: oldestWaitingAt?.toISOString() ?? null,
      oldestParkedAt: oldestParkedAt?.toISOString() ?? null,
      lastFailure: failureView(facts.lastFailure, text),
    },
    lag: {
      messageSeconds: secondsSince(oldestMessageAt, now),
      replySeconds: secondsSince(oldestReplyAt, now),
      projectionSeconds: secondsSince(facts.unprojectedSince, now),
    },
    lastMessage: doneView(facts.lastMessage),
    lastReply: doneView(facts.lastReply),
    ...facts.activity,
    ...facts.totals,
    repliesPending: facts.repliesPending,
    overdueReplies: facts.overdueReplies,
    unansweredOverdue: facts.unansweredOverdue,
    quarantined: {
      count: facts.quarantined.count,
      since: facts.quarantined.since?.toISOString() ?? null,
    },
    reconciled: facts.reconciled && {
      operationId: facts.reconciled.operationId,
      at: facts.reconciled.at?.toISOString() ?? null,
      findings: facts.reconciled.findings,
    },
    unreadableInputs: state.unreadable.size,
    missingFields: state.missingFields.map(({ of, name, since }) => ({ of, name, since: since.toISOString() })),
  }
}

/**
 * How integrations of a tenant are doing. What they are is the log's; everything else is the tables' of one moment.
 * @param text what is shown of a text that came from outside
 * @returns one for each, in the order given
 */
export async function readStatus(
  deps: {
    statusFacts: ReadStatusFacts
    directory: Pick<Directory, 'known'>
    selfCheck: Pick<SelfCheck, 'known'>
    now: () => Date
  },
  tenantId: string,
  watched: readonly Watched[],
  text: (ofTheOutside: string) => string,
): Promise<StatusView[]> {
  const now = deps.now()
  const ownFault = ownFaultOf(deps.selfCheck, now)
  const { paused } = await deps.directory.known(tenantId)
  const asked = watched.map(({ integrationId, state }) => {
    const overdueBefore = new Date(now.getTime() - state.settings.replyDueHours * 3_600_000)
    return { integrationId, overdueBefore }
  })
  const facts = new Map((await deps.statusFacts(tenantId, asked, now)).map((one) => [one.integrationId, one] as const))
  return watched.flatMap((one) => {
    const found = facts.get(one.integrationId)
    return found ? [statusView(one, found, now, ownFault, text, paused)] : []
  })
}
