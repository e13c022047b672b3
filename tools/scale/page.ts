import type { Costs } from './costs.ts'
import { ceilingsOf, needsOf, type Assumptions, type Needs } from './model.ts'

const sizes = [1_000, 10_000, 100_000]

const number = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString('en-US') : value >= 10 ? value.toFixed(0) : value.toFixed(1)

const rows: [string, (needs: Needs) => string][] = [
  ['looks a second', ({ looksPerSecond }) => number(looksPerSecond)],
  ['conversations a second', ({ conversationsPerSecond }) => number(conversationsPerSecond)],
  ['ingests', ({ ingests }) => String(ingests)],
  ['projectors', ({ projectors }) => String(projectors)],
  ['APIs', ({ apis }) => String(apis)],
  ['cores busy, ours', ({ cores }) => number(cores.ours)],
  ['cores busy, database', ({ cores }) => number(cores.database)],
  ['connections', ({ connections }) => number(connections)],
  ['commits a second', ({ commitsPerSecond }) => number(commitsPerSecond)],
  ['disk in a year, GiB', ({ diskGibPerYear }) => number(diskGibPerYear)],
  ['calls to EmpikPlace a second', ({ callsPerSecond }) => number(callsPerSecond.empikplace)],
  ['calls to Thulium a second', ({ callsPerSecond }) => number(callsPerSecond.thulium)],
  ['euros a month', ({ eurosPerMonth }) => number(eurosPerMonth)],
]

function table(costs: Costs, assumptions: Assumptions): string[] {
  const needs = sizes.map((accounts) => needsOf(accounts, costs, assumptions))
  const cells = [['accounts', ...sizes.map(number)], ...rows.map(([name, value]) => [name, ...needs.map(value)])]
  const widths = [0, 1, 2, 3].map((column) => Math.max(...cells.map((row) => (row[column] ?? '').length)))
  const line = (row: string[]): string =>
    `| ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join(' | ')} |`
  const rule = `| ${widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`
  const [head = [], ...body] = cells
  return [line(head), rule, ...body.map(line)]
}

/** `docs/scaling.md`: what so many accounts need, by which measures, and what gives way first. */
export function scalingPage(costs: Costs, assumptions: Assumptions): string {
  const { look, conversation, events } = costs
  const { lookEverySeconds, euros } = assumptions
  const lines = [
    '# What many accounts need',
    '',
    'Reckoned by `tools/scale` from what one unit of work costs, and written by `npm run generate`. It is a model, not a promise: the costs were measured with `npm run bench` on two cores, a look in a steady state of 1,000 shops on a quiet machine, a conversation with small amounts, the start of the processes in it and others on the machine, which makes it an upper bound; the habits of accounts are assumed. Change both in `tools/scale` and look again.',
    '',
    '## In the busiest hour',
    '',
    ...table(costs, assumptions),
    '',
    '## What gives way first',
    '',
    ...ceilingsOf(costs, assumptions).map(
      ({ what, accounts, whatMovesIt }) =>
        `- **${what}**: at about ${number(Math.floor(accounts / 1_000) * 1_000)} accounts. What moves it: ${whatMovesIt}.`,
    ),
    '',
    'Ingests and projectors are added one by one; the accounts share themselves out among them by leases. Budgets of calls belong to a shop or an account, so the outside never is the ceiling of all of them together.',
    '',
    '## Measured',
    '',
    `- a look that finds nothing: ${look.ours} ms of processor time of ours, ${look.database} ms of the database`,
    `- a conversation (its message, customer and ticket): ${conversation.ours} ms and ${conversation.database} ms, ${conversation.transactions} transactions, ${conversation.walKiB} KiB of WAL, ${events.perConversation} events of ${events.kibEach} KiB with all that is made of them`,
    `- one projection: ${costs.foldedPerSecond.toLocaleString('en-US')} events a second`,
    '',
    '## Assumed',
    '',
    `- ${assumptions.shopsPerAccount} shops and ${assumptions.conversationsPerDay} conversations a day for each account, ${assumptions.busiestHour * 100} % of them in the busiest hour`,
    `- a look at each shop every ${lookEverySeconds.empikplace} s and at each account every ${lookEverySeconds.thulium} s, as the settings have it by default`,
    `- a core is full at ${assumptions.fullAt * 100} %; two of each process at least`,
    `- a core for ${euros.core} euros and a GiB for ${euros.gib} euros a month`,
    '',
  ]
  return lines.join('\n')
}
