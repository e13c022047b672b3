import { randomBytes } from 'node:crypto'

type Entry = { status: number; code: number; en: string; pl: string }

// The code numbers are made up: no list of Thulium's codes is public. `%` stands for the detail.
const catalogue = {
  unauthorized: {
    status: 401,
    code: 100001,
    en: 'Invalid user or password.',
    pl: 'Nieprawidłowy użytkownik lub hasło.',
  },
  forbidden: { status: 403, code: 100002, en: 'Method % is not allowed.', pl: 'Brak uprawnienia do metody %.' },
  noMethod: { status: 404, code: 100003, en: 'Method does not exist.', pl: 'Metoda nie istnieje.' },
  malformed: { status: 400, code: 100004, en: 'Request body is not valid: %.', pl: 'Nieprawidłowa treść żądania: %.' },
  tooLarge: { status: 413, code: 100005, en: 'File is too large.', pl: 'Plik jest za duży.' },
  internal: { status: 500, code: 100500, en: 'Internal error.', pl: 'Błąd wewnętrzny.' },
  required: { status: 400, code: 200001, en: 'Field % is required.', pl: 'Pole % jest wymagane.' },
  invalid: { status: 400, code: 200002, en: 'Field % has an invalid value.', pl: 'Pole % ma nieprawidłową wartość.' },
  tooLong: {
    status: 400,
    code: 200007,
    en: 'Field % is too long.',
    pl: 'Pole % jest za długie.',
  },
  unknownField: {
    status: 400,
    code: 200003,
    en: 'Custom field % does not exist.',
    pl: 'Pole dodatkowe % nie istnieje.',
  },
  unknownMailbox: { status: 400, code: 200004, en: 'Mailbox % is not configured.', pl: 'Skrzynka % nie istnieje.' },
  unknownAgent: { status: 400, code: 200005, en: 'Agent % does not exist.', pl: 'Agent % nie istnieje.' },
  unknownFile: { status: 400, code: 200006, en: 'File % does not exist.', pl: 'Plik % nie istnieje.' },
  ticketMissing: { status: 404, code: 300001, en: 'Ticket does not exist.', pl: 'Zgłoszenie nie istnieje.' },
  customerMissing: { status: 404, code: 300002, en: 'Customer does not exist.', pl: 'Klient nie istnieje.' },
  thingMissing: { status: 404, code: 300003, en: '% does not exist.', pl: '% nie istnieje.' },
  merged: { status: 409, code: 300004, en: 'Ticket has been merged.', pl: 'Zgłoszenie zostało połączone.' },
  duplicate: { status: 400, code: 300005, en: 'Customer already exists.', pl: 'Klient już istnieje.' },
} satisfies Record<string, Entry>

export type ApiErrorKind = keyof typeof catalogue

/** A refusal of the imitated API. */
export class ApiError extends Error {
  readonly kind: ApiErrorKind
  readonly detail: string

  constructor(kind: ApiErrorKind, detail = '') {
    super(`${kind} ${detail}`)
    this.kind = kind
    this.detail = detail
  }

  get status(): number {
    return catalogue[this.kind].status
  }
}

/** The documented error body, in Polish when `Accept-Language` asks for it. */
export function errorBody(error: ApiError, acceptLanguage: string | undefined): unknown {
  const entry = catalogue[error.kind]
  const text = acceptLanguage?.toLowerCase().startsWith('pl') ? entry.pl : entry.en
  return wrap(
    text.replace('%', () => error.detail),
    entry.code,
  )
}

/** The error body of an injected failure. */
export function injectedErrorBody(status: number): unknown {
  return wrap('Temporary failure.', 100000 + status)
}

function wrap(message: string, code: number): unknown {
  return { request_id: randomBytes(7).toString('hex').slice(0, 13), errors: [{ message, code }] }
}
