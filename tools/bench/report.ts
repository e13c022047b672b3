/** One line of the table. */
export interface Measurement {
  what: string
  ours: string
  comparedWith: string
  /** Ours divided by what it is compared with. */
  ratio: number
  goal?: { rule: 'at least' | 'at most' | 'exactly'; value: number }
  wouldMoveIt: string
  /** Everything measured, for the JSON. */
  details: object
}

export const isMet = ({ ratio, goal }: Measurement): boolean | undefined => {
  switch (goal?.rule) {
    case 'at least':
      return ratio >= goal.value
    case 'at most':
      return ratio <= goal.value
    case 'exactly':
      return ratio === goal.value
    default:
      return undefined
  }
}

const signs = { 'at least': '≥', 'at most': '≤', exactly: '=' }
const goalText = ({ goal }: Measurement): string => (goal ? `${signs[goal.rule]} ${goal.value}` : '—')
const metText = (measurement: Measurement): string => {
  const met = isMet(measurement)
  return met === undefined ? '—' : met ? 'met' : 'NOT MET'
}

export function table(measurements: readonly Measurement[]): string {
  const rows = [
    ['what', 'ours', 'compared with', 'ratio', 'goal', ''],
    ...measurements.map((row) => [
      row.what,
      row.ours,
      row.comparedWith,
      row.ratio.toFixed(2),
      goalText(row),
      metText(row),
    ]),
  ]
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)))
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - cell.length))
      .join('  ')
      .trimEnd(),
  )
  const moves = measurements.map(({ what, wouldMoveIt }) => `- ${what}: ${wouldMoveIt}`)
  return [...lines, '', 'What would move it:', ...moves].join('\n')
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

export const perSecond = (count: number, unit: string): string =>
  `${count >= 1_000 ? `${(count / 1_000).toFixed(1)} k` : count.toFixed(0)} ${unit}/s`
