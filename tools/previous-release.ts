/**
 * Puts the release before this one into a folder, with what it depends on, and prints the folder: `npm run upgrade-test` runs its
 * services beside those of this version. Prints nothing where the history is not at hand, and says why.
 */
import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { spawn } from 'node:child_process'
import { access, mkdir, rename, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const root = resolve(import.meta.dirname, '..')

/** The last commit that was released; raised with every release. Another one is named by UPGRADE_FROM: a tag, a branch, a commit. */
const previous = process.env['UPGRADE_FROM'] ?? '411ed17d4c52dc4d1b6e31d8e9df935c0e2d615f'

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

/** The tree of a commit as files. */
async function unpack(commit: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  const archive = spawn('git', ['archive', commit], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
  const tar = spawn('tar', ['-x', '-C', folder], { stdio: [archive.stdout, 'inherit', 'inherit'] })
  const codes = await Promise.all([once(archive, 'exit'), once(tar, 'exit')])
  if (codes.some(([code]) => code !== 0)) throw new Error(`${commit} could not be unpacked.`)
}

/** @returns the folder; undefined without that commit */
async function prepare(): Promise<string | undefined> {
  const commit = await run('git', ['rev-parse', '--verify', `${previous}^{commit}`], { cwd: root }).then(
    ({ stdout }) => stdout.trim(),
    () => undefined,
  )
  if (commit === undefined) return undefined
  const folder = join(root, 'dist/releases', commit)
  if (await isThere(folder)) return folder
  const part = `${folder}.part`
  await rm(part, { recursive: true, force: true })
  await unpack(commit, part)
  // Its own versions of everything, as its image has them. The programs of PostgreSQL come from this version.
  const install = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline']
  await run('npm', install, { cwd: part, maxBuffer: 1 << 26 })
  // The programs of its image.
  await run('npm', ['run', 'build'], { cwd: part, maxBuffer: 1 << 26 })
  await rename(part, folder)
  return folder
}

const folder = await prepare()
if (folder === undefined)
  console.error(
    `skipped: the history of this clone has no ${previous} (a shallow clone?). Fetch it, or name another by UPGRADE_FROM.`,
  )
else console.log(folder)
