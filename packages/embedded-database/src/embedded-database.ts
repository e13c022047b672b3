import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmod, chown, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { EmbeddedDatabaseError } from './errors.ts'
import { freePort } from './free-port.ts'
import { forgetNote, notedServer } from './left-over.ts'
import { findPlace, type Place } from './place.ts'
import { watchServer } from './watch.ts'

const run = promisify(execFile)

export interface EmbeddedDatabaseOptions {
  /** Made if it is missing; an existing database in it is used again. */
  folder: string
  /** False for tests: faster, and a power cut may lose data. Ending the process never loses any, either way. */
  durable?: boolean
  /** Further server settings, such as `max_connections`. */
  settings?: Record<string, string | number>
  /** Told when the server has died and is started again, and when that fails; it is tried for ever. */
  onNotice?: (notice: string) => void
}

export interface EmbeddedDatabase {
  /** Of the superuser, database `postgres`. */
  url: string
  /** Something the person who started this should know. */
  notice: string | undefined
  stop: () => Promise<void>
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )

/** Runs one of PostgreSQL's programs as the database's user, from a folder that this user may be in. */
async function runProgram({ user }: Place, program: string, args: string[]): Promise<void> {
  try {
    await run(program, args, { ...user, cwd: '/', env: { ...process.env, LC_ALL: 'C' } })
  } catch (cause) {
    const said = cause instanceof Error && 'stderr' in cause ? String(cause.stderr).trim() : String(cause)
    throw new EmbeddedDatabaseError(`PostgreSQL did not start or stop: ${said}`, { cause })
  }
}

async function createCluster(place: Place, password: string): Promise<void> {
  const secretDir = await mkdtemp(join(tmpdir(), 'connector-db-'))
  const passwordFile = join(secretDir, 'password')
  try {
    await writeFile(passwordFile, password, { mode: 0o600 })
    if (place.user) {
      await chown(secretDir, place.user.uid, place.user.gid)
      await chown(passwordFile, place.user.uid, place.user.gid)
    }
    await runProgram(place, place.binaries.initdb, [
      `--pgdata=${place.dataDir}`,
      '--username=postgres',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--no-sync',
    ])
  } finally {
    await rm(secretDir, { recursive: true, force: true })
  }
}

/** A server left over from a process that was killed: it holds the data, so it is stopped in order and started again. */
async function stopLeftOver(place: Place): Promise<void> {
  const noted = await notedServer(place.dataDir)
  if (noted && !noted.isOurs) return forgetNote(place.dataDir)
  const running = await run(place.binaries.pgCtl, ['status', '-D', place.dataDir], { ...place.user, cwd: '/' }).then(
    () => true,
    () => false,
  )
  if (running) await runProgram(place, place.binaries.pgCtl, ['stop', '-D', place.dataDir, '-m', 'fast', '-w'])
}

/** Starts PostgreSQL on a free port of 127.0.0.1. @throws {EmbeddedDatabaseError} with a message for people */
export async function startEmbeddedDatabase(options: EmbeddedDatabaseOptions): Promise<EmbeddedDatabase> {
  const place = await findPlace(options.folder)
  const passwordPath = join(place.dataDir, 'connector-password')
  if (!(await exists(join(place.dataDir, 'PG_VERSION')))) {
    const fresh = randomBytes(24).toString('base64url')
    await createCluster(place, fresh)
    await writeFile(passwordPath, fresh, { mode: 0o600 })
    await chmod(passwordPath, 0o600)
  }
  const password = await readFile(passwordPath, 'utf8')
  await stopLeftOver(place)

  const port = await freePort()
  const settings: Record<string, string | number> = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    port,
    ...(options.durable === false ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {}),
    ...options.settings,
  }
  const flags = Object.entries(settings).map(([name, value]) => `-c ${name}='${value}'`)
  let pid: number | undefined
  const start = async (): Promise<void> => {
    const log = join(place.dataDir, 'server.log')
    const how = ['-w', '-t', '60', '-l', log, '-o', flags.join(' ')]
    await runProgram(place, place.binaries.pgCtl, ['start', '-D', place.dataDir, ...how])
    pid = (await notedServer(place.dataDir))?.pid
  }
  await start()
  const { onNotice = () => undefined } = options
  const watch = watchServer({
    port,
    start,
    isTakenOver: async () => {
      const server = await notedServer(place.dataDir)
      return server !== undefined && server.isOurs && server.pid !== pid
    },
    onDeath: () => onNotice('The embedded database has died and is started again.'),
    onError: (error) => onNotice(error instanceof Error ? error.message : String(error)),
  })
  return {
    url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
    notice: place.notice,
    async stop() {
      await watch.stop()
      // One that died a moment ago has stopped already.
      await stopLeftOver(place)
    },
  }
}
