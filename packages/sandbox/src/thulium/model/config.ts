import type { ThuliumSwitches } from './switches.ts'

/** What a status means to the product; names and ids differ in every system and may be edited there. */
export type StatusRole = 'new' | 'waiting' | 'postponed' | 'merged' | 'in-progress' | 'closed'

export type StatusConfig = { id: number; name: string; role?: StatusRole; substatuses?: { id: number; name: string }[] }

/** `queueId`: where a ticket to this address lands when no queue is given. */
export type MailboxConfig = { address: string; queueId: number }

export type AgentConfig = { login: string; name: string; surname: string; email?: string; active?: boolean }

export type FieldConfig = string | { name: string; readOnly?: boolean }

/** A CRM customer that exists before anything happens. `customFields`: display name → value. */
export type CustomerConfig = {
  customerId?: number
  name?: string
  surname: string
  emails?: string[]
  phones?: string[]
  customFields?: Record<string, string>
}

/** An hourly rule on unclosed tickets. All given conditions must hold. Names and ids are those of the system. */
export type AutomationRule = {
  when: {
    statusId?: number
    statusIsNot?: number
    queueId?: number
    categoryId?: number
    hoursSinceAgentMessage?: number
    hoursSinceCustomerMessage?: number
    ageHours?: number
  }
  then: { statusId?: number; queueId?: number; categoryId?: number; userLogin?: string; addTags?: string[] }
}

/**
 * One Thulium account. `apiUser` and `password` are the API user's, not an agent's. `permissions` lists methods such as
 * `POST tickets/:id/agent_response`; `*`, the default, means all. Statuses default to the six built-in ones.
 */
export type SystemConfig = {
  system: string
  apiUser: string
  password: string
  permissions?: string[]
  mailboxes: MailboxConfig[]
  agents: AgentConfig[]
  queues: { id: number; name: string }[]
  categories: { id: number; name: string; parentId?: number }[]
  statuses?: StatusConfig[]
  ticketFields: FieldConfig[]
  customerFields: FieldConfig[]
  customers?: CustomerConfig[]
  automations?: AutomationRule[]
  switches?: Partial<ThuliumSwitches>
}

export type ThuliumSeed = { systems: SystemConfig[] }

/** The built-in statuses; deliberately not numbered from 1 in display order, so that nobody can guess an id. */
export const builtInStatuses: StatusConfig[] = [
  { id: 3, name: 'Nowe', role: 'new' },
  {
    id: 5,
    name: 'W realizacji',
    role: 'in-progress',
    substatuses: [
      { id: 51, name: 'Czeka na magazyn' },
      { id: 52, name: 'Czeka na kuriera' },
    ],
  },
  { id: 4, name: 'Oczekuje na klienta', role: 'waiting' },
  { id: 8, name: 'Odłożone', role: 'postponed' },
  { id: 9, name: 'Połączone', role: 'merged' },
  {
    id: 6,
    name: 'Zamknięte',
    role: 'closed',
    substatuses: [
      { id: 61, name: 'Rozwiązane' },
      { id: 62, name: 'Nierozwiązane' },
    ],
  },
]
