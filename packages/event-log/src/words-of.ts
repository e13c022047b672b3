/** What an error says. One of a host with several addresses says nothing by itself, but holds one for each address. */
export function wordsOf(error: unknown): string {
  if (error instanceof AggregateError && error.message === '')
    return error.errors.length > 0 ? [...new Set(error.errors.map(wordsOf))].join('; ') : error.name
  return error instanceof Error ? error.message || error.name : String(error)
}
