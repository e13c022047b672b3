import type { Side } from '../events/integration-events.ts'
import { both, type BothLanguages } from '../words/both-languages.ts'
import { toReaders, type Readers } from '../words/readers.ts'

/**
 * Effects keep their order within a lane. A conversation has one lane of texts per outside system, and further ones for
 * what no text should ever wait for. The side is where its effects are written to: under the budget of a shop's key at
 * EmpikPlace, of the account at Thulium.
 */
const sideByLane = {
  thulium: 'thulium',
  empikplace: 'empikplace',
  crm: 'thulium',
  'ticket-fields': 'thulium',
  'auto-reply': 'empikplace',
  'files-in': 'thulium',
  'files-out': 'empikplace',
} as const satisfies Record<string, Side>

export type Lane = keyof typeof sideByLane

/** All that is fixed about one kind of effect. */
interface EffectType {
  /** Of what goes to readers at EmpikPlace, made from those it really goes to. */
  title: BothLanguages | ((to: BothLanguages) => BothLanguages)
  lane: Lane
  /** Where a parked one is shown to the people who decide; what readers at EmpikPlace did not get comes first. */
  group: 'replies' | 'tickets' | 'files' | 'crm' | 'others'
  /** Nothing later in the lane can work without it, so a parked one holds the lane until a person decides. */
  holdsLaneWhenParked: boolean
  /**
   * Waits before each look-up after a send without an answer, in milliseconds; as many empty look-ups prove that the write
   * was not done.
   */
  lookupDelaysMs: readonly number[]
}

/** A message may be seen a little later than it was taken (docs/outside/empikplace.md: was it sent). */
const sentToBuyer = [3_000, 30_000, 120_000]
/**
 * What only a search finds is searched again when an index that lags behind must have caught up (docs/outside/thulium.md: was it written). Nobody
 * knows how far it lags, and a second ticket is worse than a late one.
 */
const searched = [5_000, 30_000, 120_000]
const readInTicket = [5_000, 10_000]

const effectTypes = {
  'customer:link': {
    title: both('Powiązanie klienta z CRM', 'Linking the buyer to the CRM'),
    lane: 'thulium',
    group: 'crm',
    holdsLaneWhenParked: true,
    lookupDelaysMs: searched,
  },
  'customer:add': {
    title: both('Dodanie klienta do CRM', 'Adding the buyer to the CRM'),
    lane: 'crm',
    group: 'crm',
    holdsLaneWhenParked: false,
    lookupDelaysMs: searched,
  },
  'customer:name': {
    title: both('Uzupełnienie nazwy klienta w CRM', "Filling in the buyer's name in the CRM"),
    lane: 'crm',
    group: 'crm',
    holdsLaneWhenParked: false,
    // It looks before it writes.
    lookupDelaysMs: [1_000],
  },
  'ticket:create': {
    title: both('Utworzenie zgłoszenia', 'Creating the ticket'),
    lane: 'thulium',
    group: 'tickets',
    holdsLaneWhenParked: true,
    lookupDelaysMs: searched,
  },
  'ticket:update': {
    title: both('Aktualizacja pól zgłoszenia', 'Updating the fields of the ticket'),
    lane: 'ticket-fields',
    group: 'others',
    holdsLaneWhenParked: false,
    // Writing the same values again harms nothing, so there is nothing to find out before that.
    lookupDelaysMs: [1_000],
  },
  'ticket:reopen': {
    title: both('Ponowne otwarcie zgłoszenia', 'Opening the ticket again'),
    lane: 'thulium',
    group: 'others',
    holdsLaneWhenParked: false,
    lookupDelaysMs: [5_000, 5_000],
  },
  'message:mirror': {
    title: both('Dodanie wiadomości do zgłoszenia', 'Adding a message to the ticket'),
    lane: 'thulium',
    group: 'others',
    holdsLaneWhenParked: false,
    lookupDelaysMs: readInTicket,
  },
  'comment:add': {
    title: both('Dodanie komentarza do zgłoszenia', 'Adding a comment to the ticket'),
    lane: 'thulium',
    group: 'others',
    holdsLaneWhenParked: false,
    lookupDelaysMs: readInTicket,
  },
  'reply:send': {
    title: (to) => both(`Wysłanie odpowiedzi ${to.pl}`, `Sending a reply ${to.en}`),
    lane: 'empikplace',
    group: 'replies',
    holdsLaneWhenParked: false,
    lookupDelaysMs: sentToBuyer,
  },
  'auto-reply:send': {
    title: both('Wysłanie automatycznej odpowiedzi do klienta', 'Sending an automatic answer to the buyer'),
    // It may wait for hours until it is due, and an agent's answer must not wait with it.
    lane: 'auto-reply',
    group: 'replies',
    holdsLaneWhenParked: false,
    lookupDelaysMs: sentToBuyer,
  },
  'auto-reply:mirror': {
    title: both('Dodanie automatycznej odpowiedzi do zgłoszenia', 'Adding an automatic answer to the ticket'),
    lane: 'thulium',
    group: 'others',
    holdsLaneWhenParked: false,
    lookupDelaysMs: readInTicket,
  },
  'attachment:relay': {
    title: both('Przekazanie pliku do zgłoszenia', 'Passing a file on into the ticket'),
    // One after another, because each counts towards the limit of the conversation; texts never wait for them.
    lane: 'files-in',
    group: 'files',
    holdsLaneWhenParked: false,
    lookupDelaysMs: readInTicket,
  },
  'attachment:send': {
    title: (to) => both(`Wysłanie pliku ${to.pl}`, `Sending a file ${to.en}`),
    lane: 'files-out',
    group: 'replies',
    holdsLaneWhenParked: false,
    lookupDelaysMs: sentToBuyer,
  },
} as const satisfies Record<`${string}:${string}`, EffectType>

export type EffectKind = keyof typeof effectTypes

export const effectKinds = Object.keys(effectTypes) as EffectKind[]

/** A row for each kind, made from its row of the table. */
export const perKind = <T>(make: (type: EffectType, kind: EffectKind) => T): Record<EffectKind, T> =>
  Object.fromEntries(effectKinds.map((kind) => [kind, make(effectTypes[kind], kind)])) as Record<EffectKind, T>

const titles = perKind(({ title }) => title)

/**
 * What a write does, for people.
 * @param readers who gets it, as far as it is recorded
 */
export function effectTitle(kind: EffectKind, readers?: Readers): BothLanguages {
  const title = titles[kind]
  return typeof title === 'function' ? title(toReaders(readers)) : title
}

export const laneOf = (kind: EffectKind): Lane => effectTypes[kind].lane

export const holdsLaneWhenParked = (kind: EffectKind): boolean => effectTypes[kind].holdsLaneWhenParked

export const sideOf = (kind: EffectKind): Side => sideByLane[laneOf(kind)]

/** Lanes whose effects are written to EmpikPlace, under the budget of a shop's key; the others share that of the account. */
export const empikplaceLanes = (Object.keys(sideByLane) as Lane[]).filter((lane) => sideByLane[lane] === 'empikplace')
