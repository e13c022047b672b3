import { readdir, readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'

/** A file for browsers; its name has a digest of its content in it, so it never changes. */
interface Asset {
  type: string
  plain: Buffer
  packed: Buffer | undefined
}

/** The built console, held in memory: about 1.5 MB, and what is served is never half of one build and half of another. */
export interface ConsoleFiles {
  page: string
  assets: ReadonlyMap<string, Asset>
}

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

/** @param folder as `buildConsole` of apps/console leaves it */
export async function readConsole(folder: string): Promise<ConsoleFiles> {
  const assets = new Map<string, Asset>()
  const names = await readdir(join(folder, 'assets'))
  for (const name of names) {
    const type = types[extname(name)]
    if (type === undefined) continue
    const plain = await readFile(join(folder, 'assets', name))
    const packed = names.includes(`${name}.gz`) ? await readFile(join(folder, 'assets', `${name}.gz`)) : undefined
    assets.set(name, { type, plain, packed })
  }
  return { page: await readFile(join(folder, 'index.html'), 'utf8'), assets }
}
