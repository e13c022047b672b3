/** Of HTTP itself, of browsers' protection and of CORS: the same for every answer, and nothing that a program acts on. */
const general =
  /^(?:date|connection|keep-alive|transfer-encoding|content-(?:type|length|security-policy)|cache-control|vary|x-content-type-options|x-frame-options|referrer-policy|cross-origin-.*|access-control-.*|x-accel-buffering)$/

/** Headers that are sent whenever they are declared; the others depend on limits, keys and media types. */
const always: ReadonlySet<string> = new Set(['x-request-id', 'api-version', 'etag', 'location', 'www-authenticate'])

/**
 * What is wrong with the headers of an answer.
 * @param declared by the document, for this operation and status
 */
export function headerFaults(declared: readonly string[], sent: Iterable<string>): string[] {
  const there = new Set(sent)
  return [
    ...[...there]
      .filter((name) => !general.test(name) && !declared.includes(name))
      .map((name) => `${name} is not declared`),
    ...declared
      .filter((name) => always.has(name) && !there.has(name))
      .map((name) => `${name} is declared and not sent`),
  ]
}
