interface Page<Item> {
  items: readonly Item[]
  nextCursor: string | null
}

/** A page could not be read; `problem` is what the API answered. */
export class PageFailed extends Error {
  readonly problem: unknown

  constructor(problem: unknown) {
    super('A page of the list could not be read.')
    this.problem = problem
  }
}

/**
 * Every item of a list that comes in pages, read as it is asked for:
 * `for await (const one of eachItem((cursor) => client.GET('/api/tenants', { params: { query: { cursor } } })))`.
 * @throws {PageFailed}
 */
export async function* eachItem<Item>(
  read: (cursor: string | undefined) => Promise<{ data?: Page<Item> | undefined; error?: unknown }>,
): AsyncGenerator<Item, void, undefined> {
  let cursor: string | undefined
  do {
    const { data, error } = await read(cursor)
    if (!data) throw new PageFailed(error)
    yield* data.items
    cursor = data.nextCursor ?? undefined
  } while (cursor !== undefined)
}
