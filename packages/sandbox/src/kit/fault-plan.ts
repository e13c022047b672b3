import { randomUUID } from 'node:crypto'

/**
 * What goes wrong. `cut-after` and `status-after` come after the work was committed: the caller cannot know that it was.
 * `retryAfterSeconds` is the distance of an `http-date` Retry-After (default 60).
 */
export type Fault =
  | {
      kind: 'status'
      status: number
      retryAfter?: number | 'http-date'
      retryAfterSeconds?: number
      body?: 'json' | 'html' | 'empty'
    }
  | { kind: 'latency'; ms: number }
  | { kind: 'cut-before' }
  | { kind: 'cut-after' }
  | { kind: 'status-after'; status: number }
  | { kind: 'truncate' }
  | { kind: 'html' }

/** `times`: how often it fires, default 1, null = until removed. `skip`: matching calls that pass before it starts. */
export type FaultRule = {
  id: string
  operation: string
  subject?: string
  times?: number | null
  skip?: number
  probability?: number
  fault: Fault
}

/** A rule as it is handed in; the id is made up when absent. */
export type FaultRuleInput = Omit<FaultRule, 'id'> & { id?: string }

/** The ordered list of planned faults. The first rule that matches a call and is due takes it. */
export class FaultPlan {
  readonly #rules = new Map<string, FaultRule>()
  readonly #random: () => number

  constructor(random: () => number = Math.random) {
    this.#random = random
  }

  add(rule: FaultRuleInput): FaultRule {
    const stored: FaultRule = { ...rule, id: rule.id ?? randomUUID() }
    this.#rules.set(stored.id, stored)
    return stored
  }

  remove(id: string): boolean {
    return this.#rules.delete(id)
  }

  clear(): void {
    this.#rules.clear()
  }

  /** The rules still alive, with the `times` and `skip` that are left. */
  list(): FaultRule[] {
    return [...this.#rules.values()]
  }

  take(operation: string, subject?: string): Fault | undefined {
    for (const rule of this.#rules.values()) {
      if (rule.operation !== '*' && rule.operation !== operation) continue
      if (rule.subject !== undefined && rule.subject !== subject) continue
      if (rule.skip !== undefined && rule.skip > 0) {
        rule.skip -= 1
        continue
      }
      if (rule.probability !== undefined && this.#random() >= rule.probability) continue
      this.#spend(rule)
      return rule.fault
    }
    return undefined
  }

  #spend(rule: FaultRule): void {
    const left = rule.times === undefined ? 1 : rule.times
    if (left === null) return
    if (left <= 1) this.#rules.delete(rule.id)
    else rule.times = left - 1
  }
}
