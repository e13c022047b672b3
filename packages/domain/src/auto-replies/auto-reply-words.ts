import type { AutoReplyVerdict, Silence } from './auto-reply.ts'

interface Words {
  pl: string
  en: string
}

/** Why a message gets no automatic answer, for people. */
export const silenceWords: Record<Silence, Words> = {
  'not-of-the-buyer': { pl: 'To nie jest wiadomość klienta.', en: 'It is not a message of the buyer.' },
  'not-for-the-shop': {
    pl: 'Wiadomość jest do operatora, nie do sklepu.',
    en: 'The message is for Empik, not for the shop.',
  },
  'no-ticket': { pl: 'Z tej konwersacji nie powstaje zgłoszenie.', en: 'This conversation gets no ticket.' },
  'before-start': {
    pl: 'Wiadomość przyszła przed uruchomieniem integracji.',
    en: 'The message came before the integration was started.',
  },
  answered: { pl: 'Klientowi odpisał już człowiek.', en: 'A person has answered the buyer already.' },
  'one-on-its-way': {
    pl: 'Do klienta zmierza już inna automatyczna odpowiedź.',
    en: 'Another automatic answer is on its way to the buyer.',
  },
}

/** How one automatic answer fares, for people. */
export const verdictWords: Record<AutoReplyVerdict, Words> = {
  fits: { pl: 'Pasuje jako pierwsza i zostanie wysłana.', en: 'The first that fits; it will be sent.' },
  'an-earlier-one-fits': { pl: 'Pasuje, ale wcześniejsza na liście też.', en: 'It fits, but so does one above it.' },
  disabled: { pl: 'Jest wyłączona.', en: 'It is switched off.' },
  'other-occasion': {
    pl: 'To nie jest jej okazja, gdy klient pisze albo gdy odpowiedź miałaby wyjść.',
    en: 'It is not its occasion when the buyer writes or when the answer would go out.',
  },
  'other-category': { pl: 'Zgłoszenie ma inną kategorię.', en: 'The ticket has another category.' },
  'used-in-period': { pl: 'W tym okresie już została użyta.', en: 'It has been used in this period.' },
  'too-late': { pl: 'Wiadomość jest za stara na automatyczną odpowiedź.', en: 'The message is too old for it.' },
  'too-short': { pl: 'Bez wartości zmiennych tekst jest za krótki.', en: 'Without values its text is too short.' },
  'too-long': { pl: 'Z wartościami zmiennych tekst jest za długi.', en: 'With its values its text is too long.' },
}
