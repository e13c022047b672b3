import { setTimeout as delay } from 'node:timers/promises'
import { operationType } from '@connector/domain/operations'
import { csvHead, csvLine } from '../schemas/finding-csv.ts'
import type { OperationView } from '../schemas/operation.ts'
import { help, readArguments, WrongUsage, type Wanted } from './arguments.ts'
import { Refused, type Backend } from './backend.ts'

export interface Terminal {
  /** One line of the answer. */
  say: (line: string) => void
  /** How far it is: on a terminal over the line before, elsewhere a line of its own. */
  progress: (line: string, isLast: boolean) => void
  complain: (line: string) => void
  /** Undefined where nobody can be asked. */
  agrees: (question: string) => Promise<boolean | undefined>
  /** Whether progress is drawn over the line before. */
  isDrawn?: boolean
  /** How often an operation is looked at, in ms. */
  everyMs: number
}

const shown = (at: string | null): string => (at === null ? '' : `${at.slice(0, 19).replace('T', ' ')}Z`)

const isOver = ({ state }: OperationView): boolean => state !== 'waiting' && state !== 'running'

const barWidth = 24

/** How much of it is done, to be seen at a glance. */
const barOf = (share: number): string => {
  const full = Math.round(barWidth * share)
  return `[${'#'.repeat(full)}${'-'.repeat(barWidth - full)}] `
}

/** @param withBar where it is drawn again and again in one place */
function progressLine({ kind, state, progress, findings, failure }: OperationView, withBar = false): string {
  const { done, total, perSecond, estimatedEndAt } = progress
  const bar = withBar && total !== null && total > 0 ? barOf(Math.min(1, done / total)) : ''
  const percent = total === null || total === 0 ? '' : ` (${Math.min(100, Math.floor((100 * done) / total))} %)`
  return [
    `${bar}${kind} ${state}: ${done}${total === null ? '' : ` of about ${total}`}${percent}`,
    ...(perSecond === null ? [] : [`${perSecond} a second`]),
    ...(estimatedEndAt === null ? [] : [`until ${shown(estimatedEndAt)}`]),
    `${findings} findings`,
    ...(failure === null ? [] : [failure]),
  ].join(', ')
}

function endLine(operation: OperationView): string {
  const { kind, state, result, failure, cancelledBy, dryRun } = operation
  const name = dryRun ? `${kind} (dry run)` : kind
  if (state === 'failed') return `${name} failed: ${failure ?? ''}`
  if (state === 'cancelled') return `${name} was cancelled by ${cancelledBy ?? ''}.`
  const counts = Object.entries(result ?? {}).map(([word, value]) => `${word} ${value}`)
  return `${name} finished: ${counts.join(', ')}.`
}

function exitCode({ state, kind, dryRun, findings }: OperationView): number {
  if (state === 'failed') return 1
  if (state === 'cancelled') return 4
  return findings > 0 && (dryRun || kind === 'verify' || kind === 'reconcile') ? 3 : 0
}

const listLine = ({ operationId, requestedAt, kind, state, dryRun, findings }: OperationView): string =>
  [operationId, shown(requestedAt), `${kind}${dryRun ? ' (dry run)' : ''}`, state, `${findings} findings`].join('  ')

async function printFindings(
  { tenantId, json, csv }: Wanted,
  operationId: string,
  backend: Backend,
  { say }: Terminal,
): Promise<void> {
  if (csv) say(csvHead)
  for await (const finding of backend.findings(tenantId, operationId))
    say(
      csv
        ? csvLine(finding)
        : json
          ? JSON.stringify({ finding })
          : [finding.what, finding.tenantId, finding.subject, finding.detail, finding.cure && `Cure: ${finding.cure}`]
              .filter(Boolean)
              .join('  '),
    )
}

async function follow(
  wanted: Wanted,
  first: OperationView,
  backend: Backend,
  terminal: Terminal,
): Promise<OperationView> {
  const { tenantId, json } = wanted
  let operation = first
  let before = ''
  for (;;) {
    const line = json ? JSON.stringify({ operation }) : progressLine(operation, terminal.isDrawn)
    if (line !== before) {
      if (json) terminal.say(line)
      else terminal.progress(line, isOver(operation))
    }
    before = line
    if (isOver(operation)) break
    await delay(terminal.everyMs)
    operation = await backend.read(tenantId, operation.operationId)
  }
  await printFindings(wanted, operation.operationId, backend, terminal)
  if (!json) terminal.say(endLine(operation))
  return operation
}

async function ask(
  wanted: Wanted,
  what: Extract<Wanted['what'], { command: 'ask' }>,
  backend: Backend,
  terminal: Terminal,
): Promise<number> {
  const { kind, body } = what
  if (operationType(kind).asks && !body.dryRun && !wanted.yes) {
    const agreed = await terminal.agrees(`${kind} cannot be taken back. A dry run lists what it is about. Type yes: `)
    if (agreed === undefined)
      throw new WrongUsage(`${kind} cannot be taken back. Add --yes, or --dry-run to look first.`)
    if (!agreed) throw new Refused('Nothing was done.')
  }
  const operation = await backend.ask(wanted.tenantId, body)
  if (!wanted.json) terminal.say(`Operation ${operation.operationId} was asked for.`)
  if (wanted.wait) return exitCode(await follow(wanted, operation, backend, terminal))
  if (wanted.json) terminal.say(JSON.stringify({ operation }))
  return 0
}

async function carryOut(wanted: Wanted, backend: Backend, terminal: Terminal): Promise<number> {
  const { what, tenantId, json } = wanted
  const { say } = terminal
  switch (what.command) {
    case 'ask':
      return ask(wanted, what, backend, terminal)
    case 'list':
      for (const operation of await backend.list(tenantId))
        say(json ? JSON.stringify({ operation }) : listLine(operation))
      return 0
    case 'show': {
      const operation = await backend.read(tenantId, what.operationId)
      say(json ? JSON.stringify({ operation }) : isOver(operation) ? endLine(operation) : progressLine(operation))
      return 0
    }
    case 'export':
      say(JSON.stringify(await backend.exportBuyer(what.tenantId, what.customerId), null, 2))
      return 0
    case 'follow': {
      const operation = await backend.read(tenantId, what.operationId)
      return exitCode(await follow(wanted, operation, backend, terminal))
    }
    case 'findings':
      await printFindings(wanted, what.operationId, backend, terminal)
      return 0
    case 'cancel': {
      const operation = await backend.cancel(tenantId, what.operationId)
      say(json ? JSON.stringify({ operation }) : endLine(operation))
      return 0
    }
  }
}

/** @returns the exit code of the process */
export async function operateCommand(
  args: readonly string[],
  open: () => Backend | Promise<Backend>,
  terminal: Terminal,
): Promise<number> {
  let backend: Backend | undefined
  try {
    const wanted = readArguments(args)
    if (!wanted) {
      terminal.say(help)
      return 0
    }
    backend = await open()
    return await carryOut(wanted, backend, terminal)
  } catch (error) {
    if (error instanceof WrongUsage) {
      terminal.complain(`${error.message}\nnpm run operate -- --help tells more.`)
      return 2
    }
    terminal.complain(error instanceof Error ? error.message : String(error))
    return 1
  } finally {
    await backend?.close()
  }
}
