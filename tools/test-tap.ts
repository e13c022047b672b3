import { join } from 'node:path'
import { build, type Plugin } from 'esbuild'
import { requireInModules } from './own-place.ts'

const noHooks = `
export const createHook = () => ({ enable() {}, disable() {} })
export const executionAsyncId = () => 0`

/**
 * To tell which test an error belongs to that nobody caught, tap has Node follow each promise from its making to its end, for
 * a tenth of a test's processor time. Without it such an error fails the test that was begun last; its stack is the same.
 */
const withoutHooks: Plugin = {
  name: 'without-hooks',
  setup(plugins) {
    plugins.onResolve({ filter: /^async_hooks$/ }, ({ path, importer }) =>
      importer.includes('async-hook-domain') ? { path, namespace: 'no-hooks' } : undefined,
    )
    plugins.onLoad({ filter: /.*/, namespace: 'no-hooks' }, () => ({ contents: noHooks }))
  },
}

/**
 * Makes one file of tap: each test file loads it, and its 400 modules take as long as Node itself takes to start.
 * @param folder where the test files are; inside is a place that tap leaves out of stack traces
 * @returns the path of the file
 */
export async function buildTap(root: string, folder: string): Promise<string> {
  const outfile = join(folder, 'node_modules/@tapjs/tap.mjs')
  await build({
    absWorkingDir: root,
    entryPoints: ['tap'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    banner: requireInModules,
    plugins: [withoutHooks],
    logLevel: 'error',
  })
  return outfile
}
