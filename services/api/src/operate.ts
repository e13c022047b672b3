/** Asks for operations and follows them: `npm run operate -- --help`. */
import { userInfo } from 'node:os'
import { createInterface } from 'node:readline/promises'
import { readEnvironment } from '@connector/service-kit'
import { z } from 'zod'
import { createApiBackend } from './operate/api-backend.ts'
import { WrongUsage } from './operate/arguments.ts'
import type { Backend } from './operate/backend.ts'
import { operateCommand, type Terminal } from './operate/command.ts'
import { createDatabaseBackend } from './operate/database-backend.ts'
import { isLogCommand, logCommand } from './operate/log-commands.ts'

const settings = z.object({
  CONNECTOR_URL: z.url().optional(),
  CONNECTOR_ACCESS_KEY: z.string().optional(),
  DATABASE_URL: z.string().optional(),
})

function open(): Backend {
  const { CONNECTOR_URL: url, CONNECTOR_ACCESS_KEY: key, DATABASE_URL: database } = readEnvironment(settings)
  if (url !== undefined) return createApiBackend(url, key)
  if (database !== undefined) return createDatabaseBackend(database, userInfo().username)
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
if (isLogCommand(args[0])) process.exitCode = await logCommand(args, { terminal, by: userInfo().username })
else {
  process.once('SIGINT', () => {
    process.stderr.write('\nThe operation goes on; npm run operate -- follow ID finds it again.\n')
    process.exit(130)
  })
  process.exitCode = await operateCommand(args, open, terminal)
}
