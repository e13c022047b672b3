/** One count, under a name and with labels whose values are few. */
export interface Count {
  name: string
  labels: Record<string, string>
  value: number
}

/** Counts in the memory of a process, until somebody takes them to where they add up. */
export interface Tally {
  add(name: string, labels: Record<string, string>, value: number): void
  /** A value of a histogram, in the parts that Prometheus adds up. */
  observe(name: string, labels: Record<string, string>, seconds: number): void
  /** All since the last time; the tally is empty afterwards. */
  take(): Count[]
}

/** Upper bounds of the classes of a histogram of outside calls, in seconds; a call is cut off after 30. */
export const callSeconds = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30] as const

/** Kept in few numbers, since each call adds to one; spelt out when it is taken. */
interface Histogram {
  name: string
  labels: Record<string, string>
  /** For each class how many were in it or a lower one. */
  within: number[]
  sum: number
  count: number
}

function partsOf({ name, labels, within, sum, count }: Histogram): Count[] {
  const bucket = (le: string, value: number): Count => ({ name: `${name}_bucket`, labels: { ...labels, le }, value })
  return [
    ...callSeconds.map((bound, index) => bucket(String(bound), within[index] ?? 0)).filter(({ value }) => value > 0),
    bucket('+Inf', count),
    { name: `${name}_sum`, labels, value: sum },
    { name: `${name}_count`, labels, value: count },
  ]
}

const placeOf = (name: string, labels: Record<string, string>): string => JSON.stringify([name, labels])

export function createTally(): Tally {
  const counts = new Map<string, Count>()
  const histograms = new Map<string, Histogram>()
  return {
    add(name, labels, value) {
      const place = placeOf(name, labels)
      const known = counts.get(place)
      if (known) known.value += value
      else counts.set(place, { name, labels, value })
    },
    observe(name, labels, seconds) {
      const place = placeOf(name, labels)
      const histogram = histograms.get(place) ?? { name, labels, within: callSeconds.map(() => 0), sum: 0, count: 0 }
      histograms.set(place, histogram)
      for (const [index, bound] of callSeconds.entries())
        if (seconds <= bound) histogram.within[index] = (histogram.within[index] ?? 0) + 1
      histogram.sum += seconds
      histogram.count += 1
    },
    take() {
      const taken = [...counts.values(), ...[...histograms.values()].flatMap(partsOf)]
      counts.clear()
      histograms.clear()
      return taken
    },
  }
}
