import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { operationKinds } from '@connector/domain/operations'
import t from 'tap'

const root = join(import.meta.dirname, '../..')

t.test('each promise has the test that the page names', async (t) => {
  const page = await readFile(join(root, 'docs/promises.md'), 'utf8')
  const lines = page.split('\n').filter((line) => line.startsWith('- '))
  t.ok(lines.length > 60)
  for (const line of lines) {
    const [, what = '', file = '', name = ''] = /^- (.+): `([^`]+)`, “(.+)”$/.exec(line) ?? []
    t.ok(file !== '' && name !== '', line)
    const test = await readFile(join(root, file), 'utf8').catch(() => '')
    t.ok(test.includes(name), `${what}: “${name}” is in ${file}`)
  }
})

t.test('each operation has a test that kills whoever carries it out', async (t) => {
  const page = await readFile(join(root, 'docs/promises.md'), 'utf8')
  const killed = [...page.matchAll(/^- Killed in `([^`]+)`: /gm)].map(([, kind]) => kind)
  // What the API carries out by itself, and what a command does without it.
  const others = ['edit', 'export', 'proof', 'copy-log', 'export-log', 'import-log']
  t.strictSame(killed.sort(), [...operationKinds, ...others].sort())
})
