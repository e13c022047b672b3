import type { ConversationState } from '../conversation/state.ts'
import type { Author } from '../words/authors.ts'
import type { IntegrationSettings } from '../settings/integration-settings.ts'

/** Which conversations are taken at all. */
export interface CaptureInput {
  /** The conversation is already in the log. */
  known: boolean
  /** The settings want conversations of its kind. */
  kindIsOn: boolean
  /** When the integration was first started, on EmpikPlace's clock. */
  startedAt: Date
  messageDates: readonly Date[]
}

/** EmpikPlace may date in whole seconds: then a message is of any moment in its second, and one too many is better than one lost. */
const latest = (date: Date): number => date.getTime() + (date.getMilliseconds() === 0 ? 999 : 0)

/**
 * Only conversations of a kind that is switched on, in which a message appeared after the integration was started; once
 * taken, always taken.
 */
export const isTaken = ({ known, kindIsOn, startedAt, messageDates }: CaptureInput): boolean =>
  known || (kindIsOn && messageDates.some((date) => latest(date) >= startedAt.getTime()))

type TicketSettings = Pick<IntegrationSettings, 'threads'>

/**
 * Whether a message is a reason to open a ticket. The shop's own are none, unless the settings say so: at one seller 92 %
 * of the threads held nothing but the shop's automatic mails (docs/outside/empikplace.md: threads).
 */
export const opensTicket = ({ author }: { author: Author }, { threads }: TicketSettings): boolean =>
  author !== 'seller' || threads.shopOnly

/** Whether these messages bring the conversation its first reason to open a ticket. */
export const isOpenedBy = (
  state: ConversationState,
  messages: readonly { author: Author }[],
  settings: TicketSettings,
): boolean => !state.messages.some((known) => known.opensTicket) && messages.some((seen) => opensTicket(seen, settings))
