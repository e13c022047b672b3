import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'

const bill = z.looseObject({
  metadata: z.looseObject({ component: z.looseObject({ 'bom-ref': z.string(), name: z.string() }) }),
  components: z.array(z.looseObject({ 'bom-ref': z.string() })),
  dependencies: z.array(z.looseObject({ ref: z.string(), dependsOn: z.array(z.string()) })),
})
const manifest = z.object({ name: z.string(), version: z.string() })

/** Folders of installed packages that these files are of. */
export function packagesOf(files: Iterable<string>): string[] {
  const folders = new Set<string>()
  for (const file of files) {
    const [, folder] = /^\0?(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file) ?? []
    if (folder !== undefined) folders.add(folder)
  }
  return [...folders].toSorted()
}

/**
 * What is really in the image, as CycloneDX: the packages that these files are of, with what npm knows of each.
 * `npm sbom --omit=dev` is no answer: it leaves out what the root needs for its tests too (pg, fastify, zod), and names
 * what only builds the console.
 * @param files absolute paths of all sources of the bundles
 */
export async function billOfMaterials(root: string, files: Iterable<string>): Promise<{ json: string; count: number }> {
  const { stdout } = await promisify(execFile)('npm', ['sbom', '--sbom-format=cyclonedx'], {
    cwd: root,
    maxBuffer: 64 << 20,
  })
  const whole = bill.parse(JSON.parse(stdout))
  const self = whole.metadata.component
  const held = new Set(
    await Promise.all(
      packagesOf(files).map(async (folder) => {
        const { name, version } = manifest.parse(JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')))
        return `${name}@${version}`
      }),
    ),
  )
  const components = whole.components.filter((component) => held.delete(component['bom-ref']))
  if (held.size > 0) throw new Error(`npm knows nothing of what is in the bundles: ${[...held].join(', ')}`)
  const refs = new Set(components.map((component) => component['bom-ref']))
  const dependencies = whole.dependencies
    .filter(({ ref }) => refs.has(ref))
    .map((one) => ({ ...one, dependsOn: one.dependsOn.filter((ref) => refs.has(ref)) }))
  const bundled = {
    ...whole,
    components,
    dependencies: [{ ref: self['bom-ref'], dependsOn: [...refs] }, ...dependencies],
  }
  return { json: JSON.stringify(bundled, null, 2), count: components.length }
}
