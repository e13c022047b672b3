/** `npm run generate`: writes every file that is made from another one. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { generatedFiles, root } from './generated-files.ts'

for (const [path, text] of await generatedFiles()) {
  await writeFile(join(root, path), text)
  console.log(`wrote ${path}`)
}
