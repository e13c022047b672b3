import { textToSend, type ConversationState } from '../conversation/state.ts'
import { ownMessageIds } from '../conversation/own-message-ids.ts'
import { settledBy } from '../effects/settled-by.ts'
import type { SeenMessage } from '../events/conversation-events.ts'
import { observeThread } from '../looks/observe.ts'
import { isTaken } from '../routing/capture.ts'
import { isKindOn, threadKind } from '../routing/thread-kind.ts'
import { normaliseText } from '../text/plain-text.ts'
import { isYoung, type Facts, type ReconcileFinding } from './facts.ts'

/** What a look would record of a message: the event, and the writes that it settles. */
interface Lacking {
  event: string
  settles: readonly string[]
}

/** What a look at the thread would record, by the very decisions of a look: messages, and answers of ours that come back. */
function lacking(facts: Facts): ReadonlyMap<string, Lacking> {
  const { ref, state, thread = [], settings, startedAt, shopName, now } = facts
  const [first] = thread
  if (!first || !startedAt) return new Map()
  const known = state.messages.length > 0
  const messageDates = thread.map(({ sentAt }) => new Date(sentAt))
  const kindIsOn = isKindOn(threadKind(first.thread, thread), settings)
  if (!isTaken({ known, kindIsOn, startedAt, messageDates })) return new Map()
  const seen = { messages: thread, firstContact: true, now, startedAt, shopName }
  const lacks = new Map<string, Lacking>()
  for (const event of observeThread(ref, state, seen, settings)) {
    const { type, data } = event
    if (type === 'AutoReplyRequested' || !('messageId' in data) || typeof data.messageId !== 'string') continue
    lacks.set(data.messageId, { event: type, settles: settledBy(event, ref) })
  }
  return lacks
}

function notInLog(facts: Facts, lacks: ReadonlyMap<string, Lacking>): ReconcileFinding[] {
  return (facts.thread ?? []).flatMap(({ messageId, sentAt }) => {
    const lack = lacks.get(messageId)
    if (!lack || isYoung(facts, new Date(sentAt))) return []
    const evidence = { messageId, sentAt, event: lack.event }
    return [{ what: 'message-not-in-log' as const, subject: messageId, evidence }]
  })
}

/** Messages at EmpikPlace that the log has as answers of ours, and what each is. */
function sentByUs({ replies, autoReplies, attachmentsRelayed }: ConversationState) {
  return [
    ...replies.flatMap(({ messageId, thuliumMessageId, writtenAt }) =>
      messageId === undefined ? [] : [{ messageId, evidence: { thuliumMessageId, writtenAt: writtenAt ?? null } }],
    ),
    ...autoReplies.flatMap(({ sent, autoReplyId }) =>
      sent ? [{ messageId: sent.messageId, evidence: { autoReplyId, sentAt: sent.sentAt } }] : [],
    ),
    ...attachmentsRelayed.flatMap(({ messageId, effectKey }) =>
      messageId === undefined ? [] : [{ messageId, evidence: { effectKey } }],
    ),
  ]
}

function notAtEmpikPlace(state: ConversationState, thread: readonly SeenMessage[]): ReconcileFinding[] {
  const there = new Set(thread.map(({ messageId }) => messageId))
  return sentByUs(state)
    .filter(({ messageId }) => !there.has(messageId))
    .map(({ messageId, evidence }) => ({
      what: 'reply-not-at-empikplace' as const,
      subject: messageId,
      evidence: { messageId, ...evidence },
    }))
}

/** The clocks of the two sides may differ by this much. */
const marginMs = 120_000

/** Messages of the shop with the text of a reply that was sent, which no reply, file or automatic answer accounts for. */
function twiceAtEmpikPlace({ state, thread = [] }: Facts, lacks: ReadonlyMap<string, Lacking>): ReconcileFinding[] {
  const own = ownMessageIds(state)
  const found: ReconcileFinding[] = []
  const told = new Set<string>()
  for (const reply of state.replies) {
    const { messageId, thuliumMessageId, writtenAt, status } = reply
    if (status !== 'sent' || messageId === undefined) continue
    const text = normaliseText(textToSend(reply))
    const earliest = writtenAt === undefined ? 0 : Date.parse(writtenAt) - marginMs
    for (const other of thread) {
      const isTheSame =
        other.author === 'seller' &&
        !own.has(other.messageId) &&
        Date.parse(other.sentAt) >= earliest &&
        normaliseText(other.body) === text
      // One that would be recorded as another reply that waits is that reply.
      if (!isTheSame || told.has(other.messageId) || lacks.get(other.messageId)?.event === 'ReplySent') continue
      told.add(other.messageId)
      found.push({
        what: 'reply-twice-at-empikplace',
        subject: other.messageId,
        evidence: { thuliumMessageId, messageIds: [messageId, other.messageId], sentAt: other.sentAt },
      })
    }
  }
  return found
}

/** A message that carries a file of an agent, without the file. */
function withoutFile(state: ConversationState, thread: readonly SeenMessage[]): ReconcileFinding[] {
  const bare = new Set(thread.filter(({ attachments }) => attachments.length === 0).map(({ messageId }) => messageId))
  return state.attachmentsRelayed.flatMap(({ messageId, effectKey }) =>
    messageId !== undefined && bare.has(messageId)
      ? [{ what: 'file-missing' as const, subject: messageId, evidence: { messageId, effectKey, at: 'empikplace' } }]
      : [],
  )
}

/** The log beside what EmpikPlace shows. `done`: writes that are done there, only not recorded. */
export function compareThread(facts: Facts): { findings: ReconcileFinding[]; done: ReadonlySet<string> } {
  const { state, thread } = facts
  if (!thread) return { findings: [], done: new Set() }
  const lacks = lacking(facts)
  return {
    findings: [
      ...notInLog(facts, lacks),
      ...notAtEmpikPlace(state, thread),
      ...twiceAtEmpikPlace(facts, lacks),
      ...withoutFile(state, thread),
    ],
    done: new Set([...lacks.values()].flatMap(({ settles }) => settles)),
  }
}
