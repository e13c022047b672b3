/** `npm run generate`: writes every file that is made from another one. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { unrecordedBreaksOfFeed, whereFeedBreaksAreRecorded } from './api-contract/feed.ts'
import { documentPath, howToRecord, unrecordedBreaks } from './api-contract/unrecorded.ts'
import { generatedFiles, root } from './generated-files.ts'

const files = await generatedFiles()
// Written over, the document could not be compared any more.
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
for (const [path, text] of files) {
  await writeFile(join(root, path), text)
  console.log(`wrote ${path}`)
}
