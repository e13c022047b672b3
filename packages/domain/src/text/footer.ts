/**
 * A reply with the footer of the integration under an empty line. An empty reply gets none: a footer alone answers
 * nothing, and the agent shall be told. A reply that ends with the footer already gets no second one.
 * @param footer plain text
 */
export function withFooter(text: string, footer: string | undefined): string {
  const below = (footer ?? '').replace(/\r\n?/g, '\n').trim()
  if (below === '' || text === '' || text === below || text.endsWith(`\n${below}`)) return text
  return `${text}\n\n${below}`
}
