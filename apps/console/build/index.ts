import { spawn } from 'node:child_process'
import { access, mkdir, readdir, rename, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { digestOf } from './digest.ts'

export { readModules } from './modules.ts'

const project = resolve(import.meta.dirname, '..')
const root = resolve(project, '../..')
const output = join(project, 'dist/console')

/** Everything that decides on what is built. */
const folders = [join(project, 'src'), join(project, 'build'), join(root, 'packages/api-client/src')]
const files = [join(project, 'index.html'), join(project, 'package.json'), join(root, 'package-lock.json')]

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

/** A process of its own: what a build needs of memory (about 300 MB) ends with it. */
async function build(folder: string): Promise<void> {
  const main = join(project, 'build/main.ts')
  const child = spawn(process.execPath, ['--import', 'tsx', main, project, folder], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: 'production' },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const code = await new Promise<number | null>((done, fail) => {
    child.on('error', fail)
    child.on('exit', done)
  })
  if (code !== 0) throw new Error(`The console could not be built:\n${said}`)
}

async function removeOthers(kept: string): Promise<void> {
  const all = await readdir(output)
  // Another process may be building into one that begins with a dot; what a killed one left there stays until its name comes again.
  const old = all.filter((name) => name !== kept && !name.startsWith('.'))
  await Promise.all(old.map((name) => rm(join(output, name), { recursive: true, force: true })))
}

/**
 * Builds the console unless what is there was made of the same sources (decision 18).
 * @param onBuild called before a build, which takes some seconds
 * @returns the folder of the files for browsers
 */
export async function buildConsole(onBuild: () => void = () => undefined): Promise<string> {
  const digest = await digestOf(root, folders, files)
  const folder = join(output, digest)
  if (await exists(folder)) return folder
  onBuild()
  await mkdir(output, { recursive: true })
  const draft = join(output, `.${digest}-${process.pid}`)
  try {
    await build(draft)
    // Whole or not at all. Another process may have been faster with the same.
    await rename(draft, folder).catch(async (error: unknown) => {
      if (!(await exists(folder))) throw error
    })
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
  await removeOthers(digest)
  return folder
}
