import type { TenantStore } from '@connector/store'
import { z } from 'zod'
import { statusStatement } from './status-statement.ts'

/** An instant in the JSON that PostgreSQL makes. */
const instant = z.string().transform((text) => new Date(text))
const maybe = instant.nullable().transform((at) => at ?? undefined)

const failure = z.object({ class: z.string(), message: z.string() })

const poll = z
  .object({
    lastSuccessAt: maybe,
    nextAt: instant,
    failures: z.number(),
    failureClass: z.string().nullable(),
    failureMessage: z.string().nullable(),
  })
  .transform(({ failureClass, failureMessage, ...facts }) => ({
    ...facts,
    failure: failureClass === null ? undefined : { class: failureClass, message: failureMessage ?? '' },
  }))
export type PollFacts = z.infer<typeof poll>

const activity = z.object({
  conversations: z.number(),
  messages: z.number(),
  repliesSent: z.number(),
  tickets: z.number(),
})

const facts = z.object({
  integrationId: z.string(),
  polls: z
    .object({ empikplace: poll.optional(), thulium: poll.optional() })
    .nullable()
    .transform((polls) => polls ?? {}),
  effects: z.object({
    waiting: z.number(),
    uncertain: z.number(),
    parked: z.number(),
    oldestWaitingAt: maybe,
    oldestParkedAt: maybe,
    /** Since when the oldest message that is not in its ticket, and the oldest reply that is not sent, are known. */
    oldestMessageAt: maybe,
    oldestReplyAt: maybe,
  }),
  /** Of the open effect that was tried last. */
  lastFailure: failure.nullable(),
  totals: z.object({ conversations: z.number(), tickets: z.number(), repliesSent: z.number() }),
  activity: z.object({ lastHour: activity, lastDay: activity, lastWeek: activity }),
  repliesPending: z.number(),
  overdueReplies: z.number(),
})

/** What the tables say of one integration at one moment. */
export type StatusFacts = z.infer<typeof facts>

export interface Asked {
  integrationId: string
  /** Buyers who have waited since before that have waited for too long. */
  overdueBefore: Date
}

/** @returns one for each integration asked for, in no order */
export async function readStatusFacts(
  store: TenantStore,
  tenantId: string,
  asked: readonly Asked[],
  now: Date,
): Promise<StatusFacts[]> {
  if (asked.length === 0) return []
  const { rows } = await store.connection(tenantId).query({
    name: 'status_facts',
    text: statusStatement,
    values: [
      tenantId,
      asked.map(({ integrationId }) => integrationId),
      asked.map(({ overdueBefore }) => overdueBefore),
      now,
    ],
  })
  return rows.map((row) => facts.parse(row))
}
