import { autoReplyHeading } from '../auto-replies/auto-reply-text.ts'
import { isForgottenOwn } from '../looks/forgotten-own.ts'
import { agentReplies } from '../replies/agent-reply.ts'
import { requestReply } from '../replies/request-reply.ts'
import { normaliseText } from '../text/plain-text.ts'
import { mirrorHeadings } from '../tickets/mirror-text.ts'
import { filesMissing } from './files.ts'
import { isYoung, type Facts, type ReconcileFinding, type ShownTicket, type TicketEntry } from './facts.ts'
import { matchEntries, textOfEntry, type Alike } from './sources.ts'

const idsOf = (entries: readonly TicketEntry[]): number[] => entries.map(({ id }) => id)

/** A message of the shop that the log has forgotten as an answer of ours stands there as the agent's own entry. */
const isAnswer = ({ ref, state, settings, account }: Facts, messageId: string, ticket: ShownTicket): boolean =>
  state.messages.some((message) => message.messageId === messageId && message.author === 'seller') &&
  isForgottenOwn(
    ref,
    state,
    messageId,
    { id: ticket.id, entries: ticket.entries, connectorLogin: account.agentLogin },
    settings,
  )

function notThere(facts: Facts, { sources, entries }: Alike, ticket: ShownTicket): ReconcileFinding[] {
  return sources
    .filter(({ isThere }) => isThere)
    .slice(entries.length)
    .filter(({ messageId }) => !isAnswer(facts, messageId, ticket))
    .map(({ messageId }) => ({
      what: 'message-not-in-ticket',
      subject: messageId,
      evidence: { messageId, ticketId: ticket.id },
    }))
}

function twice({ sources, entries }: Alike, ticket: ShownTicket): ReconcileFinding[] {
  const [first] = sources
  if (!first || entries.length <= sources.length) return []
  return [
    {
      what: 'message-twice-in-ticket',
      subject: first.messageId,
      evidence: {
        messageIds: sources.map(({ messageId }) => messageId),
        ticketId: ticket.id,
        entryIds: idsOf(entries),
        expected: sources.length,
      },
    },
  ]
}

/** Ids of entries grow with time, so they tell the order in which messages came in. Those that look alike tell nothing. */
function outOfOrder({ state }: Facts, groups: readonly Alike[], ticket: ShownTicket): ReconcileFinding[] {
  const places = new Map(state.messages.map(({ messageId }, place) => [messageId, place]))
  const placed = groups
    .flatMap(({ sources: [source, another], entries: [entry, other] }) => {
      const place = source && places.get(source.messageId)
      return source?.isThere && entry && !another && !other && place !== undefined
        ? [{ messageId: source.messageId, place, entryId: entry.id }]
        : []
    })
    .sort((one, other) => one.place - other.place)
  let newest = placed[0]
  const found: ReconcileFinding[] = []
  for (const one of placed.slice(1)) {
    if (newest && one.entryId < newest.entryId)
      found.push({
        what: 'messages-out-of-order',
        subject: one.messageId,
        evidence: {
          messageId: one.messageId,
          entryId: one.entryId,
          standsBefore: newest.messageId,
          entryIdOfThat: newest.entryId,
          ticketId: ticket.id,
        },
      })
    else newest = one
  }
  return found
}

const headings = [...mirrorHeadings, autoReplyHeading].map(normaliseText)

/** Whether an entry claims to come from EmpikPlace: as the customer's, or under our login with one of our headings. */
function claimsToBeOurs(entry: TicketEntry, { agentLogin }: Facts['account']): boolean {
  if (entry.type === 'MAIL') return true
  if (entry.userLogin !== agentLogin || (entry.type !== 'REPLY' && entry.type !== 'COMMENT')) return false
  const text = textOfEntry(entry)
  return headings.some((heading) => text.startsWith(heading))
}

function withoutSource(facts: Facts, groups: readonly Alike[], ticket: ShownTicket): ReconcileFinding[] {
  // What an agent wrote under our login, below our heading, is his, and was told.
  const replies = facts.state.replies.map(({ thuliumMessageId }) => thuliumMessageId)
  const explained = new Set([...groups.flatMap(({ entries }) => idsOf(entries)), ...replies])
  return ticket.entries
    .filter((entry) => !explained.has(entry.id) && claimsToBeOurs(entry, facts.account))
    .map(({ id, type, createdAt }) => ({
      what: 'entry-without-source',
      subject: `entry ${id}`,
      evidence: { ticketId: ticket.id, entryId: id, type, createdAt: createdAt?.toISOString() ?? null },
    }))
}

/** Agents' replies that a look would record. */
function repliesNotInLog(facts: Facts, ticket: ShownTicket): ReconcileFinding[] {
  const { state, account, elsewhere, settings } = facts
  const known = new Set(state.replies.map(({ thuliumMessageId }) => thuliumMessageId))
  return agentReplies(state, ticket.entries, account.agentLogin).flatMap((entry) => {
    const { id, userLogin = '', body, createdAt, attachments } = entry
    if (known.has(id) || elsewhere.passedOn.has(id) || isYoung(facts, createdAt)) return []
    const seen = {
      ...{ thuliumMessageId: id, ticketId: ticket.id, agentLogin: userLogin, body },
      ...(createdAt ? { writtenAt: createdAt.toISOString() } : {}),
      attachmentNames: attachments.map(({ name }) => name ?? ''),
    }
    const ownLogin = userLogin === account.agentLogin ? 'own-login' : undefined
    const inTheWay = elsewhere.moved.has(id) ? 'moved' : ownLogin
    if (requestReply(state, seen, settings, inTheWay).length === 0) return []
    return [
      {
        what: 'reply-not-in-log' as const,
        subject: String(id),
        evidence: { thuliumMessageId: id, ticketId: ticket.id, writtenAt: createdAt?.toISOString() ?? null },
      },
    ]
  })
}

function markChanged({ ref, account }: Facts, { id, mark }: ShownTicket): ReconcileFinding[] {
  if (mark === undefined || mark === ref.threadId) return []
  return [
    {
      what: 'marker-changed',
      subject: `ticket ${id}`,
      evidence: { ticketId: id, field: account.threadField, expected: ref.threadId, isEmpty: (mark ?? '') === '' },
    },
  ]
}

/** The log beside what the ticket shows. */
export function compareTicket(facts: Facts): ReconcileFinding[] {
  const { ticket, state } = facts
  if (!ticket) return []
  if ('lost' in ticket) {
    const { lost, mergedInto } = ticket
    const { ticketId } = state
    return [
      {
        what: 'ticket-gone',
        subject: `ticket ${ticketId ?? ''}`,
        evidence: { ticketId, how: lost, ...(mergedInto === undefined ? {} : { mergedInto }) },
      },
    ]
  }
  const told = [...repliesNotInLog(facts, ticket), ...markChanged(facts, ticket)]
  if (state.erased) {
    // Entries are known by their texts: of those that are gone nothing can be said, only of what was written since.
    const since = { ...state, messages: state.messages.slice(state.erased.messages), autoReplies: [] }
    const groups = matchEntries(since, ticket.entries)
    return [...groups.flatMap((group) => notThere(facts, group, ticket)), ...outOfOrder(facts, groups, ticket), ...told]
  }
  const groups = matchEntries(state, ticket.entries)
  return [
    ...groups.flatMap((group) => [...notThere(facts, group, ticket), ...twice(group, ticket)]),
    ...outOfOrder(facts, groups, ticket),
    ...withoutSource(facts, groups, ticket),
    ...told,
    ...filesMissing(facts, groups, ticket),
  ]
}
