/** Values a switch can take; null stands for "off" where a number is optional. */
export type SwitchValue = string | number | boolean | null

/** One behaviour the outside documentation leaves open: its start value, what else it may be, and what it decides. */
export type SwitchDefinition<V extends SwitchValue> = { initial: V; choices?: readonly V[]; note: string }

/** The switches of a sandbox, typed by name. Unknown names and values outside the choices are refused. */
export class Switches<T extends Record<string, SwitchValue>> {
  readonly #definitions: { [K in keyof T]: SwitchDefinition<T[K]> }
  #values: T

  constructor(definitions: { [K in keyof T]: SwitchDefinition<T[K]> }) {
    this.#definitions = definitions
    this.#values = initialValues(definitions)
  }

  get<K extends keyof T>(name: K): T[K] {
    return this.#values[name]
  }

  set<K extends keyof T>(name: K, value: T[K]): void {
    this.patch({ [name]: value })
  }

  /** Changes several switches, all or none. Throws RangeError with the reason. */
  patch(changes: Record<string, unknown>): void {
    for (const [name, value] of Object.entries(changes)) {
      const definition = this.#lookup(name)
      if (!definition) throw new RangeError(`No switch is called ${name}`)
      if (definition.choices ? !definition.choices.some((choice) => choice === value) : !sameKind(definition, value)) {
        throw new RangeError(`Switch ${name} cannot be ${JSON.stringify(value)}`)
      }
    }
    this.#values = { ...this.#values, ...changes }
  }

  reset(): void {
    this.#values = initialValues(this.#definitions)
  }

  values(): T {
    return { ...this.#values }
  }

  /** Every switch with its value, choices and meaning, as plain data. */
  describe(): Record<
    string,
    { value: SwitchValue; initial: SwitchValue; choices?: readonly SwitchValue[]; note: string }
  > {
    const rows = Object.entries(this.#definitions as Record<string, SwitchDefinition<SwitchValue>>)
    return Object.fromEntries(rows.map(([name, row]) => [name, { value: this.#values[name] ?? null, ...row }]))
  }

  #lookup(name: string): SwitchDefinition<SwitchValue> | undefined {
    const table = this.#definitions as Record<string, SwitchDefinition<SwitchValue>>
    return Object.hasOwn(table, name) ? table[name] : undefined
  }
}

function initialValues<T extends Record<string, SwitchValue>>(definitions: {
  [K in keyof T]: SwitchDefinition<T[K]>
}): T {
  const rows = Object.entries(definitions as Record<string, SwitchDefinition<SwitchValue>>)
  return Object.fromEntries(rows.map(([name, row]) => [name, row.initial])) as T
}

function sameKind(definition: SwitchDefinition<SwitchValue>, value: unknown): boolean {
  if (value === null || definition.initial === null) return value === null || typeof value === 'number'
  return typeof value === typeof definition.initial
}
