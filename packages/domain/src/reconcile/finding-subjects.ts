import { effectKindOf, effectTitle } from '../effects/index.ts'
import { both, type BothLanguages } from '../words/both-languages.ts'

/** What programs know by one word, with a number or an id behind it. */
const things: Readonly<Record<string, BothLanguages>> = {
  entry: both('wpis w zgłoszeniu', 'entry of the ticket'),
  ticket: both('zgłoszenie', 'ticket'),
  customer: both('rekord w CRM', 'record in the CRM'),
  head: both('podpis dziennika z dnia', 'signature of the log of'),
  list: both('lista konwersacji w EmpikPlace', 'list of conversations at EmpikPlace'),
  integration: both('cała integracja', 'the whole integration'),
  // Events that a look adds to the log.
  MessageReceived: both('wiadomość', 'message'),
  OrderRecorded: both('dane zamówienia', 'data of the order'),
  ConversationRouted: both('wybór kolejki i kategorii', 'choice of queue and category'),
  ReplyClockChanged: both('zegar odpowiedzi', 'reply clock'),
  ReplyRequested: both('odpowiedź agenta, wpis', 'reply of an agent, entry'),
  ReplySent: both('wysłana odpowiedź, wpis', 'reply that was sent, entry'),
  ReplyWithdrawn: both('wycofana odpowiedź, wpis', 'reply that was withdrawn, entry'),
  ReplyRefused: both('odrzucona odpowiedź, wpis', 'reply that was refused, entry'),
  TicketCreated: both('zgłoszenie', 'ticket'),
  TicketLost: both('utracone zgłoszenie', 'ticket that was lost'),
  // Read models.
  conversations: both('lista konwersacji, wiersz', 'list of conversations, row'),
  conversation_words: both('słowa do wyszukiwania, wiersz', 'words to search for, row'),
  effects: both('rejestr zapisów, wiersz', 'ledger of writes, row'),
  customers: both('klienci, wiersz', 'customers, row'),
  hourly_counts: both('liczby na godzinę, wiersz', 'counts by the hour, row'),
  integrations: both('integracje, wiersz', 'integrations, row'),
  operations: both('operacje, wiersz', 'operations, row'),
  quarantined_streams: both('strumienie odłożone na bok, wiersz', 'streams that are set aside, row'),
  tenants: both('konta, wiersz', 'accounts, row'),
  tenant_rests: both('wstrzymane konta, wiersz', 'paused accounts, row'),
}

/** `conversation-demo-…@3`: an event by its stream and its place in it. */
const event = /^.+@(\d+)$/
const inputs = /^(\d+) inputs$/

/**
 * What a finding is about, in words for people. The subject itself is for programs, and stays as it was found; one that says
 * nothing to anybody, a bare id, is given back as it is.
 */
export function findingSubject(subject: string): BothLanguages {
  const kind = effectKindOf(subject)
  if (kind !== undefined) {
    const { pl, en } = effectTitle(kind)
    return both(pl, en)
  }
  const [, count] = inputs.exec(subject) ?? []
  if (count !== undefined) return both(`nieodczytane dane: ${count}`, `unreadable inputs: ${count}`)
  if (event.test(subject)) return both(`zdarzenie ${subject}`, `event ${subject}`)
  const [word = '', ...rest] = subject.split(' ')
  const thing = Object.hasOwn(things, word) ? things[word] : undefined
  if (!thing) return both(subject, subject)
  const named = (text: string): string => [text, ...rest].join(' ').trim()
  return both(named(thing.pl), named(thing.en))
}
