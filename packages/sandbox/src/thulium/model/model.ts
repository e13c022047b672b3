import type { WallTime } from './wall-time.ts'

export type MessageType = 'MAIL' | 'REPLY' | 'COMMENT'

/** `pendingUntil`: instant (ms) at which an agent's reply leaves; until then it can be cancelled. */
export type MessageRecord = {
  id: number
  type: MessageType
  userLogin: string
  body: string
  comment: string
  systemComment: string
  createdAt: WallTime
  attachmentIds: number[]
  pendingUntil?: number
}

/** `customFields` is keyed by field id, so that renaming a field in the panel moves no data. */
export type TicketRecord = {
  id: number
  from: string
  to: string
  cc: string[]
  subject: string
  source: string
  direction: Direction
  queueId: number
  statusId: number
  substatusId: number | null
  categoryId: number | null
  customerId: number | null
  userLogin: string | null
  tags: string[]
  createdAt: WallTime
  updatedAt: WallTime
  closedAt: WallTime | null
  firstAgentAt: WallTime | null
  postponedUntil: number | null
  mergedInto: number | null
  customFields: Map<number, string>
  messages: MessageRecord[]
}

type Direction = 'in_behalf_of' | 'out'

/** `details` keeps the documented optional inputs that the documented read sample does not show. */
export type CustomerRecord = {
  id: number
  name: string
  surname: string
  emails: string[]
  phones: string[]
  companyId: string
  identifier: string
  type: string
  group: string
  accountManager: string
  details: Record<string, unknown>
  updatedAt: WallTime
  customFields: Map<number, string>
}

export type FileRecord = { id: number; filename: string; content: Buffer }

/** `uploadedAt` is an instant in ms; the file is gone 24 hours later. */
export type TemporaryFile = { token: string; filename: string; content: Buffer; uploadedAt: number }

/** An e-mail the product would have sent. `to` holds every recipient, copies included. */
export type MailRecord = {
  at: string
  kind: 'agent-reply' | 'api-response' | 'autoresponder' | 'outgoing-ticket'
  from: string
  to: string[]
  subject: string
  body: string
  ticketId: number
  messageId: number
  attachments: string[]
}

export type WebhookSubscription = {
  id: number
  actions: string[]
  subscriptionUrl: string
  httpAuthUser: string | null
  httpAuthPassword: string | null
}

/** One try to deliver an event. `outcome`: the receiver's status code, or why there is none. */
export type WebhookDelivery = {
  subscriptionId: number
  action: string
  url: string
  attempt: number
  outcome: number | string
}
