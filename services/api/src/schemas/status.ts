import { fieldOwners } from '@connector/domain/events'
import { healthLevels, healthOwners } from '@connector/domain/health'
import { z } from 'zod'
import { field } from './field.ts'
import { bothLanguages, count, exampleTime, instant, integrationId, status, tenantId } from './views.ts'

const name = field(z.string(), 'Name of the integration.', 'Sklep Pokazowy')

const failure = z.object({
  class: field(
    z.string(),
    '`credentials-rejected`, `unreachable`, `rate-limited`, `refused`, `too-large`, `not-connected` (no credentials yet) or `internal` (our own fault).',
    'unreachable',
  ),
  message: field(
    z.string(),
    'What the other side said, for people; with the scope `conversations:read`.',
    'EmpikPlace does not answer (503).',
  ),
})

const callBudget = z
  .object({
    perMinute: field(z.int().nullable(), 'Calls that one service may start in a minute; null without a limit.', 60),
    used: count('Calls of the last minute, by the service that made most of them, as told up to 10 s ago.', 4),
    remaining: field(z.int().min(0).nullable(), 'What that service has left; null without a limit.', 56),
    pausedUntil: field(
      instant.nullable(),
      'Until when nothing is called, because we were asked to slow down.',
      exampleTime,
    ),
  })
  .meta({ id: 'CallBudget' })

const sideStatus = z
  .object({
    lastSuccessAt: field(instant.nullable(), 'When this side was last looked at with success.', exampleTime),
    nextPollAt: field(instant.nullable(), 'When it is looked at next.', exampleTime),
    failures: field(z.int().min(0), 'Failures in a row; 0 while all is well.', 0),
    lastFailure: field(failure.nullable(), 'The failure it is suffering from now.'),
    foundLate: field(
      z.object({
        conversations: count('Since the beginning.', 0),
        lastAt: field(instant.nullable(), 'When the last one was found.', exampleTime),
      }),
      'Conversations with a message that the usual looks had not shown, because it became visible long after its date; a wider, slower look found them. Thulium’s are counted for all accounts, in /metrics.',
    ),
    callBudget: field(
      callBudget.nullable(),
      'Of the EmpikPlace key, which several shops may share, or of the Thulium account; null before the first call.',
    ),
  })
  .meta({ id: 'SideStatus' })

const activity = z
  .object({
    conversations: count('Conversations that began.', 12),
    messages: count('Messages that were recorded, whoever wrote them.', 40),
    repliesSent: count('Replies of agents that reached EmpikPlace.', 31),
    tickets: count('Tickets created.', 12),
    answered: count('Times that a buyer no longer waited for a person: answered, or marked as needing no answer.', 25),
    answeredInDay: count('Those of them in which he had waited for 24 hours at most.', 24),
  })
  .meta({ id: 'Activity' })

const done = z.object({
  at: field(instant, 'When.', exampleTime),
  delaySeconds: count('How long after it was known of, in seconds.', 12),
})

const overdueWords =
  'Conversations in which EmpikPlace, or the buyer for a person, has waited longer than the settings allow.'
const unansweredWords = 'Those of them in which no person has answered the buyer in that time.'

const level = field(z.enum(healthLevels), 'How well it does, derived from facts.')
const reason = field(bothLanguages, 'Why.')
export const healthOwner = field(
  z.enum(healthOwners).nullable(),
  'Who can mend it: one of the two sides, the seller (settings, credentials, decisions), or the operator of the connector; null when all is well.',
  'thulium',
)

export const statusView = z
  .object({
    view: field(z.literal('full'), 'Which of the two views it is.'),
    integrationId,
    name,
    status,
    statusSince: field(instant.nullable(), 'When `status` became what it is.', exampleTime),
    startedAt: field(instant.nullable(), 'When it was first started.', exampleTime),
    health: field(
      z.object({
        level,
        since: field(instant.nullable(), 'Since when; null where the facts do not tell.', exampleTime),
        owner: healthOwner,
        reason,
      }),
      'How the integration is doing.',
    ),
    sides: field(z.object({ empikplace: sideStatus, thulium: sideStatus }), 'Each of the two outside systems.'),
    effects: field(
      z.object({
        waiting: count('Writes to the outside that are to be done.', 2),
        uncertain: count('Writes that may have been done; they are looked up before anything else.', 0),
        parked: count('Writes that need a person.', 0),
        oldestWaitingAt: field(
          instant.nullable(),
          'Since when the oldest of those waiting or uncertain waits.',
          exampleTime,
        ),
        oldestParkedAt: field(instant.nullable(), 'Since when the oldest of those parked needs a person.', exampleTime),
        lastFailure: field(failure.nullable(), 'Of the one among them that failed last.'),
      }),
      'Writes to the outside that are not finished.',
    ),
    lag: field(
      z.object({
        messageSeconds: count('Age of the oldest message that is not in its ticket yet, in seconds; 0 without any.', 0),
        projectionSeconds: count(
          'Age of the oldest thing that was recorded, of any tenant, and is not in what this status is made from, in seconds; 0 without any.',
          0,
        ),
        replySeconds: count('Age of the oldest reply of an agent that is not sent yet, in seconds; 0 without any.', 0),
      }),
      'How far behind it is. Writes that need a person count too.',
    ),
    lastMessage: field(done.nullable(), 'When the last message came into its ticket; null before the first one.'),
    lastReply: field(done.nullable(), 'When the last reply reached EmpikPlace; null before the first one.'),
    lastHour: field(activity, 'The last full hour (UTC).'),
    lastDay: field(activity, 'The last 24 hours, the present one included.'),
    lastWeek: field(activity, 'The last 7 days, the present hour included.'),
    conversations: count('Conversations taken so far.', 310),
    tickets: count('Tickets created so far.', 305),
    repliesPending: count('Replies of agents on their way to buyers.', 1),
    repliesSent: count('Replies of agents that reached EmpikPlace.', 287),
    overdueReplies: count(overdueWords, 3),
    unansweredOverdue: count(unansweredWords, 1),
    quarantined: field(
      z.object({
        count: count('Conversations, or the integration or account itself.', 0),
        since: field(instant.nullable(), 'Since when the oldest of them is set aside.', exampleTime),
      }),
      'What is set aside because this version cannot read it; `GET …/quarantine` lists it.',
    ),
    reconciled: field(
      z
        .object({
          operationId: field(z.uuid(), 'Id of the operation.', '0b6f7c52-3a1d-4e0e-9a57-6f1c0b1d2e30'),
          at: field(instant.nullable(), 'When it ended.', exampleTime),
          findings: count('What log, EmpikPlace and Thulium contradicted each other in.', 0),
        })
        .nullable(),
      'The newest reconciliation of more than one conversation; null without any.',
    ),
    unreadableInputs: count(
      'Things that an outside API showed and that could not be understood, so far; each is in the list of changes.',
      0,
    ),
    missingFields: field(
      z.array(
        z.object({
          of: field(z.enum(fieldOwners), 'What the field belongs to.'),
          name: field(z.string(), 'Name of the field.', 'EmpikPlace wątek'),
          since: field(instant, 'Since when it is missing.', exampleTime),
        }),
      ),
      'Custom fields of Thulium that were renamed or removed.',
    ),
  })
  .meta({ id: 'IntegrationStatus' })
export type StatusView = z.infer<typeof statusView>

/** One small object for a wall dashboard. */
export const compactStatusView = z
  .object({
    view: field(z.literal('compact'), 'Which of the two views it is.'),
    integrationId,
    name,
    level,
    reason,
    lagSeconds: count('Age of the oldest message or reply that is not at its other side yet, in seconds.', 0),
    waiting: count('Writes to the outside that are to be done or looked up.', 2),
    parked: count('Writes that need a person.', 0),
    overdue: count(overdueWords, 3),
    unansweredOverdue: count(unansweredWords, 1),
  })
  .meta({ id: 'CompactIntegrationStatus' })
export type CompactStatusView = z.infer<typeof compactStatusView>

const summary = z
  .object({
    level: field(
      z.enum(healthLevels),
      'The worst of its integrations. One that a person stopped does not count while another one runs.',
    ),
    integrations: field(z.record(z.enum(healthLevels), z.int().min(0)), 'How many integrations are at each level.', {
      ok: 2,
      rebuilding: 0,
      late: 0,
      failing: 1,
      stopped: 0,
      'credentials-rejected': 0,
    }),
    lagSeconds: count('Age of the oldest message or reply that is not at its other side yet, in seconds.', 0),
    waiting: count('Writes to the outside that are to be done or looked up.', 2),
    parked: count('Writes that need a person.', 0),
    overdueReplies: count(overdueWords, 3),
    unansweredOverdue: count(unansweredWords, 1),
    repliesPending: count('Replies of agents on their way to buyers.', 1),
    lastHour: field(activity, 'The last full hour (UTC).'),
    lastDay: field(activity, 'The last 24 hours, the present one included.'),
    lastWeek: field(activity, 'The last 7 days, the present hour included.'),
  })
  .meta({ id: 'StatusSummary' })
export type StatusSummary = z.infer<typeof summary>

export const tenantStatusView = z
  .object({
    view: field(z.literal('full'), 'Which of the two views it is.'),
    tenantId,
    summary: field(summary, 'Of all integrations together.'),
    thulium: field(
      sideStatus,
      'The Thulium account: as the integration sees it that was looked at with success last, of those that run.',
    ),
    integrations: field(z.array(statusView), 'Each integration, in the order of their ids.'),
  })
  .meta({ id: 'TenantStatus' })
export type TenantStatusView = z.infer<typeof tenantStatusView>

export const compactTenantStatusView = z
  .object({
    view: field(z.literal('compact'), 'Which of the two views it is.'),
    tenantId,
    level: field(z.enum(healthLevels), 'The worst, as in the summary of the full view.'),
    integrations: field(z.array(compactStatusView), 'Each integration, in the order of their ids.'),
  })
  .meta({ id: 'CompactTenantStatus' })
export type CompactTenantStatusView = z.infer<typeof compactTenantStatusView>

export const statusQuery = z.object({
  view: field(z.enum(['full', 'compact']).default('full'), '`compact`: only what a wall dashboard shows.'),
})
