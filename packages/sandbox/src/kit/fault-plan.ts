import { randomUUID } from 'node:crypto'
import type { Edit } from './edit.ts'

/** `challenge` is a page of a bot protection, `gateway-json` what a common gateway says: neither is of the API. */
export const statusBodies = ['json', 'html', 'empty', 'challenge', 'gateway-json'] as const

export const codings = ['gzip', 'deflate', 'deflate-raw', 'br', 'unknown'] as const
export const charsets = ['iso-8859-2', 'utf-16le', 'utf-8-bom', 'unknown'] as const
export const documents = ['json', 'html', 'xml'] as const

/**
 * What goes wrong. `cut-after` and `status-after` come after the work was committed: the caller cannot know that it was.
 * `retryAfterSeconds` is the distance of an instant in Retry-After (default 60). `recode` sends the right answer in another
 * form: padded with white space to a size, in another charset, packed. `document` answers 200 with an error document,
 * `part` with half of the bytes under a length that fits them, `edit` with the right answer in which some fields are others.
 */
export type Fault =
  | {
      kind: 'status'
      status: number
      /** A number, `http-date`, `epoch-seconds` and `epoch-milliseconds` (mistakes that servers make), or any text as it is. */
      retryAfter?: number | string
      retryAfterSeconds?: number
      body?: (typeof statusBodies)[number]
    }
  | { kind: 'latency'; ms: number }
  | { kind: 'cut-before' }
  | { kind: 'cut-after' }
  | { kind: 'status-after'; status: number }
  | { kind: 'truncate' }
  | { kind: 'part' }
  | { kind: 'recode'; coding?: (typeof codings)[number]; charset?: (typeof charsets)[number]; padToBytes?: number }
  | ({ kind: 'edit' } & Edit)
  | { kind: 'document'; document: (typeof documents)[number] }
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
