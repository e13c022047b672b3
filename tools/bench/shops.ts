import type { SystemConfig } from '@connector/sandbox'

/** A seller's shop. All is derived from its number, so that every process of a benchmark means the same shop. */
export interface BenchShop {
  tenantId: string
  integrationId: string
  shopId: number
  apiKey: string
}

export const benchShops = (shops: number, tenants: number): BenchShop[] =>
  Array.from({ length: shops }, (_, index) => ({
    tenantId: `sklep-${index % tenants}`,
    integrationId: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    shopId: 40_001 + index,
    apiKey: `klucz-${index}`,
  }))

export const agentLogin = 'empik.bot'
export const mailbox = 'sklep@sklep.example'
export const threadField = 'EmpikPlace wątek'
export const customerField = 'Empik ID'
export const queueId = 7
export const categoryId = 12

export const apiUser = 'connector'
export const passwordOf = (tenantId: string): string => `haslo-${tenantId}`

/** The Thulium account of a tenant, as a seller would set it up. */
export const accountOf = (tenantId: string): SystemConfig => ({
  system: tenantId,
  apiUser,
  password: passwordOf(tenantId),
  mailboxes: [{ address: mailbox, queueId }],
  agents: [
    { login: agentLogin, name: 'EmpikPlace', surname: 'Integracja' },
    { login: 'a.nowak', name: 'Anna', surname: 'Nowak' },
  ],
  queues: [{ id: queueId, name: 'EmpikPlace' }],
  categories: [{ id: categoryId, name: 'Pytanie o zamówienie' }],
  ticketFields: [threadField],
  customerFields: [customerField],
})
