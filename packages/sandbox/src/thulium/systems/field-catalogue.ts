import type { FieldConfig } from '../model/config.ts'

export type Field = { id: number; name: string; readOnly: boolean }

/** The custom fields a system defines. Names are the public key; ids stay when a name changes. */
export class FieldCatalogue {
  readonly #byName = new Map<string, Field>()

  constructor(fields: readonly FieldConfig[]) {
    fields.forEach((field, at) => {
      const { name, readOnly = false } = typeof field === 'string' ? { name: field } : field
      this.#byName.set(name, { id: at + 1, name, readOnly })
    })
  }

  get(name: string): Field | undefined {
    return this.#byName.get(name)
  }

  all(): Field[] {
    return [...this.#byName.values()].sort((one, other) => one.id - other.id)
  }

  /** As an administrator does in the panel: every call that uses the old name fails from now on. Throws RangeError. */
  rename(from: string, to: string): void {
    const field = this.#byName.get(from)
    if (!field) throw new RangeError(`No field is called ${from}`)
    if (this.#byName.has(to)) throw new RangeError(`A field is already called ${to}`)
    this.#byName.delete(from)
    this.#byName.set(to, { ...field, name: to })
  }

  /** Values by display name; a defined field without a value is null, as in the documented customer sample. */
  describe(values: ReadonlyMap<number, string>): Record<string, string | null> {
    return Object.fromEntries(this.all().map((field) => [field.name, values.get(field.id) ?? null]))
  }
}
