import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { breakingChanges } from './compare/breaking-changes.ts'
import { contract } from './compare/schemas.ts'

export const documentPath = 'services/api/openapi.json'

/** Breaks that were decided on, with the reason, newest last. */
const recordPath = 'services/api/breaking-changes.json'
const record = z.array(z.strictObject({ change: z.string(), why: z.string().min(1) }))

/** Breaking changes of the API against the committed document that nobody has given a reason for. */
export async function unrecordedBreaks(root: string, document: string): Promise<string[]> {
  const read = async (path: string): Promise<unknown> => JSON.parse(await readFile(join(root, path), 'utf8'))
  const [before, recorded] = await Promise.all([read(documentPath).catch(() => undefined), read(recordPath)])
  if (before === undefined) return []
  const known = new Set(record.parse(recorded).map(({ change }) => change))
  return breakingChanges(contract.parse(before), contract.parse(JSON.parse(document))).filter((one) => !known.has(one))
}

export const howToRecord = (breaks: readonly string[]): string =>
  [
    'The API would break its callers:',
    ...breaks.map((one) => `  ${one}`),
    `Keep what was there, or record each of them with its reason in ${recordPath}, such as`,
    `  ${JSON.stringify({ change: breaks[0] ?? '', why: '…' })}`,
  ].join('\n')
