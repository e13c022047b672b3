import type { Author } from './authors.ts'

/*
 * The words of Mirakl, EmpikPlace's software, as they come, go and stand in events and settings. Nobody else knows them: others
 * ask here what they mean. New ones appear without notice.
 */

interface Typed {
  type: string
}

const authorByUser: Readonly<Record<string, Author>> = {
  CUSTOMER_USER: 'customer',
  SHOP_USER: 'seller',
  OPERATOR_USER: 'operator',
}

/** Who a message is from. */
export const authorOf = ({ type }: Typed): Author =>
  Object.hasOwn(authorByUser, type) ? (authorByUser[type] ?? 'unknown') : 'unknown'

const participants = { customer: 'CUSTOMER', operator: 'OPERATOR' } as const

/** To whom a reply may go. */
export const recipientTypes = [participants.customer, participants.operator] as const
export type Recipient = { type: typeof participants.customer; id?: string } | { type: typeof participants.operator }

export const toOperator: Recipient = { type: participants.operator }
export const toCustomer = (id: string | undefined): Recipient => ({
  type: participants.customer,
  ...(id === undefined ? {} : { id }),
})

export const isCustomer = ({ type }: Typed): boolean => type === participants.customer
export const isOperator = ({ type }: Typed): boolean => type === participants.operator

/** What a conversation may be about; what stands first counts where it is about several things. */
export const threadKinds = ['order', 'offer', 'operator'] as const
export type ThreadKind = (typeof threadKinds)[number]

/** What rules call the kinds. */
export const entityTypes = ['MMP_ORDER', 'MMP_OFFER', 'SELLER_OPERATOR'] as const
export type EntityType = (typeof entityTypes)[number]

const kindByEntity: Readonly<Record<EntityType, ThreadKind>> = {
  MMP_ORDER: 'order',
  MMP_OFFER: 'offer',
  SELLER_OPERATOR: 'operator',
}

/** The kind that a rule names. */
export const kindOf = (type: EntityType): ThreadKind => kindByEntity[type]

const isKnown = (type: string): type is EntityType => Object.hasOwn(kindByEntity, type)

/** The kind that an entity stands for: undefined for things of the services platform, and ones nobody has heard of. */
export const entityKind = ({ type }: Typed): ThreadKind | undefined => (isKnown(type) ? kindOf(type) : undefined)

export const isOrder = (entity: Typed): boolean => entityKind(entity) === 'order'
export const isOffer = (entity: Typed): boolean => entityKind(entity) === 'offer'

const topicTypes = { text: 'FREE_TEXT', reason: 'REASON_CODE' } as const

/** A topic is in somebody's own words, or a code (RE01) that EmpikPlace explains. */
export const topicTypeNames = Object.values(topicTypes)
export const freeText = topicTypes.text

/** The code of a topic that is one. */
export const topicReason = ({ type, value }: Typed & { value: string }): string | undefined =>
  type === topicTypes.reason ? value : undefined
