/** Part of `npm run check`: fails when a generated file is not what `npm run generate` would write. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { unrecordedBreaksOfFeed, whereFeedBreaksAreRecorded } from './api-contract/feed.ts'
import { documentPath, howToRecord, unrecordedBreaks } from './api-contract/unrecorded.ts'
import { generatedFiles, root } from './generated-files.ts'

const drifted: string[] = []
const files = await generatedFiles()
for (const [path, text] of files) {
  const committed = await readFile(join(root, path), 'utf8').catch(() => undefined)
  if (committed !== text) drifted.push(path)
}
const breaks = await unrecordedBreaks(root, files.get(documentPath) ?? '')
if (breaks.length > 0) {
  console.error(howToRecord(breaks))
  process.exit(1)
}
const ofFeed = await unrecordedBreaksOfFeed(root)
if (ofFeed.length > 0) {
  console.error(howToRecord(ofFeed, whereFeedBreaksAreRecorded))
  process.exit(1)
}
if (drifted.length > 0) {
  console.error(`Not up to date: ${drifted.join(', ')}. Run: npm run generate`)
  process.exit(1)
}
console.log('Generated files are up to date.')
