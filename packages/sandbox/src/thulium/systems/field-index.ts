import type { ThuliumSwitches } from '../model/switches.ts'

type Entry = { value: string; from: number; until: number | undefined }

/**
 * Finds owners (tickets or customers) by the value of a custom field. With a lag a new value is found only later and an
 * old one is still found for as long. Times are instants in ms.
 */
export class FieldIndex {
  // Field id → lower-cased value → owner id → entry. One more level serves both exact and case-insensitive search.
  readonly #fields = new Map<number, Map<string, Map<number, Entry>>>()

  put(fieldId: number, owner: number, value: string, visibleFrom: number): void {
    const values = getOrCreate(this.#fields, fieldId)
    const owners = getOrCreate(values, value.toLowerCase())
    owners.set(owner, { value, from: visibleFrom, until: undefined })
  }

  drop(fieldId: number, owner: number, value: string, visibleUntil: number | undefined): void {
    const values = this.#fields.get(fieldId)
    const owners = values?.get(value.toLowerCase())
    const entry = owners?.get(owner)
    if (!values || !owners || !entry) return
    if (visibleUntil !== undefined) {
      entry.until = visibleUntil
      return
    }
    owners.delete(owner)
    if (owners.size === 0) values.delete(value.toLowerCase())
  }

  find(fieldId: number, value: string, match: ThuliumSwitches['customFieldsMatch'], now: number): number[] {
    const values = this.#fields.get(fieldId)
    if (!values) return []
    const key = value.toLowerCase()
    const found: number[] = []
    for (const owners of match === 'prefix' ? startingWith(values, key) : [values.get(key)]) {
      for (const [owner, entry] of owners ?? []) {
        if (entry.from > now || (entry.until !== undefined && entry.until <= now)) continue
        if (match === 'exact' && entry.value !== value) continue
        found.push(owner)
      }
    }
    return found
  }
}

function* startingWith<V>(values: Map<string, V>, prefix: string): Iterable<V> {
  for (const [key, owners] of values) if (key.startsWith(prefix)) yield owners
}

function getOrCreate<K, K2, V>(map: Map<K, Map<K2, V>>, key: K): Map<K2, V> {
  let inner = map.get(key)
  if (!inner) {
    inner = new Map()
    map.set(key, inner)
  }
  return inner
}
