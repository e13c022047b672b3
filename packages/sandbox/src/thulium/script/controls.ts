import { runHourlyAutomation } from '../outgoing/automation.ts'
import type { AutomationRule } from '../model/config.ts'
import { createCustomer } from '../records/customers.ts'
import type { MailRecord, WebhookDelivery } from '../model/model.ts'
import {
  changeTicket,
  closeTicket,
  deleteMessage,
  deleteTicket,
  mergeTickets,
  pinCustomer,
  reopenTicket,
  splitTicket,
} from '../agent/changes.ts'
import type { TicketChange } from '../agent/changes.ts'
import { agentComments, agentReplies, cancelReply, panelTicket } from '../agent/replies.ts'
import type { AgentComment, AgentReply } from '../agent/replies.ts'
import { assertSwitches } from '../model/switches.ts'
import type { ThuliumSwitches } from '../model/switches.ts'
import type { SystemStore } from '../systems/system-store.ts'
import { settle } from '../records/ticket-changes.ts'
import { customerView, ticketView } from '../api/views.ts'
import type { CustomerView, TicketView } from '../api/views.ts'

type In<T> = T & { system: string }

/** What tests and people do to a system from outside the API. Every function throws RangeError for an unknown target. */
export type ThuliumControls = {
  /** All tickets, newest modification first. */
  tickets: (system: string) => TicketView[]
  ticket: (system: string, ticketId: number) => TicketView
  customers: (system: string) => CustomerView[]
  /** Every e-mail the system would have sent, oldest first. */
  mailLog: (system: string) => MailRecord[]
  /** Every try to deliver a webhook, oldest first. */
  webhookLog: (system: string) => WebhookDelivery[]
  setSwitches: (system: string, changes: Record<string, unknown>) => void
  switches: (system: string) => ThuliumSwitches
  /** New credentials or permissions of the API user; the old password answers 401 at once. */
  changeApiUser: (change: In<{ password?: string; permissions?: string[] }>) => void
  /** Returns the message id. */
  agentReplies: (reply: In<AgentReply>) => number
  cancelReply: (reply: In<{ ticketId: number; messageId: number }>) => void
  /** Returns the message id. */
  agentComments: (comment: In<AgentComment>) => number
  changeTicket: (change: In<TicketChange>) => void
  /** An agent types a record into the CRM. Returns its number. */
  addCustomer: (customer: In<{ name?: string; surname: string; customFields?: Record<string, string> }>) => number
  pinCustomer: (pin: In<{ ticketId: number; customerId: number | null; login?: string }>) => void
  /** Moves the messages of `sourceId` into `targetId`. */
  mergeTickets: (merge: In<{ sourceId: number; targetId: number; login?: string }>) => void
  /** Returns the number of the new ticket. */
  splitTicket: (
    split: In<{ ticketId: number; messageIds: number[]; login?: string; copyCustomFields?: boolean }>,
  ) => number
  deleteMessage: (message: In<{ ticketId: number; messageId: number }>) => void
  deleteTicket: (ticket: In<{ ticketId: number }>) => void
  renameField: (field: In<{ of: 'ticket' | 'customer'; from: string; to: string }>) => void
  closeTicket: (ticket: In<{ ticketId: number; login?: string }>) => void
  reopenTicket: (ticket: In<{ ticketId: number; login?: string }>) => void
  /** Returns the numbers of the tickets changed. Without rules those of the system run. */
  runHourlyAutomation: (run: In<{ rules?: AutomationRule[] }>) => number[]
}

/** `saved` is called after every change, as an API call saves before its answer leaves. */
export function createControls(stores: ReadonlyMap<string, SystemStore>, saved: () => void): ThuliumControls {
  const storeOf = (system: string): SystemStore => {
    const store = stores.get(system)
    if (!store) throw new RangeError(`No system ${system}`)
    settle(store)
    return store
  }
  const change = <T>(system: string, act: (store: SystemStore) => T): T => {
    const result = act(storeOf(system))
    saved()
    return result
  }
  return {
    tickets: (system) => {
      const store = storeOf(system)
      return [...store.ticketsByRecency].map((ticket) => ticketView(store, ticket))
    },
    ticket: (system, ticketId) => ticketView(storeOf(system), panelTicket(storeOf(system), ticketId)),
    customers: (system) => {
      const store = storeOf(system)
      return [...store.customers.values()].map((customer) => customerView(store, customer))
    },
    mailLog: (system) => [...storeOf(system).mails],
    webhookLog: (system) => [...storeOf(system).deliveries],
    setSwitches: (system, changes) => {
      assertSwitches(changes)
      change(system, (store) => Object.assign(store.overrides, changes))
    },
    switches: (system) => ({ ...storeOf(system).surroundings.switches.values(), ...storeOf(system).overrides }),
    changeApiUser: ({ system, ...changes }) => change(system, (store) => void Object.assign(store.config, changes)),
    agentReplies: ({ system, ...reply }) => change(system, (store) => agentReplies(store, reply)),
    cancelReply: ({ system, ticketId, messageId }) =>
      change(system, (store) => cancelReply(store, ticketId, messageId)),
    agentComments: ({ system, ...comment }) => change(system, (store) => agentComments(store, comment)),
    changeTicket: ({ system, ...values }) => change(system, (store) => changeTicket(store, values)),
    addCustomer: ({ system, customFields, ...customer }) =>
      change(system, (store) => createCustomer(store, { ...customer, custom_fields: customFields }).id),
    pinCustomer: ({ system, ticketId, customerId, login }) =>
      change(system, (store) => pinCustomer(store, ticketId, customerId, login)),
    mergeTickets: ({ system, sourceId, targetId, login }) =>
      change(system, (store) => mergeTickets(store, sourceId, targetId, login)),
    splitTicket: ({ system, ...split }) => change(system, (store) => splitTicket(store, split)),
    deleteMessage: ({ system, ticketId, messageId }) =>
      change(system, (store) => deleteMessage(store, ticketId, messageId)),
    deleteTicket: ({ system, ticketId }) => change(system, (store) => deleteTicket(store, ticketId)),
    renameField: ({ system, of, from, to }) =>
      change(system, (store) => {
        const catalogue = of === 'ticket' ? store.ticketFields : store.customerFields
        catalogue.rename(from, to)
        store.surroundings.changed()
      }),
    closeTicket: ({ system, ticketId, login }) => change(system, (store) => closeTicket(store, ticketId, login)),
    reopenTicket: ({ system, ticketId, login }) => change(system, (store) => reopenTicket(store, ticketId, login)),
    runHourlyAutomation: ({ system, rules }) => change(system, (store) => runHourlyAutomation(store, rules)),
  }
}
