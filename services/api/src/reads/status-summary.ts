import { countLevels, worstLevel } from '@connector/domain/health'
import type {
  CompactStatusView,
  CompactTenantStatusView,
  StatusSummary,
  StatusView,
  TenantStatusView,
} from '../schemas/status.ts'

type Activity = StatusView['lastDay']

const lagOf = ({ lag }: StatusView): number => Math.max(lag.messageSeconds, lag.replySeconds, lag.projectionSeconds)
const waitingOf = ({ effects }: StatusView): number => effects.waiting + effects.uncertain
const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)

const sumActivity = (all: readonly Activity[]): Activity => ({
  conversations: sum(all.map(({ conversations }) => conversations)),
  messages: sum(all.map(({ messages }) => messages)),
  repliesSent: sum(all.map(({ repliesSent }) => repliesSent)),
  tickets: sum(all.map(({ tickets }) => tickets)),
  answered: sum(all.map(({ answered }) => answered)),
  answeredInDay: sum(all.map(({ answeredInDay }) => answeredInDay)),
})

function summaryOf(all: readonly StatusView[]): StatusSummary {
  const levels = all.map(({ health }) => health.level)
  return {
    level: worstLevel(levels),
    integrations: countLevels(levels),
    lagSeconds: Math.max(0, ...all.map(lagOf)),
    waiting: sum(all.map(waitingOf)),
    parked: sum(all.map(({ effects }) => effects.parked)),
    overdueReplies: sum(all.map(({ overdueReplies }) => overdueReplies)),
    unansweredOverdue: sum(all.map(({ unansweredOverdue }) => unansweredOverdue)),
    repliesPending: sum(all.map(({ repliesPending }) => repliesPending)),
    lastHour: sumActivity(all.map(({ lastHour }) => lastHour)),
    lastDay: sumActivity(all.map(({ lastDay }) => lastDay)),
    lastWeek: sumActivity(all.map(({ lastWeek }) => lastWeek)),
  }
}

const neverLookedAt: TenantStatusView['thulium'] = {
  lastSuccessAt: null,
  nextPollAt: null,
  failures: 0,
  lastFailure: null,
  foundLate: { conversations: 0, lastAt: null },
  callBudget: null,
}

/** One account serves all shops, so whoever saw it well last knows best; ISO times sort as texts. */
const thuliumOf = (all: readonly StatusView[]): TenantStatusView['thulium'] =>
  all
    .filter(({ status }) => status === 'running')
    .map(({ sides }) => sides.thulium)
    .sort((one, other) => (other.lastSuccessAt ?? '').localeCompare(one.lastSuccessAt ?? ''))[0] ?? neverLookedAt

export const tenantStatus = (tenantId: string, integrations: StatusView[]): TenantStatusView => ({
  view: 'full',
  tenantId,
  summary: summaryOf(integrations),
  thulium: thuliumOf(integrations),
  integrations,
})

export const compactStatus = (full: StatusView): CompactStatusView => ({
  view: 'compact',
  integrationId: full.integrationId,
  name: full.name,
  level: full.health.level,
  reason: full.health.reason,
  lagSeconds: lagOf(full),
  waiting: waitingOf(full),
  parked: full.effects.parked,
  overdue: full.overdueReplies,
  unansweredOverdue: full.unansweredOverdue,
})

export const compactTenantStatus = (
  tenantId: string,
  integrations: readonly StatusView[],
): CompactTenantStatusView => ({
  view: 'compact',
  tenantId,
  level: worstLevel(integrations.map(({ health }) => health.level)),
  integrations: integrations.map(compactStatus),
})
