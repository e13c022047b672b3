/** How long data of clients are kept, and what is held about one of them. */
export const privacy = {
  retention: 'Jak długo przechowujemy dane',
  retentionText:
    'Dane klientów, którzy przez tyle miesięcy nie napisali do żadnego sklepu, usuwamy co noc. Po każdej zmianie najpierw tylko sprawdzamy, kogo by to dotyczyło; wynik jest na liście operacji w Problemach.',
  months: 'Liczba miesięcy bez wiadomości',
  monthsHelp: 'Od 1 do 240. Puste pole: nigdy.',
  monthsWrong: 'Podaj liczbę od 1 do 240 albo zostaw puste pole.',
  save: 'Zapisz',
  saved: 'Zapisano',
  buyer: 'Dane jednego klienta',
  buyerText:
    'Gdy klient pyta, co o nim wiesz, albo prosi o usunięcie. Identyfikator jest obok konwersacji, w części „Klient”.',
  customerId: 'Identyfikator klienta w EmpikPlace',
  export: 'Pobierz wszystko (JSON)',
  try: 'Sprawdź, co zostanie usunięte',
  trying: 'Sprawdzamy, co zostanie usunięte',
  tried: 'Zostanie usunięte',
  erase: 'Usuń na zawsze',
  eraseTitle: 'Usunąć na zawsze dane tego klienta?',
  eraseText:
    'Imię i nazwisko, treści i nazwy plików znikną z łącznika i nie da się ich odzyskać. Zostaną czasy i stany konwersacji. W EmpikPlace i w Thulium trzeba je usunąć osobno: powiemy, gdzie leżą.',
  eraseTyped: 'Przepisz identyfikator klienta',
  erasing: 'Usuwamy dane klienta',
  erased: 'Usunięto',
  failed: 'Nie udało się: {reason}',
  unknown: 'Nie znamy żadnej konwersacji tego klienta. Sprawdź, czy identyfikator jest cały i bez literówek.',
}
