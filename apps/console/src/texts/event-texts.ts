interface Words {
  pl: string
  en: string
}

export type EventTexts = { [key: string]: Words | EventTexts }

const words = (pl: string, en: string): Words => ({ pl, en })

/**
 * What happened to a conversation, in words of both languages. `npm run generate` makes a catalogue of each language of it, since only
 * the language that is shown is loaded. An event that is told by one sentence has it under `plain`, by its name.
 */
export const eventTexts = {
  message: {
    customer: words('Wiadomość od klienta', 'Message from the customer'),
    seller: words('Wiadomość sklepu, napisana w EmpikPlace', 'Message from the shop, written in EmpikPlace'),
    operator: words('Wiadomość operatora EmpikPlace', 'Message from the EmpikPlace operator'),
    unknown: words('Wiadomość od nieznanego nadawcy', 'Message from an unknown sender'),
  },
  order: words('Zapisano zamówienie {order}', 'Order {order} recorded'),
  orderTotal: words('razem {total}', 'total {total}'),
  customer: {
    existing: words('Klient był już w CRM (rekord {n})', 'The customer was already in the CRM (record {n})'),
    created: words('Dodano klienta do CRM (rekord {n})', 'Customer added to the CRM (record {n})'),
    adopted: words(
      'Klient został dodany wcześniej, rozpoznano rekord {n}',
      'The customer had been added before; record {n} recognised',
    ),
    hits: words(
      'Rekordów z tym ID klienta: {hits}. Wybrano najniższy numer.',
      'Records with this customer id: {hits}. The lowest number was taken.',
    ),
    named: words('Rekord CRM dostał imię i nazwisko z zamówienia', 'The CRM record got the name from the order'),
    kept: words(
      'Rekord CRM miał już imię i nazwisko; nic nie zmieniono',
      'The CRM record had a name already; nothing was changed',
    ),
    outside: words(
      'Klienta nie ma w CRM; zgodnie z ustawieniami nie dodano go',
      'The customer is not in the CRM and, by the settings, was not added',
    ),
    refused: words(
      'Thulium nie przyjęło rekordu klienta; zgłoszenie powstaje bez niego',
      'Thulium refused the record of the customer; the ticket is made without',
    ),
  },
  ticket: {
    updated: words(
      'Odświeżono pola zgłoszenia po zmianie zamówienia',
      'Fields of the ticket brought up to date with the order',
    ),
    done: words('Utworzono zgłoszenie {n}', 'Ticket {n} created'),
    found: words(
      'Zgłoszenie {n} już istniało; rozpoznano je, nie tworząc drugiego',
      'Ticket {n} was already there; recognised, not created twice',
    ),
    deleted: words('Zgłoszenie {n} usunięto w Thulium', 'Ticket {n} was deleted in Thulium'),
    merged: words('Zgłoszenie {n} połączono w Thulium z innym', 'Ticket {n} was merged into another one in Thulium'),
    follows: words('Konwersacja trwa dalej w zgłoszeniu {n}', 'The conversation goes on in ticket {n}'),
    closed: words('Nowa wiadomość w zamkniętym zgłoszeniu {n}', 'New message in the closed ticket {n}'),
    opened: words('Otwarto ponownie zgłoszenie {n}', 'Ticket {n} opened again'),
    wasOpen: words('Zgłoszenie {n} było już otwarte', 'Ticket {n} was open already'),
  },
  clock: {
    runs: words('EmpikPlace czeka na odpowiedź sklepu', 'EmpikPlace waits for the shop’s answer'),
    stopped: words('EmpikPlace nie czeka już na odpowiedź sklepu', 'EmpikPlace waits for the shop’s answer no more'),
  },
  mirrored: {
    done: words('Wiadomość dopisana do zgłoszenia {n}', 'Message added to ticket {n}'),
    found: words(
      'Wiadomość była już w zgłoszeniu {n}; nie dopisano jej drugi raz',
      'The message was already in ticket {n}; not added twice',
    ),
  },
  reply: words('Odpowiedź obsługi w Thulium', 'Answer of an agent in Thulium'),
  replyHere: words('Odpowiedź napisana w konsoli', 'Answer written in the console'),
  commentHere: words('Komentarz wewnętrzny napisany w konsoli', 'Internal comment written in the console'),
  corrected: words('Człowiek poprawił treść odpowiedzi', 'A person corrected the text of the reply'),
  sent: {
    done: words('Odpowiedź przekazana w EmpikPlace', 'Answer passed on in EmpikPlace'),
    customer: words('Odpowiedź przekazana klientowi w EmpikPlace', 'Answer passed to the customer in EmpikPlace'),
    operator: words('Odpowiedź przekazana operatorowi w EmpikPlace', 'Answer passed to the operator in EmpikPlace'),
    everyone: words(
      'Odpowiedź przekazana klientowi i operatorowi w EmpikPlace',
      'Answer passed to the customer and the operator in EmpikPlace',
    ),
    found: words(
      'Odpowiedź jest już w EmpikPlace; nie wysłano jej drugi raz',
      'The answer is already in EmpikPlace; not sent twice',
    ),
  },
  refused: {
    'too-short': words(
      'Odpowiedzi nie wysłano: ma mniej niż 3 znaki',
      'Answer not sent: it has fewer than 3 characters',
    ),
    'too-long': words(
      'Odpowiedzi nie wysłano: ma więcej niż 50 000 znaków',
      'Answer not sent: it has more than 50 000 characters',
    ),
    'no-customer': words(
      'Odpowiedzi nie wysłano: w konwersacji nie ma klienta',
      'Answer not sent: no customer takes part in the conversation',
    ),
    'no-operator': words(
      'Odpowiedzi nie wysłano: operator nie bierze w niej udziału',
      'Answer not sent: the operator takes no part in it',
    ),
    moved: words(
      'Odpowiedzi nie wysłano: przeniesiono ją z innego zgłoszenia',
      'Answer not sent: it was moved here from another ticket',
    ),
    'own-login': words(
      'Odpowiedzi nie wysłano: napisano ją z konta agenta integracji',
      'Answer not sent: it stands under the login of the integration',
    ),
    'buyer-waits': words(
      'Odpowiedź wstrzymano: ostatni pisał operator, a klient czeka; trzeba wskazać adresata',
      'Answer held: the operator wrote last while the customer waits; its reader has to be named',
    ),
    'files-unnamed': words(
      'Plików nie wysłano: nie wskazano, kto ma je dostać',
      'Files not sent: nobody said who is to get them',
    ),
    unknown: words('Odpowiedzi nie wysłano', 'Answer not sent'),
  },
  routed: {
    rule: words(
      'Reguła „{name}” wybrała kolejkę i kategorię zgłoszenia',
      'Rule “{name}” chose the queue and category of the ticket',
    ),
    none: words(
      'Kolejka i kategoria zgłoszenia z ustawień integracji',
      'Queue and category of the ticket as set for the integration',
    ),
  },
  auto: {
    requested: words('Automatyczna odpowiedź „{name}” czeka na wysłanie', 'Automatic reply “{name}” waits to be sent'),
    sent: words('Automatyczna odpowiedź wysłana klientowi', 'Automatic reply sent to the customer'),
    found: words(
      'Automatyczna odpowiedź jest już w EmpikPlace; nie wysłano jej drugi raz',
      'The automatic reply is in EmpikPlace already; not sent twice',
    ),
    answered: words(
      'Automatycznej odpowiedzi nie wysłano: odpisał już człowiek',
      'Automatic reply not sent: a person was faster',
    ),
    withdrawn: words(
      'Automatycznej odpowiedzi nie wysłano: wyłączono ją w ustawieniach',
      'Automatic reply not sent: it was switched off in the settings',
    ),
    'too-late': words(
      'Automatycznej odpowiedzi nie wysłano: było już za późno',
      'Automatic reply not sent: it was too late by then',
    ),
    unknown: words('Automatycznej odpowiedzi nie wysłano', 'Automatic reply not sent'),
  },
  file: {
    ticket: words('Plik „{name}” jest w zgłoszeniu', 'File “{name}” is in the ticket'),
    link: words('Link do pliku „{name}” jest w zgłoszeniu', 'A link to file “{name}” is in the ticket'),
    unavailable: words('Pliku „{name}” nie przekazano', 'File “{name}” was not passed on'),
  },
  fileSent: {
    unknown: words('Plik „{name}” przekazany w EmpikPlace', 'File “{name}” passed on in EmpikPlace'),
    customer: words(
      'Plik „{name}” przekazany klientowi w EmpikPlace',
      'File “{name}” passed to the customer in EmpikPlace',
    ),
    operator: words(
      'Plik „{name}” przekazany operatorowi w EmpikPlace',
      'File “{name}” passed to the operator in EmpikPlace',
    ),
    everyone: words(
      'Plik „{name}” przekazany klientowi i operatorowi w EmpikPlace',
      'File “{name}” passed to the customer and the operator in EmpikPlace',
    ),
  },
  fileWhy: {
    unknown: words('powód nie jest znany', 'the reason is not known'),
    'to-thulium': {
      gone: words('EmpikPlace już go nie ma', 'EmpikPlace no longer has it'),
      'over-limit': words(
        'przekracza limit załączników konwersacji',
        'it is over the limit of attachments of the conversation',
      ),
      'too-many': words(
        'zgłoszenie ma już najwięcej załączników, ile przyjmuje Thulium',
        'the ticket has as many attachments as Thulium takes',
      ),
      'type-not-allowed': words(
        'Thulium nie przyjmuje tego rodzaju plików',
        'Thulium does not take files of this type',
      ),
      'not-fetchable': words('nie da się go pobrać z EmpikPlace', 'it cannot be fetched from EmpikPlace'),
      refused: words('EmpikPlace go nie wydał', 'EmpikPlace did not hand it out'),
      unnamed: words('nie wskazano, kto ma go dostać', 'nobody said who is to get it'),
    },
    'to-empikplace': {
      gone: words('nie ma go już w konsoli', 'the console no longer has it'),
      'over-limit': words(
        'przekracza limit załączników konwersacji',
        'it is over the limit of attachments of the conversation',
      ),
      'too-many': words(
        'konwersacja ma już najwięcej załączników, ile przyjmuje EmpikPlace',
        'the conversation has as many attachments as EmpikPlace takes',
      ),
      'type-not-allowed': words(
        'EmpikPlace nie przyjmuje tego rodzaju plików',
        'EmpikPlace does not take files of this type',
      ),
      'not-fetchable': words('nie da się go pobrać z Thulium', 'it cannot be fetched from Thulium'),
      refused: words('EmpikPlace go odrzucił', 'EmpikPlace refused it'),
      unnamed: words('nie wskazano, kto ma go dostać', 'nobody said who is to get it'),
    },
  },
  comment: words('Dodano komentarz wewnętrzny w zgłoszeniu {n}', 'Internal comment added to ticket {n}'),
  parked: words('Wymaga decyzji człowieka: {what}', 'Needs a person’s decision: {what}'),
  parkedTries: words('Próby: {n}', 'Tries: {n}'),
  retry: words('Człowiek zlecił kolejną próbę: {what}', 'A person asked for another try: {what}'),
  dismiss: words('Człowiek zamknął bez wykonania: {what}', 'A person closed it undone: {what}'),
  erased: words('Usunięto dane klienta: nazwy i treści', 'The buyer’s names and texts were erased'),
  erasedStopped: words('Zatrzymane zapisy: {n}', 'Writes that were stopped: {n}'),
  other: words('Zdarzenie {type}', 'Event {type}'),
  plain: {
    ReplyWithdrawn: words('Cofnięto odpowiedź, zanim została wysłana', 'The answer was taken back before it was sent'),
    CustomerAdditionRequested: words('Zlecono dodanie klienta do CRM', 'Asked for the customer to be added to the CRM'),
  },
} satisfies EventTexts
