import type { Side } from '@connector/domain/events'
import type { BothLanguages } from '@connector/domain/words'

/** What an integration needs of EmpikPlace, in the order in which one need builds on another. */
export const empikPlaceNeeds = ['host', 'credentials', 'shop', 'shop-state', 'messages', 'orders', 'clock'] as const
/** What any integration needs of a Thulium account, likewise. */
export const accountNeeds = [
  'host',
  'credentials',
  'queues',
  'categories',
  'statuses',
  'agents',
  'tickets',
  'ticket',
  'customers',
  'customer',
  'agent',
  'thread-field',
  'order-field',
  'mailbox',
  'sink-domain',
  'create-ticket',
  'update-ticket',
  'customer-response',
  'agent-response',
  'comment',
  'create-customer',
  'update-customer',
  'upload-file',
] as const
/** What the settings of an integration name in Thulium. */
export const settingsNeeds = [
  'queue',
  'category',
  'customer-field',
  'ticket-field',
  'reopen-status',
  'ticket-source',
] as const

export type Need = (typeof empikPlaceNeeds | typeof accountNeeds | typeof settingsNeeds)[number]

/** Those that a verification tries; its answer calls them parts. */
export const parts = [
  'credentials',
  'shop',
  'messages',
  'orders',
  'clock',
  'queue',
  'category',
  'tickets',
  'thread-field',
  'order-field',
  'ticket-field',
  'customers',
  'agent',
] as const satisfies readonly Need[]
export type Part = (typeof parts)[number]

/** How what was found stands: nothing is wrong, it could not be checked to the end, or it cannot work like this. */
export const severities = ['ok', 'warning', 'error'] as const
export type Severity = (typeof severities)[number]

/** What was found, for an administrator. */
export interface Finding {
  severity: Severity
  message: BothLanguages
}

/** What was found of one need. */
export interface Check<N extends Need = Need> extends Finding {
  side: Side
  need: N
}

/** Nothing is known to be wrong, though it may not have been checked to the end. */
export const isFine = ({ severity }: Pick<Finding, 'severity'>): boolean => severity !== 'error'
