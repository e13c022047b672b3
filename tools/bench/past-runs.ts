import { existsSync } from 'node:fs'
import { appendFile, mkdir, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { z } from 'zod'
import { median, type Measurement } from './report.ts'

/** Of one run nothing but ratios: they can be compared between machines, rates cannot. */
const pastRun = z.object({
  measuredAt: z.string(),
  quick: z.boolean(),
  ratios: z.record(z.string(), z.number()),
})
export type PastRun = z.infer<typeof pastRun>

/** So many runs before are compared with. */
const compared = 5

/** Two runs of the same code on two noisy cores differ by less than this. */
const noise = 0.2

export async function readPastRuns(file: string): Promise<PastRun[]> {
  const text = existsSync(file) ? await readFile(file, 'utf8') : ''
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => pastRun.parse(JSON.parse(line)))
}

export async function addRun(file: string, run: PastRun): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  await appendFile(file, `${JSON.stringify(run)}\n`)
}

export const toPastRun = (measuredAt: string, quick: boolean, measurements: readonly Measurement[]): PastRun => ({
  measuredAt,
  quick,
  ratios: Object.fromEntries(measurements.map(({ what, ratio }) => [what, ratio])),
})

/** What got worse by more than noise against the median of the last runs with the same amounts, in words; only of what has a goal. */
export function whatGotWorse(
  measurements: readonly Measurement[],
  quick: boolean,
  past: readonly PastRun[],
): readonly string[] {
  const alike = past.filter((run) => run.quick === quick)
  return measurements.flatMap(({ what, ratio, goal }) => {
    const before = alike.flatMap((run) => run.ratios[what] ?? []).slice(-compared)
    if (!goal || before.length === 0) return []
    const usual = median(before)
    const worse = goal.rule === 'at least' ? ratio < usual * (1 - noise) : ratio > usual * (1 + noise)
    return worse ? [`${what}: ${ratio.toFixed(2)}, before ${usual.toFixed(2)}`] : []
  })
}
