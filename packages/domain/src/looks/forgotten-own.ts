import { autoReplyHeading } from '../auto-replies/auto-reply-text.ts'
import { ownMessageIds } from '../conversation/own-message-ids.ts'
import { evolveConversation } from '../conversation/evolve.ts'
import type { ConversationState } from '../conversation/state.ts'
import type { SeenReply } from '../events/conversation-events.ts'
import { agentReplies } from '../replies/agent-reply.ts'
import { requestReply } from '../replies/request-reply.ts'
import type { IntegrationSettings } from '../settings/integration-settings.ts'
import { normaliseText } from '../text/plain-text.ts'
import type { ConversationRef } from '../words/ids.ts'
import { recogniseOwn } from './own-message.ts'

/** An entry of a ticket, as far as it tells what was answered in it. */
interface Entry {
  id: number
  type: string
  userLogin?: string
  body: string
  comment: string
  createdAt?: Date
  attachments: readonly { name?: string }[]
}

interface TicketShown {
  id: number
  entries: readonly Entry[]
  connectorLogin: string
}

/** The clocks of the two sides may differ by this much (docs/outside/empikplace.md: was it sent). */
const marginMs = 120_000

/** How often the ticket shows an automatic answer of this text, whatever its name and minute. */
export function automaticEntries({ entries, connectorLogin }: Omit<TicketShown, 'id'>, text: string): number {
  const heading = normaliseText(autoReplyHeading)
  const wanted = ` ${normaliseText(text)}`
  return entries.filter(
    ({ type, userLogin, body, comment }) =>
      (type === 'COMMENT' || userLogin === connectorLogin) &&
      [body, comment].map(normaliseText).some((shown) => shown.startsWith(heading) && shown.endsWith(wanted)),
  ).length
}

const toReply = (ticketId: number, { id, userLogin = '', body, createdAt, attachments }: Entry): SeenReply => ({
  thuliumMessageId: id,
  ticketId,
  agentLogin: userLogin,
  body,
  ...(createdAt === undefined ? {} : { writtenAt: createdAt.toISOString() }),
  attachmentNames: attachments.map(({ name }) => name ?? ''),
})

/** The conversation as it is once the replies in its ticket are read. */
function withReplies(
  state: ConversationState,
  { id, entries, connectorLogin }: TicketShown,
  settings: Pick<IntegrationSettings, 'replies'>,
): ConversationState {
  let all = state
  for (const entry of agentReplies(state, entries, connectorLogin))
    for (const event of requestReply(all, toReply(id, entry), settings)) all = evolveConversation(all, event)
  return all
}

/** A reply that was not written yet cannot be what was said. */
const writtenBy = (state: ConversationState, sentAt: string): ConversationState => ({
  ...state,
  replies: state.replies.filter(
    ({ writtenAt }) => writtenAt === undefined || Date.parse(writtenAt) - marginMs <= Date.parse(sentAt),
  ),
})

/**
 * Whether a message of the shop is an answer of ours that the log has forgotten, since it was restored from a backup. It
 * looks like one from the panel, and is in the ticket already: as the agent's reply, or as an automatic answer. The ticket
 * tells, also before its replies are read again. Each reply, file and automatic answer is one message, so messages take
 * theirs in order.
 */
export function isForgottenOwn(
  ref: ConversationRef,
  state: ConversationState,
  messageId: string,
  ticket: TicketShown,
  settings: Pick<IntegrationSettings, 'replies'>,
): boolean {
  const own = ownMessageIds(state)
  if (own.has(messageId)) return true
  let all = withReplies(state, ticket, settings)
  const automatic = new Map<string, number>()
  for (const { text, sent } of state.autoReplies)
    if (sent) automatic.set(normaliseText(text), (automatic.get(normaliseText(text)) ?? 0) + 1)
  for (const message of state.messages) {
    if (message.author !== 'seller' || own.has(message.messageId)) continue
    const event = recogniseOwn(ref, writtenBy(all, message.sentAt), message)
    if (event) all = evolveConversation(all, event)
    const text = normaliseText(message.body)
    const taken = automatic.get(text) ?? 0
    const isAutomatic = !event && automaticEntries(ticket, text) > taken
    if (isAutomatic) automatic.set(text, taken + 1)
    if (message.messageId === messageId) return event !== undefined || isAutomatic
  }
  return false
}
