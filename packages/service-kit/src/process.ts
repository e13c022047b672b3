import type { Log } from './log.ts'

/** Runs until SIGTERM or SIGINT, then stops in order; a second signal ends at once. Resolves after `stop`. */
export async function untilStopped(log: Log, stop: () => Promise<void>): Promise<void> {
  const reason = await new Promise<string>((resolve) => {
    for (const name of ['SIGTERM', 'SIGINT'] as const)
      process.once(name, () => {
        process.once(name, () => process.exit(1))
        resolve(name)
      })
  })
  log.info({ reason }, 'Stopping')
  await stop()
}

const asksForHelp = (given: readonly string[]): boolean => given.some((one) => one === '--help' || one === '-h')

/**
 * Ends the process with a message for people when start-up fails, without a stack trace.
 * @param usage what `--help` prints, before anything is read or done
 */
export async function runMain(main: () => Promise<void>, usage?: string): Promise<void> {
  if (usage !== undefined && asksForHelp(process.argv.slice(2))) {
    process.stdout.write(`${usage}\n`)
    process.exit(0)
  }
  try {
    await main()
    process.exit(0)
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message || error.name : String(error)}\n`)
    process.exit(1)
  }
}
