import type { ConversationState } from '../conversation/state.ts'
import type { MessageReceived } from '../events/conversation-events.ts'

/** A ticket that shows a message as so much later than it was written misleads nobody. */
const unnoticedMs = 5 * 60_000

/** Whether people must be told when a message was written that Thulium dates as it comes in. */
export const isOld = ({ sentAt }: MessageReceived, now: Date, clockOffsetMs: number): boolean =>
  now.getTime() - (Date.parse(sentAt) - clockOffsetMs) > unnoticedMs

const minuteMs = 60_000
const minuteOf = (at: number): number => Math.floor(at / minuteMs)

/**
 * Whether a message may have its own date in the ticket. The first one has the date on which the ticket was made, and entries are
 * shown by their date: with a date before that, or before a message that is there already, it would stand above what it follows.
 */
export function mayBeDated(
  { ticketCreatedAt, messages, mirrored }: ConversationState,
  { sentAt }: MessageReceived,
  clockOffsetMs: number,
): boolean {
  const at = Date.parse(sentAt)
  if (ticketCreatedAt !== undefined && minuteOf(at - clockOffsetMs) < minuteOf(Date.parse(ticketCreatedAt)))
    return false
  return !messages.some((known) => mirrored.has(known.messageId) && Date.parse(known.sentAt) > at)
}
