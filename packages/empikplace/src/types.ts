import type { ReadResult, WriteResult } from '@connector/outbound-http'
import type { Unreadable } from '@connector/contracts'

export interface Account {
  shopId: string
  shopName: string
  /** OPEN, CLOSE, SUSPENDED, TERMINATED; more may come. */
  shopState: string
  suspensionType?: string
  currency?: string
  /** The shop's average time to answer, in seconds. */
  averageReplySeconds?: number
}

/** CUSTOMER, SHOP or OPERATOR; the operator never has an id. */
export interface Participant {
  type: string
  id?: string
  displayName: string
}

export interface Attachment {
  /** '' when the answer gave none; such a file cannot be fetched. */
  id: string
  name: string
  /** Taken for bytes; the unit is not documented. */
  size: number
}

export interface ThreadMessage {
  id: string
  /** Plain text or HTML, as received; nothing says which. */
  body: string
  dateCreated: Date
  /** CUSTOMER_USER, SHOP_USER, OPERATOR_USER, or UNKNOWN when the answer named nobody. */
  from: { type: string; displayName: string }
  to: Participant[]
  attachments: Attachment[]
}

export interface Thread {
  id: string
  topic: { type: string; value: string }
  entities: { type: string; id: string; label: string }[]
  authorizedParticipants: Participant[]
  currentParticipants: Participant[]
  dateCreated: Date
  dateUpdated: Date
  /** As told by EmpikPlace; it may count messages that the shop does not see. */
  totalCount?: number
  lastMessageDate?: Date
  shopReplyNeededSince: Date | null
  /** Oldest first. From a list of threads at most the last 100, and none unless asked for. */
  messages: ThreadMessage[]
  unreadableMessages: Unreadable[]
  /** What of the thread itself could not be read. */
  unreadableParts: Unreadable[]
}

export interface ThreadPage {
  /** Newest first. */
  threads: Thread[]
  unreadable: Unreadable[]
  nextPageToken?: string
}

export interface ThreadQuery {
  /** Changed at that instant or after it. */
  updatedSince?: Date | undefined
  /** Everything else is ignored when this is given. For use within the same walk only. */
  pageToken?: string | undefined
  /** 1 to 100; EmpikPlace takes 50 when absent. */
  limit?: number | undefined
  withMessages?: boolean | undefined
}

export interface Recipient {
  type: 'CUSTOMER' | 'OPERATOR' | 'SHOP'
  /** Never for the operator. */
  id?: string | undefined
}

/** A file to send. `size` is the exact number of bytes. */
export interface OutgoingFile {
  name: string
  contentType: string
  size: number
  bytes: Uint8Array | AsyncIterable<Uint8Array>
}

export interface Reply {
  /** Plain text, 3 to 50 000 characters. */
  body: string
  to: readonly Recipient[]
  files?: readonly OutgoingFile[] | undefined
}

export interface StoredMessage {
  messageId: string
  threadId: string
}

export interface OrderLine {
  id: string
  index?: number
  state: string
  productTitle: string
  /** The marketplace's. */
  productSku?: string
  productShopSku?: string
  offerId?: string
  /** The seller's. */
  offerSku?: string
  quantity?: number
  unitPrice?: number
  /** Of the line, without shipping. */
  price?: number
  shippingPrice?: number
  totalPrice?: number
  categoryLabel?: string
  /** `path` is relative to the platform's web address. */
  images: { path: string; type: string; mimeType?: string }[]
}

export interface Order {
  id: string
  /** Number of the customer's whole purchase. */
  commercialId?: string
  state: string
  createdDate?: Date
  updatedDate?: Date
  shippingDeadline?: Date
  customer?: { id?: string; firstName: string; lastName: string; locale?: string }
  currency?: string
  price?: number
  shippingPrice?: number
  totalPrice?: number
  hasCustomerMessage: boolean
  hasIncident: boolean
  hasInvoice: boolean
  shippingTypeLabel?: string
  shippingCompany?: string
  trackingNumber?: string
  trackingUrl?: string
  pickupPointId?: string
  sellerReference?: string
  lines: OrderLine[]
}

export interface OrdersPage {
  /** Ids that the shop does not have are missing. */
  orders: Order[]
  unreadable: Unreadable[]
}

export interface Reason {
  code: string
  label: string
  /** ORDER_MESSAGING for topics of threads. */
  type: string
  forShop: boolean
}

export interface AttachmentDownload {
  contentType: string
  /** Announced, not promised. */
  length?: number
  /** Streamed; iterating throws a BodyError when it is cut short, too slow, larger than allowed, or not the file. */
  body: AsyncIterable<Uint8Array>
}

/** The seller API of one EmpikPlace shop. Never rejects, but for the RangeError of `orders`. */
export interface EmpikPlaceClient {
  /** A01. At most once a day: not for polling. */
  account(signal?: AbortSignal): Promise<ReadResult<Account>>
  /** M11. */
  threads(query: ThreadQuery, signal?: AbortSignal): Promise<ReadResult<ThreadPage>>
  /** M10: all visible messages. */
  thread(threadId: string, signal?: AbortSignal): Promise<ReadResult<{ thread: Thread }>>
  /** M12. */
  reply(threadId: string, reply: Reply, signal?: AbortSignal): Promise<WriteResult<StoredMessage>>
  /** OR11. Throws a RangeError for more than 100 ids; asks nothing for none. */
  orders(orderIds: readonly string[], signal?: AbortSignal): Promise<ReadResult<OrdersPage>>
  /** M13. An answer that is not the file announced is `unreachable`: it may be the file next time. */
  attachment(file: Attachment, maxBytes: number, signal?: AbortSignal): Promise<ReadResult<AttachmentDownload>>
  /** RE01. */
  reasons(signal?: AbortSignal): Promise<ReadResult<{ reasons: Reason[]; unreadable: Unreadable[] }>>
}
