import type { IntegrationRef, Side } from '@connector/domain'
import type { TenantStore } from '@connector/store'

export interface PollFacts {
  lastSuccessAt: Date | undefined
  nextAt: Date
  failures: number
  failure: { class: string; message: string } | undefined
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
  repliesPending: number
  repliesSent: number
  overdueReplies: number
}

const earliest = (dates: readonly (Date | undefined)[]): Date | undefined => {
  const times = dates.flatMap((date) => date?.getTime() ?? [])
  return times.length > 0 ? new Date(Math.min(...times)) : undefined
}

/** @param overdueBefore buyers who have waited since before that have waited for too long */
export function readStatusFacts(
  store: TenantStore,
  { tenantId, integrationId }: IntegrationRef,
  overdueBefore: Date,
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
        fn.countAll<number>().as('count'),
        fn.min('planned_at').as('planned_at'),
        // A parked write has no time of its own; it was parked right after its last try.
        fn.min<Date | null>(fn.coalesce('claimed_at', 'planned_at')).as('tried_at'),
      ])
      .where('tenant_id', '=', tenantId)
      .where('integration_id', '=', integrationId)
      .where('state', '<>', 'confirmed')
      .groupBy('state')
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
      repliesPending: totals.pending ?? 0,
      repliesSent: totals.sent ?? 0,
      overdueReplies: totals.overdue,
    }
  })
}
