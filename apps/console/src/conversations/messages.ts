import type { Effect, TimelineEvent } from '../api/queries.ts'
import { numberOf, records, words } from './facts.ts'
import { readableText } from './readable-text.ts'

export type Party = 'customer' | 'seller' | 'operator' | 'unknown'
type From = 'thulium' | 'panel' | 'auto' | 'console' | undefined

/** Where a message stands on its way to the other side. */
type Stands =
  | { at: 'inTicket'; ticketId: number }
  | { at: 'toTicket' | 'waiting' | 'sending' | 'checking' | 'refused' | 'parked' | 'skipped' | 'withdrawn' }
  | { at: 'planned' | 'sent'; time: string }

export interface Message {
  kind: 'message'
  id: string
  author: Party
  name: string
  from: From
  /** Whom it reaches: the shop, the customer, the operator. */
  to: Party[]
  text: string
  original: string | undefined
  writtenAt: string
  files: string[]
  stands: Stands
  /** Why it was not sent, by the reason in the log. */
  reason: string | undefined
  /** An internal comment: nobody at EmpikPlace sees it. */
  isComment?: boolean
}

export interface Steps {
  kind: 'steps'
  id: string
  events: TimelineEvent[]
}

const parties: Readonly<Record<string, Party>> = { CUSTOMER: 'customer', SHOP: 'seller', OPERATOR: 'operator' }

const partyOf = (text: string): Party =>
  text === 'customer' || text === 'seller' || text === 'operator' ? text : 'unknown'

const recipientsOf = (to: unknown): Party[] => [
  ...new Set(records(to).map(({ type }) => parties[words(type).replace(/_USER$/, '')] ?? 'unknown')),
]

/** The newest event of a kind about this message. */
const about = (events: readonly TimelineEvent[], types: readonly string[], id: string, value: unknown) =>
  events.findLast(({ type, data }) => types.includes(type) && data[id] === value)

/** While no outcome is in the log, the write itself tells. */
function underWay(effects: readonly Effect[], kind: Effect['kind'], otherwise: Stands): Stands {
  const effect = effects.find((one) => one.kind === kind)
  if (!effect) return otherwise
  if (effect.state === 'parked') return { at: 'parked' }
  if (effect.state === 'claimed') return { at: 'sending' }
  if (effect.state === 'unknown') return { at: 'checking' }
  return otherwise
}

function received({ data, recordedAt }: TimelineEvent, events: readonly TimelineEvent[]): Message {
  const id = words(data['messageId'])
  const author = partyOf(words(data['author']))
  const ticket = events.findLast(({ type }) => type === 'TicketCreated')
  const place =
    about(events, ['MessageMirrored'], 'messageId', id) ?? (data['opensTicket'] === true ? ticket : undefined)
  const ticketId = numberOf(place?.data['ticketId'])
  return {
    kind: 'message',
    id,
    author,
    name: words(data['authorName']),
    from: author === 'seller' ? 'panel' : undefined,
    to: recipientsOf(data['to']),
    text: readableText(words(data['body'])),
    original: undefined,
    writtenAt: words(data['sentAt']) || recordedAt,
    files: records(data['attachments']).map(({ name }) => words(name)),
    stands: ticketId === undefined ? { at: 'toTicket' } : { at: 'inTicket', ticketId },
    reason: undefined,
  }
}

function replied(event: TimelineEvent, events: readonly TimelineEvent[]): Message {
  const { data, recordedAt, effects } = event
  const id = data['thuliumMessageId']
  const sent = about(events, ['ReplySent'], 'thuliumMessageId', id)
  const refused = about(events, ['ReplyRefused'], 'thuliumMessageId', id)
  const withdrawn = about(events, ['ReplyWithdrawn'], 'thuliumMessageId', id)
  const corrected = about(events, ['ReplyCorrected'], 'thuliumMessageId', id)
  const isFromHere = data['writtenIn'] === 'console'
  const original = readableText(words(data['body']))
  // Before version 3 the text that was sent was not recorded apart.
  const first =
    typeof data['text'] === 'string' ? data['text'] : readableText(words(data['body']), { dropQuotes: true })
  const text = corrected ? words(corrected.data['text']) : first
  const to = recipientsOf(data['to'])
  return {
    kind: 'message',
    id: `reply-${words(id)}`,
    author: 'seller',
    name: words(data['agentLogin']),
    from: isFromHere ? 'console' : 'thulium',
    to: to.length === 0 ? ['customer'] : to,
    text,
    // From here the footer alone was added.
    original: isFromHere || original.trim() === text.trim() ? undefined : original,
    writtenAt: words(data['writtenAt']) || recordedAt,
    files: Array.isArray(data['attachmentNames']) ? data['attachmentNames'].map(words) : [],
    stands: sent
      ? { at: 'sent', time: sent.recordedAt }
      : refused || withdrawn
        ? { at: withdrawn ? 'withdrawn' : 'refused' }
        : underWay(effects, 'reply:send', { at: 'waiting' }),
    reason: refused ? words(refused.data['reason']) : undefined,
  }
}

function answered(event: TimelineEvent, events: readonly TimelineEvent[]): Message {
  const { data, recordedAt, effects } = event
  const isThis = (one: TimelineEvent): boolean =>
    one.data['answers'] === data['messageId'] && one.data['autoReplyId'] === data['autoReplyId']
  const outcome = events.find((one) => (one.type === 'AutoReplySent' || one.type === 'AutoReplySkipped') && isThis(one))
  const planned: Stands = { at: 'planned', time: words(data['sendAt']) || recordedAt }
  return {
    kind: 'message',
    id: `auto-${words(data['messageId'])}-${words(data['autoReplyId'])}`,
    author: 'seller',
    name: words(data['name']),
    from: 'auto',
    to: ['customer'],
    text: words(data['text']),
    original: undefined,
    writtenAt: recordedAt,
    files: [],
    stands: !outcome
      ? underWay(effects, 'auto-reply:send', planned)
      : outcome.type === 'AutoReplySent'
        ? { at: 'sent', time: words(outcome.data['sentAt']) || outcome.recordedAt }
        : { at: 'skipped' },
    reason: outcome?.type === 'AutoReplySkipped' ? words(outcome.data['reason']) : undefined,
  }
}

function commented({ data, recordedAt }: TimelineEvent, events: readonly TimelineEvent[]): Message {
  const id = words(data['commentId'])
  const added = events.find(({ type, data: { effectKey } }) => type === 'CommentAdded' && words(effectKey).endsWith(id))
  const ticketId = numberOf(added?.data['ticketId'])
  return {
    kind: 'message',
    id: `comment-${id}`,
    author: 'seller',
    name: words(data['writtenBy']),
    from: 'console',
    to: [],
    text: words(data['text']),
    original: undefined,
    writtenAt: words(data['writtenAt']) || recordedAt,
    files: [],
    stands: ticketId === undefined ? { at: 'toTicket' } : { at: 'inTicket', ticketId },
    reason: undefined,
    isComment: true,
  }
}

const makers: Readonly<Record<string, (event: TimelineEvent, all: readonly TimelineEvent[]) => Message>> = {
  MessageReceived: received,
  ReplyRequested: replied,
  CommentWritten: commented,
  AutoReplyRequested: answered,
}

/** What was written, in the order of the log, with the steps of the system between folded into one line each. */
export function conversationOf(events: readonly TimelineEvent[]): (Message | Steps)[] {
  // What we sent comes back from EmpikPlace as a message of the shop.
  const ours = new Set(
    events.filter(({ type }) => type === 'ReplySent' || type === 'AutoReplySent').map(({ data }) => data['messageId']),
  )
  const shown: (Message | Steps)[] = []
  for (const [index, event] of events.entries()) {
    const make = makers[event.type]
    const isEcho = event.type === 'MessageReceived' && ours.has(event.data['messageId'])
    if (make && !isEcho) {
      shown.push(make(event, events))
      continue
    }
    const last = shown.at(-1)
    if (last?.kind === 'steps') last.events.push(event)
    else shown.push({ kind: 'steps', id: `steps-${index}`, events: [event] })
  }
  return shown
}
