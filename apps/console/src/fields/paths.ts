export type Values = Record<string, unknown>

const isValues = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export function valueAt(root: unknown, path: string): unknown {
  let value = root
  for (const part of path.split('.')) {
    if (Array.isArray(value)) value = (value as unknown[])[Number(part)]
    else value = isValues(value) ? value[part] : undefined
  }
  return value
}

/** The text at a path; empty where there is none. */
export const textAt = (root: unknown, path: string): string => {
  const value = valueAt(root, path)
  return typeof value === 'string' ? value : ''
}

function replaced(root: unknown, parts: readonly string[], value: unknown): unknown {
  const [first, ...rest] = parts
  if (first === undefined) return value
  if (Array.isArray(root)) {
    const list = [...(root as unknown[])]
    list[Number(first)] = replaced(list[Number(first)], rest, value)
    return list
  }
  const known = isValues(root) ? root : {}
  const next = replaced(known[first], rest, value)
  // What is not set is left out: the API takes no empty values.
  const others = Object.entries(known).filter(([name]) => name !== first)
  return Object.fromEntries(next === undefined ? others : [...others, [first, next]])
}

/** The same values with another one at the path; undefined takes it away. */
export const withValue = (root: Values, path: string, value: unknown): Values =>
  replaced(root, path.split('.'), value) as Values

/** Whether two JSON values say the same; the order of keys says nothing. */
export function isSame(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((item, index) => isSame(item, other[index]))
  if (!isValues(one) || !isValues(other)) return one === other
  const keys = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...keys].every((key) => isSame(one[key], other[key]))
}

/** Paths at which two settings differ: within objects as deep as it goes, a list as a whole. */
export function differences(one: unknown, other: unknown, path: string[] = []): string[][] {
  if (isSame(one, other)) return []
  if (!isValues(one) || !isValues(other)) return [path]
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].flatMap((key) =>
    differences(one[key], other[key], [...path, key]),
  )
}
