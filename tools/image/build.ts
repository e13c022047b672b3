/**
 * `npm run build`: makes of every service and command one that runs without the sources and without `node_modules`, with
 * source maps, in `dist/services`; the console in `dist/services/console`; and what they hold in `sbom.json`. For the image
 * (deploy/Dockerfile).
 */
import { cp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import { buildConsole, readModules } from '@connector/console'
import { build } from 'esbuild'
import { z } from 'zod'
import { ownPlace, requireInModules } from '../own-place.ts'
import { billOfMaterials } from './sbom.ts'

const root = resolve(import.meta.dirname, '../..')
const output = join(root, 'dist/services')

/** What a container can be told to run, by the name of its file. */
const programs = {
  api: 'services/api/src/main.ts',
  ingest: 'services/ingest/src/main.ts',
  projector: 'services/projector/src/main.ts',
  migrate: 'services/api/src/migrate.ts',
  operate: 'services/api/src/operate.ts',
  restored: 'services/api/src/restored.ts',
  'create-operator-key': 'services/api/src/create-operator-key.ts',
  'rotate-master-key': 'services/api/src/rotate-master-key.ts',
  sandboxes: 'packages/sandbox/src/main.ts',
  health: 'tools/image/health.ts',
}

/** Folders of sources that read files beside themselves: they come along, in the same places under `files`. */
const withFiles = new Set<string>()

/** Bundles and their shared pieces lie in one folder, so the place is the same from each of them. */
const placeInImage = (path: string) => {
  const folder = relative(root, dirname(path))
  withFiles.add(folder)
  const at = (name: string): string => JSON.stringify(`./files/${name}`)
  const file = `new URL(${at(relative(root, path))}, $module)`
  return {
    dirname: `$path(new URL(${at(folder)}, $module))`,
    filename: `$path(${file})`,
    url: `${file}.href`,
  }
}

const banner = {
  js: `${requireInModules.js} import { fileURLToPath as $path } from 'node:url'; const $module = import.meta.url;`,
}

async function sizeOf(folder: string): Promise<number> {
  const names = await readdir(folder, { recursive: true })
  const sizes = await Promise.all(names.map(async (name) => (await stat(join(folder, name))).size))
  return sizes.reduce((sum, size) => sum + size, 0)
}

await rm(output, { recursive: true, force: true })
const { metafile } = await build({
  absWorkingDir: root,
  metafile: true,
  entryPoints: Object.entries(programs).map(([name, source]) => ({ in: source, out: name })),
  outdir: output,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  splitting: true,
  sourcemap: 'linked',
  sourcesContent: false,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  // Names of classes are in the log and in the kinds of problems.
  keepNames: true,
  external: ['pg-native'],
  banner,
  plugins: [ownPlace(placeInImage)],
  logLevel: 'warning',
})
for (const folder of withFiles) await cp(join(root, folder), join(output, 'files', folder), { recursive: true })
const builtConsole = await buildConsole()
await cp(builtConsole, join(output, 'console'), { recursive: true })
const modules = z.array(z.string()).parse(await readModules(builtConsole))
const sources = Object.keys(metafile.inputs).map((path) => join(root, path))
const materials = await billOfMaterials(root, [...sources, ...modules])
await writeFile(join(output, 'sbom.json'), materials.json)
await writeFile(join(output, 'package.json'), `${JSON.stringify({ type: 'module', private: true })}\n`)
console.log(
  `${Object.keys(programs).length} programs in dist/services, ${Math.round((await sizeOf(output)) / 1024)} kB; ${materials.count} packages are in them (sbom.json)`,
)
