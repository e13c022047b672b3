import type { Author } from '../words/authors.ts'
import type { ThreadFacts } from '../events/conversation-events.ts'
import type { IntegrationSettings } from '../settings/integration-settings.ts'
import { entityKind, threadKinds, type ThreadKind } from '../words/mirakl.ts'

/** Whether a buyer takes part: as a participant, or as the author of a message where the participants do not tell. */
export const buyerTakesPart = (thread: ThreadFacts, messages: readonly { author: Author }[]): boolean =>
  thread.customerId !== undefined ||
  thread.customerName !== undefined ||
  messages.some(({ author }) => author === 'customer')

/**
 * What a conversation is about. One about several things is about the order first. Types of the services platform, ones nobody
 * has heard of, and none at all (docs/outside/empikplace.md: threads) are told by who takes part: with a buyer it is a question like one
 * about an offer, without one it is with the operator.
 */
export function threadKind(thread: ThreadFacts, messages: readonly { author: Author }[]): ThreadKind {
  const about = new Set(thread.entities.map(entityKind))
  return threadKinds.find((kind) => about.has(kind)) ?? (buyerTakesPart(thread, messages) ? 'offer' : 'operator')
}

const switchOf = { order: 'orders', offer: 'offers', operator: 'operator' } as const

/** Whether the settings want conversations of this kind. */
export const isKindOn = (kind: ThreadKind, { threads }: Pick<IntegrationSettings, 'threads'>): boolean =>
  threads[switchOf[kind]]
