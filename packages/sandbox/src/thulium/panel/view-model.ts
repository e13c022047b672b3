import type { StatusRole } from '../model/config.ts'
import { readableText } from '../records/message-text.ts'
import type { CustomerRecord, MessageRecord, TicketRecord } from '../model/model.ts'
import type { SystemStore } from '../systems/system-store.ts'
import { fullStatusName } from '../records/ticket-changes.ts'
import { formatMinute } from '../model/wall-time.ts'

/** Text cut at its web links, so that a template can show those as links and escape everything. */
type TextPart = { text: string; href?: string }

export type RowModel = {
  id: number
  subject: string
  source: string
  queue: string
  status: string
  role: StatusRole | 'other'
  customer: string
  updated: string
  open: boolean
}

type EntryModel = {
  id: number
  kind: 'customer' | 'reply' | 'comment' | 'system'
  author: string
  at: string
  parts: TextPart[]
  secondsToSend: number | undefined
  files: { id: number; filename: string; size: string }[]
}

type Fact = { name: string; value: string }

export type TicketModel = {
  id: number
  subject: string
  from: string
  status: string
  role: StatusRole | 'other'
  closed: boolean
  queue: string
  category: string
  source: string
  assignee: string
  created: string
  updated: string
  mergedInto: number | null
  tags: string[]
  fields: Fact[]
  customer: { id: number; title: string; facts: Fact[] } | undefined
  entries: EntryModel[]
  statusChoices: { value: string; name: string; selected: boolean }[]
}

const sources: Record<string, string> = { email: 'E-mail', phone: 'Telefon', sms: 'SMS', chat: 'Czat', www: 'WWW' }
// The list shows what fits on a few screens; older tickets are reached by their number.
const shownRows = 200

export function rowModels(store: SystemStore, openId: number | undefined): RowModel[] {
  const rows: RowModel[] = []
  for (const ticket of store.ticketsByRecency) {
    if (rows.length >= shownRows) break
    rows.push({
      id: ticket.id,
      subject: ticket.subject,
      source: sourceName(ticket),
      queue: store.queueName(ticket.queueId),
      status: fullStatusName(store, ticket),
      role: store.roleOf(ticket) ?? 'other',
      customer: customerTitle(customerOf(store, ticket)) ?? (ticket.from === '' ? '—' : ticket.from),
      updated: formatMinute(ticket.updatedAt),
      open: ticket.id === openId,
    })
  }
  return rows
}

export function ticketModel(store: SystemStore, ticket: TicketRecord): TicketModel {
  const customer = customerOf(store, ticket)
  const agent = ticket.userLogin === null ? undefined : store.agent(ticket.userLogin)
  return {
    id: ticket.id,
    subject: ticket.subject,
    from: ticket.from === '' ? '—' : ticket.from,
    status: fullStatusName(store, ticket),
    role: store.roleOf(ticket) ?? 'other',
    closed: store.roleOf(ticket) === 'closed',
    queue: store.queueName(ticket.queueId),
    category: store.config.categories.find((category) => category.id === ticket.categoryId)?.name ?? '—',
    source: sourceName(ticket),
    assignee: agent ? `${agent.name} ${agent.surname}` : '—',
    created: formatMinute(ticket.createdAt),
    updated: formatMinute(ticket.updatedAt),
    mergedInto: ticket.mergedInto,
    tags: ticket.tags,
    fields: facts(store.ticketFields.describe(ticket.customFields)),
    customer: customer && {
      id: customer.id,
      title: customerTitle(customer) ?? '—',
      facts: [
        ...facts({ 'E-mail': customer.emails.join(', '), Telefon: customer.phones.join(', ') }),
        ...facts(store.customerFields.describe(customer.customFields)),
      ],
    },
    entries: [...ticket.messages]
      .sort((one, other) => one.createdAt - other.createdAt || one.id - other.id)
      .map((message) => entryModel(store, message)),
    statusChoices: store.statuses.flatMap((status) => [
      choice(ticket, status.id, null, status.name),
      ...(status.substatuses ?? []).map((one) => choice(ticket, status.id, one.id, `${status.name} – ${one.name}`)),
    ]),
  }
}

function entryModel(store: SystemStore, message: MessageRecord): EntryModel {
  const kind = kindOf(message)
  const agent = store.agent(message.userLogin)
  const author = agent ? `${agent.name} ${agent.surname} (${agent.login})` : kind === 'customer' ? 'Klient' : 'System'
  const text =
    kind === 'system' ? message.systemComment : kind === 'comment' ? message.comment : readableText(message.body)
  return {
    id: message.id,
    kind,
    author,
    at: formatMinute(message.createdAt),
    parts: linkedParts(text),
    secondsToSend:
      message.pendingUntil === undefined
        ? undefined
        : Math.max(0, Math.ceil((message.pendingUntil - store.now()) / 1000)),
    files: message.attachmentIds.flatMap((id) => {
      const file = store.files.get(id)
      return file ? [{ id, filename: file.filename, size: sizeName(file.content.length) }] : []
    }),
  }
}

function kindOf(message: MessageRecord): EntryModel['kind'] {
  if (message.type === 'MAIL') return 'customer'
  if (message.type === 'REPLY') return 'reply'
  return message.systemComment === '' ? 'comment' : 'system'
}

function linkedParts(text: string): TextPart[] {
  return text
    .split(/(https?:\/\/[^\s<>()"]+)/)
    .filter((part) => part !== '')
    .map((part) => (/^https?:\/\//.test(part) ? { text: part, href: part } : { text: part }))
}

function choice(ticket: TicketRecord, statusId: number, substatusId: number | null, name: string) {
  const selected = ticket.statusId === statusId && ticket.substatusId === substatusId
  return { value: substatusId === null ? String(statusId) : `${statusId}-${substatusId}`, name, selected }
}

function customerOf(store: SystemStore, ticket: TicketRecord): CustomerRecord | undefined {
  return ticket.customerId === null ? undefined : store.customers.get(ticket.customerId)
}

function customerTitle(customer: CustomerRecord | undefined): string | undefined {
  return customer && `${customer.name} ${customer.surname}`.trim()
}

function facts(values: Record<string, string | null>): Fact[] {
  return Object.entries(values).map(([name, value]) => ({ name, value: value === null || value === '' ? '—' : value }))
}

function sourceName(ticket: TicketRecord): string {
  return sources[ticket.source] ?? ticket.source
}

function sizeName(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(0)} kB`
  return `${(bytes / 1024 / 1024).toFixed(1).replace('.', ',')} MB`
}
