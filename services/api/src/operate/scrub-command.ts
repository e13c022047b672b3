import { parseArgs } from 'node:util'
import { scrub, type Rewritten } from '@connector/store'
import { WrongUsage } from './arguments.ts'
import type { Terminal } from './command.ts'

function readAsked(args: readonly string[]) {
  const flag = { type: 'boolean', default: false } as const
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { at: { type: 'string' }, 'with-log': flag, yes: flag, json: flag },
    })
    const { at } = values
    if (at !== undefined && /^postgres(ql)?:\/\//.test(at)) return { ...values, at }
  } catch (error) {
    throw new WrongUsage(error instanceof Error ? error.message : String(error))
  }
  throw new WrongUsage('scrub needs --at postgres://…')
}

const lineOf = ({ table, ms, bytes }: Rewritten): string => `${table}: ${bytes} bytes, locked for ${ms} ms`

async function carryOut(args: readonly string[], { say, progress, agrees }: Terminal): Promise<void> {
  const asked = readAsked(args)
  if (!asked.yes) {
    const agreed = await agrees('Each table is locked while it is written anew. Type yes: ')
    if (agreed === undefined) throw new WrongUsage('Each table is locked while it is written anew. Add --yes.')
    if (!agreed) throw new Error('Nothing was done.')
  }
  const onTable = (done: Rewritten): void => progress(lineOf(done), true)
  const scrubbed = await scrub(asked.at, { withLog: asked['with-log'], onTable })
  const { tables, segments, kept, blankedInLog } = scrubbed
  if (asked.json) {
    say(JSON.stringify({ scrubbed }))
    return
  }
  say(`scrubbed: ${tables.length} tables written anew, ${segments} segments of the write-ahead log written over.`)
  if (kept > 0)
    say(`${kept} segments of before are kept for a standby, a slot, an archive or wal_keep_size: run it again later.`)
  if (blankedInLog > 0)
    say(`${blankedInLog} events of before there were keys were blanked; --with-log writes the log anew, too.`)
  say('Archives of the write-ahead log, standbys until they have followed, and backups of before are as they were.')
}

/** Leaves nothing of an erased buyer in the files of the database. @returns the exit code of the process */
export async function scrubCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  try {
    await carryOut(args, terminal)
    return 0
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const isUsage = error instanceof WrongUsage
    terminal.complain(isUsage ? `${message}\nnpm run operate -- --help tells more.` : message)
    return isUsage ? 2 : 1
  }
}
