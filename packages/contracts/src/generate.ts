import { readFile } from 'node:fs/promises'
import openapiTS, { astToString } from 'openapi-typescript'

const documents = [
  { source: 'empikplace.json', target: 'packages/contracts/src/empikplace.generated.ts' },
  { source: 'thulium.json', target: 'packages/contracts/src/thulium.generated.ts' },
] as const

/**
 * The generated type files, by path from the root of the repository. Writes nothing: one tool writes them, another
 * compares them with what is there.
 */
export async function generateTypes(): Promise<Map<string, string>> {
  const files = new Map<string, string>()
  for (const { source, target } of documents) {
    const text = await readFile(new URL(`../openapi/${source}`, import.meta.url), 'utf8')
    const types = astToString(await openapiTS(text, { alphabetize: false, emptyObjectsUnknown: true }))
    files.set(
      target,
      `/** Generated from packages/contracts/openapi/${source}. Do not edit: npm run generate. */\n\n${types}`,
    )
  }
  return files
}
