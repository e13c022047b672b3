/** One kind of problem that callers of the API can meet. */
export interface CatalogueEntry {
  status: number
  title: string
  titlePl: string
  /** What the caller can do about it. */
  action: string
}

/** Every problem the API answers with, by its stable code. Codes are part of the API: never renamed, never reused. */
export const catalogue = {
  'request.invalid': {
    status: 400,
    title: 'The request is not valid',
    titlePl: 'Zapytanie jest nieprawidłowe',
    action: 'Correct the fields named in `errors` and send it again.',
  },
  'request.not_json': {
    status: 400,
    title: 'The body is not JSON',
    titlePl: 'Treść nie jest w formacie JSON',
    action: 'Send a JSON document, or no body and no content-type where none is asked for.',
  },
  'request.malformed': {
    status: 400,
    title: 'The request is not proper HTTP',
    titlePl: 'Zapytanie nie jest poprawnym HTTP',
    action: 'Check the address, the headers and the length of the request.',
  },
  'request.too_slow': {
    status: 408,
    title: 'The request did not arrive in time',
    titlePl: 'Zapytanie nie dotarło na czas',
    action: 'Send it again, within a minute from its first byte to its last.',
  },
  'request.headers_too_large': {
    status: 431,
    title: 'The headers of the request are too large',
    titlePl: 'Nagłówki zapytania są za duże',
    action: 'Send an address and headers of at most 16 kB together.',
  },
  'request.too_large': {
    status: 413,
    title: 'The body is too large',
    titlePl: 'Treść jest za duża',
    action: 'Send at most 512 kB; only a file that is handed over may need more, 10 MB.',
  },
  'request.media_type': {
    status: 415,
    title: 'The media type of the body is not known',
    titlePl: 'Typ treści nie jest znany',
    action: 'Send JSON with `content-type: application/json`.',
  },
  'idempotency.key_reused': {
    status: 422,
    title: 'The Idempotency-Key stands for another request',
    titlePl: 'Ten Idempotency-Key oznacza inne zapytanie',
    action: 'Take a new key for a new request; repeat a request exactly as it was sent.',
  },
  'idempotency.in_progress': {
    status: 409,
    title: 'The request with this Idempotency-Key is being carried out',
    titlePl: 'Zapytanie z tym Idempotency-Key jest właśnie wykonywane',
    action: 'Send it again after the seconds in `retry-after`; then the answer is there.',
  },
  'request.precondition_failed': {
    status: 412,
    title: 'Others have changed it meanwhile',
    titlePl: 'W międzyczasie zmienił to ktoś inny',
    action: 'Read it again, look at what is different, and send the change with the new ETag in `if-match`.',
  },
  'request.foreign_origin': {
    status: 403,
    title: 'The request comes from another web site',
    titlePl: 'Zapytanie pochodzi z innej strony internetowej',
    action: 'Call the API from its own address, or from a program instead of a web page.',
  },
  'request.unknown_host': {
    status: 403,
    title: 'The API is not known under this host name',
    titlePl: 'API nie jest znane pod tą nazwą',
    action: 'Use its IP address, or add the name to API_HOSTNAMES.',
  },
  'request.rate_limited': {
    status: 429,
    title: 'There were too many requests',
    titlePl: 'Zapytań było za dużo',
    action: 'Wait as many seconds as `retry-after` says. `ratelimit` of every answer says how many are left.',
  },
  'authentication.missing': {
    status: 401,
    title: 'The request does not say who sends it',
    titlePl: 'Zapytanie nie mówi, kto je wysyła',
    action: 'Send `Authorization: Bearer …` with an access key, or with a token from POST /api/token.',
  },
  'authentication.invalid': {
    status: 401,
    title: 'The access key or token is not valid',
    titlePl: 'Klucz dostępu lub token jest nieważny',
    action: 'Get a new token with the access key; if the key itself is refused, it has expired or was revoked.',
  },
  'authentication.scope': {
    status: 403,
    title: 'The access key may not do this',
    titlePl: 'Kluczowi dostępu nie wolno tego robić',
    action: 'Use a key with the scope that the detail names.',
  },
  'authentication.key_needed': {
    status: 403,
    title: 'This takes the access key itself, and no token',
    titlePl: 'Do tego potrzebny jest sam klucz dostępu, a nie token',
    action: 'Send the access key. A token ends after 10 min, and must make nothing that goes on.',
  },
  'access_key.outlives_maker': {
    status: 403,
    title: 'A key cannot make one that lasts longer than itself',
    titlePl: 'Klucz nie może wydać klucza ważnego dłużej niż on sam',
    action: 'Name an earlier end, or make it with a key that lasts longer.',
  },
  'access_key.unknown': {
    status: 404,
    title: 'The access key is not known here',
    titlePl: 'Ten klucz dostępu nie jest tu znany',
    action: 'Take the id from the list of access keys.',
  },
  'launch_link.unusable': {
    status: 410,
    title: 'The link opens nothing any more',
    titlePl: 'Ten link już niczego nie otwiera',
    action: 'Make a new one: each works once, until it expires or the access key that made it is revoked.',
  },
  'webhook.unknown': {
    status: 404,
    title: 'This address of a webhook is not in use',
    titlePl: 'Ten adres webhooka nie jest używany',
    action: 'Save the present address in Thulium; GET /api/tenants/{tenantId}/thulium/webhook tells it.',
  },
  'webhook.login': {
    status: 401,
    title: 'The webhook does not show the right user and password',
    titlePl: 'Webhook nie podaje właściwego użytkownika i hasła',
    action: 'Save the same in Thulium and with PUT /api/tenants/{tenantId}/thulium/webhook/login.',
  },
  'route.unknown': {
    status: 404,
    title: 'There is nothing at this address',
    titlePl: 'Pod tym adresem nic nie ma',
    action: 'Check the path.',
  },
  'route.method_not_allowed': {
    status: 405,
    title: 'The method does not exist at this address',
    titlePl: 'Pod tym adresem nie ma takiej metody',
    action: 'Use one of those that `allow` names.',
  },
  'tenant.unknown': {
    status: 404,
    title: 'The tenant is not known',
    titlePl: 'Konto nie jest znane',
    action: 'Connect its Thulium account with POST /api/tenants.',
  },
  'tenant.deleted': {
    status: 410,
    title: 'The tenant was deleted',
    titlePl: 'Konto zostało usunięte',
    action: 'Connect its Thulium account anew with POST /api/tenants, if it is to come back.',
  },
  'tenant.shops_running': {
    status: 409,
    title: 'Shops of the tenant are running',
    titlePl: 'Sklepy tego konta działają',
    action: 'Stop the integrations that the detail names, and delete it then.',
  },
  'tenant.exists': {
    status: 409,
    title: 'The tenant is connected already',
    titlePl: 'Konto jest już połączone',
    action: 'Change its settings or its password with PUT /api/tenants/{tenantId}/thulium.',
  },
  'integration.unknown': {
    status: 404,
    title: 'The integration is not known in this tenant',
    titlePl: 'Integracja nie jest znana w tym koncie',
    action: 'Take the id from the list of integrations of the tenant.',
  },
  'integration.shop_connected': {
    status: 409,
    title: 'Another integration of the tenant has this shop',
    titlePl: 'Ten sklep należy do innej integracji konta',
    action: 'Go on with the integration that the detail names, or stop or delete it first, as the detail says.',
  },
  'integration.not_configured': {
    status: 409,
    title: 'The integration has no settings yet',
    titlePl: 'Integracja nie ma jeszcze ustawień',
    action: 'Save its settings first.',
  },
  'integration.not_authenticated': {
    status: 409,
    title: 'The integration is not authenticated',
    titlePl: 'Integracja nie jest uwierzytelniona',
    action: 'Call `authenticate`, and correct what it names.',
  },
  'conversation.unknown': {
    status: 404,
    title: 'The conversation is not known in this tenant',
    titlePl: 'Konwersacja nie jest znana w tym koncie',
    action: 'Take the ids from the list of conversations of the tenant.',
  },
  'answer.no_ticket': {
    status: 409,
    title: 'The conversation has no ticket yet',
    titlePl: 'Konwersacja nie ma jeszcze zgłoszenia',
    action: 'Wait until the ticket is made: it shows what was answered.',
  },
  'answer.no_reader': {
    status: 409,
    title: 'Whom the answer is for takes no part in the conversation',
    titlePl: 'Adresat odpowiedzi nie bierze udziału w konwersacji',
    action: 'Choose among the readers that the preview of the answer names.',
  },
  'answer.buyer_waits': {
    status: 409,
    title: 'The buyer waits, and would not see the answer',
    titlePl: 'Klient czeka, a odpowiedzi by nie zobaczył',
    action: 'Write to the buyer too, or send it again with `leaveBuyerOut`.',
  },
  'answer.length': {
    status: 409,
    title: 'EmpikPlace takes no text of that length',
    titlePl: 'EmpikPlace nie przyjmuje tekstu tej długości',
    action: 'Write 3 to 50 000 characters, the footer included.',
  },
  'answer.files': {
    status: 409,
    title: 'The files would not be taken',
    titlePl: 'Pliki nie zostałyby przyjęte',
    action: 'Leave out what the detail names: by its type, its size, or the limit of the conversation.',
  },
  'answer.file_unknown': {
    status: 404,
    title: 'The file was not handed over, or is kept no longer',
    titlePl: 'Pliku nie przekazano albo nie jest już przechowywany',
    action: 'Hand the file over again, and send the answer then.',
  },
  'answer.unknown': {
    status: 404,
    title: 'The conversation has no such answer',
    titlePl: 'W konwersacji nie ma takiej odpowiedzi',
    action: 'Take the id that sending the answer gave.',
  },
  'answer.under_way': {
    status: 409,
    title: 'The answer is on its way',
    titlePl: 'Odpowiedź jest już w drodze',
    action: 'It can be taken back for 10 s only. Write another one.',
  },
  'customer.not_outside': {
    status: 409,
    title: 'The buyer was not left outside the CRM',
    titlePl: 'Klient nie został poza CRM',
    action: 'Look at the conversation: either it has no buyer, or it is not known yet whether he is in the CRM.',
  },
  'thulium.refused': {
    status: 409,
    title: 'Thulium refuses the test ticket',
    titlePl: 'Thulium odmawia przyjęcia zgłoszenia testowego',
    action: 'Read the detail; authenticate the integration, check the mailbox, and try again.',
  },
  'thulium.unavailable': {
    status: 503,
    title: 'Thulium does not answer properly',
    titlePl: 'Thulium nie odpowiada poprawnie',
    action: 'Try again later. A test ticket may have been created; it can be deleted.',
  },
  'command.refused': {
    status: 409,
    title: 'This cannot be done in the present state',
    titlePl: 'W obecnym stanie nie można tego zrobić',
    action: 'Read the detail, bring about what it asks for, and try again.',
  },
  'write.contention': {
    status: 503,
    title: 'Others were changing the same thing all the time',
    titlePl: 'Inni cały czas zmieniali to samo',
    action: 'Send the request again.',
  },
  'credentials.not_accepted': {
    status: 422,
    title: 'The other side does not accept the new credentials',
    titlePl: 'Druga strona nie przyjmuje nowych danych logowania',
    action: 'Read `errors`, correct what they name, and send it again. What was stored before is still in use.',
  },
  'credentials.unreadable': {
    status: 500,
    title: 'The stored credentials cannot be opened',
    titlePl: 'Zapisanych danych logowania nie można otworzyć',
    action: 'Start the service with the master key they were stored with, or store them anew.',
  },
  'effect.unknown': {
    status: 404,
    title: 'The write is not known in this integration',
    titlePl: 'Zapis nie jest znany w tej integracji',
    action: 'Take the key from the list of effects of the integration.',
  },
  'effect.not_parked': {
    status: 409,
    title: 'The write does not wait for a decision',
    titlePl: 'Zapis nie czeka na decyzję',
    action: 'Read the list again: it is under way, done, or was dismissed.',
  },
  'effect.not_editable': {
    status: 409,
    title: 'The text of this write cannot be changed',
    titlePl: 'Treści tego zapisu nie można zmienić',
    action: 'Read the detail: only a reply that EmpikPlace refused gets another text, within its limits.',
  },
  'operation.unknown': {
    status: 404,
    title: 'The operation is not known here',
    titlePl: 'Ta operacja nie jest tu znana',
    action: 'Take the id from the list of operations.',
  },
  'operation.running': {
    status: 409,
    title: 'An operation of this kind is under way on this scope',
    titlePl: 'Taka operacja już trwa w tym zakresie',
    action: 'Wait for the one that the detail names, or cancel it.',
  },
  'operation.over': {
    status: 409,
    title: 'The operation is over',
    titlePl: 'Operacja już się zakończyła',
    action: 'Read how it ended; ask for a new one if it is needed.',
  },
  'operation.fits_nothing': {
    status: 422,
    title: 'There is nothing that the operation could be about',
    titlePl: 'Nie ma niczego, czego operacja mogłaby dotyczyć',
    action: 'Widen what it is narrowed to. When nothing needs it, nothing is to be done.',
  },
  'changes.too_many_streams': {
    status: 429,
    title: 'The tenant watches changes with too many streams',
    titlePl: 'Konto ma za dużo otwartych strumieni zmian',
    action: 'Close some, share one among the screens of a page, or raise API_STREAMS_PER_TENANT.',
  },
  'changes.no_room': {
    status: 503,
    title: 'This process has too many open streams',
    titlePl: 'Ten proces ma za dużo otwartych strumieni',
    action: 'Try again later, start a further process, or raise API_STREAMS.',
  },
  'database.unavailable': {
    status: 503,
    title: 'The database is away',
    titlePl: 'Baza danych jest niedostępna',
    action: 'Send the request again in a few seconds. Nothing was lost.',
  },
  'log.unreadable': {
    status: 503,
    title: 'This version of the service cannot read what a newer one recorded',
    titlePl: 'Ta wersja usługi nie umie odczytać tego, co zapisała nowsza',
    action: 'Deploy the newer version again. Nothing is lost: what was recorded is read then.',
  },
  'service.not_ready': {
    status: 503,
    title: 'The service is not ready',
    titlePl: 'Usługa nie jest gotowa',
    action: 'Read the detail; the service becomes ready by itself once that is settled.',
  },
  'service.stopping': {
    status: 503,
    title: 'The service is stopping',
    titlePl: 'Usługa jest zatrzymywana',
    action: 'Send the request again; another process takes it.',
  },
  'service.paused': {
    status: 409,
    title: 'Nothing is written after a restore until it is confirmed',
    titlePl: 'Po przywróceniu kopii nic nie jest zapisywane, dopóki nikt tego nie potwierdzi',
    action: 'The operator of the connector confirms it (docs/operations.md); send it again afterwards.',
  },
  'service.overloaded': {
    status: 503,
    title: 'The service has more to do than it can',
    titlePl: 'Usługa ma więcej pracy, niż może wykonać',
    action: 'Send the request again after as many seconds as `retry-after` says.',
  },
  'internal.unexpected': {
    status: 500,
    title: 'Something unexpected went wrong',
    titlePl: 'Wydarzyło się coś nieoczekiwanego',
    action: 'Look for the request id in the log of the service.',
  },
} as const satisfies Record<string, CatalogueEntry>

export type ProblemCode = keyof typeof catalogue

export const isProblemCode = (code: string): code is ProblemCode => Object.hasOwn(catalogue, code)
