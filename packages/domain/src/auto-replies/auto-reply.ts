import { holidayAt, isOpenAt } from '../calendar/business-time.ts'
import { inWarsaw, weekOf } from '../calendar/warsaw.ts'
import type { AutoReplyRequested } from '../events/conversation-events.ts'
import type { AutoReply } from '../settings/auto-replies.ts'
import type { IntegrationSettings } from '../settings/integration-settings.ts'
import { lengthFault } from '../text/reply-limits.ts'
import type { AutoReplyFacts } from './auto-reply-facts.ts'
import { fillTemplate } from './auto-reply-text.ts'

/** What an automatic answer depends on besides the conversation and the settings. */
export interface AutoReplyMoment {
  now: Date
  /** When the integration was first started. */
  startedAt?: Date | undefined
  /** As EmpikPlace calls the shop; the name of the integration where it is not known. */
  shopName?: string | undefined
}

/** Why a message gets no automatic answer at all. */
export const silences = [
  'not-of-the-buyer',
  'not-for-the-shop',
  'no-ticket',
  'before-start',
  'answered',
  'one-on-its-way',
] as const
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

/**
 * Which automatic answer a new message gets, if any: the first that fits. "Closed" must be true both when the buyer wrote
 * and when the answer goes out; one that says so to somebody who reads it at nine in the morning is wrong.
 */
export function judgeAutoReplies(
  facts: AutoReplyFacts,
  moment: AutoReplyMoment,
  settings: IntegrationSettings,
): AutoReplyJudgement {
  const silence = silenceOf(facts, moment)
  if (silence) return { silence, verdicts: [] }
  const judgement: AutoReplyJudgement = { verdicts: [] }
  for (const autoReply of settings.autoReplies) {
    const outcome = judge(autoReply, facts, moment, settings)
    const fits = typeof outcome !== 'string'
    const verdict = !fits ? outcome : judgement.request ? 'an-earlier-one-fits' : 'fits'
    if (fits) judgement.request ??= outcome
    judgement.verdicts.push({ autoReplyId: autoReply.id, name: autoReply.name, verdict })
  }
  return judgement
}

function silenceOf(facts: AutoReplyFacts, { startedAt }: AutoReplyMoment): Silence | undefined {
  const { writtenAt, lastToldAt } = facts
  if (!facts.ofTheBuyer) return 'not-of-the-buyer'
  if (!facts.forShop) return 'not-for-the-shop'
  if (!facts.hasTicket) return 'no-ticket'
  if (startedAt && writtenAt < startedAt) return 'before-start'
  if ((lastToldAt && lastToldAt >= writtenAt) || facts.replyOnItsWay) return 'answered'
  // Three short messages in a row are one question; the answer to the first is the answer to all.
  return facts.autoReplyOnItsWay ? 'one-on-its-way' : undefined
}

function judge(
  autoReply: AutoReply,
  facts: AutoReplyFacts,
  { now, shopName }: AutoReplyMoment,
  settings: IntegrationSettings,
): AutoReplyRequested | AutoReplyVerdict {
  const { id, name, enabled, occasion, categoryIds, delayMinutes, template, mirrorAs } = autoReply
  if (!enabled) return 'disabled'
  const lasts = lastingOccasion(autoReply, settings)
  if ((occasion === 'first-message' && !facts.firstMessage) || !lasts(facts.writtenAt)) return 'other-occasion'
  if (categoryIds.length > 0 && !categoryIds.includes(facts.categoryId)) return 'other-category'
  const dueAt = facts.writtenAt.getTime() + delayMinutes * minuteMs
  const sendAt = new Date(Math.max(dueAt, now.getTime()))
  if (wasUsed(autoReply, facts, sendAt)) return 'used-in-period'
  if (!lasts(sendAt)) return 'other-occasion'
  const notAfter = endOf(lasts, sendAt, new Date(dueAt + latestMs))
  if (notAfter <= sendAt) return 'too-late'
  const text = fillTemplate(template, {
    numer_zamowienia: facts.orderId,
    imie: facts.firstName,
    sklep: shopName ?? settings.name,
  })
  return (
    lengthFault(text) ?? {
      autoReplyId: id,
      name,
      messageId: facts.messageId,
      text,
      sendAt: sendAt.toISOString(),
      notAfter: notAfter.toISOString(),
      mirrorAs,
    }
  )
}

/** Whether the occasion is there at an instant, for those that come and go. */
function lastingOccasion({ occasion }: AutoReply, settings: IntegrationSettings): (at: Date) => boolean {
  if (occasion === 'outside-hours') return (at) => !isOpenAt(at, settings)
  if (occasion === 'holiday') return (at) => holidayAt(at, settings) !== undefined
  return () => true
}

function wasUsed({ id, period }: AutoReply, { used }: AutoReplyFacts, sendAt: Date): boolean {
  const periodOf = (at: Date): string => {
    const { date } = inWarsaw(at)
    return period === 'conversation' ? '' : period === 'day' ? date : weekOf(date)
  }
  return used.some((earlier) => earlier.autoReplyId === id && periodOf(new Date(earlier.sendAt)) === periodOf(sendAt))
}

/** The first whole minute at which the occasion is over, or the latest instant. */
function endOf(lasts: (at: Date) => boolean, from: Date, latest: Date): Date {
  const firstMinute = (Math.floor(from.getTime() / minuteMs) + 1) * minuteMs
  for (let at = firstMinute; at < latest.getTime(); at += minuteMs) if (!lasts(new Date(at))) return new Date(at)
  return latest
}
