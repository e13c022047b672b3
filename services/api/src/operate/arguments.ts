import { parseArgs } from 'node:util'
import { effectKinds } from '@connector/domain/effects'
import { isOperationKind, operationKinds, operationTitle, type OperationKind } from '@connector/domain/operations'
import { operationBody, operatorsOperationBody, type OperationBody } from '../schemas/operation.ts'

/** What was typed makes no sense; the message says why. */
export class WrongUsage extends Error {}

export const help = `Looks at everything again and repairs it, while all goes on.

  npm run operate -- KIND [options]             asks for an operation and follows it to its end
  npm run operate -- list [--tenant T]          the newest operations
  npm run operate -- show ID [--tenant T]       how far one has come
  npm run operate -- follow ID [--tenant T]     the same until it is over
  npm run operate -- findings ID [--tenant T]   what it has found or done [--csv]
  npm run operate -- cancel ID [--tenant T]     ends it; what it has done stays done
  npm run operate -- export --tenant T --customer ID   all that is held about a buyer, as JSON; needs the API

  npm run operate -- copy-log --from URL --to URL       one database into another, empty one: log, secrets (sealed), keys, audit
  npm run operate -- copy-log --from URL --to esdb://…   the log alone, from its database into EventStoreDB, or back; with
                                                        --switch, while no service is at work, it is used there from then on
  npm run operate -- export-log --from URL --to FILE    the same into a file; packed when it ends in .gz
  npm run operate -- import-log --from FILE --to URL    and back; nothing is written to the outside before npm run restored -- --confirm
  npm run operate -- scrub --at URL                     after erasing: writes the files of the database anew in which old rows are
                                                        left, and the write-ahead log over; as superuser, while services work
                                                        (--yes, --json; --with-log where the log began before texts were sealed)

KIND
${operationKinds.map((kind) => `  ${kind.padEnd(10)} ${operationTitle(kind).en}`).join('\n')}

What it is about
  --tenant T           one Thulium account; without it all of them
  --integration ID     one shop of the tenant
  --thread ID          one conversation of the integration
  --since TIME         reread, reconcile: changed then or later; retry, dismiss: parked then or later; refeed: recorded then or later
                       (2026-03-02T08:00:00Z)
  --until TIME         retry, dismiss: parked before then; reconcile: changed before then
  --effect-kind KIND   retry, dismiss: writes of this kind; may be given several times
                       (${effectKinds.join(', ')})
  --code CODE          retry, dismiss: parked with this code; may be given several times
  --share NUMBER       reconcile: this share of the conversations, drawn anew each time (0.05)
  --customer ID        erase: the buyer, by his id at EmpikPlace; or one conversation by --integration and --thread

How
  --dry-run            only tells what would be done
  --repair             reconcile: cures what is safe to cure; without it, reconcile only tells
  --yes                does not ask before something that cannot be taken back (dismiss, erase)
  --reason TEXT        is kept with the operation
  --no-wait            does not follow it
  --json               one JSON document a line: how far it is and how it ended, then each finding
  --csv                findings as CSV

Where
  CONNECTOR_URL and CONNECTOR_ACCESS_KEY: the API, as http://127.0.0.1:8080, and a key with the scope operate of the
  tenant (operator, for all tenants). When the API is down: DATABASE_URL alone. Projector and ingest must run in any case: they do the work.
  Ctrl-C leaves the operation at work; follow finds it again.

Exit code
  0 over and well, or asked for with --no-wait   1 refused, failed, or not to be reached   2 wrong usage
  3 over, and a dry run, verify or reconcile has findings   4 cancelled`

const commands = ['list', 'show', 'follow', 'findings', 'cancel'] as const
type Command = (typeof commands)[number]

export interface Wanted {
  what:
    | { command: 'ask'; kind: OperationKind; body: OperationBody }
    | { command: Command; operationId: string }
    | { command: 'export'; tenantId: string; customerId: string }
  tenantId: string | undefined
  yes: boolean
  json: boolean
  csv: boolean
  wait: boolean
}

const isCommand = (word: string): word is Command => commands.some((one) => one === word)

const once = { type: 'string' } as const
const flag = { type: 'boolean', default: false } as const

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        ...{ tenant: once, integration: once, thread: once, since: once, until: once, reason: once },
        ...{ share: once, customer: once },
        'effect-kind': { type: 'string', multiple: true },
        code: { type: 'string', multiple: true },
        ...{ 'dry-run': flag, repair: flag, yes: flag, json: flag, csv: flag, 'no-wait': flag, help: flag },
      },
    })
  } catch (error) {
    throw new WrongUsage(error instanceof Error ? error.message : String(error))
  }
}

/** @returns undefined when help was asked for */
export function readArguments(args: readonly string[]): Wanted | undefined {
  const { values, positionals } = parse(args)
  if (values.help || args.length === 0) return undefined
  const [word = '', operationId, ...more] = positionals
  const how = {
    tenantId: values.tenant,
    yes: values.yes,
    json: values.json,
    csv: values.csv,
    wait: !values['no-wait'],
  }
  if (isCommand(word)) {
    if (more.length > 0 || (operationId === undefined) !== (word === 'list'))
      throw new WrongUsage(word === 'list' ? 'list takes no id.' : `${word} takes the id of one operation.`)
    return { what: { command: word, operationId: operationId ?? '' }, ...how }
  }
  if (word === 'export') {
    const { tenant, customer } = values
    if (tenant === undefined || customer === undefined || operationId !== undefined)
      throw new WrongUsage('export needs --tenant and --customer.')
    return { what: { command: 'export', tenantId: tenant, customerId: customer }, ...how }
  }
  if (!isOperationKind(word) || operationId !== undefined)
    throw new WrongUsage(word === '' ? 'What shall be done?' : `There is no ${[word, operationId].join(' ').trim()}.`)
  const given = {
    kind: word,
    integrationId: values.integration,
    threadId: values.thread,
    since: values.since,
    until: values.until,
    effectKinds: values['effect-kind'],
    codes: values.code,
    share: values.share === undefined ? undefined : Number(values.share),
    repair: values.repair ? true : undefined,
    customerId: values.customer,
    dryRun: values['dry-run'],
    reason: values.reason,
  }
  const schema = values.tenant === undefined ? operatorsOperationBody : operationBody
  const body = schema.safeParse(Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)))
  if (!body.success)
    throw new WrongUsage(
      body.error.issues.map(({ path, message }) => [...path, message].join(' ')).join('. ') +
        (values.tenant === undefined && body.error.issues.some(({ code }) => code === 'unrecognized_keys')
          ? '. Of all tenants there is no --integration, no --thread and no --customer.'
          : ''),
    )
  return { what: { command: 'ask', kind: word, body: body.data }, ...how }
}
