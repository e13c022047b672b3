import { atMost } from '@connector/service-kit'
import { LRUCache } from 'lru-cache'
import type { EffectContext } from './handler.ts'

/** Tickets made by this process: whatever is in them, it knows. */
export interface OwnTickets {
  note(context: EffectContext, ticketId: number): void
  /** Whether the present ticket of the conversation is one of them. */
  has(context: EffectContext): boolean
}

const remembered = 20_000

export function createOwnTickets(): OwnTickets {
  const made = new LRUCache<string, Date>(atMost(remembered))
  // What an earlier integration of the same shop put into it, this one does not know.
  const nameOf = ({ ref }: EffectContext, ticketId: number): string =>
    `${ref.tenantId}/${ref.integrationId}/${ticketId}`
  return {
    note: (context, ticketId) => void made.set(nameOf(context, ticketId), context.ownerSince),
    has(context) {
      const { ticketId } = context.state
      // Made under an earlier lease, it may have been worked with by others in between.
      return ticketId !== undefined && made.get(nameOf(context, ticketId))?.getTime() === context.ownerSince.getTime()
    },
  }
}
