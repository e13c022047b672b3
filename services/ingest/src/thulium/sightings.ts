import type { WorkerStore } from '@connector/store'

export interface SeenReply {
  messageId: number
  /** Of everything that would reach the buyer: a change starts the settling anew. */
  digest: string
}

/**
 * When a ticket was asked for, and when it was answered. What the answer shows was there at some time between the two: so
 * the wait begins with the answer that first showed a reply, and ends with a question that was asked late enough.
 */
export interface Seen {
  askedAt: Date
  answeredAt: Date
}

/** Replies that are still settling: Thulium sends them with a delay in which the agent can withdraw or change them. */
export interface Sightings {
  /**
   * Notes what is there now, forgets what is gone, and tells which replies have settled, when the next one will, and which were
   * seen for the first time.
   */
  settled(
    tenantId: string,
    ticketId: number,
    replies: readonly SeenReply[],
    seen: Seen,
    settleMs: number,
  ): Promise<{ settled: ReadonlySet<number>; nextAt: Date | undefined; first: ReadonlySet<number> }>
  /** Called once settled replies are in the log. */
  forget(tenantId: string, ticketId: number, messageIds: readonly number[]): Promise<void>
}

/** The earlier of two times of which either may be missing. */
export const earlier = (one: Date | undefined, other: Date | undefined): Date | undefined =>
  one && other ? (one < other ? one : other) : (one ?? other)

export function createSightings({ db }: WorkerStore): Sightings {
  async function forget(tenantId: string, ticketId: number, messageIds: readonly number[]): Promise<void> {
    if (messageIds.length === 0) return
    await db
      .deleteFrom('reply_sightings')
      .where('tenant_id', '=', tenantId)
      .where('ticket_id', '=', ticketId)
      .where('message_id', 'in', messageIds)
      .execute()
  }

  return {
    forget,
    async settled(tenantId, ticketId, replies, { askedAt, answeredAt }, settleMs) {
      const known = await db
        .selectFrom('reply_sightings')
        .selectAll()
        .where('tenant_id', '=', tenantId)
        .where('ticket_id', '=', ticketId)
        .execute()
      const byId = new Map(known.map((sighting) => [sighting.message_id, sighting]))
      const here = new Set(replies.map(({ messageId }) => messageId))
      await forget(
        tenantId,
        ticketId,
        [...byId.keys()].filter((id) => !here.has(id)),
      )
      const settled = new Set<number>()
      const first = new Set<number>()
      let firstSeenAt: Date | undefined
      for (const { messageId, digest } of replies) {
        const sighting = byId.get(messageId)
        if (sighting?.digest === digest) {
          const { first_seen_at: seenAt } = sighting
          if (askedAt.getTime() - seenAt.getTime() >= settleMs) settled.add(messageId)
          else firstSeenAt = earlier(firstSeenAt, seenAt)
          continue
        }
        firstSeenAt = earlier(firstSeenAt, answeredAt)
        if (!sighting) first.add(messageId)
        await db
          .insertInto('reply_sightings')
          .values({
            tenant_id: tenantId,
            ticket_id: ticketId,
            message_id: messageId,
            digest,
            first_seen_at: answeredAt,
          })
          .onConflict((conflict) =>
            conflict
              .columns(['tenant_id', 'ticket_id', 'message_id'])
              .doUpdateSet({ digest, first_seen_at: answeredAt }),
          )
          .execute()
      }
      return { settled, first, nextAt: firstSeenAt && new Date(firstSeenAt.getTime() + settleMs) }
    },
  }
}
