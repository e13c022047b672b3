import { createHash } from 'node:crypto'
import { chown, cp, mkdir, rename, rm, stat } from 'node:fs/promises'
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

const hash = (...parts: readonly (string | number)[]): string =>
  createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 16)

/** Where the data of a folder live that PostgreSQL's user may not enter. */
const placeOutside = (wanted: string): string => join(outsideHome, hash(wanted))

/** One copy for all databases that run the same programs: it has 60 MB, and a hundred of them would fill a small disk. */
async function copyBinaries(from: Binaries): Promise<Binaries> {
  const { size, mtimeMs } = await stat(from.initdb)
  const home = join(outsideHome, 'programs', hash(from.home, size, mtimeMs))
  const copy = { home, initdb: join(home, 'bin', 'initdb'), pgCtl: join(home, 'bin', 'pg_ctl') }
  const isThere = await stat(home).then(
    () => true,
    () => false,
  )
  if (isThere) return copy
  // Under its name it is whole, or not there: somebody else may look at the same moment, and a copy may be cut short.
  const unfinished = `${home}.${process.pid}`
  await cp(from.home, unfinished, { recursive: true, verbatimSymlinks: true })
  try {
    await rename(unfinished, home)
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true })
    if (!(await stat(home).catch(() => undefined))) throw error
  }
  return copy
}

/** Deletes a database that does not run, with all its data, wherever {@link findPlace} had put it. */
export async function removeDatabase(folder: string): Promise<void> {
  const wanted = resolve(folder)
  for (const path of [wanted, placeOutside(wanted)]) await rm(path, { recursive: true, force: true })
}

/**
 * Prepares the folder of the database. Root's own folders are closed to the user that PostgreSQL then runs as; in that
 * case data or programs, whichever is closed, go to a folder under /var/lib that belongs to this project alone.
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
  const programs = (await isOpenToAll(binaries.home)) ? binaries : await copyBinaries(binaries)
  if (await isOpenToAll(dirname(wanted))) {
    await chown(wanted, user.uid, user.gid)
    return { dataDir: wanted, binaries: programs, user }
  }
  const dataDir = join(placeOutside(wanted), 'data')
  await ensureFolder(dataDir)
  await chown(dataDir, user.uid, user.gid)
  return {
    dataDir,
    binaries: programs,
    user,
    notice: `PostgreSQL cannot run as root, and its user may not enter ${wanted}; the database is in ${dataDir} instead.`,
  }
}
