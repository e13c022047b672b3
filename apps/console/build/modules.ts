import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Beside the page, not sent to anybody: the paths of all sources in it, for the bill of materials of the image. */
const fileIn = (folder: string): string => join(folder, 'modules.json')

export const writeModules = (folder: string, paths: Iterable<string>): Promise<void> =>
  writeFile(fileIn(folder), JSON.stringify([...new Set(paths)].toSorted()))

/** @param folder of a built console */
export const readModules = async (folder: string): Promise<unknown> =>
  JSON.parse(await readFile(fileIn(folder), 'utf8')) as unknown
