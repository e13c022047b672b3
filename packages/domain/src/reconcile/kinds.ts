import { both, type BothLanguages } from '../words/both-languages.ts'

/** What the operation does by itself where it is asked to repair: both end in the same effects as ever. */
export type Repair = 'reread' | 'retry'

interface FindingType {
  title: BothLanguages
  /** What cures it. */
  cure: BothLanguages
  /** Absent where only a person can tell what is right. */
  repair?: Repair
}

const reread = {
  cure: both(
    'ponowny odczyt EmpikPlace i Thulium: zapisze to, czego brakuje w dzienniku',
    'reread: records what the log lacks',
  ),
  repair: 'reread',
} as const
const retry = {
  cure: both(
    'ponowienie: najpierw sprawdza, czy zapis nie został już wykonany',
    'retry: first looks whether the write was done already',
  ),
  repair: 'retry',
} as const
const byHand = (pl: string, en: string) => ({ cure: both(pl, en) })

/** All that the comparison of log, EmpikPlace and Thulium can find. */
const findingTypes = {
  'message-not-in-log': {
    title: both('Wiadomości z EmpikPlace nie ma w dzienniku', 'A message that EmpikPlace shows is not in the log'),
    ...reread,
  },
  'reply-not-in-log': {
    title: both(
      'Odpowiedzi ze zgłoszenia nie ma w dzienniku',
      'A reply of an agent that the ticket shows is not in the log',
    ),
    ...reread,
  },
  'message-not-in-ticket': {
    title: both(
      'Wiadomości, którą dodano do zgłoszenia, już w nim nie ma',
      'A message that was put into the ticket is not there any more',
    ),
    ...byHand(
      'sprawdź w Thulium, kto ją usunął; wiadomość jest w osi czasu konwersacji',
      'ask in Thulium who deleted it; the message is in the timeline of the conversation',
    ),
  },
  'message-parked': {
    title: both(
      'Wiadomości nie ma w zgłoszeniu, bo zapis został wstrzymany',
      'A message is not in the ticket: the write is parked',
    ),
    ...retry,
  },
  'message-twice-in-ticket': {
    title: both('Wiadomość jest w zgłoszeniu więcej razy, niż ją napisano', 'A message is in the ticket too often'),
    ...byHand('usuń nadmiarowy wpis w Thulium', 'delete the entry that is too much in Thulium'),
  },
  'messages-out-of-order': {
    title: both(
      'Wiadomości stoją w zgłoszeniu w innej kolejności niż w dzienniku',
      'Messages stand in the ticket in another order than in the log',
    ),
    ...byHand(
      'nic: wpisów nie da się przestawić, kolejność pokazuje oś czasu konwersacji',
      'nothing: entries cannot be moved; the timeline of the conversation shows the order',
    ),
  },
  'entry-without-source': {
    title: both(
      'Wpis w zgłoszeniu wygląda jak wiadomość z EmpikPlace, a żadnej takiej nie ma',
      'An entry of the ticket looks like a message from EmpikPlace, and there is none like it',
    ),
    ...byHand(
      'sprawdź w Thulium, skąd pochodzi wpis: z innego zgłoszenia, czy został zmieniony',
      'find out in Thulium where the entry comes from: another ticket, or a change of its text',
    ),
  },
  'reply-not-at-empikplace': {
    title: both('Wysłanej odpowiedzi nie ma w EmpikPlace', 'A reply that was sent is not at EmpikPlace'),
    ...byHand(
      'sprawdź w panelu EmpikPlace, czy ją usunięto; w razie potrzeby agent wysyła ją ponownie',
      'look in the panel of EmpikPlace whether it was removed; if need be the agent sends it again',
    ),
  },
  'reply-parked': {
    title: both(
      'Odpowiedzi nie ma w EmpikPlace, bo zapis został wstrzymany',
      'A reply is not at EmpikPlace: the write is parked',
    ),
    ...retry,
  },
  'reply-twice-at-empikplace': {
    title: both(
      'Ta sama odpowiedź jest w EmpikPlace więcej razy, niż ją wysłano',
      'The same reply is at EmpikPlace more often than it was sent',
    ),
    ...byHand(
      'nic do cofnięcia: dowody wskazują obie wiadomości; mogła ją też wpisać osoba w panelu',
      'nothing can be taken back: the evidence names the messages; a person may have typed it in the panel',
    ),
  },
  'customer-field-changed': {
    title: both(
      'Rekord klienta w CRM nie ma już jego identyfikatora z EmpikPlace',
      "The buyer's CRM record does not hold his id of EmpikPlace any more",
    ),
    ...byHand(
      'wpisz identyfikator z dowodów w pole klienta',
      'put the id of the evidence into the field of the customer',
    ),
  },
  'marker-changed': {
    title: both(
      'Zgłoszenie nie ma już znacznika swojej konwersacji',
      'The ticket does not carry the mark of its conversation any more',
    ),
    ...byHand(
      'wpisz znacznik z dowodów w pole zgłoszenia',
      'put the mark of the evidence into the field of the ticket',
    ),
  },
  'ticket-gone': {
    title: both(
      'Zgłoszenia nie ma już w Thulium (usunięte albo połączone)',
      'The ticket is not in Thulium any more (deleted or merged)',
    ),
    ...reread,
  },
  'file-missing': {
    title: both('Wiadomość nie ma pliku, który jej przekazano', 'A message lacks the file that was passed on with it'),
    ...byHand(
      'plik jest po drugiej stronie (w panelu EmpikPlace albo w odpowiedzi agenta)',
      "the file is at the other side (in the panel of EmpikPlace, or in the agent's reply)",
    ),
  },
  'file-parked': {
    title: both(
      'Plik nie został przekazany, bo zapis został wstrzymany',
      'A file was not passed on: the write is parked',
    ),
    ...retry,
  },
  'ledger-contradicts-log': {
    title: both('Rejestr zapisów mówi co innego niż dziennik', 'The ledger says something else than the log'),
    cure: both(
      'odbudowa danych z dziennika: odczyty i rejestr zapisów powstają na nowo',
      'rebuild: read models and ledger from the log',
    ),
  },
} as const satisfies Record<string, FindingType>

export type ReconcileKind = keyof typeof findingTypes

export const reconcileKinds = Object.keys(findingTypes) as ReconcileKind[]

export const isReconcileKind = (what: string): what is ReconcileKind => Object.hasOwn(findingTypes, what)

export const reconcileType = (kind: ReconcileKind): FindingType => findingTypes[kind]
