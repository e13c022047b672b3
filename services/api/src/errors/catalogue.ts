/** One kind of problem that callers of the API can meet. */
export interface CatalogueEntry {
  status: number
  title: string
  /** What the caller can do about it. */
  action: string
}

/** Every problem the API answers with, by its stable code. Codes are part of the API: never renamed, never reused. */
export const catalogue = {
  'request.invalid': {
    status: 400,
    title: 'The request is not valid',
    action: 'Correct the fields named in `errors` and send it again.',
  },
  'request.not_json': {
    status: 400,
    title: 'The body is not JSON',
    action: 'Send a JSON document, or no body and no content-type where none is asked for.',
  },
  'request.malformed': {
    status: 400,
    title: 'The request is not proper HTTP',
    action: 'Check the address, the headers and the length of the request.',
  },
  'request.too_slow': {
    status: 408,
    title: 'The request did not arrive in time',
    action: 'Send it again, within a minute from its first byte to its last.',
  },
  'request.headers_too_large': {
    status: 431,
    title: 'The headers of the request are too large',
    action: 'Send an address and headers of at most 16 kB together.',
  },
  'request.too_large': {
    status: 413,
    title: 'The body is too large',
    action: 'Send at most 512 kB; no request of this API needs more.',
  },
  'request.media_type': {
    status: 415,
    title: 'The media type of the body is not known',
    action: 'Send JSON with `content-type: application/json`.',
  },
  'idempotency.key_reused': {
    status: 422,
    title: 'The Idempotency-Key stands for another request',
    action: 'Take a new key for a new request; repeat a request exactly as it was sent.',
  },
  'idempotency.in_progress': {
    status: 409,
    title: 'The request with this Idempotency-Key is being carried out',
    action: 'Send it again after the seconds in `retry-after`; then the answer is there.',
  },
  'request.precondition_failed': {
    status: 412,
    title: 'Others have changed it meanwhile',
    action: 'Read it again, look at what is different, and send the change with the new ETag in `if-match`.',
  },
  'request.foreign_origin': {
    status: 403,
    title: 'The request comes from another web site',
    action: 'Call the API from its own address, or from a program instead of a web page.',
  },
  'request.unknown_host': {
    status: 403,
    title: 'The API is not known under this host name',
    action: 'Use its IP address, or add the name to API_HOSTNAMES.',
  },
  'request.rate_limited': {
    status: 429,
    title: 'There were too many requests',
    action: 'Wait as many seconds as `retry-after` says. `ratelimit` of every answer says how many are left.',
  },
  'authentication.missing': {
    status: 401,
    title: 'The request does not say who sends it',
    action: 'Send `Authorization: Bearer …` with an access key, or with a token from POST /api/token.',
  },
  'authentication.invalid': {
    status: 401,
    title: 'The access key or token is not valid',
    action: 'Get a new token with the access key; if the key itself is refused, it has expired or was revoked.',
  },
  'authentication.scope': {
    status: 403,
    title: 'The access key may not do this',
    action: 'Use a key with the scope that the detail names.',
  },
  'authentication.key_needed': {
    status: 403,
    title: 'A token cannot be exchanged for another',
    action: 'Send the access key itself.',
  },
  'access_key.unknown': {
    status: 404,
    title: 'The access key is not known here',
    action: 'Take the id from the list of access keys.',
  },
  'launch_link.unusable': {
    status: 410,
    title: 'The link opens nothing any more',
    action: 'Make a new one: each works once, until it expires or the access key that made it is revoked.',
  },
  'webhook.unknown': {
    status: 404,
    title: 'This address of a webhook is not in use',
    action: 'Save the present address in Thulium; GET /api/tenants/{tenantId}/thulium/webhook tells it.',
  },
  'webhook.login': {
    status: 401,
    title: 'The webhook does not show the right user and password',
    action: 'Save the same in Thulium and with PUT /api/tenants/{tenantId}/thulium/webhook/login.',
  },
  'route.unknown': {
    status: 404,
    title: 'There is nothing at this address',
    action: 'Check the path.',
  },
  'route.method_not_allowed': {
    status: 405,
    title: 'The method does not exist at this address',
    action: 'Use one of those that `allow` names.',
  },
  'tenant.unknown': {
    status: 404,
    title: 'The tenant is not known',
    action: 'Connect its Thulium account with POST /api/tenants.',
  },
  'tenant.exists': {
    status: 409,
    title: 'The tenant is connected already',
    action: 'Change its settings or its password with PUT /api/tenants/{tenantId}/thulium.',
  },
  'integration.unknown': {
    status: 404,
    title: 'The integration is not known in this tenant',
    action: 'Take the id from the list of integrations of the tenant.',
  },
  'integration.shop_connected': {
    status: 409,
    title: 'Another integration of the tenant has this shop',
    action: 'Go on with the integration that the detail names, or stop or delete it first, as the detail says.',
  },
  'integration.not_configured': {
    status: 409,
    title: 'The integration has no settings yet',
    action: 'Save its settings first.',
  },
  'integration.not_authenticated': {
    status: 409,
    title: 'The integration is not authenticated',
    action: 'Call `authenticate`, and correct what it names.',
  },
  'conversation.unknown': {
    status: 404,
    title: 'The conversation is not known in this tenant',
    action: 'Take the ids from the list of conversations of the tenant.',
  },
  'customer.not_outside': {
    status: 409,
    title: 'The buyer was not left outside the CRM',
    action: 'Look at the conversation: either it has no buyer, or it is not known yet whether he is in the CRM.',
  },
  'thulium.refused': {
    status: 409,
    title: 'Thulium refuses the test ticket',
    action: 'Read the detail; authenticate the integration, check the mailbox, and try again.',
  },
  'thulium.unavailable': {
    status: 503,
    title: 'Thulium does not answer properly',
    action: 'Try again later. A test ticket may have been created; it can be deleted.',
  },
  'command.refused': {
    status: 409,
    title: 'This cannot be done in the present state',
    action: 'Read the detail, bring about what it asks for, and try again.',
  },
  'write.contention': {
    status: 503,
    title: 'Others were changing the same thing all the time',
    action: 'Send the request again.',
  },
  'credentials.unreadable': {
    status: 500,
    title: 'The stored credentials cannot be opened',
    action: 'Start the service with the master key they were stored with, or store them anew.',
  },
  'effect.unknown': {
    status: 404,
    title: 'The write is not known in this integration',
    action: 'Take the key from the list of effects of the integration.',
  },
  'effect.not_parked': {
    status: 409,
    title: 'The write does not wait for a decision',
    action: 'Read the list again: it is under way, done, or was dismissed.',
  },
  'effect.not_editable': {
    status: 409,
    title: 'The text of this write cannot be changed',
    action: 'Read the detail: only a reply that EmpikPlace refused gets another text, within its limits.',
  },
  'operation.unknown': {
    status: 404,
    title: 'The operation is not known here',
    action: 'Take the id from the list of operations.',
  },
  'operation.running': {
    status: 409,
    title: 'An operation of this kind is under way on this scope',
    action: 'Wait for the one that the detail names, or cancel it.',
  },
  'operation.over': {
    status: 409,
    title: 'The operation is over',
    action: 'Read how it ended; ask for a new one if it is needed.',
  },
  'operation.fits_nothing': {
    status: 422,
    title: 'There is nothing that the operation could be about',
    action: 'Widen what it is narrowed to. When nothing needs it, nothing is to be done.',
  },
  'changes.too_many_streams': {
    status: 429,
    title: 'The tenant watches changes with too many streams',
    action: 'Close some, share one among the screens of a page, or raise API_STREAMS_PER_TENANT.',
  },
  'changes.no_room': {
    status: 503,
    title: 'This process has too many open streams',
    action: 'Try again later, start a further process, or raise API_STREAMS.',
  },
  'database.unavailable': {
    status: 503,
    title: 'The database is away',
    action: 'Send the request again in a few seconds. Nothing was lost.',
  },
  'log.unreadable': {
    status: 503,
    title: 'This version of the service cannot read what a newer one recorded',
    action: 'Deploy the newer version again. Nothing is lost: what was recorded is read then.',
  },
  'service.not_ready': {
    status: 503,
    title: 'The service is not ready',
    action: 'Read the detail; the service becomes ready by itself once that is settled.',
  },
  'service.stopping': {
    status: 503,
    title: 'The service is stopping',
    action: 'Send the request again; another process takes it.',
  },
  'service.paused': {
    status: 409,
    title: 'Nothing is written after a restore until it is confirmed',
    action: 'The operator of the connector confirms it (docs/operations.md); send it again afterwards.',
  },
  'service.overloaded': {
    status: 503,
    title: 'The service has more to do than it can',
    action: 'Send the request again after as many seconds as `retry-after` says.',
  },
  'internal.unexpected': {
    status: 500,
    title: 'Something unexpected went wrong',
    action: 'Look for the request id in the log of the service.',
  },
} as const satisfies Record<string, CatalogueEntry>

export type ProblemCode = keyof typeof catalogue

export const isProblemCode = (code: string): code is ProblemCode => Object.hasOwn(catalogue, code)
