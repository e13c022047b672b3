import { isOpenAt, holidayAt } from '../calendar/business-time.ts'
import { inWarsaw, weekOf } from '../calendar/warsaw.ts'
import { autoReplyKey } from '../conversation/auto-reply-key.ts'
import type { ConversationState } from '../conversation/state.ts'
import type { AutoReplyRequested, SeenMessage } from '../events/conversation-events.ts'
import type { ConversationRef } from '../ids.ts'
import type { AutoReply } from '../settings/auto-replies.ts'
import type { IntegrationSettings } from '../settings/integration-settings.ts'
import { lengthFault } from '../text/reply-limits.ts'
import { replyOnItsWay } from './answered.ts'
import { fillTemplate } from './auto-reply-text.ts'
import { orderIdOf } from './ticket.ts'

/** What an automatic answer depends on besides the conversation and the settings. */
export interface AutoReplyMoment {
  now: Date
  /** When the integration was first started. */
  startedAt?: Date | undefined
  /** As EmpikPlace calls the shop; the name of the integration where it is not known. */
  shopName?: string | undefined
  /** When a person last told the buyer something. */
  lastToldAt?: Date | undefined
}

/** Why a message gets no automatic answer at all. */
export const silences = ['not-of-the-buyer', 'no-ticket', 'before-start', 'answered', 'one-on-its-way'] as const
export type Silence = (typeof silences)[number]

/** How one automatic answer fares with a message. */
export const autoReplyVerdicts = [
  'fits',
  'an-earlier-one-fits',
  'disabled',
  'other-occasion',
  'other-category',
  'used-in-period',
  'too-late',
  'too-short',
  'too-long',
] as const
export type AutoReplyVerdict = (typeof autoReplyVerdicts)[number]

export interface AutoReplyJudgement {
  silence?: Silence
  /** Of every automatic answer of the settings, in their order; none when there is silence. */
  verdicts: { autoReplyId: string; name: string; verdict: AutoReplyVerdict }[]
  request?: AutoReplyRequested
}

const minuteMs = 60_000

/**
 * How late an automatic answer may go out after an outage. Half a day covers a night; later the buyer has been
 * answered, or a machine that suddenly answers yesterday's message only annoys.
 */
const latestMs = 12 * 60 * minuteMs

const floorMinute = (ms: number): number => Math.floor(ms / minuteMs) * minuteMs

/**
 * Which automatic answer a new message of the buyer gets, if any: the first that fits. "Closed" must be true both when
 * the buyer wrote and when the answer goes out; one that says so to somebody who reads it at nine in the morning is wrong.
 * @param state of the conversation, with this message and the routing it brought
 */
export function judgeAutoReplies(
  ref: ConversationRef,
  state: ConversationState,
  message: SeenMessage,
  moment: AutoReplyMoment,
  settings: IntegrationSettings,
): AutoReplyJudgement {
  const silence = silenceOf(ref, state, message, moment)
  if (silence) return { silence, verdicts: [] }
  const judgement: AutoReplyJudgement = { verdicts: [] }
  for (const autoReply of settings.autoReplies) {
    const verdict = judge(autoReply, state, message, moment, settings)
    const first = typeof verdict !== 'string' && !judgement.request
    if (first) judgement.request = verdict
    const word = typeof verdict === 'string' ? verdict : first ? 'fits' : 'an-earlier-one-fits'
    judgement.verdicts.push({ autoReplyId: autoReply.id, name: autoReply.name, verdict: word })
  }
  return judgement
}

function silenceOf(
  ref: ConversationRef,
  state: ConversationState,
  message: SeenMessage,
  { startedAt, lastToldAt }: AutoReplyMoment,
): Silence | undefined {
  if (message.author !== 'customer') return 'not-of-the-buyer'
  if (!state.messages.some(({ opensTicket }) => opensTicket)) return 'no-ticket'
  const writtenAt = new Date(message.sentAt)
  if (startedAt && writtenAt < startedAt) return 'before-start'
  if ((lastToldAt && lastToldAt >= writtenAt) || replyOnItsWay(ref, state)) return 'answered'
  const onItsWay = state.autoReplies.some((autoReply) => {
    const key = autoReplyKey(ref, autoReply)
    return autoReply.status === 'pending' && !state.settled.has(key) && !state.parked.has(key)
  })
  // Three short messages in a row are one question; the answer to the first is the answer to all.
  return onItsWay ? 'one-on-its-way' : undefined
}

function judge(
  autoReply: AutoReply,
  state: ConversationState,
  message: SeenMessage,
  { now, shopName }: AutoReplyMoment,
  settings: IntegrationSettings,
): AutoReplyRequested | AutoReplyVerdict {
  if (!autoReply.enabled) return 'disabled'
  const writtenAt = new Date(message.sentAt)
  const dueAt = writtenAt.getTime() + autoReply.delayMinutes * minuteMs
  const sendAt = new Date(Math.max(dueAt, now.getTime()))
  const lasts = lastingOccasion(autoReply, settings)
  if (!occasionFits(autoReply, state, message) || !lasts(writtenAt)) return 'other-occasion'
  if (!categoryFits(autoReply, state, settings)) return 'other-category'
  if (wasUsed(autoReply, state, sendAt)) return 'used-in-period'
  const notAfter = endOf(lasts, sendAt, new Date(dueAt + latestMs))
  if (notAfter <= sendAt) return lasts(sendAt) ? 'too-late' : 'other-occasion'
  const text = fillTemplate(autoReply.template, {
    numer_zamowienia: orderIdOf(state),
    imie: state.order?.customer.firstName,
    sklep: shopName ?? settings.name,
  })
  return (
    lengthFault(text) ?? {
      autoReplyId: autoReply.id,
      name: autoReply.name,
      messageId: message.messageId,
      text,
      sendAt: sendAt.toISOString(),
      notAfter: notAfter.toISOString(),
      mirrorAs: autoReply.mirrorAs,
    }
  )
}

const occasionFits = ({ occasion }: AutoReply, state: ConversationState, message: SeenMessage): boolean =>
  occasion !== 'first-message' ||
  !state.messages.some(({ messageId, author }) => author === 'customer' && messageId !== message.messageId)

/** Whether the occasion is there at an instant, for those that come and go. */
function lastingOccasion({ occasion }: AutoReply, settings: IntegrationSettings): (at: Date) => boolean {
  if (occasion === 'outside-hours') return (at) => !isOpenAt(at, settings)
  if (occasion === 'holiday') return (at) => holidayAt(at, settings) !== undefined
  return () => true
}

/** Conversations from before routing was recorded have the integration's own category. */
const categoryFits = ({ categoryIds }: AutoReply, { routed }: ConversationState, { categoryId }: IntegrationSettings) =>
  categoryIds.length === 0 || categoryIds.includes(routed?.categoryId ?? categoryId)

/** One that was skipped has told the buyer nothing, so it is not used up. */
function wasUsed({ id, period }: AutoReply, { autoReplies }: ConversationState, sendAt: Date): boolean {
  const periodOf = (at: Date): string => {
    const { date } = inWarsaw(at)
    return period === 'conversation' ? '' : period === 'day' ? date : weekOf(date)
  }
  return autoReplies.some(
    (used) =>
      used.autoReplyId === id && used.status !== 'skipped' && periodOf(new Date(used.sendAt)) === periodOf(sendAt),
  )
}

/** The first whole minute at which the occasion is over, or the latest instant; `from` itself if it is over by then. */
function endOf(lasts: (at: Date) => boolean, from: Date, latest: Date): Date {
  if (!lasts(from)) return from
  for (let at = floorMinute(from.getTime()) + minuteMs; at < latest.getTime(); at += minuteMs)
    if (!lasts(new Date(at))) return new Date(at)
  return latest
}
