import { execFile } from 'node:child_process'
import { stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { promisify } from 'node:util'
import { EmbeddedDatabaseError } from './errors.ts'

const run = promisify(execFile)

/** As whom PostgreSQL runs. It refuses to run as root. */
export interface DatabaseUser {
  uid: number
  gid: number
}

async function idsOf(name: string): Promise<DatabaseUser | undefined> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])])
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
  } catch {
    return undefined
  }
}

/** Undefined for an ordinary user, who runs PostgreSQL as himself; root needs another user, made once if there is none. */
export async function databaseUser(): Promise<DatabaseUser | undefined> {
  if (process.getuid?.() !== 0) return undefined
  const existing = await idsOf('postgres')
  if (existing) return existing
  try {
    await run('useradd', ['--system', '--user-group', '--no-create-home', 'postgres'])
  } catch (cause) {
    throw new EmbeddedDatabaseError(
      'PostgreSQL refuses to run as root, and a user "postgres" for it could not be made. ' +
        'Run this as an ordinary user, or set DATABASE_URL to a PostgreSQL of your own.',
      { cause },
    )
  }
  const made = await idsOf('postgres')
  if (!made) throw new EmbeddedDatabaseError('The user "postgres" was made but cannot be found.')
  return made
}

const mayEnter = 0o001

/** Whether any user may go into the folder and all above it: a folder below `/root` is closed to the database's user. */
export async function isOpenToAll(path: string): Promise<boolean> {
  for (let folder = path; ; folder = dirname(folder)) {
    const { mode } = await stat(folder)
    if ((mode & mayEnter) === 0) return false
    if (dirname(folder) === folder) return true
  }
}
