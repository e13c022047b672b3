/** A query string as PHP reads it: `a[b][]=c` nests; a list is an object with the keys 0, 1, 2 … */
export type PhpQuery = { [key: string]: string | PhpQuery }

/** Parses the part after `?`. Names inside brackets may hold spaces and any letters. Later scalars win, as in PHP. */
export function parsePhpQuery(text: string): PhpQuery {
  const query = emptyQuery()
  for (const pair of text.split('&')) {
    if (pair === '') continue
    const at = pair.indexOf('=')
    const name = decode(at < 0 ? pair : pair.slice(0, at))
    place(query, keysOf(name), at < 0 ? '' : decode(pair.slice(at + 1)))
  }
  return query
}

/** The scalar value of a parameter; undefined when absent or nested. */
export function scalar(query: PhpQuery, name: string): string | undefined {
  const value = query[name]
  return typeof value === 'string' ? value : undefined
}

/** One value or a bracketed list of values; undefined when absent. */
export function listOf(value: string | PhpQuery | undefined): string[] | undefined {
  if (value === undefined) return undefined
  if (typeof value === 'string') return [value]
  return Object.values(value).filter((one) => typeof one === 'string')
}

function keysOf(name: string): string[] {
  const open = name.indexOf('[')
  if (open <= 0) return [name]
  const keys = [name.slice(0, open)]
  let at = open
  while (name[at] === '[') {
    const close = name.indexOf(']', at)
    if (close < 0) break
    keys.push(name.slice(at + 1, close))
    at = close + 1
  }
  return keys
}

function place(query: PhpQuery, keys: string[], value: string): void {
  let level = query
  keys.forEach((given, depth) => {
    const key = given === '' && depth > 0 ? String(Object.keys(level).length) : given
    if (depth === keys.length - 1) {
      level[key] = value
      return
    }
    const known = level[key]
    const next = known === undefined || typeof known === 'string' ? emptyQuery() : known
    level[key] = next
    level = next
  })
}

function emptyQuery(): PhpQuery {
  return Object.create(null) as PhpQuery
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}
