import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import { z } from 'zod'
import { buildConsole } from '../build/index.ts'

/** What a browser gets before it shows the list of conversations, packed, in kB of 1 000 bytes. */
const limitKb = 230

const manifest = z.record(
  z.string(),
  z.object({
    file: z.string(),
    css: z.array(z.string()).default([]),
    imports: z.array(z.string()).default([]),
  }),
)

t.setTimeout(300_000)

t.test('the first load stays small', async (t) => {
  const folder = await buildConsole()
  const chunks = manifest.parse(JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')))
  const files = new Set<string>()
  const take = (name: string): void => {
    const chunk = chunks[name]
    if (!chunk || files.has(chunk.file)) return
    for (const file of [chunk.file, ...chunk.css]) files.add(file)
    chunk.imports.forEach(take)
  }
  for (const first of ['index.html', 'src/conversations/conversations.tsx', 'src/texts/pl.ts']) {
    t.ok(chunks[first], first)
    take(first)
  }
  const sizes = await Promise.all([...files].map(async (file) => (await stat(join(folder, `${file}.gz`))).size))
  const kb = sizes.reduce((sum, size) => sum + size, 0) / 1000
  t.comment(`${kb.toFixed(1)} kB in ${files.size} files`)
  t.ok(kb <= limitKb, `${kb.toFixed(1)} kB are more than ${limitKb}`)
  t.notOk(
    [...files].some((file) => file.includes('plot')),
    'plots come when they are looked at',
  )
})

t.test('a second build of the same sources takes what is there', async (t) => {
  let builds = 0
  const first = await buildConsole()
  t.equal(await buildConsole(() => (builds += 1)), first)
  t.equal(builds, 0)
})

t.test('the page has no script and no style of its own, which the policy would refuse', async (t) => {
  const page = await readFile(join(await buildConsole(), 'index.html'), 'utf8')
  t.notMatch(page, /<script(?![^>]*(src=|application\/json))/)
  t.notMatch(page, /<style|style=| on\w+=/)
  t.notMatch(page, /https?:\/\//, 'nothing comes from elsewhere')
})
