import type { OperationScope } from '../events/operation-events.ts'
import { both, type BothLanguages } from '../words/both-languages.ts'

const scopeFields = ['since', 'until', 'effectKinds', 'codes', 'share', 'repair', 'customerId'] as const
type ScopeField = (typeof scopeFields)[number]

/** All that is fixed about one kind of operation. */
interface OperationType {
  title: BothLanguages
  /** What narrows it besides integration and conversation. */
  narrows: readonly ScopeField[]
  /** What it must be told, unless it is about one conversation. */
  needs: readonly ScopeField[]
  /** Who carries it out: whoever has what it works with. */
  by: 'projector' | 'ingest'
  /** It has tools that are there once: one at a time, whosever it is. */
  alone: boolean
  /** What it does when it is no dry run cannot be taken back: a command line asks before. */
  asks: boolean
  /** Nobody asks for it for all tenants at once. */
  ofOneTenant?: true
}

const operationTypes = {
  rebuild: {
    title: both('Odbudowa danych z dziennika', 'Rebuilding read models and ledger from the log'),
    narrows: [],
    needs: [],
    by: 'projector',
    // The tables that are filled beside the live ones.
    alone: true,
    asks: false,
  },
  verify: {
    title: both('Sprawdzenie dziennika', 'Verifying the log'),
    narrows: [],
    needs: [],
    by: 'projector',
    alone: false,
    asks: false,
  },
  reread: {
    title: both('Ponowny odczyt EmpikPlace i Thulium', 'Reading EmpikPlace and Thulium again'),
    narrows: ['since'],
    needs: ['since'],
    by: 'ingest',
    alone: false,
    asks: false,
  },
  retry: {
    title: both('Ponowienie wstrzymanych zapisów', 'Trying parked writes again'),
    narrows: ['since', 'until', 'effectKinds', 'codes'],
    needs: [],
    by: 'projector',
    alone: false,
    asks: false,
  },
  dismiss: {
    title: both('Zamknięcie wstrzymanych zapisów bez wykonania', 'Giving up parked writes'),
    narrows: ['since', 'until', 'effectKinds', 'codes'],
    needs: [],
    by: 'projector',
    alone: false,
    asks: true,
  },
  reconcile: {
    title: both('Uzgodnienie dziennika, EmpikPlace i Thulium', 'Reconciling log, EmpikPlace and Thulium'),
    narrows: ['since', 'until', 'share', 'repair'],
    needs: [],
    by: 'ingest',
    alone: false,
    asks: false,
  },
  refeed: {
    title: both('Ponowne nadanie zdarzeń', 'Publishing events of the public feed again'),
    narrows: ['since'],
    needs: ['since'],
    by: 'projector',
    alone: false,
    asks: false,
  },
  erase: {
    title: both('Usunięcie danych klienta', 'Erasing a buyer'),
    narrows: ['customerId'],
    needs: ['customerId'],
    by: 'projector',
    alone: false,
    asks: true,
    ofOneTenant: true,
  },
  retention: {
    title: both('Usunięcie danych klientów, którzy dawno nie pisali', 'Erasing buyers who have not written for long'),
    narrows: ['until'],
    needs: ['until'],
    by: 'projector',
    alone: false,
    asks: true,
    ofOneTenant: true,
  },
} as const satisfies Record<string, OperationType>

export type OperationKind = keyof typeof operationTypes

export const operationKinds = Object.keys(operationTypes) as [OperationKind, ...OperationKind[]]

export const isOperationKind = (kind: string): kind is OperationKind => Object.hasOwn(operationTypes, kind)

export const operationType = (kind: OperationKind): OperationType => operationTypes[kind]

export const operationTitle = (kind: string): BothLanguages =>
  isOperationKind(kind) ? operationTypes[kind].title : both(kind, kind)

/** Kinds that the given service carries out. */
export const kindsOf = (service: OperationType['by']): OperationKind[] =>
  operationKinds.filter((kind) => operationTypes[kind].by === service)

/** Those of which there is one at a time, whosever it is. */
export const kindsAlone: readonly OperationKind[] = operationKinds.filter((kind) => operationTypes[kind].alone)

interface ScopeProblem {
  field: string
  message: BothLanguages
}

/** What is wrong with a scope, before anything is looked up. */
export function problemsOfScope(kind: OperationKind, scope: OperationScope, now: Date): ScopeProblem[] {
  const { narrows, needs } = operationType(kind)
  const problems: ScopeProblem[] = []
  const say = (field: string, pl: string, en: string): void => void problems.push({ field, message: both(pl, en) })
  for (const field of scopeFields) {
    if (scope[field] !== undefined && !narrows.includes(field))
      say(field, `tym nie zawęża się operacji ${kind}`, `Nothing that ${kind} can be narrowed by`)
    if (scope[field] === undefined && needs.includes(field) && scope.threadId === undefined)
      say(field, `operacja ${kind} tego wymaga`, `${kind} needs it`)
  }
  if (scope.share !== undefined && scope.threadId !== undefined)
    say('share', 'jednej konwersacji nie bierze się w części', 'Of one conversation there is no share')
  if (scope.threadId !== undefined && scope.integrationId === undefined)
    say(
      'integrationId',
      'konwersację wskazuje integracja i wątek',
      'A conversation is named by its integration and its thread',
    )
  for (const field of ['since', 'until'] as const) {
    const at = scope[field]
    if (at !== undefined && Date.parse(at) > now.getTime()) say(field, 'leży w przyszłości', 'Lies in the future')
  }
  if (scope.since !== undefined && scope.until !== undefined && Date.parse(scope.since) >= Date.parse(scope.until))
    say('until', 'nie jest po `since`', 'Is not after `since`')
  return problems
}
