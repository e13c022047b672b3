/** What stands on which tab of an integration, where it belongs beside something; the words of the settings come with their schema. */
const tabs = {
  polaczenie: { name: 'connection', settings: [] },
  dane: {
    name: 'basic',
    settings: [
      ...(['name', 'shopId', 'customerField', 'queueId', 'categoryId', 'newCustomers', 'threads'] as const),
      ...(['replyDueHours', 'nightlyReconcilePercent'] as const),
    ],
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

/** Of words. */
export const nameOfTab = (tab: Tab) => tabs[tab].name

/** Else there is nothing to save. */
export const hasSettings = (tab: Tab): boolean => tabs[tab].settings.length > 0

/** A setting that no tab names stands behind those of the first. */
const otherwise: Tab = 'dane'

/** Where a setting stands, or what in it the API complains about. */
export const tabOf = (path: string): Tab =>
  tabNames.find((tab) => tabs[tab].settings.some((name) => path === name || path.startsWith(`${name}.`))) ?? otherwise

/** @param names of all settings */
export const settingsOn = (tab: Tab, names: readonly string[]): string[] => {
  const named: readonly string[] = tabs[tab].settings
  return [...named, ...names.filter((name) => tabOf(name) === tab && !named.includes(name))]
}
