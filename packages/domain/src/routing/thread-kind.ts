import type { Author } from '../words/authors.ts'
import type { ThreadFacts } from '../events/conversation-events.ts'
import type { IntegrationSettings } from '../settings/integration-settings.ts'
import type { EntityType } from '../settings/rules.ts'

/** Whether a buyer takes part: as a participant, or as the author of a message where the participants do not tell. */
export const hasBuyer = (thread: ThreadFacts, messages: readonly { author: Author }[]): boolean =>
  thread.customerId !== undefined ||
  thread.customerName !== undefined ||
  messages.some(({ author }) => author === 'customer')

/**
 * What a conversation is about, named by the entity type that stands for it. One about several things is about the order
 * first. Types of the services platform, ones nobody has heard of, and none at all (EmpikPlace reference 4.2) are told by
 * who takes part: with a buyer it is a question like one about an offer, without one it is with the operator.
 */
export function threadKind(thread: ThreadFacts, messages: readonly { author: Author }[]): EntityType {
  const types = new Set(thread.entities.map(({ type }) => type))
  if (types.has('MMP_ORDER')) return 'MMP_ORDER'
  if (types.has('MMP_OFFER')) return 'MMP_OFFER'
  if (types.has('SELLER_OPERATOR')) return 'SELLER_OPERATOR'
  return hasBuyer(thread, messages) ? 'MMP_OFFER' : 'SELLER_OPERATOR'
}

const switchOf = { MMP_ORDER: 'orders', MMP_OFFER: 'offers', SELLER_OPERATOR: 'operator' } as const

/** Whether the settings want conversations of this kind. */
export const isKindOn = (kind: EntityType, { threads }: Pick<IntegrationSettings, 'threads'>): boolean =>
  threads[switchOf[kind]]
