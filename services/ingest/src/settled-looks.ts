import { hintSpacingMs, relaxedCommit, type Lease, type WorkerStore } from '@connector/store'
import { sql } from 'kysely'
import type { DuePoll, Swept } from './due-poll.ts'
import { writtenTogether } from './written-together.ts'

/** A look that found all there was. */
interface SettledLook {
  lease: Lease
  poll: DuePoll
  cursor: Date | undefined
  now: Date
  nextAt: Date
  intervalMs: number
  swept: Swept | undefined
}

const looksAtOnce = 200

interface Row {
  tenant_id: string
  integration_id: string
  side: string
}

const nameOf = ({ tenant_id, integration_id, side }: Row): string => `${tenant_id}/${integration_id}/${side}`

/**
 * @returns writes down where a look has come, many looks in one statement: most find nothing, and a transaction of its own was the
 * dearest part of such a look. False where the lease is no longer ours.
 */
export const createSettledLooks = ({ byKeys }: WorkerStore): ((look: SettledLook) => Promise<boolean>) =>
  writtenTogether(async (looks) => {
    const rows = looks.map(({ lease, poll, cursor, now, nextAt, intervalMs, swept }) => ({
      tenant_id: poll.ref.tenantId,
      integration_id: poll.ref.integrationId,
      side: poll.side,
      fence: lease.fence,
      cursor: cursor ?? null,
      next_at: nextAt,
      // A hint that came during the look may be about what the look had read already.
      hinted_at: poll.hintedAt ?? null,
      soon: new Date(now.getTime() + hintSpacingMs),
      at: now,
      interval_ms: intervalMs,
      swept_at: swept?.at ?? null,
      found_late: swept?.foundLate ?? 0,
    }))
    const of = <Name extends keyof (typeof rows)[number]>(name: Name) => rows.map((row) => row[name])
    // What is asked of a lease is a subquery, so that each row is found by its key.
    const settled = await sql<Row>`
        update polls p set cursor = s.cursor,
          next_at = case when p.hinted_at is distinct from s.hinted_at then least(s.next_at, s.soon) else s.next_at end,
          last_success_at = s.at, interval_ms = s.interval_ms, failures = 0, failure_class = null, failure_message = null,
          swept_at = coalesce(s.swept_at, p.swept_at), found_late = p.found_late + s.found_late,
          found_late_at = case when s.found_late > 0 then s.swept_at else p.found_late_at end
        from unnest(${of('tenant_id')}::text[], ${of('integration_id')}::text[], ${of('side')}::text[],
          ${of('fence')}::bigint[], ${of('cursor')}::timestamptz[], ${of('next_at')}::timestamptz[],
          ${of('hinted_at')}::timestamptz[], ${of('soon')}::timestamptz[], ${of('at')}::timestamptz[],
          ${of('interval_ms')}::bigint[], ${of('swept_at')}::timestamptz[], ${of('found_late')}::int[])
          as s (tenant_id, integration_id, side, fence, cursor, next_at, hinted_at, soon, at, interval_ms, swept_at, found_late)
        where p.tenant_id = s.tenant_id and p.integration_id = s.integration_id and p.side = s.side
          and (select true from leases l where l.service = 'ingest' and l.tenant_id = s.tenant_id
            and l.fence = s.fence and l.expires_at > now())
          -- A cursor that a crash of the database sets back makes one look longer, nothing else.
          and ${relaxedCommit}
        returning p.tenant_id, p.integration_id, p.side
      `.execute(byKeys)
    const ours = new Set(settled.rows.map(nameOf))
    return rows.map((row) => ours.has(nameOf(row)))
  }, looksAtOnce)
