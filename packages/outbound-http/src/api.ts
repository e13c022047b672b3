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
 * Refusals that are about the very request, its form or its size: they mean the same whoever gives them. Every other 4xx is a
 * verdict about credentials or about what was asked for, and only the API itself can give it.
 */
const aboutTheRequest: ReadonlySet<number> = new Set([400, 411, 413, 414, 415, 417, 422, 431])

/** Statuses with which anybody asks us to wait. */
const askingToWait: ReadonlySet<number> = new Set([408, 429])

const isVerdict = (status: number): boolean =>
  status >= 400 && status < 500 && !aboutTheRequest.has(status) && !askingToWait.has(status)

/** Whether a refusal comes from something in between, as far as can be told. */
export function isOfGateway(refusal: Refusal, api: OutsideApi): boolean {
  if (!isVerdict(refusal.status)) return false
  // A challenge to prove that we are a person, whatever its body.
  return refusal.headers['cf-mitigated'] !== undefined || !api.isOwn(refusal)
}
