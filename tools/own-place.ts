import { readFile } from 'node:fs/promises'
import type { Plugin } from 'esbuild'

/** JavaScript that gives the folder, the file and the address of a source, where `import.meta` of a bundle would give its own. */
export interface Place {
  dirname: string
  filename: string
  url: string
}

/** A source in a bundle still finds the files beside it, such as a style sheet or the golden files of a test. */
export const ownPlace = (placeOf: (path: string) => Place): Plugin => ({
  name: 'own-place',
  setup(build) {
    build.initialOptions.define = {
      'import.meta.dirname': '__source_dirname',
      'import.meta.filename': '__source_filename',
      'import.meta.url': '__source_url',
    }
    build.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8')
      if (!text.includes('import.meta.')) return undefined
      const names = Object.entries(placeOf(path)).map(([name, value]) => `__source_${name} = ${value}`)
      // On the first line, so that the lines of a stack trace stay right.
      return { contents: `const ${names.join(', ')}; ${text}`, loader: 'ts' }
    })
  },
})

/** Some packages are CommonJS inside and ask for `require`. */
export const requireInModules = {
  js: "import { createRequire as $from } from 'node:module'; const require = $from(import.meta.url);",
}
