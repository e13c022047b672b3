import type { BothLanguages } from '@connector/domain/words'

const both = (pl: string, en: string): BothLanguages => ({ pl, en })

/** What the preflight says besides the texts of the verification. */
export const texts = {
  notChecked: both(
    'Nie sprawdzono, bo nie udało się odczytać tego, od czego to zależy. Zacznij od błędów i ostrzeżeń wyżej.',
    'Not checked, since what it depends on could not be read. Begin with the errors and warnings above.',
  ),
  hostReached: (side: string) => both(`${side} odpowiada.`, `${side} answers.`),
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
  shopOpen: both('Sklep jest otwarty.', 'The shop is open.'),
  shopNotOpen: (state: string) =>
    both(
      `Sklep nie jest otwarty (stan: ${state}). Wiadomości mogą nie przychodzić; sprawdź to w panelu sprzedawcy.`,
      `The shop is not open (state: ${state}). Messages may not come; look into it in the seller panel.`,
    ),
  listRead: (what: { pl: string; en: string }, count: number) =>
    both(`Odczytano listę: ${what.pl} (${count}).`, `The list was read: ${what.en} (${count}).`),
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
  statusFound: (name: string) =>
    both(`Status po wiadomości klienta: ${name}.`, `Status after a buyer’s message: ${name}.`),
  statusUnknown: (id: number) =>
    both(
      `W Thulium nie ma statusu ${id}. Wybierz inny status po wiadomości klienta.`,
      `There is no status ${id} in Thulium. Choose another status after a buyer’s message.`,
    ),
} as const
