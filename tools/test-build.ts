import { readdir, readFile } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, type Plugin } from 'esbuild'

const isTest = (path: string): boolean => /^((apps|packages|services)\/[^/]+|tools)\/test\/.*\.test\.ts$/.test(path)

const isShort = (test: string): boolean => !/\.(e2e|browser)\.test\.ts$/.test(test)

/** Where `buildTests` puts the file that starts all others, in its folder. */
export const testFiles = 'tools/test-files.mjs'

/** What tests start as processes of their own. */
const isProgram = (path: string): boolean => /^services\/[^/]+\/(src\/main|test\/support\/[^/]+-main)\.ts$/.test(path)

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

/** A source in a bundle still finds the files beside it, such as the golden files of a test. */
const ownPlace: Plugin = {
  name: 'own-place',
  setup(build) {
    build.initialOptions.define = {
      'import.meta.dirname': '__source_dirname',
      'import.meta.filename': '__source_filename',
      'import.meta.url': '__source_url',
    }
    build.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8')
      if (!text.includes('import.meta.')) return undefined
      const place = Object.entries({ dirname: dirname(path), filename: path, url: pathToFileURL(path).href })
      const names = place.map(([name, value]) => `__source_${name} = ${JSON.stringify(value)}`)
      // On the first line, so that the lines of a stack trace stay right.
      return { contents: `const ${names.join(', ')}; ${text}`, loader: 'ts' }
    })
  },
}

/**
 * Makes plain JavaScript of test files, of all they import and of the programs they start; every test file is a
 * process, and one that loads its modules from source needs 1 to 2.5 s of processor time more before its first test.
 * @param paths files or folders; none means every test
 * @param folder inside the project, where `tap` is found; gets the files at their paths, ending in .mjs
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
  await build({
    absWorkingDir: root,
    entryPoints: [...tests, ...programs, 'tools/test-files.ts'],
    outbase: root,
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    sourcemap: 'linked',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    keepNames: true,
    external: ['tap', 'playwright-core', 'openapi-typescript', 'pg-native'],
    // Some packages are CommonJS inside and ask for `require`.
    banner: { js: "import { createRequire as $from } from 'node:module'; const require = $from(import.meta.url);" },
    plugins: [ownPlace],
    logLevel: 'error',
  })
  return tests.sort((a, b) => Number(isShort(a)) - Number(isShort(b)))
}
