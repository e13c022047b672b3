import type { IntegrationRef, Side } from '@connector/domain'
import type { Query, TenantStore } from '@connector/store'

export interface PollFacts {
  lastSuccessAt: Date | undefined
  nextAt: Date
  failures: number
  failure: { class: string; message: string } | undefined
}

/** What happened in the hours of a time, the present one included. */
interface Activity {
  conversations: number
  messages: number
  repliesSent: number
  tickets: number
}

/** What the tables say of one integration at one moment. */
export interface StatusFacts {
  polls: Partial<Record<Side, PollFacts>>
  effects: {
    waiting: number
    uncertain: number
    parked: number
    oldestWaitingAt: Date | undefined
    oldestParkedAt: Date | undefined
  }
  conversations: number
  tickets: number
  /** Since when the oldest message that is not in its ticket, and the oldest reply that is not sent, are known. */
  oldestMessageAt: Date | undefined
  oldestReplyAt: Date | undefined
  lastDay: Activity
  lastWeek: Activity
  repliesPending: number
  repliesSent: number
  overdueReplies: number
}

/** Without these a message of the buyer is not in Thulium. */
const bringingMessages: readonly string[] = ['customer:link', 'ticket:create', 'message:mirror']

/** Sums of the hours since then, which lie in one range of the primary key: a week has 168. */
async function readActivity(db: Query, { tenantId, integrationId }: IntegrationRef, since: Date): Promise<Activity> {
  const row = await db
    .selectFrom('hourly_counts')
    .select(({ fn }) => [
      fn.sum<number | null>('conversations').as('conversations'),
      fn.sum<number | null>('messages').as('messages'),
      fn.sum<number | null>('replies_sent').as('repliesSent'),
      fn.sum<number | null>('tickets').as('tickets'),
    ])
    .where('tenant_id', '=', tenantId)
    .where('integration_id', '=', integrationId)
    .where('hour', '>', since)
    .executeTakeFirstOrThrow()
  const { conversations, messages, repliesSent, tickets } = row
  return {
    conversations: conversations ?? 0,
    messages: messages ?? 0,
    repliesSent: repliesSent ?? 0,
    tickets: tickets ?? 0,
  }
}

const hourMs = 3_600_000

const earliest = (dates: readonly (Date | undefined)[]): Date | undefined => {
  const times = dates.flatMap((date) => date?.getTime() ?? [])
  return times.length > 0 ? new Date(Math.min(...times)) : undefined
}

/** @param overdueBefore buyers who have waited since before that have waited for too long */
export function readStatusFacts(
  store: TenantStore,
  { tenantId, integrationId }: IntegrationRef,
  overdueBefore: Date,
  now: Date,
): Promise<StatusFacts> {
  return store.inTenant(tenantId, async (db) => {
    const polls = await db
      .selectFrom('polls')
      .selectAll()
      .where('tenant_id', '=', tenantId)
      .where('integration_id', '=', integrationId)
      .execute()
    const effects = await db
      .selectFrom('effects')
      .select(({ fn }) => [
        'state',
        'kind',
        fn.countAll<number>().as('count'),
        fn.min('planned_at').as('planned_at'),
        // A parked write has no time of its own; it was parked right after its last try.
        fn.min<Date | null>(fn.coalesce('claimed_at', 'planned_at')).as('tried_at'),
      ])
      .where('tenant_id', '=', tenantId)
      .where('integration_id', '=', integrationId)
      .where('state', '<>', 'confirmed')
      .groupBy(['state', 'kind'])
      .execute()
    const totals = await db
      .selectFrom('conversations')
      .select(({ fn }) => [
        fn.countAll<number>().as('conversations'),
        fn.count<number>('ticket_id').as('tickets'),
        fn.sum<number | null>('replies_pending').as('pending'),
        fn.sum<number | null>('replies_sent').as('sent'),
        fn.countAll<number>().filterWhere('reply_needed_since', '<', overdueBefore).as('overdue'),
      ])
      .where('tenant_id', '=', tenantId)
      .where('integration_id', '=', integrationId)
      .executeTakeFirstOrThrow()

    const ref = { tenantId, integrationId }
    const lastDay = await readActivity(db, ref, new Date(now.getTime() - 24 * hourMs))
    const lastWeek = await readActivity(db, ref, new Date(now.getTime() - 7 * 24 * hourMs))
    const oldest = (kinds: readonly string[]) =>
      earliest(effects.filter(({ kind }) => kinds.includes(kind)).map((row) => row.planned_at))
    const of = (...states: string[]) => effects.filter(({ state }) => states.includes(state))
    const count = (...states: string[]): number => of(...states).reduce((sum, row) => sum + row.count, 0)
    return {
      polls: Object.fromEntries(
        polls.map((row): [Side, PollFacts] => [
          row.side,
          {
            lastSuccessAt: row.last_success_at ?? undefined,
            nextAt: row.next_at,
            failures: row.failures,
            failure:
              row.failure_class === null ? undefined : { class: row.failure_class, message: row.failure_message ?? '' },
          },
        ]),
      ),
      effects: {
        waiting: count('planned', 'claimed'),
        uncertain: count('unknown'),
        parked: count('parked'),
        oldestWaitingAt: earliest(of('planned', 'claimed', 'unknown').map((row) => row.planned_at)),
        oldestParkedAt: earliest(of('parked').map((row) => row.tried_at ?? undefined)),
      },
      conversations: totals.conversations,
      tickets: totals.tickets,
      oldestMessageAt: oldest(bringingMessages),
      oldestReplyAt: oldest(['reply:send']),
      lastDay,
      lastWeek,
      repliesPending: totals.pending ?? 0,
      repliesSent: totals.sent ?? 0,
      overdueReplies: totals.overdue,
    }
  })
}
