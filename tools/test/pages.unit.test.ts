import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'

const root = join(import.meta.dirname, '../..')
const pages = execFileSync('git', ['ls-files', '*.md'], { cwd: root, encoding: 'utf8' }).trim().split('\n')

/** Wider than this, a table is folded by a terminal and nobody can read it: then it is a list. Text is wrapped by prettier. */
const screen = 100

t.test('no page has a table that is wider than a screen', (t) => {
  t.ok(pages.length > 20)
  for (const page of pages)
    for (const line of readFileSync(join(root, page), 'utf8').split('\n'))
      if (line.startsWith('|')) t.ok(line.length <= screen, `${page}: ${line.slice(0, 60)}`)
  t.end()
})
