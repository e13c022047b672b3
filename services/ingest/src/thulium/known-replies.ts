import type { ConversationRef } from '@connector/domain/words'
import { compareCheckpoints } from '@connector/event-log'
import { partOf, type WorkerStore } from '@connector/store'
import { sql } from 'kysely'

/**
 * Replies that belong to another ticket: an agent merged tickets or split one, and the entries moved with their ids. One that
 * was passed on from there must not go out once more, and least of all to another buyer.
 */
export interface KnownReplies {
  /** `passedOn`: recorded in another conversation; `moved`: first seen in another ticket, and not recorded yet. */
  elsewhere(
    ref: ConversationRef,
    ticketId: number,
    messageIds: readonly number[],
  ): Promise<{ passedOn: ReadonlySet<number>; moved: ReadonlySet<number> }>
}

export function createKnownReplies({ db }: WorkerStore): KnownReplies {
  /** Read models that are being filled anew do not know every reply yet. */
  async function isRebuilding(tenantId: string): Promise<boolean> {
    const row = await db
      .selectFrom('checkpoints')
      .select(['position', 'rebuild_until'])
      .where('projection', '=', partOf(tenantId))
      .executeTakeFirst()
    if (!row) return true
    return row.rebuild_until !== null && compareCheckpoints(row.position ?? undefined, row.rebuild_until) < 0
  }

  return {
    async elsewhere({ tenantId, integrationId, threadId }, ticketId, messageIds) {
      if (messageIds.length === 0) return { passedOn: new Set(), moved: new Set() }
      // None is taken until then: the next look sees them all again.
      if (await isRebuilding(tenantId)) return { passedOn: new Set(messageIds), moved: new Set() }
      const { rows } = await sql<{ message_id: number; passed_on: boolean }>`
        select subject::bigint as message_id, true as passed_on from effects
        where tenant_id = ${tenantId} and kind = 'reply:send' and subject = any(${messageIds.map(String)}::text[])
          and (integration_id, thread_id) <> (${integrationId}, ${threadId})
        union all
        select message_id, false from reply_sightings
        where tenant_id = ${tenantId} and message_id = any(${messageIds}::bigint[]) and ticket_id <> ${ticketId}
      `.execute(db)
      const ids = (passedOn: boolean) =>
        new Set(rows.filter((row) => row.passed_on === passedOn).map((row) => row.message_id))
      return { passedOn: ids(true), moved: ids(false) }
    },
  }
}
