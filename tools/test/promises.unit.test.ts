import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { operationKinds } from '@connector/domain/operations'
import t from 'tap'

const root = join(import.meta.dirname, '../..')

/** Items of its lists, each as one line. */
async function items(): Promise<string[]> {
  const page = await readFile(join(root, 'docs/promises.md'), 'utf8')
  const paragraphs = page.split(/\n(?=- |\n)/).map((text) => text.trim().replace(/\s+/g, ' '))
  return paragraphs.filter((text) => text.startsWith('- '))
}

t.test('each promise has the test that the page names', async (t) => {
  const lines = await items()
  t.ok(lines.length > 60)
  for (const line of lines) {
    const [, what = '', file = '', name = ''] = /^- (.+): `([^`]+)`, “(.+)”$/.exec(line) ?? []
    t.ok(file !== '' && name !== '', line)
    const test = await readFile(join(root, file), 'utf8').catch(() => '')
    t.ok(test.replace(/\s+/g, ' ').includes(name), `${what}: “${name}” is in ${file}`)
  }
})

t.test('each operation has a test that kills whoever carries it out', async (t) => {
  const killed = (await items()).flatMap((line) => /^- Killed in `([^`]+)`: /.exec(line)?.[1] ?? [])
  // What the API carries out by itself, and what a command does without it.
  const others = ['edit', 'export', 'proof', 'copy-log', 'export-log', 'import-log']
  t.strictSame(killed.sort(), [...operationKinds, ...others].sort())
})
