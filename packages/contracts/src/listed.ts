/**
 * A list in the forms in which PHP writes one. A list from which something was taken out is an object with numbers for names,
 * and no list is null, '' or false. Undefined for what is none.
 */
export function listed(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value as readonly unknown[]
  if (value === undefined || value === null || value === '' || value === false) return []
  if (typeof value !== 'object') return undefined
  // Such names come in the order of the numbers.
  return Object.keys(value).every((name) => /^\d+$/.test(name)) ? Object.values(value) : undefined
}
