import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { buildSync } from 'esbuild'

const root = resolve(import.meta.dirname, '../../../..')

export interface Child {
  pid: number
  process: ChildProcess
  /** Resolves with the signal or the code that ended it. */
  ended: Promise<NodeJS.Signals | number | null>
  kill(signal: NodeJS.Signals): void
}

const folder = mkdtempSync(join(tmpdir(), 'connector-child-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))

const bundles = new Map<string, string>()

/** One file of plain JavaScript: a process then needs 0.4 s of processor time to start, from source 2.4 s. */
function bundle(file: string): string {
  const known = bundles.get(file)
  if (known !== undefined) return known
  const outfile = join(folder, `${bundles.size}.mjs`)
  const { metafile } = buildSync({
    entryPoints: [resolve(root, file)],
    outfile,
    bundle: true,
    metafile: true,
    absWorkingDir: root,
    platform: 'node',
    format: 'esm',
    // Some packages are CommonJS inside and ask for `require`.
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    external: ['pg-native'],
    logLevel: 'error',
  })
  // A style sheet that a module reads from beside itself is then looked for beside the bundle.
  const ours = Object.keys(metafile.inputs).filter((input) => !input.includes('node_modules/'))
  for (const beside of new Set(ours.map((input) => join(root, dirname(input)))))
    for (const name of readdirSync(beside))
      if (name.endsWith('.css')) copyFileSync(join(beside, name), join(folder, name))
  bundles.set(file, outfile)
  return outfile
}

/**
 * Starts a TypeScript program as a process of its own.
 * @param hear told what it logs, which is otherwise shown
 */
export function startChild(file: string, environment: Record<string, string>, hear?: (text: string) => void): Child {
  const child = spawn(process.execPath, [bundle(file)], {
    cwd: root,
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['ignore', 'ignore', hear ? 'pipe' : 'inherit'],
  })
  if (hear) child.stderr?.setEncoding('utf8').on('data', hear)
  const { pid } = child
  if (pid === undefined) throw new Error(`${file} could not be started`)
  const ended = once(child, 'exit').then((values): NodeJS.Signals | number | null => {
    const [code, signal] = values as [number | null, NodeJS.Signals | null]
    return signal ?? code
  })
  return { pid, process: child, ended, kill: (signal) => void child.kill(signal) }
}
