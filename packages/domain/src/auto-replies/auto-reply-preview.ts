import { holidayAt, isOpenAt } from '../calendar/business-time.ts'
import type { ConversationState } from '../conversation/state.ts'
import type { ConversationRef } from '../words/ids.ts'
import type { IntegrationSettings } from '../settings/integration-settings.ts'
import { warsawTime } from '../text/warsaw-time.ts'
import { lastToldAt } from './answered.ts'
import { judgeAutoReplies, type AutoReplyJudgement, type AutoReplyMoment } from './auto-reply.ts'
import { autoReplyFacts, type AutoReplyFacts } from './auto-reply-facts.ts'

const imaginedId = 'preview'

/** A message of the buyer in a conversation that nobody has had yet. */
export const imaginedFacts = (
  imagined: Pick<AutoReplyFacts, 'writtenAt' | 'firstMessage' | 'categoryId' | 'orderId' | 'firstName'>,
): AutoReplyFacts => ({
  ...imagined,
  messageId: imaginedId,
  ofTheBuyer: true,
  forShop: true,
  hasTicket: true,
  replyOnItsWay: false,
  autoReplyOnItsWay: false,
  used: [],
})

/** One more message of the buyer in a conversation that is there. */
export const nextMessageFacts = (
  ref: ConversationRef,
  state: ConversationState,
  writtenAt: Date,
  settings: IntegrationSettings,
): AutoReplyFacts =>
  autoReplyFacts(
    ref,
    state,
    { messageId: imaginedId, author: 'customer', to: [], sentAt: writtenAt.toISOString(), opensTicket: true },
    lastToldAt(state, state.messages),
    settings,
  )

export interface AutoReplyPreview extends AutoReplyJudgement {
  /** What calendar and clock of the shop say when the buyer writes. */
  calendar: { warsaw: string; open: boolean; holiday: string | undefined }
}

/** Which automatic answer a message would get, and why not the others: by the very code that decides. */
export const previewAutoReplies = (
  facts: AutoReplyFacts,
  moment: AutoReplyMoment,
  settings: IntegrationSettings,
): AutoReplyPreview => ({
  ...judgeAutoReplies(facts, moment, settings),
  calendar: {
    warsaw: warsawTime(facts.writtenAt.toISOString()),
    open: isOpenAt(facts.writtenAt, settings),
    holiday: holidayAt(facts.writtenAt, settings),
  },
})
