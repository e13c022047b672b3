import type { DictionaryEntry, Unreadable } from '@connector/contracts'
import type { ReadResult, WriteResult } from '@connector/outbound-http'

export type BodyType = 'HTML' | 'PLAIN'

/** By the display name of the field; null where it has no value. */
export type CustomFields = Record<string, string | null>

/** The shape is not documented: any of these may be missing, even all. */
export interface TicketAttachment {
  id?: string
  name?: string
  url?: string
  token?: string
  /** Base64. */
  content?: string
  size?: number
}

export interface TicketMessage {
  /** Grows with time; the only safe order. */
  id: number
  /** MAIL from the customer, REPLY to the customer, COMMENT; UNKNOWN when not given. */
  type: string
  userLogin?: string
  /** Of MAIL and REPLY, as received. */
  body: string
  /** Of a person's comment. */
  comment: string
  /** Of a system entry. */
  systemComment: string
  /** Minute precision. */
  createdAt?: Date
  attachments: TicketAttachment[]
}

export interface Ticket {
  id: number
  from?: string
  subject: string
  source?: string
  queueId?: number
  queueName?: string
  statusId?: number
  substatusId?: number
  statusName?: string
  categoryId?: number
  customerId?: number
  userLogin?: string
  createdAt?: Date
  /** Minute precision; the earlier one in the hour that an autumn night has twice. */
  updatedAt?: Date
  /** When the minute of `updatedAt` is over, in that hour the later one. */
  updatedBefore?: Date
  /** Whatever date it gives for that. */
  isClosed: boolean
  /** Absent when the answer did not hold them, as on rows of lists. */
  customFields?: CustomFields
  /** In the order of their ids; usually empty on rows of lists. */
  messages: TicketMessage[]
  unreadableMessages: Unreadable[]
}

export interface TicketPage {
  /** Last modified first. The list shifts while it is walked: let pages overlap. */
  tickets: Ticket[]
  unreadable: Unreadable[]
  /** All that match, whatever the limit. */
  count?: number
}

export interface TicketQuery {
  queueId?: number | undefined
  customerId?: number | undefined
  /** How values are matched is not documented: check each hit again by {@link ThuliumClient.ticket}. */
  customFields?: Record<string, string> | undefined
  /** Modified in that minute or later. */
  dateFrom?: Date | undefined
  createDateFrom?: Date | undefined
  /** 1 to 100. */
  limit: number
  offset: number
}

export interface TicketChanges {
  userLogin?: string | undefined
  statusId?: number | undefined
  substatusId?: number | undefined
  categoryId?: number | undefined
  queueId?: number | undefined
  /** Whether they replace or add is not documented: set them at creation only. */
  tags?: readonly string[] | undefined
  /** Whether they merge is not documented: always the whole set of our own. */
  customFields?: Record<string, string> | undefined
}

export interface NewTicket extends TicketChanges {
  /** A mailbox configured in the tenant; required even with a queue. */
  to: string
  subject: string
  body: string
  bodyType: BodyType
  from?: string | undefined
  comment?: string | undefined
  cc?: readonly string[] | undefined
  /** Tokens of uploaded files. */
  attachments?: readonly string[] | undefined
  /** Five values are documented; whether another one sticks has to be tried. */
  source: string
  direction?: 'in_behalf_of' | 'out' | undefined
  customerId?: number | undefined
}

export interface CustomerResponse {
  body: string
  bodyType: BodyType
  /** When it was written; seconds are cut off. */
  date?: Date | undefined
  /** Tokens. Not documented here: may be ignored. */
  attachments?: readonly string[] | undefined
}

export interface AgentResponse {
  body: string
  bodyType: BodyType
  /** Login of the agent it is sent as. */
  userLogin: string
  date?: Date | undefined
  attachments?: readonly string[] | undefined
}

export interface Customer {
  id: number
  name: string
  surname: string
  email?: string
  phoneNumber?: string
  updatedAt?: Date
  customFields?: CustomFields
}

export interface CustomerList {
  customers: Customer[]
  unreadable: Unreadable[]
}

export interface NewCustomer {
  surname: string
  name?: string | undefined
  customFields?: Record<string, string> | undefined
}

export interface TemporaryFile {
  /** Good for 24 hours; whether more than once is not documented. */
  token: string
}

export interface DictionaryList {
  entries: DictionaryEntry[]
  unreadable: Unreadable[]
}

export interface Agent {
  login: string
  name: string
  surname: string
  email?: string
  active: boolean
}

export interface AttachmentDownload {
  contentType: string
  /** Exact; absent when Thulium did not say. */
  length?: number
  body: AsyncIterable<Uint8Array>
}

/** Bytes, or a stream whose exact length is known. */
export type FileContent = Uint8Array | { size: number; bytes: AsyncIterable<Uint8Array> }

/** The API of one Thulium tenant. Never rejects, but for the RangeError of `tickets`. */
export interface ThuliumClient {
  /** By the value of a custom field. Not promised to be exact: compare `customFields` of each hit. */
  findCustomers(by: { field: string; value: string }, signal?: AbortSignal): Promise<ReadResult<CustomerList>>
  customer(id: number, signal?: AbortSignal): Promise<ReadResult<Customer>>
  /** The first customers, to learn the names of custom fields from. */
  someCustomers(limit: number, signal?: AbortSignal): Promise<ReadResult<CustomerList>>
  createCustomer(customer: NewCustomer, signal?: AbortSignal): Promise<WriteResult<{ customerId: number }>>
  updateCustomer(id: number, changes: Partial<NewCustomer>, signal?: AbortSignal): Promise<WriteResult<undefined>>
  tickets(query: TicketQuery, signal?: AbortSignal): Promise<ReadResult<TicketPage>>
  ticket(id: number, signal?: AbortSignal): Promise<ReadResult<Ticket>>
  createTicket(ticket: NewTicket, signal?: AbortSignal): Promise<WriteResult<{ ticketId: number }>>
  updateTicket(id: number, changes: TicketChanges, signal?: AbortSignal): Promise<WriteResult<undefined>>
  /** Gives no id back: read the ticket again to find it. */
  customerResponse(ticketId: number, response: CustomerResponse, signal?: AbortSignal): Promise<WriteResult<undefined>>
  /** Gives no id back, and is mailed to the ticket's `from` address. */
  agentResponse(ticketId: number, response: AgentResponse, signal?: AbortSignal): Promise<WriteResult<undefined>>
  /** Gives no id back. */
  comment(
    ticketId: number,
    comment: { text: string; userLogin: string },
    signal?: AbortSignal,
  ): Promise<WriteResult<undefined>>
  uploadFile(name: string, content: FileContent, signal?: AbortSignal): Promise<WriteResult<TemporaryFile>>
  /**
   * An attachment of a message, when it names an address on the tenant's own host or holds its content. An answer that is not
   * the file announced is `unreachable`: it may be the file next time.
   */
  attachment(
    attachment: TicketAttachment,
    maxBytes: number,
    signal?: AbortSignal,
  ): Promise<ReadResult<AttachmentDownload>>
  queues(signal?: AbortSignal): Promise<ReadResult<DictionaryList>>
  categories(signal?: AbortSignal): Promise<ReadResult<DictionaryList>>
  statuses(signal?: AbortSignal): Promise<ReadResult<DictionaryList>>
  agents(signal?: AbortSignal): Promise<ReadResult<{ agents: Agent[]; unreadable: Unreadable[] }>>
}
