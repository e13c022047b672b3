/** Groups of routes, in the order in which a newcomer needs them. */
export const tags = [
  { name: 'Access', description: 'Access keys, the tokens that are got for them, and links that open the console.' },
  { name: 'Account', description: 'A tenant: one Thulium account, its settings and its password.' },
  { name: 'Integrations', description: 'The EmpikPlace shops of a tenant: settings, key, start and stop.' },
  { name: 'Previews', description: 'What the settings would do with a message. Nothing is changed.' },
  { name: 'Status', description: 'How an integration is doing, for dashboards.' },
  { name: 'Alerts', description: 'Who is told when something is wrong, and what was told: web hooks and e-mail.' },
  { name: 'Operations', description: 'Looking at everything again and repairing it, while all goes on.' },
  {
    name: 'Conversations',
    description: 'Conversations of buyers, their tickets, and everything that happened in them.',
  },
  { name: 'Links', description: 'Pages and files behind the signed links in tickets. For people, in their browsers.' },
  { name: 'Service', description: 'The process itself: its health and its description.' },
] as const
