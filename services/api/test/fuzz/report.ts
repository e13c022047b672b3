/** An answer that is not as it should be. */
export interface Fault {
  operation: string
  what: string
  /** The request, as a line for a shell. */
  curl: string
  answer: string
  /** What the API met meanwhile. */
  error: Error | undefined
}

export interface Report {
  seed: number
  sent: number
  faults: Fault[]
  /** How many answers had each status. */
  statuses: Map<number, number>
  /** Operations of which no request succeeded: their inside was hardly tried. */
  neverSucceeded: string[]
  elapsedMs: number
}

/** Many requests meet the same fault; of each the first is shown. */
function distinct(faults: readonly Fault[]): { fault: Fault; times: number }[] {
  const found = new Map<string, { fault: Fault; times: number }>()
  for (const fault of faults) {
    const name = `${fault.operation} ${fault.what}`
    const known = found.get(name)
    found.set(name, known ? { ...known, times: known.times + 1 } : { fault, times: 1 })
  }
  return [...found.values()]
}

export function inWords({ seed, sent, faults, statuses, neverSucceeded, elapsedMs }: Report): string {
  const told = distinct(faults).map(
    ({ fault: { operation, what, curl, answer, error }, times }) =>
      `${operation}, ${times} times: ${what}\n  again: npm run fuzz -- --seed ${seed} --only ${operation}\n  ${curl}\n  ${answer}\n  ${error?.stack ?? ''}\n`,
  )
  const counts = [...statuses].sort(([one], [other]) => one - other).map(([status, count]) => `${status}: ${count}`)
  const perSecond = Math.round((sent / elapsedMs) * 1_000)
  return [
    ...told,
    `${sent} requests in ${(elapsedMs / 1_000).toFixed(1)} s (${perSecond}/s), ${faults.length} answers at fault`,
    `answers: ${counts.join(', ')}`,
    `never succeeded: ${neverSucceeded.join(', ') || 'none'}`,
  ].join('\n')
}
