import { createHash } from 'node:crypto'
import { chown, cp, mkdir, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { findBinaries, type Binaries } from './binaries.ts'
import { EmbeddedDatabaseError } from './errors.ts'
import { databaseUser, isOpenToAll, type DatabaseUser } from './user.ts'

/** Where the database lives and what runs it. */
export interface Place {
  dataDir: string
  binaries: Binaries
  user: DatabaseUser | undefined
  /** Set when the data could not live where it was asked to. */
  notice?: string
}

/** Used only by root, for projects in folders that nobody else may enter. */
const outsideHome = '/var/lib/empikplace-thulium-connector'

async function ensureFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true })
  } catch (cause) {
    throw new EmbeddedDatabaseError(
      `The folder ${path} cannot be made: ${cause instanceof Error ? cause.message : 'unknown reason'}. ` +
        'Make its parent writable for this user.',
      { cause },
    )
  }
}

async function copyBinaries(from: Binaries, to: string): Promise<Binaries> {
  await cp(from.home, to, { recursive: true, verbatimSymlinks: true, force: false })
  return { home: to, initdb: join(to, 'bin', 'initdb'), pgCtl: join(to, 'bin', 'pg_ctl') }
}

/**
 * Prepares the folder of the database. Root's own folders are closed to the user that PostgreSQL then runs as; in that
 * case data and programs go to a folder under /var/lib that belongs to this project alone.
 */
export async function findPlace(folder: string): Promise<Place> {
  const wanted = resolve(folder)
  await ensureFolder(wanted)
  const [user, binaries] = await Promise.all([databaseUser(), findBinaries()])
  if (!user) {
    const { uid } = await stat(wanted)
    const self = process.getuid?.()
    if (self !== undefined && uid !== self)
      throw new EmbeddedDatabaseError(
        `The folder ${wanted} belongs to another user (it was probably made by root). Delete it, or start as that user.`,
      )
    return { dataDir: wanted, binaries, user }
  }
  if ((await isOpenToAll(dirname(wanted))) && (await isOpenToAll(binaries.home))) {
    await chown(wanted, user.uid, user.gid)
    return { dataDir: wanted, binaries, user }
  }
  const own = join(outsideHome, createHash('sha256').update(wanted).digest('hex').slice(0, 16))
  const dataDir = join(own, 'data')
  await ensureFolder(dataDir)
  await chown(dataDir, user.uid, user.gid)
  return {
    dataDir,
    binaries: await copyBinaries(binaries, join(own, 'programs')),
    user,
    notice: `PostgreSQL cannot run as root, and its user may not enter ${wanted}; the database is in ${dataDir} instead.`,
  }
}
