import type { ThuliumConnection } from '@connector/domain/events'
import type { SystemConfig } from '@connector/sandbox'

export const agentLogin = 'empik.bot'
export const humanLogin = 'a.nowak'
export const customerField = 'Empik ID'
export const threadField = 'EmpikPlace wątek'

export const accountConfig = (system: string): SystemConfig => ({
  system,
  apiUser: 'connector',
  password: `haslo-${system}`,
  mailboxes: [{ address: 'sklep@sklep.example', queueId: 7 }],
  agents: [
    { login: agentLogin, name: 'EmpikPlace', surname: 'Integracja' },
    { login: humanLogin, name: 'Anna', surname: 'Nowak' },
  ],
  queues: [{ id: 7, name: 'EmpikPlace' }],
  categories: [{ id: 12, name: 'Pytanie o zamówienie' }],
  ticketFields: [threadField, 'EmpikPlace zamówienie', 'EmpikPlace stan'],
  customerFields: [customerField],
})

export const accountOf = ({ system, apiUser }: SystemConfig): ThuliumConnection => ({
  system,
  apiUser,
  mailbox: 'sklep@sklep.example',
  agentLogin,
  threadField,
  orderField: 'EmpikPlace zamówienie',
  sinkDomain: 'relay.connector.example',
})
