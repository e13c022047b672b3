import type { Side } from '@connector/domain/events'
import type { LookFailureClass } from '@connector/domain/health'
import { heldBy, type Lease, type WorkerStore } from '@connector/store'
import { killPoint } from '@connector/service-kit'
import { sql } from 'kysely'
import type { DuePoll, Swept } from './due-poll.ts'
import { createMissingPolls, type Lately } from './missing-polls.ts'
import { createSettledLooks } from './settled-looks.ts'

/**
 * What is looked at in one go: EmpikPlace for each integration, a Thulium account for all integrations of its tenant. Its
 * tickets lie together there, so asking for each shop would cost the same calls once more.
 */
export interface DueLook {
  tenantId: string
  side: Side
  /** One for EmpikPlace; for Thulium one for each running integration, due or not. */
  polls: readonly DuePoll[]
}

/** Why a look failed, as it is kept. */
export interface PollFailure {
  class: LookFailureClass
  /** For people. */
  message: string
}

/** Where each integration stands with each side, and when to look next. */
export interface Polls {
  /**
   * Adds rows for integrations of the owner's tenants that have none. A lost cursor is found again from the newest thread in the
   * log's read model.
   * @param lately only for those that changed lately; all if not given
   */
  ensure(owner: string, lately?: Lately): Promise<void>
  /**
   * Looks of the owner's tenants; those that were due first come first.
   * @param busy tenants that can have no further look now
   */
  due(owner: string, now: Date, limit: number, busy?: readonly string[]): Promise<DueLook[]>
  /** False when the lease is no longer ours: then the cursor stays where the new owner put it. */
  succeeded(
    lease: Lease,
    poll: DuePoll,
    cursor: Date | undefined,
    now: Date,
    nextAt: Date,
    intervalMs: number,
    swept?: Swept,
  ): Promise<boolean>
  /** @param cursor where it moved in spite of the failure */
  failed(lease: Lease, poll: DuePoll, failure: PollFailure, nextAt: Date, cursor?: Date): Promise<boolean>
}

/** Two looks of one name are the same work. */
export const nameOf = ({ tenantId, side, polls }: DueLook): string =>
  side === 'thulium' ? `${tenantId}/thulium` : `${tenantId}/empikplace/${polls[0]?.ref.integrationId ?? ''}`

interface DueRow {
  tenant_id: string
  integration_id: string
  side: Side
  cursor: Date | null
  failures: number
  hinted_at: Date | null
  swept_at: Date | null
}

const toPoll = (row: DueRow): DuePoll => ({
  ref: { tenantId: row.tenant_id, integrationId: row.integration_id },
  side: row.side,
  cursor: row.cursor ?? undefined,
  failures: row.failures,
  hintedAt: row.hinted_at ?? undefined,
  sweptAt: row.swept_at ?? undefined,
})

export function createPolls(store: WorkerStore): Polls {
  const { db } = store
  const settled = createSettledLooks(store)
  const stillOurs = (lease: Lease) => sql<boolean>`exists (
    select 1 from leases l where l.service = 'ingest' and l.tenant_id = ${lease.tenantId}
      and l.fence = ${lease.fence} and l.expires_at > now())`

  const row = (poll: DuePoll) =>
    db
      .updateTable('polls')
      .where('tenant_id', '=', poll.ref.tenantId)
      .where('integration_id', '=', poll.ref.integrationId)
      .where('side', '=', poll.side)

  return {
    ensure: createMissingPolls(db),
    async due(owner, now, limit, busy = []) {
      // In the order of the index on next_at, and ended by the limit, so that it costs what it gives, not the tenants there are.
      // What is asked of each row are subqueries, not joins, or the planner would read whole tables to hash them.
      // A Thulium account has one look for all its integrations: the one that is due first stands for the others.
      const { rows } = await sql<DueRow>`
        with due as materialized (
          select p.tenant_id, p.integration_id, p.side, p.cursor, p.failures, p.hinted_at, p.swept_at, p.next_at
          from polls p
          where p.next_at <= ${now} and p.tenant_id <> all(${busy}::text[])
            and (select i.status from integrations i
              where i.tenant_id = p.tenant_id and i.integration_id = p.integration_id) = 'running'
            and (select true from leases l where l.tenant_id = p.tenant_id and ${heldBy('ingest', owner)})
            and coalesce((select r.state from tenant_rests r where r.tenant_id = p.tenant_id), 'working') = 'working'
            and (p.side = 'empikplace' or (
              select true from polls o
              where o.tenant_id = p.tenant_id and o.side = p.side
                and (o.next_at, o.integration_id) < (p.next_at, p.integration_id)
                and (select i.status from integrations i
                  where i.tenant_id = o.tenant_id and i.integration_id = o.integration_id) = 'running'
              limit 1) is null)
          order by p.next_at limit ${limit})
        select one.* from due cross join lateral (
          select due.tenant_id, due.integration_id, due.side, due.cursor, due.failures, due.hinted_at, due.swept_at
          where due.side = 'empikplace'
          union all
          select p.tenant_id, p.integration_id, p.side, p.cursor, p.failures, p.hinted_at, p.swept_at from polls p
          where due.side = 'thulium' and p.tenant_id = due.tenant_id and p.side = due.side
            and (select i.status from integrations i
              where i.tenant_id = p.tenant_id and i.integration_id = p.integration_id) = 'running'
          offset 0) one
        order by due.next_at, one.integration_id
      `.execute(store.byKeys)
      const looks = new Map<string, DueLook & { polls: DuePoll[] }>()
      for (const row of rows) {
        const look = { tenantId: row.tenant_id, side: row.side, polls: [toPoll(row)] }
        const known = looks.get(nameOf(look))
        if (known) known.polls.push(...look.polls)
        else looks.set(nameOf(look), look)
      }
      return [...looks.values()]
    },
    async succeeded(lease, poll, cursor, now, nextAt, intervalMs, swept) {
      killPoint('checkpoint.before', poll.side)
      const wasOurs = await settled({ lease, poll, cursor, now, nextAt, intervalMs, swept })
      killPoint('checkpoint.after', poll.side)
      return wasOurs
    },
    async failed(lease, poll, failure, nextAt, cursor) {
      const { numUpdatedRows } = await row(poll)
        .set({
          next_at: nextAt,
          ...(cursor && { cursor }),
          failures: poll.failures + 1,
          failure_class: failure.class,
          failure_message: failure.message,
        })
        .where(stillOurs(lease))
        .executeTakeFirst()
      return numUpdatedRows > 0n
    },
  }
}
