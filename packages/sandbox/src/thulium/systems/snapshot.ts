import type { SystemConfig } from '../model/config.ts'
import type { CustomerRecord, MailRecord, TicketRecord, WebhookSubscription } from '../model/model.ts'
import { SystemStore } from './system-store.ts'
import type { Surroundings } from './system-store.ts'
import type { ThuliumSwitches } from '../model/switches.ts'

type Plain<T> = Omit<T, 'customFields'> & { customFields: [number, string][] }
type PlainFile = { filename: string; base64: string }

/** Everything of one system as plain JSON; indexes are built anew when it is read. */
export type SystemSnapshot = {
  config: SystemConfig
  overrides: Partial<ThuliumSwitches>
  tickets: Plain<TicketRecord>[]
  customers: Plain<CustomerRecord>[]
  files: (PlainFile & { id: number })[]
  temporaryFiles: (PlainFile & { token: string; uploadedAt: number })[]
  mails: MailRecord[]
  webhooks: WebhookSubscription[]
  nextIds: SystemStore['nextIds']
}

/** What the state file holds. */
export type ThuliumState = { systems: SystemSnapshot[] }

export function snapshotOf(store: SystemStore): SystemSnapshot {
  const config: SystemConfig = {
    ...store.config,
    ticketFields: store.ticketFields.all().map(({ name, readOnly }) => ({ name, readOnly })),
    customerFields: store.customerFields.all().map(({ name, readOnly }) => ({ name, readOnly })),
  }
  return {
    config,
    overrides: store.overrides,
    tickets: [...store.ticketsByRecency].map(plain),
    customers: [...store.customers.values()].map(plain),
    files: [...store.files.values()].map(({ id, filename, content }) => ({ id, filename, base64: base64(content) })),
    temporaryFiles: [...store.temporaryFiles.values()].map(({ content, ...file }) => ({
      ...file,
      base64: base64(content),
    })),
    mails: store.mails,
    webhooks: store.webhooks,
    nextIds: store.nextIds,
  }
}

export function restoreSystem(snapshot: SystemSnapshot, surroundings: Surroundings): SystemStore {
  const store = new SystemStore(snapshot.config, surroundings)
  Object.assign(store.overrides, snapshot.overrides)
  Object.assign(store.nextIds, snapshot.nextIds)
  for (const { id, filename, base64: text } of snapshot.files) {
    store.files.set(id, { id, filename, content: Buffer.from(text, 'base64') })
  }
  for (const { base64: text, ...file } of snapshot.temporaryFiles) {
    store.temporaryFiles.set(file.token, { ...file, content: Buffer.from(text, 'base64') })
  }
  for (const customer of snapshot.customers) {
    store.addCustomer({ ...customer, customFields: new Map(customer.customFields) })
  }
  // Newest last, so that each goes straight to the head of the list.
  for (const plainTicket of snapshot.tickets.toReversed()) {
    const ticket = { ...plainTicket, customFields: new Map(plainTicket.customFields) }
    store.addTicket(ticket)
    for (const { pendingUntil } of ticket.messages) if (pendingUntil !== undefined) store.waitFor(ticket, pendingUntil)
    if (ticket.postponedUntil !== null) store.waitFor(ticket, ticket.postponedUntil)
  }
  store.mails.push(...snapshot.mails)
  store.webhooks.push(...snapshot.webhooks)
  return store
}

function plain<T extends { customFields: Map<number, string> }>(record: T): Plain<T> {
  return { ...record, customFields: [...record.customFields] }
}

function base64(content: Buffer): string {
  return content.toString('base64')
}
