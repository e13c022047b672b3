import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { asyncApiDocument } from '@connector/feed'
import { breaksOfFeed, feedContract } from './compare/breaks-of-feed.ts'
import { newBreaks } from './unrecorded.ts'

const documentPath = 'packages/feed/asyncapi.json'
const recordPath = 'packages/feed/breaking-changes.json'

/** The AsyncAPI document of the public feed, by its path from the root. */
export const feedContractFiles = (): [path: string, text: string][] => [
  [documentPath, `${JSON.stringify(asyncApiDocument(), null, 2)}\n`],
]

/** Breaking changes of the feed against the committed document that nobody has given a reason for. */
export const unrecordedBreaksOfFeed = (root: string): Promise<string[]> =>
  newBreaks(root, recordPath, async () => {
    const before = await readFile(join(root, documentPath), 'utf8').catch(() => undefined)
    if (before === undefined) return []
    return breaksOfFeed(feedContract.parse(JSON.parse(before)), feedContract.parse(asyncApiDocument()))
  })

export const whereFeedBreaksAreRecorded = recordPath
