import type { FastifyInstance } from 'fastify'
import type { SandboxClock } from './clock.ts'
import type { Identify } from './identify.ts'

/** Which calls to count; `since` is inclusive and rounded down to its minute. */
export type CallFilter = { operation?: string; subject?: string; since?: Date }

/** Calls of one operation by one subject. Minutes and hours are ISO instants of their start on the sandbox clock. */
export type CallCount = {
  operation: string
  subject: string
  total: number
  perMinute: Record<string, number>
  perHour: Record<string, number>
}

type Entry = { operation: string; subject: string; total: number; minutes: Map<number, number> }

const minuteMs = 60_000
// Two days of minutes per entry: long enough for every hourly budget, bounded for benchmarks.
const keptMinutes = 2 * 24 * 60

/** Counts calls per operation and subject, in total and per minute and hour of the sandbox clock. */
export class CallCounters {
  readonly #entries = new Map<string, Entry>()
  readonly #clock: SandboxClock

  constructor(clock: SandboxClock) {
    this.#clock = clock
  }

  record(operation: string, subject = ''): void {
    const key = `${operation}\n${subject}`
    let entry = this.#entries.get(key)
    if (!entry) {
      entry = { operation, subject, total: 0, minutes: new Map() }
      this.#entries.set(key, entry)
    }
    const minute = Math.floor(this.#clock.now().getTime() / minuteMs)
    entry.total += 1
    entry.minutes.set(minute, (entry.minutes.get(minute) ?? 0) + 1)
    if (entry.minutes.size > keptMinutes) {
      const [oldest] = entry.minutes.keys()
      if (oldest !== undefined) entry.minutes.delete(oldest)
    }
  }

  /** Number of calls that match. */
  count(filter: CallFilter = {}): number {
    const from = filter.since ? Math.floor(filter.since.getTime() / minuteMs) : undefined
    let sum = 0
    for (const entry of this.#matching(filter)) {
      if (from === undefined) sum += entry.total
      else for (const [minute, calls] of entry.minutes) if (minute >= from) sum += calls
    }
    return sum
  }

  /** The counters as plain data, one row per operation and subject. */
  report(filter: CallFilter = {}): CallCount[] {
    return [...this.#matching(filter)].map((entry) => {
      const perMinute: Record<string, number> = {}
      const perHour: Record<string, number> = {}
      for (const [minute, calls] of entry.minutes) {
        const hour = isoOfMinute(minute - (minute % 60))
        perMinute[isoOfMinute(minute)] = calls
        perHour[hour] = (perHour[hour] ?? 0) + calls
      }
      return { operation: entry.operation, subject: entry.subject, total: entry.total, perMinute, perHour }
    })
  }

  clear(): void {
    this.#entries.clear()
  }

  *#matching(filter: CallFilter): Iterable<Entry> {
    for (const entry of this.#entries.values()) {
      if (filter.operation !== undefined && filter.operation !== entry.operation) continue
      if (filter.subject !== undefined && filter.subject !== entry.subject) continue
      yield entry
    }
  }
}

/** Counts every identified call as it arrives, also those that are then refused or struck by a fault. */
export function installCounters(app: FastifyInstance, counters: CallCounters, identify: Identify): void {
  app.addHook('onRequest', (request, _reply, done) => {
    const call = identify(request)
    if (call) counters.record(call.operation, call.subject)
    done()
  })
}

function isoOfMinute(minute: number): string {
  return new Date(minute * minuteMs).toISOString()
}
