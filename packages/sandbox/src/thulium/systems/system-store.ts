import type { SandboxClock } from '../../kit/clock.ts'
import type { Switches } from '../../kit/switches.ts'
import { builtInStatuses } from '../model/config.ts'
import type { AgentConfig, MailboxConfig, StatusConfig, StatusRole, SystemConfig } from '../model/config.ts'
import { FieldCatalogue } from './field-catalogue.ts'
import { FieldIndex } from './field-index.ts'
import type {
  CustomerRecord,
  FileRecord,
  MailRecord,
  TemporaryFile,
  TicketRecord,
  WebhookDelivery,
  WebhookSubscription,
} from '../model/model.ts'
import { RecencyList } from './recency-list.ts'
import type { ThuliumSwitches } from '../model/switches.ts'
import { toWallTime } from '../model/wall-time.ts'
import type { WallTime } from '../model/wall-time.ts'

/** What the stores of all systems share. `emit` hands an event to the webhooks, `changed` marks the state as unsaved. */
export type Surroundings = {
  clock: SandboxClock
  switches: Switches<ThuliumSwitches>
  emit: (store: SystemStore, action: string, fields: Record<string, string | number | null>) => void
  changed: () => void
}

// Every system counts from the same numbers: whoever mixes two systems up finds a wrong ticket instead of none.
const firstIds = { ticket: 48_100, message: 311_400, customer: 9_000, file: 700, webhook: 10 }

/** One Thulium account: its dictionaries, its records and the indexes that keep every hot path off linear scans. */
export class SystemStore {
  readonly config: SystemConfig
  readonly surroundings: Surroundings
  readonly statuses: StatusConfig[]
  readonly ticketFields: FieldCatalogue
  readonly customerFields: FieldCatalogue
  readonly overrides: Partial<ThuliumSwitches>

  readonly tickets = new Map<number, TicketRecord>()
  readonly ticketsByRecency = new RecencyList<TicketRecord>()
  readonly ticketsByCustomer = new Map<number, Set<number>>()
  readonly ticketOfMessage = new Map<number, number>()
  readonly ticketIndex = new FieldIndex()
  readonly customers = new Map<number, CustomerRecord>()
  readonly customerIndex = new FieldIndex()
  readonly files = new Map<number, FileRecord>()
  readonly temporaryFiles = new Map<string, TemporaryFile>()
  readonly mails: MailRecord[] = []
  readonly webhooks: WebhookSubscription[] = []
  readonly deliveries: WebhookDelivery[] = []
  /** Tickets that time will change by itself: an unsent reply in them, or postponed. */
  readonly waitingTickets = new Set<number>()
  /** The first instant (ms) at which one of them changes. */
  nextDue = Number.POSITIVE_INFINITY
  readonly nextIds = { ...firstIds }

  readonly #mailboxes: Map<string, MailboxConfig>
  readonly #agents: Map<string, AgentConfig>

  constructor(config: SystemConfig, surroundings: Surroundings) {
    this.config = config
    this.surroundings = surroundings
    this.statuses = (config.statuses ?? builtInStatuses).map((status) => ({ ...status }))
    this.ticketFields = new FieldCatalogue(config.ticketFields)
    this.customerFields = new FieldCatalogue(config.customerFields)
    this.overrides = { ...config.switches }
    this.#mailboxes = new Map(config.mailboxes.map((mailbox) => [mailbox.address.toLowerCase(), mailbox]))
    this.#agents = new Map(config.agents.map((agent) => [agent.login, agent]))
  }

  rule<K extends keyof ThuliumSwitches>(name: K): ThuliumSwitches[K] {
    const own: Partial<ThuliumSwitches>[K] = this.overrides[name]
    return own ?? this.surroundings.switches.get(name)
  }

  /** The instant in ms on the clock of this system, which may be wrong by a switch. */
  now(): number {
    return this.surroundings.clock.now().getTime() + this.rule('clockOffsetSeconds') * 1000
  }

  wallNow(): WallTime {
    return toWallTime(this.now())
  }

  nextId(kind: keyof typeof firstIds): number {
    this.nextIds[kind] += 1
    return this.nextIds[kind]
  }

  mailbox(address: string): MailboxConfig | undefined {
    return this.#mailboxes.get(address.trim().toLowerCase())
  }

  agent(login: string): AgentConfig | undefined {
    return this.#agents.get(login)
  }

  queueName(id: number): string {
    return this.config.queues.find((queue) => queue.id === id)?.name ?? ''
  }

  status(id: number): StatusConfig | undefined {
    return this.statuses.find((status) => status.id === id)
  }

  /** The status that plays a role here. Throws RangeError when the system has none. */
  statusFor(role: StatusRole): StatusConfig {
    const status = this.statuses.find((one) => one.role === role)
    if (!status) throw new RangeError(`System ${this.config.system} has no status for ${role}`)
    return status
  }

  roleOf(ticket: TicketRecord): StatusRole | undefined {
    return this.status(ticket.statusId)?.role
  }

  /** Registers a ticket that is new to this store, with all its indexes. */
  addTicket(ticket: TicketRecord): void {
    this.tickets.set(ticket.id, ticket)
    this.ticketsByRecency.put(ticket)
    this.linkCustomer(ticket, ticket.customerId)
    for (const message of ticket.messages) this.ticketOfMessage.set(message.id, ticket.id)
    for (const [fieldId, value] of ticket.customFields)
      this.ticketIndex.put(fieldId, ticket.id, value, this.#indexedAt())
    this.surroundings.changed()
  }

  removeTicket(ticket: TicketRecord): void {
    this.linkCustomer(ticket, null)
    this.tickets.delete(ticket.id)
    this.ticketsByRecency.remove(ticket.id)
    this.waitingTickets.delete(ticket.id)
    for (const message of ticket.messages) this.ticketOfMessage.delete(message.id)
    for (const [fieldId, value] of ticket.customFields) this.ticketIndex.drop(fieldId, ticket.id, value, undefined)
    this.surroundings.changed()
  }

  linkCustomer(ticket: TicketRecord, customerId: number | null): void {
    if (ticket.customerId !== null) this.ticketsByCustomer.get(ticket.customerId)?.delete(ticket.id)
    ticket.customerId = customerId
    if (customerId === null) return
    const linked = this.ticketsByCustomer.get(customerId)
    if (linked) linked.add(ticket.id)
    else this.ticketsByCustomer.set(customerId, new Set([ticket.id]))
  }

  /** Moves `updated_at` to `at` (now by default) and the ticket to its place in the list. */
  touch(ticket: TicketRecord, at: WallTime = this.wallNow()): void {
    ticket.updatedAt = at
    this.ticketsByRecency.put(ticket)
    this.surroundings.changed()
  }

  setTicketField(ticket: TicketRecord, fieldId: number, value: string | undefined): void {
    this.#setField(this.ticketIndex, ticket.id, ticket.customFields, fieldId, value)
  }

  setCustomerField(customer: CustomerRecord, fieldId: number, value: string | undefined): void {
    this.#setField(this.customerIndex, customer.id, customer.customFields, fieldId, value)
  }

  addCustomer(customer: CustomerRecord): void {
    this.customers.set(customer.id, customer)
    for (const [fieldId, value] of customer.customFields) {
      this.customerIndex.put(fieldId, customer.id, value, this.#indexedAt())
    }
    this.surroundings.changed()
  }

  removeCustomer(customer: CustomerRecord): void {
    this.customers.delete(customer.id)
    for (const [fieldId, value] of customer.customFields) {
      this.customerIndex.drop(fieldId, customer.id, value, undefined)
    }
    for (const id of this.ticketsByCustomer.get(customer.id) ?? []) {
      const ticket = this.tickets.get(id)
      if (ticket) ticket.customerId = null
    }
    this.ticketsByCustomer.delete(customer.id)
    this.surroundings.changed()
  }

  /** Time will change this ticket at `due` (an instant in ms). */
  waitFor(ticket: TicketRecord, due: number): void {
    this.waitingTickets.add(ticket.id)
    this.nextDue = Math.min(this.nextDue, due)
  }

  addFile(filename: string, content: Buffer): number {
    const id = this.nextId('file')
    this.files.set(id, { id, filename, content })
    return id
  }

  #setField(
    index: FieldIndex,
    owner: number,
    values: Map<number, string>,
    fieldId: number,
    value: string | undefined,
  ): void {
    const old = values.get(fieldId)
    if (old === value) return
    const lag = this.rule('searchIndexLagSeconds')
    if (old !== undefined) index.drop(fieldId, owner, old, lag > 0 ? this.#indexedAt() : undefined)
    if (value === undefined) {
      values.delete(fieldId)
    } else {
      values.set(fieldId, value)
      index.put(fieldId, owner, value, this.#indexedAt())
    }
    this.surroundings.changed()
  }

  #indexedAt(): number {
    const lag = this.rule('searchIndexLagSeconds')
    // Without a lag a value is found whatever the clock says, also after it was set back.
    return lag > 0 ? this.now() + lag * 1000 : Number.NEGATIVE_INFINITY
  }
}
