/** Instants are epoch milliseconds of the sandbox clock. Enum-like strings are open on purpose: Mirakl adds values. */
export type Participant = { type: string; id?: string; displayName: string }

export type Sender = { type: string; displayName: string; organization?: Participant }

export type Topic = { type: string; value: string }

export type Entity = { type: string; id: string; label: string }

export type Customer = {
  id: string
  displayName: string
  firstname: string
  lastname: string
  organization?: { id: string; displayName: string }
}

export type Shop = { id: number; name: string; state: string; suspensionType?: string; createdAt: number }

/** A key belongs to a user of the panel; `deniedOperations` are those the user's roles do not allow (403). */
export type ApiKey = {
  key: string
  userName: string
  shopIds: number[]
  defaultShopId: number
  deniedOperations: string[]
}

type AttachmentInfo = { id: string; name: string; size: number }

export type Attachment = AttachmentInfo & {
  threadId: string
  shopId: number
  type: string
  content: Buffer
  deleted: boolean
}

export type Message = {
  id: string
  threadId: string
  createdAt: number
  from: Sender
  to: Participant[]
  body: string
  attachments: AttachmentInfo[]
}

export type Thread = {
  id: string
  shopId: number
  topic: Topic
  entities: Entity[]
  channel?: string
  customerOrganization?: { id: string; displayName: string }
  authorized: Participant[]
  current: Participant[]
  createdAt: number
  updatedAt: number
  shopReplyNeededSince: number | null
  noStoreReplyNeeded: { at: number; userType: string }[]
  /** Ordered by creation; only those that are visible already. */
  messages: Message[]
}

export type OrderLine = {
  title: string
  sku: string
  productSku: string
  quantity: number
  unitPrice: number
  shippingPrice: number
  category: string
  state?: string
}

export type Address = { street: string; city: string; zipCode: string; phone?: string; additionalInfo?: string }

export type Order = {
  id: string
  commercialId: string
  shopId: number
  state: string
  customer: Customer
  createdAt: number
  updatedAt: number
  channel: string
  billingAddress: Address
  shippingAddress: Address
  shippingCompany?: string
  trackingNumber?: string
  trackingUrl?: string
  shippingLabel: string
  hasIncident: boolean
  sellerReference?: string
  lines: OrderLine[]
}
