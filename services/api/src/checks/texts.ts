import type { Side } from '@connector/domain/events'
import type { BothLanguages } from '@connector/domain/words'

export const sideNames: Record<Side, string> = { empikplace: 'EmpikPlace', thulium: 'Thulium' }

const withStatus = (status: number | undefined): string => (status === undefined ? '' : ` (HTTP ${status})`)

const both = (pl: string, en: string): BothLanguages => ({ pl, en })

/** What an administrator reads after a check: what was found, and what to do where something is wrong. */
export const texts = {
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
  tooLarge: (side: string) =>
    both(
      `Odpowiedź ${side} jest większa, niż łącznik przyjmuje. Zgłoś to administratorowi łącznika.`,
      `The answer of ${side} is larger than the connector takes. Tell the operator of the connector.`,
    ),
  destinationRefused: (side: string) =>
    both(
      `Adres ${side} prowadzi tam, gdzie łącznik nie wysyła zapytań. Sprawdź nazwę konta; jeśli jest poprawna, zgłoś to administratorowi łącznika.`,
      `The address of ${side} leads to where the connector sends no requests. Check the name of the account; if it is right, tell the operator of the connector.`,
    ),

  keyMissing: both('Nie zapisano klucza API EmpikPlace.', 'No EmpikPlace API key is stored.'),
  keyAccepted: both('EmpikPlace przyjmuje klucz API.', 'EmpikPlace accepts the API key.'),
  keyRejected: both(
    'EmpikPlace odrzuca klucz API. Utwórz nowy klucz w panelu sprzedawcy i zapisz go tutaj.',
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
  messagesRead: both('Klucz może czytać wiadomości.', 'The key may read messages.'),
  messagesDenied: both(
    'Klucz nie może czytać wiadomości tego sklepu. Nadaj mu to uprawnienie w panelu sprzedawcy.',
    'The key may not read messages of this shop. Grant it that permission in the seller panel.',
  ),
  ordersRead: both('Klucz może czytać zamówienia.', 'The key may read orders.'),
  ordersDenied: both(
    'Klucz nie może czytać zamówień tego sklepu. Nadaj mu to uprawnienie w panelu sprzedawcy.',
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
  queueFound: (name: string) => both(`Kolejka zgłoszeń: ${name}.`, `Ticket queue: ${name}.`),
  queueUnknown: (id: number) =>
    both(`W Thulium nie ma kolejki zgłoszeń ${id}.`, `There is no ticket queue ${id} in Thulium.`),
  categoryFound: (name: string) => both(`Kategoria zgłoszeń: ${name}.`, `Ticket category: ${name}.`),
  categoryUnknown: (id: number) =>
    both(`W Thulium nie ma kategorii zgłoszeń ${id}.`, `There is no ticket category ${id} in Thulium.`),
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
    both(`W Thulium nie ma agenta „${login}”.`, `There is no agent “${login}” in Thulium.`),
  agentInactive: (login: string) =>
    both(`Agent „${login}” jest w Thulium nieaktywny.`, `The agent “${login}” is inactive in Thulium.`),
} as const
