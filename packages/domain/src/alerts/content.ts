import { allTenants } from '../words/ids.ts'
import { both, type BothLanguages } from '../words/both-languages.ts'
import { warsawTime } from '../text/warsaw-time.ts'
import type { IncidentAlert } from './incidents.ts'
import { alertType, type AlertFacts, type AlertKind } from './kinds.ts'

export const alertPhases = ['opened', 'grew', 'over', 'left-out', 'test'] as const
export type AlertPhase = (typeof alertPhases)[number]

/** What is sent, in full: ids, counts, times and the words of this file; nothing that a buyer or an agent wrote. */
export interface AlertContent {
  phase: AlertPhase
  kind: AlertKind | null
  subject: string
  count: number
  since: string | null
  title: BothLanguages
  text: BothLanguages
  /** Path in the console. */
  path: string
}

const paths: Record<ReturnType<typeof alertType>['page'], (integrationId: string) => string> = {
  status: () => '/status',
  problems: () => '/problemy',
  conversations: () => '/zgloszenia',
  integrations: (id) => (id === '' ? '/integracje' : `/integracje/${id}`),
  settings: () => '/ustawienia?karta=alerts',
  operator: () => '/operator',
}

const overText = ({ since, clearSince, openedAt }: IncidentAlert['incident']): BothLanguages => {
  const [from, to] = [since, clearSince ?? openedAt].map((at) => warsawTime(at.toISOString()))
  return both(`Minęło. Trwało od ${from} do ${to}.`, `Over. It lasted from ${from} to ${to}, Polish time.`)
}

/** The words of an alert about an incident. */
export function contentOf({ phase, incident }: IncidentAlert): AlertContent {
  const { kind, subject, count, since, tenantId, integrationId } = incident
  const type = alertType(kind)
  const facts: AlertFacts = { subject, count, reader: tenantId === allTenants ? 'operator' : 'tenant' }
  const title = type.title(facts)
  return {
    phase,
    kind,
    subject,
    count,
    since: since.toISOString(),
    title: phase === 'over' ? both(`Minęło: ${title.pl}`, `Over: ${title.en}`) : title,
    text: phase === 'over' ? overText(incident) : type.text(facts),
    path: paths[facts.reader === 'operator' ? 'operator' : type.page](integrationId),
  }
}

const withoutIncident = { kind: null, subject: '', since: null }

/** What a cap kept from being sent. */
export const leftOutContent = (tenantId: string, count: number): AlertContent => ({
  ...withoutIncident,
  phase: 'left-out',
  count,
  title: both('Pominięte powiadomienia', 'Alerts left out'),
  text: both(
    `Powiadomień było zbyt wiele naraz, więc nie wysłano wszystkich. Pominięte: ${count}. Pełna lista jest w ustawieniach.`,
    `There were too many alerts at once, so not all were sent. Left out: ${count}. The settings list them all.`,
  ),
  path: paths[tenantId === allTenants ? 'operator' : 'settings'](''),
})

export const testContent = (tenantId: string): AlertContent => ({
  ...withoutIncident,
  phase: 'test',
  count: 0,
  title: both('Powiadomienie próbne', 'Test alert'),
  text: both('Powiadomienia docierają pod ten adres.', 'Alerts reach this address.'),
  path: paths[tenantId === allTenants ? 'operator' : 'settings'](''),
})
