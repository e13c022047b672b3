import { LRUCache } from 'lru-cache'

/**
 * An open ticket is read at every look, and each time all its entries are converted. 100 kB cost some 30 ms, a megabyte 300, in
 * which a process does nothing else.
 */
const worthKeeping = 4_096

/** Characters of the texts that are kept, of each conversion: 8 to 16 MB. */
const keptCharacters = 8_000_000

/** A conversion whose larger texts are converted once and then remembered, the least used forgotten first. */
export function convertedOnce<T extends string | object>(convert: (body: string) => T): (body: string) => T {
  const known = new LRUCache<string, T>({
    maxSize: keptCharacters,
    sizeCalculation: (_, body) => body.length,
  })
  return (body) => {
    if (body.length < worthKeeping) return convert(body)
    const kept = known.get(body)
    if (kept !== undefined) return kept
    const converted = convert(body)
    known.set(body, converted)
    return converted
  }
}
