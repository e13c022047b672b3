import { readFile, realpath, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** First line the process, second line its data folder: PostgreSQL's own note of who serves a folder. */
const noteName = 'postmaster.pid'

/** The server that PostgreSQL's note in this folder names. */
export interface NotedServer {
  pid: number
  /** False where the note came along with a copy of the folder: that server has another folder. */
  isOurs: boolean
}

async function isSameFolder(one: string, other: string): Promise<boolean> {
  try {
    const [a, b] = await Promise.all([stat(one), stat(other)])
    return a.ino === b.ino && a.dev === b.dev
  } catch {
    return false
  }
}

/**
 * Who serves the folder, by PostgreSQL's note in it. A live folder that was copied (`cp -a`) brings the note of the
 * original along; `pg_ctl` believes it and would stop the database of the original.
 * @returns undefined without a note
 */
export async function notedServer(dataDir: string): Promise<NotedServer | undefined> {
  const note = await readFile(join(dataDir, noteName), 'utf8').catch(() => '')
  const [pidLine = '', folder = ''] = note.split('\n')
  const pid = Number(pidLine)
  if (!Number.isInteger(pid) || pid <= 0) return undefined
  // A server works inside its folder, which also knows a folder that was renamed; the name in the note is for systems
  // without /proc, and for servers that are gone.
  const isOurs =
    (await isSameFolder(`/proc/${pid}/cwd`, dataDir)) ||
    (await realpath(folder).catch(() => folder)) === (await realpath(dataDir))
  return { pid, isOurs }
}

/** Forgets the note of another folder's server, so that a server can be started in this one. */
export const forgetNote = (dataDir: string): Promise<void> => rm(join(dataDir, noteName), { force: true })
