/** Tells the services that the database was restored from a backup: `docs/operations.md` tells when and how. */
import { createInterface } from 'node:readline/promises'
import { readEnvironment, runMain } from '@connector/service-kit'
import { z } from 'zod'
import { loginOfPerson } from './login.ts'
import { restoredCommand, restoredUsage } from './restored-command.ts'

async function agrees(question: string): Promise<boolean | undefined> {
  if (!process.stdin.isTTY) return undefined
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  try {
    return (await terminal.question(question)).trim() === 'yes'
  } finally {
    terminal.close()
  }
}

await runMain(async () => {
  const { DATABASE_URL } = readEnvironment(z.object({ DATABASE_URL: z.string() }))
  await restoredCommand(process.argv.slice(2), DATABASE_URL, {
    login: loginOfPerson(),
    say: (text) => void process.stdout.write(`${text}\n`),
    agrees,
  })
}, restoredUsage)
