import { workers } from '@connector/alerts'
import { atMost, createBatcher } from '@connector/service-kit'
import type { BehindSince, TenantStore } from '@connector/store'
import { LRUCache } from 'lru-cache'
import { z } from 'zod'
import { statusStatement } from './status-statement.ts'

/** An instant in the JSON that PostgreSQL makes. */
const instant = z.string().transform((text) => new Date(text))
const maybe = instant.nullable().transform((at) => at ?? undefined)

const failure = z.object({ kind: z.string(), class: z.string(), message: z.string() })

const poll = z
  .object({
    lastSuccessAt: maybe,
    nextAt: instant,
    intervalMs: z.number().nullable(),
    failures: z.number(),
    failureClass: z.string().nullable(),
    failureMessage: z.string().nullable(),
    foundLate: z.number(),
    foundLateAt: maybe,
  })
  .transform(({ failureClass, failureMessage, ...facts }) => ({
    ...facts,
    failure: failureClass === null ? undefined : { class: failureClass, message: failureMessage ?? '' },
  }))
export type PollFacts = z.infer<typeof poll>

const budget = z.object({ perMinute: z.number().nullable(), used: z.number(), pausedUntil: maybe })
export type BudgetFacts = z.infer<typeof budget>

const done = z.object({ at: instant, delaySeconds: z.number() }).nullable()
export type DoneFacts = z.infer<typeof done>

const activity = z.object({
  conversations: z.number(),
  messages: z.number(),
  repliesSent: z.number(),
  tickets: z.number(),
  answered: z.number(),
  answeredInDay: z.number(),
})

const facts = z.object({
  integrationId: z.string(),
  /** Of the database, from a backup; while it waits for a confirmation. */
  restore: z
    .object({ since: instant, at: instant })
    .nullable()
    .transform((restore) => restore ?? undefined),
  workers,
  /** What is read here is being filled anew. */
  isRebuilding: z.boolean(),
  polls: z
    .object({ empikplace: poll.optional(), thulium: poll.optional() })
    .nullable()
    .transform((polls) => polls ?? {}),
  budgets: z
    .object({ empikplace: budget.optional(), thulium: budget.optional() })
    .nullable()
    .transform((budgets) => budgets ?? {}),
  effects: z.object({
    waiting: z.number(),
    uncertain: z.number(),
    parked: z.number(),
    parkedByUs: z.number(),
    oldestWaitingAt: maybe,
    oldestParkedAt: maybe,
    /** Since when the oldest message that is not in its ticket, and the oldest reply that is not sent, are known. */
    oldestMessageAt: maybe,
    oldestReplyAt: maybe,
  }),
  /** The newest that came to its end. */
  lastMessage: done,
  lastReply: done,
  /** Of the open effect that was tried last. */
  lastFailure: failure.nullable(),
  totals: z.object({ conversations: z.number(), tickets: z.number(), repliesSent: z.number() }),
  activity: z.object({ lastHour: activity, lastDay: activity, lastWeek: activity }),
  repliesPending: z.number(),
  overdueReplies: z.number(),
  unansweredOverdue: z.number(),
  quarantined: z.object({ count: z.number(), since: maybe }),
  /** The newest reconciliation of more than one conversation that came to its end. */
  reconciled: z.object({ operationId: z.string(), at: maybe, findings: z.number() }).nullable(),
})

/** What the tables say of one integration at one moment. */
export type StatusFacts = z.infer<typeof facts> & {
  /** Of the whole service, as the log has it. */
  unprojectedSince: Date | undefined
}

interface Asked {
  integrationId: string
  /** Buyers who have waited since before that have waited for too long. */
  overdueBefore: Date
}

interface Question {
  asked: readonly Asked[]
  now: Date
}

async function read(
  { store, behindSince }: StatusDeps,
  tenantId: string,
  questions: readonly Question[],
): Promise<StatusFacts[][]> {
  // Many dashboards ask for the same integration at once; each is read once.
  const asked = [
    ...new Map(questions.flatMap((one) => one.asked.map((of) => [of.integrationId, of] as const))).values(),
  ]
  const values = [
    tenantId,
    asked.map(({ integrationId }) => integrationId),
    asked.map(({ overdueBefore }) => overdueBefore),
    questions.at(-1)?.now,
  ]
  const [{ rows }, unprojectedSince] = await Promise.all([
    store.connection(tenantId).query({ name: 'status_facts', text: statusStatement, values }),
    behindSince(),
  ])
  const found = new Map(
    rows.map((row) => ({ ...facts.parse(row), unprojectedSince })).map((one) => [one.integrationId, one] as const),
  )
  return questions.map((question) => question.asked.flatMap(({ integrationId }) => found.get(integrationId) ?? []))
}

/** Integrations in one statement; a tenant has a few. */
const maxQuestions = 50

/** Tenants whose questions are gathered; each is a function and an empty list. */
const keptTenants = 10_000

/** @returns one for each integration asked for, of a moment after the call */
export type ReadStatusFacts = (tenantId: string, asked: readonly Asked[], now: Date) => Promise<StatusFacts[]>

interface StatusDeps {
  store: TenantStore
  behindSince: BehindSince
}

/** While a tenant's statement is under way the next one gathers what is asked meanwhile. */
export function createStatusFacts(deps: StatusDeps): ReadStatusFacts {
  const tenants = new LRUCache<string, (question: Question) => Promise<StatusFacts[]>>({
    ...atMost(keptTenants),
    memoMethod: (tenantId) => createBatcher((questions) => read(deps, tenantId, questions), maxQuestions),
  })
  return async (tenantId, asked, now) => (asked.length === 0 ? [] : tenants.memo(tenantId)({ asked, now }))
}
