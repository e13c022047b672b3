import type { Side } from '@connector/domain/events'
import { both, type BothLanguages } from '@connector/domain/words'

export const sideNames: Record<Side, string> = { empikplace: 'EmpikPlace', thulium: 'Thulium' }

const withStatus = (status: number | undefined): string => (status === undefined ? '' : ` (HTTP ${status})`)

const deletable = (testTicket: number): BothLanguages =>
  both(`Zgłoszenie próbne ${testTicket} można usunąć.`, `The test ticket ${testTicket} may be deleted.`)

/** What an administrator reads after a check: what was found, and what to do where something is wrong. */
export const texts = {
  notChecked: both(
    'Nie sprawdzono, bo nie udało się odczytać tego, od czego to zależy. Zacznij od błędów i ostrzeżeń wyżej.',
    'Not checked, since what it depends on could not be read. Begin with the errors and warnings above.',
  ),
  hostReached: (side: string) => both(`${side} odpowiada.`, `${side} answers.`),
  unknownShape: (side: string) =>
    both(
      `${side} odpowiada, ale w nieznanej postaci. Sprawdź tę część ręcznie.`,
      `${side} answers, but in a form that is not known. Check this part by hand.`,
    ),
  refused: (side: string, status?: number) =>
    both(
      `${side} odmawia odpowiedzi na to zapytanie${withStatus(status)}.`,
      `${side} refuses this request${withStatus(status)}.`,
    ),
  rateLimited: (side: string) =>
    both(
      `${side} prosi o rzadsze zapytania. Spróbuj ponownie za kilka minut.`,
      `${side} asks for fewer requests. Try again in a few minutes.`,
    ),
  unreachable: (side: string, status?: number) =>
    both(
      `${side} nie odpowiada poprawnie${withStatus(status)}. Spróbuj ponownie za kilka minut.`,
      `${side} does not answer properly${withStatus(status)}. Try again in a few minutes.`,
    ),
  gateway: (side: string) =>
    both(
      `Zapytanie do ${side} zatrzymało coś po drodze: zapora, bramka albo serwer pośredniczący. Spróbuj ponownie za kilka minut. Jeśli to się powtarza, sprawdź dane dostępowe i zgłoś to operatorowi łącznika.`,
      `Something on the way to ${side} stopped the request: a firewall, a gateway or a proxy. Try again in a few minutes. If it happens again, check the credentials and tell the operator of the connector.`,
    ),
  tooLarge: (side: string) =>
    both(
      `Odpowiedź ${side} jest większa, niż łącznik przyjmuje. Zgłoś to operatorowi łącznika.`,
      `The answer of ${side} is larger than the connector takes. Tell the operator of the connector.`,
    ),
  notConnected: () =>
    both('Brakuje danych logowania. Zapisz je w ustawieniach.', 'Credentials are missing. Save them in the settings.'),
  internal: (side: string) =>
    both(
      `Łącznik ma własną usterkę i nie mógł sprawdzić ${side}. Zgłoś to operatorowi łącznika.`,
      `The connector has a fault of its own and could not check ${side}. Tell the operator of the connector.`,
    ),
  destinationRefused: (side: string) =>
    both(
      `Adres ${side} prowadzi tam, gdzie łącznik nie wysyła zapytań. Sprawdź nazwę konta; jeśli jest poprawna, zgłoś to operatorowi łącznika.`,
      `The address of ${side} leads to where the connector sends no requests. Check the name of the account; if it is right, tell the operator of the connector.`,
    ),

  // EmpikPlace: the key, its shop, its permissions.
  keyMissing: both('Nie zapisano klucza API EmpikPlace.', 'No EmpikPlace API key is stored.'),
  keyAccepted: both('EmpikPlace przyjmuje klucz API.', 'EmpikPlace accepts the API key.'),
  keyRejected: both(
    'EmpikPlace odrzuca klucz API. Utwórz nowy klucz w Panelu Sprzedawcy i zapisz go tutaj.',
    'EmpikPlace rejects the API key. Create a new one in the seller panel and save it here.',
  ),
  shopFound: (name: string) => both(`Klucz należy do sklepu „${name}”.`, `The key belongs to the shop “${name}”.`),
  shopForeign: (shopId: string) =>
    both(
      `Klucz nie ma dostępu do sklepu ${shopId}. Sprawdź identyfikator sklepu i uprawnienia klucza.`,
      `The key has no access to shop ${shopId}. Check the shop id and the permissions of the key.`,
    ),
  shopOther: (shopId: string, found: string) =>
    both(
      `Klucz prowadzi do sklepu ${found}, a nie ${shopId}. Popraw identyfikator sklepu.`,
      `The key leads to shop ${found}, not ${shopId}. Correct the shop id.`,
    ),
  shopOpen: both('Sklep jest otwarty.', 'The shop is open.'),
  shopNotOpen: (state: string) =>
    both(
      `Sklep nie jest otwarty (stan: ${state}). Wiadomości mogą nie przychodzić; sprawdź to w Panelu Sprzedawcy.`,
      `The shop is not open (state: ${state}). Messages may not come; look into it in the seller panel.`,
    ),
  messagesRead: both('Klucz może czytać wiadomości.', 'The key may read messages.'),
  messagesDenied: both(
    'Klucz nie może czytać wiadomości tego sklepu. Nadaj mu to uprawnienie w Panelu Sprzedawcy.',
    'The key may not read messages of this shop. Grant it that permission in the seller panel.',
  ),
  ordersRead: both('Klucz może czytać zamówienia.', 'The key may read orders.'),
  ordersDenied: both(
    'Klucz nie może czytać zamówień tego sklepu. Nadaj mu to uprawnienie w Panelu Sprzedawcy.',
    'The key may not read orders of this shop. Grant it that permission in the seller panel.',
  ),
  clockKnown: (seconds: number) =>
    both(
      `Różnica zegarów: ${seconds} s. Jest uwzględniana.`,
      `The clocks differ by ${seconds} s. That is taken into account.`,
    ),
  clockUnknown: both(
    'EmpikPlace nie podaje swojego czasu; zegary uznano za zgodne.',
    'EmpikPlace does not tell its time; the clocks are taken to agree.',
  ),

  // Thulium: the user and his permissions.
  passwordMissing: both('Nie zapisano hasła użytkownika API Thulium.', "No password of Thulium's API user is stored."),
  passwordAccepted: both('Thulium przyjmuje użytkownika API.', 'Thulium accepts the API user.'),
  passwordRejected: both(
    'Thulium odrzuca użytkownika API. Sprawdź nazwę systemu, użytkownika i hasło (Administracja → Użytkownicy → Użytkownicy API).',
    'Thulium rejects the API user. Check the system name, the user and the password (Administration → Users → API users).',
  ),
  permissionMissing: (method: string) =>
    both(
      `Użytkownik API nie ma uprawnienia „${method}”. Dodaj je w Thulium.`,
      `The API user lacks the permission “${method}”. Add it in Thulium.`,
    ),
  permitted: (method: string) =>
    both(`Użytkownik API ma uprawnienie „${method}”.`, `The API user has the permission “${method}”.`),
  untilFirstUse: (method: string) =>
    both(
      `Uprawnienie „${method}” okaże się przy pierwszym użyciu: sprawdzenie go byłoby zapisem. Upewnij się w Thulium, że użytkownik API je ma.`,
      `The permission “${method}” shows at its first use: checking it would write something. Make sure in Thulium that the API user has it.`,
    ),
  writeUnanswered: (method: string) =>
    both(
      `Thulium nie odpowiedziało na próbę „${method}”. Spróbuj ponownie za kilka minut.`,
      `Thulium did not answer the trial of “${method}”. Try again in a few minutes.`,
    ),
  writeAccepted: (method: string) =>
    both(
      `Thulium przyjęło „${method}” dla zgłoszenia, którego nie ma. Sprawdź to uprawnienie ręcznie.`,
      `Thulium accepted “${method}” for a ticket that does not exist. Check this permission by hand.`,
    ),

  // Thulium: what the settings name.
  queueFound: (name: string) => both(`Kolejka zgłoszeń: ${name}.`, `Ticket queue: ${name}.`),
  queueUnknown: (id: number) =>
    both(`W Thulium nie ma kolejki zgłoszeń ${id}.`, `There is no ticket queue ${id} in Thulium.`),
  categoryFound: (name: string) => both(`Kategoria zgłoszeń: ${name}.`, `Ticket category: ${name}.`),
  categoryUnknown: (id: number) =>
    both(`W Thulium nie ma kategorii zgłoszeń ${id}.`, `There is no ticket category ${id} in Thulium.`),
  statusFound: (name: string) =>
    both(`Status po wiadomości klienta: ${name}.`, `Status after a buyer’s message: ${name}.`),
  statusUnknown: (id: number) =>
    both(
      `W Thulium nie ma statusu ${id}. Wybierz inny status po wiadomości klienta.`,
      `There is no status ${id} in Thulium. Choose another status after a buyer’s message.`,
    ),
  ticketsRead: both('Zgłoszenia można odczytać.', 'Tickets can be read.'),
  fieldSearchable: (name: string) =>
    both(`Pole „${name}” istnieje i można po nim szukać.`, `The field “${name}” exists and can be searched by.`),
  ticketFieldUnknown: (name: string) =>
    both(
      `Thulium nie szuka zgłoszeń po polu „${name}”. Utwórz takie pole zgłoszenia typu Tekst albo popraw nazwę.`,
      `Thulium does not search tickets by the field “${name}”. Create such a ticket field of type Text, or correct the name.`,
    ),
  customerFieldUnknown: (name: string) =>
    both(
      `Thulium nie szuka klientów po polu „${name}”. Utwórz takie pole CRM typu Tekst albo popraw nazwę.`,
      `Thulium does not search customers by the field “${name}”. Create such a CRM field of type Text, or correct the name.`,
    ),
  agentFound: (login: string) => both(`Agent „${login}” istnieje.`, `The agent “${login}” exists.`),
  agentUnknown: (login: string) =>
    both(
      `W Thulium nie ma agenta „${login}”. Dodaj go albo popraw login agenta.`,
      `There is no agent “${login}” in Thulium. Add one, or correct the login of the agent.`,
    ),
  agentInactive: (login: string) =>
    both(`Agent „${login}” jest w Thulium nieaktywny.`, `The agent “${login}” is inactive in Thulium.`),
  mailbox: (address: string) =>
    both(
      `Thulium nie podaje listy skrzynek. Upewnij się, że skrzynka ${address} istnieje; sprawdza ją też zgłoszenie próbne.`,
      `Thulium does not list its mailboxes. Make sure that the mailbox ${address} exists; a test ticket checks it, too.`,
    ),
  sinkApart: (domain: string) =>
    both(
      `Adresy nadawców w domenie ${domain} nie prowadzą do skrzynki sprzedawcy.`,
      `Sender addresses at ${domain} do not lead to the seller’s own mailbox.`,
    ),
  sinkIsOwn: (domain: string, mailbox: string) =>
    both(
      `Domena nadawców ${domain} jest domeną poczty sprzedawcy (${mailbox}): odpowiedzi agentów wracałyby do niej jako nowe zgłoszenia. Wpisz domenę, której serwer przyjmuje i porzuca całą pocztę.`,
      `The domain of senders ${domain} is the seller’s own mail domain (${mailbox}): replies of agents would come back to it as new tickets. Enter a domain whose server accepts and drops all mail.`,
    ),
  sourceDocumented: (source: string) =>
    both(`Źródło zgłoszeń „${source}” jest udokumentowane.`, `The ticket source “${source}” is documented.`),
  sourceUnproved: (source: string) =>
    both(
      `Czy Thulium zachowa źródło „${source}”, okaże się dopiero na zgłoszeniu. Uruchom zgłoszenie próbne albo ustaw „www”.`,
      `Whether Thulium keeps the source “${source}” shows on a ticket only. Run the test ticket, or set “www”.`,
    ),

  // Thulium: the test ticket, by which the source of new ones is found out.
  sourceKept: (source: string, testTicket: number) =>
    both(
      `Thulium zachowuje źródło „${source}”; nowe zgłoszenia będą je miały. ${deletable(testTicket).pl}`,
      `Thulium keeps the source “${source}”; new tickets will have it. ${deletable(testTicket).en}`,
    ),
  sourceChanged: (source: string, safe: string, testTicket: number) =>
    both(
      `Thulium zamienia źródło „${source}” na inne; nowe zgłoszenia będą miały „${safe}” i tag „${source}”. ${deletable(testTicket).pl}`,
      `Thulium changes the source “${source}” to another; new tickets will have “${safe}” and the tag “${source}”. ${deletable(testTicket).en}`,
    ),
  sourceRefused: (source: string, safe: string, testTicket: number) =>
    both(
      `Thulium nie przyjmuje źródła „${source}”; nowe zgłoszenia będą miały „${safe}” i tag „${source}”. ${deletable(testTicket).pl}`,
      `Thulium does not take the source “${source}”; new tickets will have “${safe}” and the tag “${source}”. ${deletable(testTicket).en}`,
    ),

  // Thulium: lists to choose from.
  lists: {
    queues: both('kolejki', 'queues'),
    categories: both('kategorie', 'categories'),
    statuses: both('statusy', 'statuses'),
    agents: both('agenci', 'agents'),
  },
  listRead: (what: BothLanguages, count: number) =>
    both(`Odczytano listę: ${what.pl} (${count}).`, `The list was read: ${what.en} (${count}).`),
  listUnknownShape: both(
    'Thulium podaje tę listę w nieznanej postaci. Wpisz wartość ręcznie.',
    'Thulium gives this list in a form that is not known. Enter the value by hand.',
  ),
  listPartlyUnreadable: (count: number) =>
    both(
      `Pominięto pozycje, których nie dało się odczytać: ${count}. Wpisz ich wartość ręcznie.`,
      `Entries that could not be read were left out: ${count}. Enter their value by hand.`,
    ),
  fieldsLearned: both(
    'Thulium nie podaje listy pól. Nazwy pochodzą z jednego rekordu, mogą więc być niepełne.',
    'Thulium does not list its fields. The names are those of one record, so they may not be all.',
  ),
  fieldsNotLearned: both(
    'Thulium nie podaje listy pól, a nie ma jeszcze rekordu, z którego można by je poznać. Wpisz nazwę ręcznie.',
    'Thulium does not list its fields, and there is no record yet to learn them from. Enter the name by hand.',
  ),
} as const
