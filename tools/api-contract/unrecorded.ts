import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { breakingChanges } from './compare/breaking-changes.ts'
import { contract } from './compare/schemas.ts'

export const documentPath = 'services/api/openapi.json'

/** Breaks that were decided on, with the reason, newest last. */
const recordPath = 'services/api/breaking-changes.json'
const record = z.array(z.strictObject({ change: z.string(), why: z.string().min(1) }))

/** Breaks that the record of decided ones lacks. */
export async function newBreaks(root: string, path: string, found: () => Promise<string[]>): Promise<string[]> {
  const recorded = record.parse(JSON.parse(await readFile(join(root, path), 'utf8')))
  const known = new Set(recorded.map(({ change }) => change))
  return (await found()).filter((one) => !known.has(one))
}

/** Breaking changes of the API against the committed document that nobody has given a reason for. */
export const unrecordedBreaks = (root: string, document: string): Promise<string[]> =>
  newBreaks(root, recordPath, async () => {
    const before = await readFile(join(root, documentPath), 'utf8').catch(() => undefined)
    if (before === undefined) return []
    return breakingChanges(contract.parse(JSON.parse(before)), contract.parse(JSON.parse(document)))
  })

export const howToRecord = (breaks: readonly string[], path = recordPath): string =>
  [
    'Callers would break:',
    ...breaks.map((one) => `  ${one}`),
    `Keep what was there, or record each of them with its reason in ${path}, such as`,
    `  ${JSON.stringify({ change: breaks[0] ?? '', why: '…' })}`,
  ].join('\n')
