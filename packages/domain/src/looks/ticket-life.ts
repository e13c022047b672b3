import type { TicketLost } from '../events/conversation-events.ts'
import type { ConversationEvent } from '../events/event-types.ts'
import { autoReplyHeading } from '../auto-replies/auto-reply-text.ts'
import type { IntegrationSettings } from '../settings/integration-settings.ts'
import { toPlainText } from '../text/plain-text.ts'
import type { Author } from '../words/authors.ts'
import type { ConversationState } from '../conversation/state.ts'

/** Records that the ticket is gone; nothing if the conversation lives in another one by now. */
export const loseTicket = (state: ConversationState, lost: TicketLost): ConversationEvent[] =>
  state.ticketId === lost.ticketId ? [{ type: 'TicketLost', data: lost }] : []

/** An entry of a ticket, in the words of Thulium. */
export interface TicketEntry {
  id: number
  type: string
  userLogin?: string
  body: string
  systemComment: string
}

export interface SeenTicket {
  id: number
  closed: boolean
  entries: readonly TicketEntry[]
  /** Login of the connector's own entries. */
  connectorLogin: string
}

/** What we added beside the conversation itself; no agent has seen a message because of it. */
function isOurNote({ type, userLogin = '', body, systemComment }: TicketEntry, connectorLogin: string): boolean {
  if (type === 'COMMENT') return systemComment === '' && (userLogin === '' || userLogin === connectorLogin)
  return type === 'REPLY' && userLogin === connectorLogin && toPlainText(body).startsWith(autoReplyHeading)
}

/** Who wrote the last message that entered the ticket as one from outside; what is none of ours is somebody else's. */
const lastAuthor = ({ messages, mirrored }: ConversationState): Author =>
  messages.findLast(
    ({ messageId, author, asComment }) => mirrored.has(messageId) && author !== 'seller' && asComment !== true,
  )?.author ?? 'unknown'

/**
 * Records that a message stands unnoticed in a closed ticket: nothing came after it, so nobody has closed the
 * ticket, answered or commented since. Thulium leaves an entry of its own for each change of status (docs/outside/thulium.md: entries).
 * Each message asks for it once, whatever an agent does with the ticket afterwards.
 */
export function requestReopening(
  state: ConversationState,
  ticket: SeenTicket,
  { reopenStatusId }: Pick<IntegrationSettings, 'reopenStatusId'>,
): ConversationEvent[] {
  if (!ticket.closed || ticket.id !== state.ticketId) return []
  const newest = ticket.entries
    .filter((entry) => !isOurNote(entry, ticket.connectorLogin))
    .reduce<TicketEntry | undefined>((found, entry) => (found && found.id > entry.id ? found : entry), undefined)
  if (newest?.type !== 'MAIL' || state.reopenings.some(({ entryId }) => entryId === newest.id)) return []
  const statusId = reopenStatusId === undefined ? {} : { statusId: reopenStatusId }
  return [
    {
      type: 'TicketReopenRequested',
      data: { ticketId: ticket.id, entryId: newest.id, author: lastAuthor(state), ...statusId },
    },
  ]
}
