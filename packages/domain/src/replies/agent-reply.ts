import { autoReplyEntry, autoReplyFirstLine, autoReplyHeading } from '../auto-replies/auto-reply-text.ts'
import type { ConversationState } from '../conversation/state.ts'
import { normaliseText } from '../text/plain-text.ts'
import { sellerFirstLine, sellerHeading, textsInTicket } from '../tickets/mirror-text.ts'

/** An entry of a ticket, as far as it tells who wrote it. */
interface Entry {
  id: number
  type: string
  userLogin?: string
  body: string
}

/** How every reply begins that this connector writes into a ticket. */
const headings = [sellerHeading, autoReplyHeading].map(normaliseText)

/** After the heading it names somebody and the minute, as {@link warsawTime} writes it. */
const namedAndTimed = /^[^\n]{0,300}?, \d{4}-\d{2}-\d{2} \d{2}:\d{2}(?!\d)/

const beginsAsOurs = (text: string): boolean => headings.some((heading) => text.startsWith(heading))

/**
 * With the whole of such a line that is not known here, an entry under our login is of another conversation, whose ticket was
 * merged into this one, or of before a restore, or of a buyer who was erased.
 */
const hasFirstLine = (text: string): boolean =>
  headings.some((heading) => text.startsWith(heading) && namedAndTimed.test(text.slice(heading.length)))

/** First lines of what this connector wrote into the ticket in somebody's name: what the seller said in the panel, and automatic answers. */
function ownFirstLines({ messages, autoReplies }: ConversationState): string[] {
  const panel = messages.filter(({ author }) => author === 'seller').map(sellerFirstLine)
  const automatic = autoReplies.flatMap((reply) => (reply.sent ? [autoReplyFirstLine(reply, reply.sent.sentAt)] : []))
  return [...panel, ...automatic].map(normaliseText)
}

/** All that this connector writes into a ticket in somebody's name, whole. */
function* ownTexts({ messages, autoReplies }: ConversationState): Generator<string> {
  for (const message of messages) if (message.author === 'seller') yield* textsInTicket(message)
  for (const reply of autoReplies) if (reply.sent) yield autoReplyEntry(reply, reply.sent.sentAt)
}

interface Written {
  id: number
  isOurLogin: boolean
  text: string
}

/**
 * Entries that this connector wrote. They are known by the first line of a message that we know, with its author and time, and
 * only as many are taken as that line was written for: those under our login first, then, as before the login was changed in
 * the settings, those under another; of these the older ones, since whoever copies a text writes later. A heading alone proves
 * nothing: agents copy them, also those who share our login.
 */
function ownEntries(state: ConversationState, replies: readonly Written[]): Set<number> {
  const own = new Set<number>()
  const written = new Map<string, number>()
  for (const line of ownFirstLines(state)) written.set(line, (written.get(line) ?? 0) + 1)
  const byLogin = [...replies].sort(
    (one, other) => Number(other.isOurLogin) - Number(one.isOurLogin) || one.id - other.id,
  )
  const known = new Set<number>()
  for (const [line, times] of written)
    for (const [place, { id }] of byLogin.filter(({ text }) => text.startsWith(line)).entries()) {
      known.add(id)
      if (place < times) own.add(id)
    }
  const doubtful = byLogin.filter(({ id, isOurLogin, text }) => isOurLogin && !own.has(id) && beginsAsOurs(text))
  if (doubtful.length === 0) return own
  // A text of ours may stand there twice.
  const whole = new Set(Array.from(ownTexts(state), normaliseText))
  for (const { id, text } of doubtful) if (whole.has(text) || (!known.has(id) && hasFirstLine(text))) own.add(id)
  return own
}

const isReply = ({ type }: Entry): boolean => type === 'REPLY'
const isSigned = ({ userLogin = '' }: Entry): boolean => userLogin !== ''

function withoutOwn<E extends Entry>(state: ConversationState, replies: readonly E[], connectorLogin: string): E[] {
  // Most tickets hold none, and a text costs.
  if (replies.length === 0) return []
  const own = ownEntries(
    state,
    replies.map(({ id, userLogin, body }) => ({
      id,
      isOurLogin: userLogin === connectorLogin,
      text: normaliseText(body),
    })),
  )
  return replies.filter(({ id }) => !own.has(id))
}

/**
 * Entries of a ticket that are agents' replies for the buyer: no comments, no messages of the buyer, nothing of our own, and
 * nothing unsigned ({@link unsignedReplies}). One that a person wrote under our own login is among them, so that it is told
 * ({@link requestReply} refuses it).
 * @param entries all of the ticket
 */
export const agentReplies = <E extends Entry>(
  state: ConversationState,
  entries: readonly E[],
  connectorLogin: string,
): E[] =>
  withoutOwn(
    state,
    entries.filter((entry) => isReply(entry) && isSigned(entry)),
    connectorLogin,
  )

/**
 * Replies that name nobody who wrote them, and that are not ours: a machine's, such as a queue's autoresponder, which must not
 * reach the buyer. Should a person have written one, somebody must hear of it.
 * @param entries all of the ticket
 */
export const unsignedReplies = <E extends Entry>(state: ConversationState, entries: readonly E[]): E[] =>
  withoutOwn(
    state,
    entries.filter((entry) => isReply(entry) && !isSigned(entry)),
    '',
  )
