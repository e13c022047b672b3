/** Long enough for other processes to take their turns in between. */
const spinMs = 40

/**
 * How many times longer than on an idle machine things take at this moment: the time of a loop by the clock over what the processor
 * spent on it. Waits by the clock are divided by it where a limit is meant for a machine with nothing else to do.
 */
function slowness(): number {
  const started = performance.now()
  const before = process.cpuUsage()
  const spentMs = (): number => {
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1_000
  }
  while (spentMs() < spinMs);
  return Math.max(1, (performance.now() - started) / spentMs())
}

/** Takes a measure, in ms, and gives it as it would be on an idle machine: by the smaller slowness of before and after. */
export async function onIdleMachine<T extends readonly number[]>(measure: () => Promise<T>): Promise<number[]> {
  const before = slowness()
  const measured = await measure()
  const by = Math.min(before, slowness())
  return measured.map((ms) => ms / by)
}
