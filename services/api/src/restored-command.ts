import { parseArgs } from 'node:util'
import { effectTitle, effectKinds } from '@connector/domain/effects'
import {
  assertMigrated,
  beginRestore,
  confirmRestore,
  connectWorker,
  forgetReaders,
  restoreReport,
  unconfirmedRestore,
  type Restore,
  type WorkerStore,
} from '@connector/store'
import { z } from 'zod'

export const restoredUsage = `Usage:
  npm run restored -- --since 2026-11-28T10:00:00Z [--by NAME]   after a restore, before any service starts
    --refill                                                     makes read models anew: EventStoreDB was restored, too
  npm run restored -- --confirm [--yes] [--by NAME]              lets the services write again
The time is that of the backup, or an earlier one, with its zone. NAME is yours; by default your login, but it is
needed where that is nobody's own (root, or the one of a container).
DATABASE_URL says which database, as its owner (docs/operations.md).`

/** Two machines may differ by this much. */
const clockMarginMs = 60_000

function readSince(text: string, now: Date): Date {
  if (!z.iso.datetime({ offset: true }).safeParse(text).success)
    throw new Error(`--since ${text} is not a time such as 2026-11-28T10:00:00Z or 2026-11-28T11:00:00+01:00.`)
  const since = new Date(text)
  if (since.getTime() > now.getTime() + clockMarginMs)
    throw new Error(`--since ${text} is in the future: no backup can have been taken then.`)
  return since
}

const titleOf = (kind: string): string => {
  const known = effectKinds.find((one) => one === kind)
  return known === undefined ? kind : `${effectTitle(known).en} (${kind})`
}

export interface Person {
  /** Who it is, where `--by` does not say it; undefined where that could be anybody. */
  login: string | undefined
  say: (text: string) => void
  /** Whether he agrees; undefined where nobody can be asked. */
  agrees: (question: string) => Promise<boolean | undefined>
}

interface Command {
  store: WorkerStore
  by: string
  person: Person
}

/** @returns how many writes are perhaps done */
async function report({ store, person: { say } }: Command, { restored_at: restoredAt }: Restore): Promise<number> {
  const { waiting, perhapsDone, parked, kinds, notLookedAt } = await restoreReport(store, restoredAt)
  say(
    `Writes that wait: ${waiting}. Perhaps done, and looked up before they are tried: ${perhapsDone}. Parked: ${parked}.`,
  )
  for (const of of kinds)
    say(`  ${titleOf(of.kind)}: ${of.waiting} wait, ${of.perhapsDone} perhaps done, ${of.parked} parked`)
  if (notLookedAt > 0)
    say(
      `Not looked at since the restore: ${notLookedAt} sides of running integrations. More may be found there; it is better to let the services look first.`,
    )
  return perhapsDone
}

async function begin(command: Command, since: Date, refill: boolean): Promise<void> {
  const {
    store,
    by,
    person: { say },
  } = command
  const { restore, skippedIds, marked } = await beginRestore(store, since, by)
  if (skippedIds > 0n) say(`The log came from a dump: ${skippedIds} transaction numbers were passed over.`)
  say(
    marked === undefined
      ? `Nothing was left to do: ${restore.restored_by} has told of this restore at ${restore.restored_at.toISOString()}, since ${restore.since.toISOString()}.`
      : `Whatever was not finished on ${restore.since.toISOString()}, or happened since, may have been done: ${marked} writes will be looked up first.`,
  )
  if (refill) {
    await forgetReaders(store)
    say(
      'Read models and ledger are empty; the projector makes them from the log, and looks up what it finds unfinished.',
    )
  }
  await report(command, restore)
  say('The services may be started. They look and read, and write nothing until: npm run restored -- --confirm')
}

async function confirm(command: Command, yes: boolean): Promise<void> {
  const { store, by, person } = command
  const { say } = person
  const waits = await unconfirmedRestore(store.db)
  if (!waits) {
    say('No restore waits for a confirmation; the services write.')
    return
  }
  say(
    `Restored: told by ${waits.restored_by} at ${waits.restored_at.toISOString()}, since ${waits.since.toISOString()}.`,
  )
  const perhapsDone = await report(command, waits)
  const agreed = yes || (await person.agrees('Shall the services write to EmpikPlace and Thulium again? Type yes: '))
  if (agreed === undefined) throw new Error('Nobody can be asked here. Add --yes to confirm without a question.')
  if (!agreed) throw new Error('Not confirmed: nothing is written.')
  const confirmed = await confirmRestore(store, by)
  say(confirmed ? `Confirmed by ${by}. The services write again.` : 'Somebody else has confirmed it meanwhile.')
  if (perhapsDone > 0)
    say(
      `Of ${perhapsDone} writes nobody knows yet whether they were done. Each is looked up until it is certain, for 3 minutes where the other side answers, and made then if it was not done.`,
    )
}

/**
 * Tells the services that their database was restored from a backup, or lets them write again.
 * @param url of the database
 * @throws with a message for people
 */
export async function restoredCommand(args: readonly string[], url: string, person: Person): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      since: { type: 'string' },
      confirm: { type: 'boolean', default: false },
      yes: { type: 'boolean', default: false },
      refill: { type: 'boolean', default: false },
      by: { type: 'string' },
    },
  })
  const isWrong = (values.since === undefined) !== values.confirm || (values.refill && values.confirm)
  if (isWrong || values.by?.trim() === '') throw new Error(restoredUsage)
  const by = values.by ?? person.login
  if (by === undefined)
    throw new Error(
      'Add --by "your name": who tells of a restore, or confirms it, is kept, and this login is nobody\'s own.',
    )
  const since = values.since === undefined ? undefined : readSince(values.since, new Date())
  const store = connectWorker({ url, max: 1 })
  try {
    await assertMigrated(store)
    const command = { store, by, person }
    await (since ? begin(command, since, values.refill) : confirm(command, values.yes))
  } finally {
    await store.close()
  }
}
