import { STATUS_CODES } from 'node:http'

/** An answer that refuses something. */
export interface Refusal {
  status: number
  /** Names in lower case. */
  headers: Record<string, string>
  /** What the body says; undefined when it is not JSON. */
  document: unknown
}

/**
 * An outside API, and how its own refusals look. Between it and us stand gateways, firewalls and proxies, which refuse in its
 * name without knowing anything of keys, threads or tickets.
 */
export interface OutsideApi {
  name: string
  isOwn(refusal: Refusal): boolean
}

/**
 * Refusals of what was sent. Their shape is the least documented of all, so any document counts as the API's own that says more
 * than a status does; a page, or nothing at all, is of something in between that dislikes the text and knows nothing of it. Every
 * other 4xx is a verdict about credentials or about what was asked for, and only the API's known shape can give it.
 */
const aboutTheRequest: ReadonlySet<number> = new Set([400, 411, 413, 414, 415, 417, 422, 431])

const phrases: ReadonlySet<unknown> = new Set(Object.values(STATUS_CODES))

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** `{"message": "Bad Request"}` is what common gateways say. */
function saysMoreThanAStatus(document: unknown): boolean {
  if (!isObject(document)) return false
  const [first, ...others] = Object.values(document)
  return first !== undefined && (others.length > 0 || !phrases.has(first))
}

/** Statuses with which anybody asks us to wait. */
const askingToWait: ReadonlySet<number> = new Set([408, 429])

const isVerdict = (status: number): boolean => status >= 400 && status < 500 && !askingToWait.has(status)

/** Whether a refusal comes from something in between, as far as can be told. */
export function isOfGateway(refusal: Refusal, api: OutsideApi): boolean {
  if (!isVerdict(refusal.status)) return false
  // A challenge to prove that we are a person, whatever its body.
  if (refusal.headers['cf-mitigated'] !== undefined) return true
  return !api.isOwn(refusal) && !(aboutTheRequest.has(refusal.status) && saysMoreThanAStatus(refusal.document))
}
