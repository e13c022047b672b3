import type { Page } from './page.ts'

/** What a person who followed a link to a file is told instead of the file. */
export const filePages = {
  expired: {
    status: 410,
    pl: {
      title: 'Link wygasł',
      text: 'Plik możesz nadal otworzyć w Panelu Sprzedawcy EmpikPlace, w konwersacji z klientem.',
    },
    en: {
      title: 'The link has expired',
      text: 'The file can still be opened in the EmpikPlace seller panel, in the conversation with the buyer.',
    },
  },
  forged: {
    status: 404,
    pl: {
      title: 'Ten link nie jest prawidłowy',
      text: 'Skopiuj go ze zgłoszenia jeszcze raz, w całości. Jeśli to nie pomoże, otwórz plik w Panelu Sprzedawcy EmpikPlace.',
    },
    en: {
      title: 'This link is not valid',
      text: 'Copy it from the ticket once more, as a whole. If that does not help, open the file in the EmpikPlace seller panel.',
    },
  },
  gone: {
    status: 410,
    pl: { title: 'Pliku już nie ma', text: 'Został usunięty z EmpikPlace albo zanonimizowany razem z danymi klienta.' },
    en: {
      title: 'The file is gone',
      text: 'It was deleted from EmpikPlace, or anonymised with the data of the buyer.',
    },
  },
  unreachable: {
    status: 503,
    retryAfter: 60,
    pl: {
      title: 'Pliku nie da się teraz pobrać',
      text: 'EmpikPlace chwilowo go nie udostępnia. Spróbuj ponownie za kilka minut; link nadal działa.',
    },
    en: {
      title: 'The file cannot be fetched now',
      text: 'EmpikPlace does not give it out at the moment. Try again in a few minutes; the link still works.',
    },
  },
} satisfies Record<string, Page>
