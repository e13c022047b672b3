import type { Log } from './log.ts'

/** Whoever runs the services (deploy/) ends them by force after 40 s or more. By now the log can still say what was not done. */
const endsWithinMs = 36_000

const tooLong = (ms: number): Promise<never> =>
  new Promise((_resolve, reject) => {
    setTimeout(() => reject(new Error(`It took longer than ${ms / 1_000} s`)), ms).unref()
  })

/**
 * Runs until SIGTERM or SIGINT, then stops in order; a second signal ends at once. Resolves after `stop`, whatever came of it:
 * with the database or NATS away nothing can be given back or closed in order, and those who go on are made for that.
 */
export async function untilStopped(log: Log, stop: () => Promise<void>, withinMs = endsWithinMs): Promise<void> {
  const reason = await new Promise<string>((resolve) => {
    for (const name of ['SIGTERM', 'SIGINT'] as const)
      process.once(name, () => {
        process.once(name, () => process.exit(1))
        resolve(name)
      })
  })
  log.info({ reason }, 'Stopping')
  try {
    await Promise.race([stop(), tooLong(withinMs)])
  } catch (error) {
    log.warn(
      { error },
      'Not everything could be ended in order. Nothing is lost: what was under way is looked up, and leases end by themselves',
    )
  }
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
