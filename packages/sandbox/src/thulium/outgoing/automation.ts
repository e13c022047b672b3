import type { AutomationRule } from '../model/config.ts'
import type { MessageType, TicketRecord } from '../model/model.ts'
import { changeTicket } from '../agent/changes.ts'
import type { SystemStore } from '../systems/system-store.ts'

const hourMs = 3_600_000

/** One hourly run over all unclosed tickets; returns the numbers of the tickets it changed. */
export function runHourlyAutomation(
  store: SystemStore,
  rules: AutomationRule[] = store.config.automations ?? [],
): number[] {
  const changed: number[] = []
  for (const ticket of [...store.tickets.values()]) {
    const rule = rules.find((one) => applies(store, ticket, one.when))
    const role = store.roleOf(ticket)
    if (!rule || role === 'closed' || role === 'merged') continue
    changeTicket(store, { ticketId: ticket.id, ...rule.then })
    changed.push(ticket.id)
  }
  return changed
}

function applies(store: SystemStore, ticket: TicketRecord, when: AutomationRule['when']): boolean {
  const now = store.wallNow()
  const hoursSince = (type: MessageType): number => {
    const last = ticket.messages.findLast((message) => message.type === type && message.pendingUntil === undefined)
    return last ? (now - last.createdAt) / hourMs : -1
  }
  return (
    (when.statusId === undefined || when.statusId === ticket.statusId) &&
    (when.statusIsNot === undefined || when.statusIsNot !== ticket.statusId) &&
    (when.queueId === undefined || when.queueId === ticket.queueId) &&
    (when.categoryId === undefined || when.categoryId === ticket.categoryId) &&
    (when.ageHours === undefined || (now - ticket.createdAt) / hourMs >= when.ageHours) &&
    (when.hoursSinceAgentMessage === undefined || hoursSince('REPLY') >= when.hoursSinceAgentMessage) &&
    (when.hoursSinceCustomerMessage === undefined || hoursSince('MAIL') >= when.hoursSinceCustomerMessage)
  )
}
