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

/** Ends the process with a message for people when start-up fails, without a stack trace. */
export async function runMain(main: () => Promise<void>): Promise<void> {
  try {
    await main()
    process.exit(0)
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exit(1)
  }
}
