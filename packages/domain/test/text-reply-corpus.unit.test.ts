import { readdirSync, readFileSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import t from 'tap'
import { replyText } from '../src/mail/index.ts'
import { normaliseText } from '../src/text/index.ts'
import { storedBody } from './support/simulation.ts'

/** Mails as programs write them, each beside the text that a buyer should get: written by hand, not by the code. */
const folder = join(import.meta.dirname, 'reply-corpus')
const fewest = 200

const suffix = '.expected.txt'
const files = readdirSync(folder)
const wanted = new Set(files.filter((file) => file.endsWith(suffix)).map((file) => file.slice(0, -suffix.length)))
const inputs = files.filter((file) => !file.endsWith(suffix))
const read = (file: string): string => readFileSync(join(folder, file), 'utf8')

await t.test('each mail has its text, and there are many', (t) => {
  const names = inputs.map((file) => basename(file, extname(file)))
  t.same(
    names.filter((name) => !wanted.has(name)),
    [],
    'mails without a text',
  )
  t.same(
    [...wanted].filter((name) => !names.includes(name)),
    [],
    'texts without a mail',
  )
  t.ok(names.length >= fewest, `${names.length} mails`)
  t.equal(new Set(names).size, names.length, 'one mail for a name')
  t.end()
})

for (const file of inputs) {
  const name = basename(file, extname(file))
  if (!wanted.has(name)) continue
  await t.test(name, (t) => {
    const text = replyText(read(file))
    t.equal(text, read(`${name}${suffix}`).replace(/\n$/, ''))
    for (const keep of Object.values(storedBody))
      t.equal(normaliseText(keep(text)), normaliseText(text), 'known again at EmpikPlace')
    t.end()
  })
}
