/** Asks for operations and follows them: `npm run operate -- --help`. */
import { createInterface } from 'node:readline/promises'
import { eventStoreOf, eventStoreSettings } from '@connector/connections'
import { readEnvironment } from '@connector/service-kit'
import { z } from 'zod'
import { loginOfPerson, ownLogin } from './login.ts'
import { createApiBackend } from './operate/api-backend.ts'
import { help, WrongUsage } from './operate/arguments.ts'
import type { Backend } from './operate/backend.ts'
import { operateCommand, type Terminal } from './operate/command.ts'
import { createDatabaseBackend } from './operate/database-backend.ts'
import { isLogCommand, logCommand } from './operate/log-commands.ts'
import { scrubCommand } from './operate/scrub-command.ts'

const settings = z.object({
  CONNECTOR_URL: z.url().optional(),
  CONNECTOR_ACCESS_KEY: z.string().optional(),
  DATABASE_URL: z.string().optional(),
  ...eventStoreSettings,
})

async function open(): Promise<Backend> {
  const environment = readEnvironment(settings)
  const { CONNECTOR_URL: url, CONNECTOR_ACCESS_KEY: key, DATABASE_URL: database } = environment
  if (url !== undefined) return createApiBackend(url, key)
  if (database !== undefined)
    return createDatabaseBackend(database, loginOfPerson() ?? ownLogin(), eventStoreOf(environment))
  throw new WrongUsage('Neither CONNECTOR_URL nor DATABASE_URL says where the connector is.')
}

async function agrees(question: string): Promise<boolean | undefined> {
  if (!process.stdin.isTTY) return undefined
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  try {
    return (await terminal.question(question)).trim() === 'yes'
  } finally {
    terminal.close()
  }
}

const isTerminal = process.stderr.isTTY

const terminal: Terminal = {
  say: (line) => void process.stdout.write(`${line}\n`),
  complain: (line) => void process.stderr.write(`${line}\n`),
  progress: (line, isLast) =>
    void process.stderr.write(isTerminal ? `\r\u001b[2K${line}${isLast ? '\n' : ''}` : `${line}\n`),
  agrees,
  isDrawn: isTerminal,
  // A line of its own is read later by somebody; on a terminal somebody waits.
  everyMs: isTerminal ? 500 : 2_000,
}

const args = process.argv.slice(2)
// Whichever command it is asked of; there is one text for all of them.
if (args.includes('--help')) terminal.say(help)
else if (args[0] === 'scrub') process.exitCode = await scrubCommand(args.slice(1), terminal)
else if (isLogCommand(args[0])) {
  const { EVENTSTORE_PREFIX: prefix } = readEnvironment(settings)
  process.exitCode = await logCommand(args, { terminal, by: loginOfPerson() ?? ownLogin(), prefix })
} else {
  process.once('SIGINT', () => {
    process.stderr.write('\nThe operation goes on; npm run operate -- follow ID finds it again.\n')
    process.exit(130)
  })
  process.exitCode = await operateCommand(args, open, terminal)
}
