import type { ConversationState } from '@connector/domain/conversation'
import type { TicketLost } from '@connector/domain/events'
import { isMergedStatus } from '@connector/domain/tickets'
import type { ConversationRef } from '@connector/domain/words'
import type { Failure, ReadResult } from '@connector/outbound-http'
import type { Ticket } from '@connector/thulium'
import type { Connection } from './connections.ts'
import { markedTickets } from './marked-tickets.ts'

export type Loss = { ok: true; lost: TicketLost | undefined } | { ok: false; failure: Failure; fieldMissing: boolean }

const isShell = ({ messages }: Ticket): boolean => !messages.some(({ type }) => type === 'MAIL' || type === 'REPLY')

/** Why a ticket cannot be worked with any more; a conflict counts when the ticket has nothing left in it. */
function reasonOf(read: ReadResult<Ticket>, conflict: boolean, mergedStatus: string): TicketLost['reason'] | undefined {
  if (!read.ok) return read.failure.status === 404 || read.failure.status === 410 ? 'deleted' : undefined
  const merged = isMergedStatus(read.value.statusName, mergedStatus) || (conflict && isShell(read.value))
  return merged ? 'merged' : undefined
}

/**
 * Whether the ticket of a conversation is gone, deleted or merged into another one (docs/outside/thulium.md: gone tickets), and which
 * other ticket carries the mark of the conversation: an open one first.
 * @param looked how reading that ticket ended just now; `conflict`: a write to it was refused with 409
 */
export async function findLoss(
  connection: Connection,
  ref: ConversationRef,
  state: ConversationState,
  { ticketId, read, conflict }: { ticketId: number; read: ReadResult<Ticket>; conflict: boolean },
  signal: AbortSignal,
): Promise<Loss> {
  const { mergedStatus } = connection.settings
  const reason = reasonOf(read, conflict, mergedStatus)
  // The conversation may live in another ticket by now.
  if (ticketId !== state.ticketId || reason === undefined) return { ok: true, lost: undefined }
  const marked = await markedTickets(connection, ref.threadId, [...state.lostTickets, ticketId], signal)
  if (!marked.ok) return marked
  const living = marked.tickets.filter(({ statusName }) => !isMergedStatus(statusName, mergedStatus))
  const other = living.find(({ closedAt }) => closedAt === undefined) ?? living[0]
  return { ok: true, lost: { ticketId, reason, ...(other ? { mergedInto: other.id } : {}) } }
}
