/** Generated from event-texts.ts. Do not edit: npm run generate. */

export const events = {
  "message": {
    "customer": "Wiadomość od klienta",
    "seller": "Wiadomość sklepu, napisana w EmpikPlace",
    "operator": "Wiadomość operatora EmpikPlace",
    "unknown": "Wiadomość od nieznanego nadawcy"
  },
  "order": "Zapisano zamówienie {order}",
  "orderTotal": "razem {total}",
  "customer": {
    "existing": "Klient był już w CRM (rekord {n})",
    "created": "Dodano klienta do CRM (rekord {n})",
    "adopted": "Klient został dodany wcześniej, rozpoznano rekord {n}",
    "hits": "Rekordów z tym ID klienta: {hits}. Wybrano najniższy numer.",
    "named": "Rekord CRM dostał imię i nazwisko z zamówienia",
    "kept": "Rekord CRM miał już imię i nazwisko; nic nie zmieniono",
    "outside": "Klienta nie ma w CRM; zgodnie z ustawieniami nie dodano go",
    "refused": "Thulium nie przyjęło rekordu klienta; zgłoszenie powstaje bez niego"
  },
  "ticket": {
    "updated": "Odświeżono pola zgłoszenia po zmianie zamówienia",
    "done": "Utworzono zgłoszenie {n}",
    "found": "Zgłoszenie {n} już istniało; rozpoznano je, nie tworząc drugiego",
    "deleted": "Zgłoszenie {n} usunięto w Thulium",
    "merged": "Zgłoszenie {n} połączono w Thulium z innym",
    "follows": "Konwersacja trwa dalej w zgłoszeniu {n}",
    "closed": "Nowa wiadomość w zamkniętym zgłoszeniu {n}",
    "opened": "Otwarto ponownie zgłoszenie {n}",
    "wasOpen": "Zgłoszenie {n} było już otwarte"
  },
  "clock": {
    "runs": "EmpikPlace czeka na odpowiedź sklepu",
    "stopped": "EmpikPlace nie czeka już na odpowiedź sklepu"
  },
  "mirrored": {
    "done": "Wiadomość dopisana do zgłoszenia {n}",
    "found": "Wiadomość była już w zgłoszeniu {n}; nie dopisano jej drugi raz"
  },
  "reply": "Odpowiedź obsługi w Thulium",
  "replyHere": "Odpowiedź napisana w konsoli",
  "commentHere": "Komentarz wewnętrzny napisany w konsoli",
  "corrected": "Człowiek poprawił treść odpowiedzi",
  "sent": {
    "done": "Odpowiedź przekazana w EmpikPlace",
    "customer": "Odpowiedź przekazana klientowi w EmpikPlace",
    "operator": "Odpowiedź przekazana operatorowi w EmpikPlace",
    "everyone": "Odpowiedź przekazana klientowi i operatorowi w EmpikPlace",
    "found": "Odpowiedź jest już w EmpikPlace; nie wysłano jej drugi raz"
  },
  "refused": {
    "too-short": "Odpowiedzi nie wysłano: ma mniej niż 3 znaki",
    "too-long": "Odpowiedzi nie wysłano: ma więcej niż 50 000 znaków",
    "no-customer": "Odpowiedzi nie wysłano: w konwersacji nie ma klienta",
    "no-operator": "Odpowiedzi nie wysłano: operator nie bierze w niej udziału",
    "moved": "Odpowiedzi nie wysłano: przeniesiono ją z innego zgłoszenia",
    "own-login": "Odpowiedzi nie wysłano: napisano ją z konta agenta integracji",
    "buyer-waits": "Odpowiedź wstrzymano: ostatni pisał operator, a klient czeka; trzeba wskazać adresata",
    "files-unnamed": "Plików nie wysłano: nie wskazano, kto ma je dostać",
    "unknown": "Odpowiedzi nie wysłano"
  },
  "routed": {
    "rule": "Reguła „{name}” wybrała kolejkę i kategorię zgłoszenia",
    "none": "Kolejka i kategoria zgłoszenia z ustawień integracji"
  },
  "auto": {
    "requested": "Automatyczna odpowiedź „{name}” czeka na wysłanie",
    "sent": "Automatyczna odpowiedź wysłana klientowi",
    "found": "Automatyczna odpowiedź jest już w EmpikPlace; nie wysłano jej drugi raz",
    "answered": "Automatycznej odpowiedzi nie wysłano: odpisał już człowiek",
    "withdrawn": "Automatycznej odpowiedzi nie wysłano: wyłączono ją w ustawieniach",
    "too-late": "Automatycznej odpowiedzi nie wysłano: było już za późno",
    "unknown": "Automatycznej odpowiedzi nie wysłano"
  },
  "file": {
    "ticket": "Plik „{name}” jest w zgłoszeniu",
    "link": "Link do pliku „{name}” jest w zgłoszeniu",
    "unavailable": "Pliku „{name}” nie przekazano"
  },
  "fileSent": {
    "unknown": "Plik „{name}” przekazany w EmpikPlace",
    "customer": "Plik „{name}” przekazany klientowi w EmpikPlace",
    "operator": "Plik „{name}” przekazany operatorowi w EmpikPlace",
    "everyone": "Plik „{name}” przekazany klientowi i operatorowi w EmpikPlace"
  },
  "fileWhy": {
    "unknown": "powód nie jest znany",
    "to-thulium": {
      "gone": "EmpikPlace już go nie ma",
      "over-limit": "przekracza limit załączników konwersacji",
      "too-many": "zgłoszenie ma już najwięcej załączników, ile przyjmuje Thulium",
      "type-not-allowed": "Thulium nie przyjmuje tego rodzaju plików",
      "not-fetchable": "nie da się go pobrać z EmpikPlace",
      "refused": "EmpikPlace go nie wydał",
      "unnamed": "nie wskazano, kto ma go dostać"
    },
    "to-empikplace": {
      "gone": "nie ma go już w konsoli",
      "over-limit": "przekracza limit załączników konwersacji",
      "too-many": "konwersacja ma już najwięcej załączników, ile przyjmuje EmpikPlace",
      "type-not-allowed": "EmpikPlace nie przyjmuje tego rodzaju plików",
      "not-fetchable": "nie da się go pobrać z Thulium",
      "refused": "EmpikPlace go odrzucił",
      "unnamed": "nie wskazano, kto ma go dostać"
    }
  },
  "comment": "Dodano komentarz wewnętrzny w zgłoszeniu {n}",
  "parked": "Wymaga decyzji człowieka: {what}",
  "parkedTries": "Próby: {n}",
  "retry": "Człowiek zlecił kolejną próbę: {what}",
  "dismiss": "Człowiek zamknął bez wykonania: {what}",
  "erased": "Usunięto dane klienta: nazwy i treści",
  "erasedStopped": "Zatrzymane zapisy: {n}",
  "other": "Zdarzenie {type}",
  "plain": {
    "ReplyWithdrawn": "Cofnięto odpowiedź, zanim została wysłana",
    "CustomerAdditionRequested": "Zlecono dodanie klienta do CRM"
  }
}
