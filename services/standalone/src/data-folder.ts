import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { createMasterKey } from '@connector/store'
import { CannotStart } from './cannot-start.ts'

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : 'unknown reason')

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT'

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // The process exists but belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** The folder of everything this process keeps, held by one process at a time. */
export interface DataFolder {
  path: string
  masterKey: string
  release(): Promise<void>
}

async function hold(lock: string, path: string): Promise<void> {
  // A copy of the folder brings the lock of the original along; it has another inode.
  const { ino } = await stat(path)
  const [pid = '', inode = ''] = (await readFile(lock, 'utf8').catch(() => '')).split(' ')
  const holder = Number(pid)
  const isOurs = inode === '' || inode === String(ino)
  if (holder > 0 && isOurs && holder !== process.pid && isAlive(holder))
    throw new CannotStart(`The folder ${path} is in use by process ${holder}: it is already running. End it first.`)
  // A lock of a process that is gone was left by a kill; nothing needs it.
  await writeFile(lock, `${process.pid} ${ino}`)
}

async function masterKeyIn(path: string): Promise<string> {
  const file = join(path, 'master-key')
  try {
    return (await readFile(file, 'utf8')).trim()
  } catch (error) {
    if (!isMissing(error)) throw error
    const key = createMasterKey()
    await writeFile(file, `${key}\n`, { mode: 0o600, flag: 'wx' })
    return key
  }
}

/** @throws {CannotStart} when the folder cannot be written or another process has it */
export async function openDataFolder(folder: string): Promise<DataFolder> {
  const path = resolve(folder)
  const lock = join(path, 'process-id')
  try {
    await mkdir(path, { recursive: true })
    await hold(lock, path)
    return { path, masterKey: await masterKeyIn(path), release: () => rm(lock, { force: true }) }
  } catch (error) {
    if (error instanceof CannotStart) throw error
    throw new CannotStart(
      `The folder ${path} cannot be used: ${reasonOf(error)}. Make it writable, or choose another: DATA_DIR=… npm start`,
    )
  }
}
