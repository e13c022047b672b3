import { parseArgs } from 'node:util'
import { CopyRefused, copyLog, digestOf, placeToGoOn } from '@connector/event-log'
import {
  assertAtRest,
  backupTables,
  beginRestore,
  connectWorker,
  digestOfTable,
  openLogPlace,
  readBackup,
  readLogHome,
  replaceBackup,
  type LogPlace,
} from '@connector/store'
import { WrongUsage } from './arguments.ts'
import type { Terminal } from './command.ts'
import { checkFile, exportLog, importLog, type Written } from './log-file.ts'
import { isEventStore, moveLog } from './move-log.ts'

/** Commands that work on databases and files, and ask nobody. */
const logCommands = ['copy-log', 'export-log', 'import-log'] as const
type LogCommand = (typeof logCommands)[number]

export const isLogCommand = (word: string | undefined): word is LogCommand => logCommands.some((one) => one === word)

interface Asked {
  from: string
  to: string
  json: boolean
  switch: boolean
}

function readAsked(command: LogCommand, args: readonly string[]): Asked {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        ...{ from: { type: 'string' }, to: { type: 'string' } },
        ...{ json: { type: 'boolean', default: false }, switch: { type: 'boolean', default: false } },
      },
    })
    const { from, to } = values
    if (from !== undefined && to !== undefined) return { ...values, from, to }
  } catch (error) {
    throw new WrongUsage(error instanceof Error ? error.message : String(error))
  }
  throw new WrongUsage(`${command} needs --from and --to.`)
}

/** Of a log that is elsewhere, this would take what was left here when it moved. @throws {CopyRefused} */
async function assertLogIsHere({ pool }: LogPlace): Promise<void> {
  const home = (await readLogHome(pool)) ?? 'postgres'
  if (home !== 'postgres')
    throw new CopyRefused(
      `The log of that database is in ${home}. Bring it back first (copy-log --from esdb://… --to postgres://… --switch), or back up EventStoreDB by its own means.`,
    )
}

/** What has happened since the copy was taken, and what was under way, may have been done: it is looked up first. */
async function perhapsDone(to: LogPlace, takenAt: Date, by: string): Promise<void> {
  const worker = connectWorker({ url: to.url, max: 1 })
  try {
    await beginRestore(worker, takenAt, by)
  } finally {
    await worker.close()
  }
}

/** Both read anew, from their first event on. @throws {CopyRefused} */
async function compareLogs(from: LogPlace, to: LogPlace): Promise<{ events: number; digest: string }> {
  const there = await digestOf(to.copy)
  const here = await digestOf(from.copy, { most: there.events })
  if (here.digest !== there.digest)
    throw new CopyRefused(
      `The copy is not the same: digest ${there.digest} instead of ${here.digest}. Copy into an empty database.`,
    )
  for (const table of backupTables) {
    const [one, other] = [await digestOfTable(from.pool, table), await digestOfTable(to.pool, table)]
    if (one.digest !== other.digest)
      throw new CopyRefused(
        `${table} has other rows there (${other.rows}) than here (${one.rows}). Copy again while no service is at work.`,
      )
  }
  return there
}

const services =
  'The services may be started there. They look and read, and write nothing until: npm run restored -- --confirm'

interface Tools {
  /** Of the streams in EventStoreDB. */
  prefix: string
  terminal: Terminal
  by: string
}

async function acrossStores(asked: Asked, { terminal, prefix }: Tools): Promise<void> {
  const { copied, events, digest, readers } = await moveLog({
    ...{ from: asked.from, to: asked.to, prefix, isSwitch: asked.switch },
    progress: terminal.progress,
  })
  if (asked.json) terminal.say(JSON.stringify({ copied: { copied, events, digest, readers: readers ?? null } }))
  else
    terminal.say(
      readers
        ? `copied: ${copied} events, digest ${digest}. ${readers.readers} readers go on in the new log, and signed heads are checked there as before.\n` +
            `Start the services with ${isEventStore(asked.to) ? 'EVENTSTORE_URL set' : 'EVENTSTORE_URL unset'}.`
        : `copied: ${copied} events; all ${events} compared, digest ${digest}.\nStop the services and run it once more with --switch.`,
    )
}

async function copy(asked: Asked, tools: Tools): Promise<void> {
  if (isEventStore(asked.from) || isEventStore(asked.to)) return acrossStores(asked, tools)
  if (asked.switch) throw new WrongUsage('--switch is for a log that moves to EventStoreDB or back.')
  const { from, to, json } = asked
  const { terminal, by } = tools
  const takenAt = new Date()
  const source = await openLogPlace(from, '--from')
  try {
    await assertLogIsHere(source)
    const target = await openLogPlace(to, '--to')
    try {
      await assertLogIsHere(target)
      await assertAtRest(target)
      // Before anything there is replaced.
      await placeToGoOn(source.log, target.copy)
      const rows = await replaceBackup(target.pool, readBackup(source.pool))
      const events = await copyLog(source, target.copy, (done) => terminal.progress(`copied ${done} events`, false))
      terminal.progress(`copied ${events} events and ${rows} rows; both are read once more`, true)
      const whole = await compareLogs(source, target)
      await perhapsDone(target, takenAt, by)
      tell(terminal, json, 'copied', { takenAt, rows, ...whole }, services)
    } finally {
      await target.close()
    }
  } finally {
    await source.close()
  }
}

async function toFile({ from, to, json }: Asked, { terminal }: Tools): Promise<void> {
  const source = await openLogPlace(from, '--from')
  try {
    await assertLogIsHere(source)
    const written = await exportLog(source, to, new Date(), (done) => terminal.progress(`${done} events`, false))
    terminal.progress(`${written.events} events and ${written.rows} rows`, true)
    tell(terminal, json, 'exported', written, `Keep ${to} as safe as the database, and the master key apart from it.`)
  } finally {
    await source.close()
  }
}

async function fromFile({ from, to, json }: Asked, { terminal, by }: Tools): Promise<void> {
  const target = await openLogPlace(to, '--to')
  try {
    await assertLogIsHere(target)
    await assertAtRest(target)
    const before = await digestOf(target.copy)
    const file = await checkFile(from, before)
    await importLog(from, target, (done) => terminal.progress(`${done} of ${file.events} events`, false))
    terminal.progress(`${file.events} events and ${file.rows} rows`, true)
    const whole = await digestOf(target.copy)
    if (whole.digest !== file.digest)
      throw new CopyRefused('The database held other events before. Import into an empty one.')
    await perhapsDone(target, file.takenAt, by)
    tell(terminal, json, 'imported', file, services)
  } finally {
    await target.close()
  }
}

function tell({ say }: Terminal, json: boolean, done: string, written: Written, then: string): void {
  const { takenAt, rows, events, digest } = written
  if (json) say(JSON.stringify({ [done]: { takenAt: takenAt.toISOString(), rows, events, digest } }))
  else
    say(
      `${done}: ${events} events, ${rows} rows beside them, as of ${takenAt.toISOString()}, digest ${digest}.\n${then}`,
    )
}

const run: Record<LogCommand, (asked: Asked, tools: Tools) => Promise<void>> = {
  'copy-log': copy,
  'export-log': toFile,
  'import-log': fromFile,
}

/** @returns the exit code of the process */
export async function logCommand([command, ...args]: readonly string[], tools: Tools): Promise<number> {
  const { complain } = tools.terminal
  try {
    if (!isLogCommand(command)) throw new WrongUsage('What shall be done?')
    await run[command](readAsked(command, args), tools)
    return 0
  } catch (error) {
    if (error instanceof WrongUsage) {
      complain(`${error.message}\nnpm run operate -- --help tells more.`)
      return 2
    }
    complain(error instanceof Error ? error.message : String(error))
    return 1
  }
}
