import { autoReplyFirstLine, autoReplyHeading } from '../auto-replies/auto-reply-text.ts'
import type { ConversationState } from '../conversation/state.ts'
import { normaliseText } from '../text/plain-text.ts'
import { sellerFirstLine, sellerHeading } from '../tickets/mirror-text.ts'

/** An entry of a ticket, as far as it tells who wrote it. */
interface Entry {
  id: number
  type: string
  userLogin?: string
  body: string
}

/** How every reply begins that this connector writes into a ticket. */
const headings = [sellerHeading, autoReplyHeading].map(normaliseText)

/** An entry under our login that begins in another way was written by a person who shares it. */
const beginsAsOurs = (body: string): boolean => {
  const text = normaliseText(body)
  return headings.some((heading) => text.startsWith(heading))
}

/** First lines of what this connector wrote into the ticket in somebody's name: what the seller said in the panel, and automatic answers. */
function ownFirstLines({ messages, autoReplies }: ConversationState): string[] {
  const panel = messages.filter(({ author }) => author === 'seller').map(sellerFirstLine)
  const automatic = autoReplies.flatMap((reply) => (reply.sent ? [autoReplyFirstLine(reply, reply.sent.sentAt)] : []))
  return [...panel, ...automatic].map(normaliseText)
}

/**
 * Entries that this connector wrote under another login, as before its login was changed in the settings. They are known by
 * the first line of a message that we know, with its author and time, and only as many are taken as that line was written
 * for; the older ones, since whoever copies a text writes later. A heading alone proves nothing: agents copy them.
 */
function echoesOf(state: ConversationState, entries: readonly Entry[], connectorLogin: string): Set<number> {
  const replies = entries
    .filter(({ type }) => type === 'REPLY')
    .map(({ id, userLogin, body }) => ({ id, isOurs: userLogin === connectorLogin, text: normaliseText(body) }))
    .sort((one, other) => one.id - other.id)
  const written = new Map<string, number>()
  for (const line of ownFirstLines(state)) written.set(line, (written.get(line) ?? 0) + 1)
  const echoes = new Set<number>()
  for (const [line, times] of written) {
    const alike = replies.filter(({ text }) => text.startsWith(line))
    const missing = times - alike.filter(({ isOurs }) => isOurs).length
    const others = alike.filter(({ isOurs }) => !isOurs)
    for (const { id } of others.slice(0, Math.max(0, missing))) echoes.add(id)
  }
  return echoes
}

/**
 * Entries of a ticket that are agents' replies for the buyer: no comments, no messages of the buyer, nothing of our own. An
 * entry without a login was written by a machine, such as a queue's autoresponder. One that a person wrote under our own login
 * is among them, so that it is told ({@link requestReply} refuses it).
 * @param entries all of the ticket
 */
export function agentReplies<E extends Entry>(
  state: ConversationState,
  entries: readonly E[],
  connectorLogin: string,
): E[] {
  const written = entries.filter(
    ({ type, userLogin = '', body }) =>
      type === 'REPLY' && userLogin !== '' && !(userLogin === connectorLogin && beginsAsOurs(body)),
  )
  // Most tickets hold none, and a text costs.
  if (written.length === 0) return []
  const echoes = echoesOf(state, entries, connectorLogin)
  return written.filter(({ id }) => !echoes.has(id))
}
