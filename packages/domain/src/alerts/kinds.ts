import { sideNames, sides } from '../events/integration-events.ts'
import { both, type BothLanguages } from '../words/both-languages.ts'

/** Who is told: people of the tenant, or whoever runs the connector. */
type AlertReader = 'tenant' | 'operator'

/** What a text may say of an incident: numbers and names of systems, nothing that a buyer wrote. */
export interface AlertFacts {
  /** What tells incidents of one kind apart: a side, or the id of a target. */
  subject: string
  /** How many writes, conversations or findings; for the operator how many accounts. */
  count: number
  reader: AlertReader
}

/** All that is fixed about one kind of alert. */
interface AlertType {
  title: (facts: AlertFacts) => BothLanguages
  text: (facts: AlertFacts) => BothLanguages
  /** How long it must last before anybody is told, in ms. */
  afterMs: number
  /** How long it must be gone before it counts as over, in ms: what comes and goes is one incident. */
  calmMs: number
  readers: readonly AlertReader[]
  /** Found in the facts of health by the watch; the others are reported by whoever finds them. */
  derived: boolean
  /** The screen of the console that shows it. */
  page: 'status' | 'problems' | 'conversations' | 'integrations' | 'settings' | 'operator'
}

const minute = 60_000

const sideOf = (subject: string): string => {
  const side = sides.find((one) => one === subject)
  return side ? sideNames[side] : subject
}

/** For the operator an incident is one of all accounts together, so that an outage is one alert and not one for each. */
const ofAccounts = ({ reader, count }: AlertFacts, text: BothLanguages): BothLanguages =>
  reader === 'tenant' ? text : both(`${text.pl} Konta: ${count}.`, `${text.en} Accounts: ${count}.`)

const alertTypes = {
  'credentials-rejected': {
    title: () => both('Odrzucone dane logowania', 'Credentials rejected'),
    text: ({ subject }) =>
      both(
        `${sideOf(subject)} odrzuca zapisane dane logowania. Zapisz nowe; integracja ruszy samoczynnie.`,
        `${sideOf(subject)} rejects the stored credentials. Save new ones; the integration will run again by itself.`,
      ),
    afterMs: 0,
    calmMs: 2 * minute,
    readers: ['tenant'],
    derived: true,
    page: 'integrations',
  },
  'side-unreachable': {
    title: ({ subject }) =>
      both(`${sideOf(subject)} nie obsługuje zapytań`, `${sideOf(subject)} does not serve requests`),
    text: (facts) =>
      ofAccounts(
        facts,
        both(
          `${sideOf(facts.subject)} od ponad 15 minut nie obsługuje zapytań: nie odpowiada albo je odrzuca lub ogranicza; powód jest w statusie. Próby są powtarzane samoczynnie, nic nie ginie.`,
          `${sideOf(facts.subject)} has not served requests for more than 15 minutes: it does not answer, or rejects or limits them; the status tells which. Tries are repeated by themselves; nothing is lost.`,
        ),
      ),
    // Outages of a few minutes mend themselves, and nobody could do anything about them.
    afterMs: 15 * minute,
    calmMs: 5 * minute,
    readers: ['tenant', 'operator'],
    derived: true,
    page: 'status',
  },
  'write-parked': {
    title: () => both('Wstrzymane zapisy', 'Parked writes'),
    text: ({ count }) =>
      both(
        `Wstrzymane zapisy: ${count}. Każdy wymaga decyzji człowieka: ponów, popraw albo zamknij bez wykonania.`,
        `Parked writes: ${count}. Each needs a person's decision: retry, correct or dismiss.`,
      ),
    afterMs: 0,
    calmMs: 2 * minute,
    readers: ['tenant'],
    derived: true,
    page: 'problems',
  },
  'work-late': {
    title: () => both('Opóźnienie', 'Work is late'),
    text: (facts) =>
      ofAccounts(
        facts,
        both(
          'Odczyty, przetwarzanie albo zapisy są spóźnione. Nic nie ginie; szczegóły są w statusie.',
          'Looks, processing or writes are late. Nothing is lost; the status tells which.',
        ),
      ),
    // Health calls it late after 2 to 10 minutes; a restart of the services takes less than these further ones.
    afterMs: 5 * minute,
    calmMs: 5 * minute,
    readers: ['tenant', 'operator'],
    derived: true,
    page: 'status',
  },
  'reply-overdue': {
    title: () => both('Odpowiedzi po terminie', 'Replies overdue'),
    text: ({ count }) =>
      both(
        `Konwersacje, w których klient czeka dłużej niż ustalony termin: ${count}.`,
        `Conversations in which a buyer has waited for longer than the limit that was set: ${count}.`,
      ),
    afterMs: 0,
    calmMs: 5 * minute,
    readers: ['tenant'],
    derived: true,
    page: 'conversations',
  },
  'field-missing': {
    title: () => both('Brak pola w Thulium', 'Field missing in Thulium'),
    text: () =>
      both(
        'Zmieniono nazwę pola Thulium albo je usunięto, a integracja go potrzebuje. Zapisy czekają.',
        'A field of Thulium that the integration needs was renamed or removed. Writes wait.',
      ),
    afterMs: 0,
    calmMs: 2 * minute,
    readers: ['tenant'],
    derived: true,
    page: 'status',
  },
  'connector-fault': {
    title: () => both('Usterka łącznika', 'Fault of the connector'),
    text: (facts) =>
      ofAccounts(
        facts,
        both(
          'Łącznik ma własną usterkę i nie pracuje w pełni. Nic nie ginie; operator łącznika jest powiadamiany.',
          'The connector has a fault of its own and does not do all its work. Nothing is lost; its operator is told.',
        ),
      ),
    afterMs: 2 * minute,
    calmMs: 2 * minute,
    readers: ['tenant', 'operator'],
    derived: true,
    page: 'status',
  },
  'reconcile-found': {
    title: () => both('Uzgodnienie wykryło różnice', 'Reconciliation found differences'),
    text: (facts) =>
      facts.reader === 'operator'
        ? ofAccounts(facts, both('Dziennik, EmpikPlace i Thulium różnią się.', 'Log, EmpikPlace and Thulium differ.'))
        : both(
            `Różnice między dziennikiem, EmpikPlace i Thulium: ${facts.count}.`,
            `Differences between the log, EmpikPlace and Thulium: ${facts.count}.`,
          ),
    afterMs: 0,
    calmMs: 0,
    readers: ['tenant', 'operator'],
    derived: false,
    page: 'problems',
  },
  'target-disabled': {
    title: () => both('Wyłączono odbiorcę powiadomień', 'A recipient of alerts was disabled'),
    text: (facts) =>
      ofAccounts(
        facts,
        both(
          'Adres powiadomień nie przyjął ani jednego przez pięć dni (albo odpowiedział, że już nie istnieje) i został wyłączony.',
          'An address of alerts took none for five days (or said that it is gone) and was disabled.',
        ),
      ),
    afterMs: 0,
    calmMs: 0,
    readers: ['tenant', 'operator'],
    derived: false,
    page: 'settings',
  },
} as const satisfies Record<string, AlertType>

export type AlertKind = keyof typeof alertTypes

export const alertKinds = Object.keys(alertTypes) as [AlertKind, ...AlertKind[]]

export const alertType = (kind: AlertKind): AlertType => alertTypes[kind]

/** What is told to the operator, too. */
export const toldToOperator = (kind: AlertKind): boolean => alertType(kind).readers.includes('operator')
