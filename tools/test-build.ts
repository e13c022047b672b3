import { readdir } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, type Plugin } from 'esbuild'
import { ownPlace, requireInModules } from './own-place.ts'
import { buildTap } from './test-tap.ts'

const isTest = (path: string): boolean => /^((apps|packages|services)\/[^/]+|tools)\/test\/.*\.test\.ts$/.test(path)

const isShort = (test: string): boolean => !/\.(e2e|browser)\.test\.ts$/.test(test)

/** Where `buildTests` puts the file that starts all others, in its folder. */
export const testFiles = 'tools/test-files.mjs'

/** What tests start as processes of their own, by `programArguments`: services, the commands of the API's folder, and what stands in test folders. */
const isProgram = (path: string): boolean =>
  /^(services|packages)\/[^/]+\/(src\/main|test\/(support\/)?[^/]+-main)\.ts$/.test(path) ||
  /^services\/api\/src\/(migrate|operate|restored|create-operator-key|rotate-master-key)\.ts$/.test(path)

async function sources(root: string): Promise<string[]> {
  const workspaces = ['apps', 'packages', 'services'].map(async (folder) =>
    (await readdir(join(root, folder))).flatMap((name) => [join(folder, name, 'src'), join(folder, name, 'test')]),
  )
  const parts = [...(await Promise.all(workspaces)).flat(), 'tools/test']
  const files = parts.map(async (part) =>
    (await readdir(join(root, part), { recursive: true }).catch(() => [])).map((name) => join(part, name)),
  )
  return (await Promise.all(files)).flat()
}

/** The tests run where the sources are. */
const placeOfSource = (path: string) => ({
  dirname: JSON.stringify(dirname(path)),
  filename: JSON.stringify(path),
  url: JSON.stringify(pathToFileURL(path).href),
})

/** A module that is there already, at an address of its own. */
const importedAs = (name: string, path: string): Plugin => ({
  name: `import-${name}`,
  setup(plugins) {
    plugins.onResolve({ filter: new RegExp(`^${name}$`) }, () => ({ path, external: true }))
  },
})

/**
 * What tests start and kill hundreds of times. Built alone it is one file instead of 130 that are also parts of others, and starts
 * in 0.1 s of processor time less.
 */
const startedMost = 'services/standalone/test/support/worker-main.ts'

const buildPart = (root: string, folder: string, entryPoints: string[], tap: string) =>
  build({
    absWorkingDir: root,
    entryPoints,
    outbase: root,
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    sourcemap: 'linked',
    sourcesContent: false,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    external: ['playwright-core', 'openapi-typescript', 'pg-native'],
    banner: requireInModules,
    plugins: [ownPlace(placeOfSource), importedAs('tap', tap)],
    logLevel: 'error',
  })

/**
 * Makes plain JavaScript of test files, of all they import and of the programs they start; every test file is a
 * process, and one that loads its modules from source needs 1 to 2.5 s of processor time more before its first test.
 * @param paths files or folders; none means every test
 * @param folder inside the project, where packages are found that are not bundled; gets the files at their paths, ending in .mjs
 * @returns the test files, as paths of the sources, those that take longest first
 */
export async function buildTests(root: string, paths: readonly string[], folder: string): Promise<string[]> {
  const all = (await sources(root)).sort()
  const wanted = paths.map((path) => relative(root, resolve(root, path)))
  const isWanted = (file: string): boolean =>
    wanted.length === 0 || wanted.some((path) => file === path || file.startsWith(`${path}/`))
  const tests = all.filter((file) => isTest(file) && isWanted(file))
  if (tests.length === 0) throw new Error(`No test file is at ${paths.join(', ')}.`)
  const programs = tests.every((file) => file.endsWith('.unit.test.ts')) ? [] : all.filter(isProgram)
  const tap = pathToFileURL(await buildTap(root, folder)).href
  const parts = [
    [...tests, ...programs.filter((file) => file !== startedMost), 'tools/test-files.ts'],
    programs.filter((file) => file === startedMost),
  ]
  await Promise.all(parts.filter((part) => part.length > 0).map((part) => buildPart(root, folder, part, tap)))
  return tests.sort((a, b) => Number(isShort(a)) - Number(isShort(b)))
}
