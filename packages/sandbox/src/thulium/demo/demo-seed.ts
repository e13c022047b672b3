import type { ThuliumSeed } from '../model/config.ts'

/** The demo account: a small shop with the connector's agent, two people, and a customer EmpikPlace already knows. */
export function thuliumDemoSeed(): ThuliumSeed {
  return {
    systems: [
      {
        system: 'demo-sklep',
        apiUser: 'connector',
        password: 'demo-haslo-api',
        permissions: ['*'],
        queues: [
          { id: 7, name: 'EmpikPlace' },
          { id: 8, name: 'Reklamacje' },
          { id: 9, name: 'Zwroty' },
          { id: 2, name: 'Poczta ogólna' },
        ],
        mailboxes: [
          { address: 'sklep@demo-sklep.example', queueId: 2 },
          { address: 'reklamacje@demo-sklep.example', queueId: 8 },
        ],
        agents: [
          { login: 'a.nowak', name: 'Anna', surname: 'Nowak', email: 'a.nowak@demo-sklep.example' },
          { login: 'j.kowalski', name: 'Jan', surname: 'Kowalski', email: 'j.kowalski@demo-sklep.example' },
          { login: 'empik.bot', name: 'EmpikPlace', surname: 'Integracja', email: 'empik.bot@demo-sklep.example' },
        ],
        categories: [
          { id: 12, name: 'Pytanie o zamówienie' },
          { id: 13, name: 'Dostawa' },
          { id: 14, name: 'Zwrot lub reklamacja' },
          { id: 15, name: 'Faktura' },
          { id: 16, name: 'Inne' },
        ],
        ticketFields: ['EmpikPlace wątek', 'EmpikPlace zamówienie'],
        customerFields: ['Empik ID', 'Uwagi'],
        customers: [
          {
            customerId: 8101,
            name: 'Anna',
            surname: 'Kowalczyk',
            emails: ['anna.kowalczyk@klient.example'],
            phones: ['500100200'],
            customFields: { 'Empik ID': 'c-700123' },
          },
          { customerId: 8102, name: 'Marek', surname: 'Testowy', emails: ['marek@klient.example'] },
        ],
        automations: [{ when: { statusId: 4, hoursSinceAgentMessage: 72 }, then: { statusId: 6, addTags: ['auto'] } }],
      },
    ],
  }
}
