import type { SystemConfig } from '@connector/sandbox'

export const agentLogin = 'empik.bot'
export const humanLogin = 'a.nowak'

/** A Thulium account as a seller would set it up. */
export const accountConfig = (system: string): SystemConfig => ({
  system,
  apiUser: 'connector',
  password: `haslo-${system}`,
  mailboxes: [{ address: 'sklep@sklep.example', queueId: 2 }],
  agents: [
    { login: agentLogin, name: 'EmpikPlace', surname: 'Integracja' },
    { login: humanLogin, name: 'Anna', surname: 'Nowak' },
  ],
  queues: [
    { id: 7, name: 'EmpikPlace' },
    { id: 8, name: 'Reklamacje' },
    { id: 2, name: 'Poczta' },
  ],
  categories: [
    { id: 12, name: 'Pytanie o zamówienie' },
    { id: 13, name: 'Reklamacja' },
  ],
  ticketFields: [
    'EmpikPlace wątek',
    'EmpikPlace zamówienie',
    'EmpikPlace klient',
    'EmpikPlace stan',
    'EmpikPlace produkty',
    'Link do zamówienia',
    'Link do konwersacji',
  ],
  customerFields: ['Empik ID'],
})
