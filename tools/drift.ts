/** Part of `npm run check`: fails when a generated file is not what `npm run generate` would write. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { generatedFiles, root } from './generated-files.ts'

const drifted: string[] = []
for (const [path, text] of await generatedFiles()) {
  const committed = await readFile(join(root, path), 'utf8').catch(() => undefined)
  if (committed !== text) drifted.push(path)
}
if (drifted.length > 0) {
  console.error(`Not up to date: ${drifted.join(', ')}. Run: npm run generate`)
  process.exit(1)
}
console.log('Generated files are up to date.')
