import { readFileSync } from 'node:fs'
import { SourceMap, type SourceMapPayload } from 'node:module'
import { dirname, relative, resolve } from 'node:path'

/** A position in plain JavaScript, as stacks tell it. */
const position = /(?:file:\/\/)?([^\s()'"]*\.mjs):(\d+):(\d+)/g

/**
 * Tells where in the sources something stands that is told of the JavaScript that was made of them. Node can do so itself
 * (`--enable-source-maps`), but then it reads every map when it loads a file: 0.3 s of processor time for a test of a
 * service, whether it fails or not.
 * @param folder with the JavaScript, each file beside its map
 * @param root that the sources are told from
 */
export function createPositions(folder: string, root: string): (text: string) => string {
  const maps = new Map<string, SourceMap | undefined>()

  function mapOf(file: string): SourceMap | undefined {
    if (maps.has(file)) return maps.get(file)
    let map: SourceMap | undefined
    try {
      map = new SourceMap(JSON.parse(readFileSync(`${file}.map`, 'utf8')) as SourceMapPayload)
    } catch {
      // What has no map is told as it is.
    }
    maps.set(file, map)
    return map
  }

  return (text) =>
    text.replace(position, (told, path: string, line: string, column: string) => {
      const file = resolve(root, path)
      if (!file.startsWith(`${folder}/`)) return told
      const entry = mapOf(file)?.findEntry(Number(line) - 1, Number(column) - 1)
      if (!entry || !('originalSource' in entry)) return told
      const source = relative(root, resolve(dirname(file), entry.originalSource))
      return `${source}:${entry.originalLine + 1}:${entry.originalColumn + 1}`
    })
}
