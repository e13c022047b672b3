/** What stands on which tab of an integration; the words of the settings come with their schema. */
export const tabs = {
  polaczenie: { name: 'connection', settings: [] },
  dane: {
    name: 'basic',
    settings: ['name', 'shopId', 'customerField', 'queueId', 'categoryId', 'newCustomers', 'threads', 'replyDueHours'],
  },
  reguly: { name: 'rules', settings: ['rules'] },
  'automatyczne-odpowiedzi': { name: 'autoReplies', settings: ['autoReplies'] },
  godziny: { name: 'hours', settings: ['businessHours', 'holidays'] },
  odpowiedzi: {
    name: 'replies',
    settings: ['replies', 'operatorMessages', 'attachments', 'reopenStatusId', 'mergedStatus'],
  },
  zrodlo: { name: 'source', settings: ['ticketSource', 'ticketFields', 'links'] },
  historia: { name: 'history', settings: [] },
} as const

export type Tab = keyof typeof tabs

export const tabNames = Object.keys(tabs) as Tab[]

export const isTab = (text: string): text is Tab => text in tabs

/** Where a setting that the API complains about stands. */
export const tabOf = (path: string): Tab | undefined =>
  tabNames.find((tab) => tabs[tab].settings.some((name) => path === name || path.startsWith(`${name}.`)))
