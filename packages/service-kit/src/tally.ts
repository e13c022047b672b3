/** One count, under a name and with labels whose values are few. */
export interface Count {
  name: string
  labels: Record<string, string>
  value: number
}

/** Counts in the memory of a process, until somebody takes them to where they add up. */
export interface Tally {
  add(name: string, labels: Record<string, string>, value: number): void
  /** All since the last time; the tally is empty afterwards. */
  take(): Count[]
}

export function createTally(): Tally {
  const counts = new Map<string, Count>()
  return {
    add(name, labels, value) {
      const place = JSON.stringify([name, labels])
      const known = counts.get(place)
      if (known) known.value += value
      else counts.set(place, { name, labels, value })
    },
    take() {
      const taken = [...counts.values()]
      counts.clear()
      return taken
    },
  }
}

/** Upper bounds of the classes of a histogram of outside calls, in seconds; a call is cut off after 30. */
export const callSeconds = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30] as const

/** A value of a histogram, in the parts that Prometheus adds up. */
export function addToHistogram(tally: Tally, name: string, labels: Record<string, string>, seconds: number): void {
  for (const bound of callSeconds)
    if (seconds <= bound) tally.add(`${name}_bucket`, { ...labels, le: String(bound) }, 1)
  tally.add(`${name}_bucket`, { ...labels, le: '+Inf' }, 1)
  tally.add(`${name}_sum`, labels, seconds)
  tally.add(`${name}_count`, labels, 1)
}
