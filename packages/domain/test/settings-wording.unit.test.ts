import t from 'tap'
import { z } from 'zod'
import { integrationSettingsInput } from '../src/settings/index.ts'

const words = z.object({ label: z.string().min(1), help: z.string().min(1) })
const wording = z.object({ pl: words, en: words })

interface Node {
  properties?: Record<string, Node>
  items?: Node
}

/** Every setting by its path, those within settings and within the items of lists included. */
const settingsIn = (node: Node, path = ''): [path: string, node: Node][] => [
  ...(node.items ? settingsIn(node.items, `${path}[]`) : []),
  ...Object.entries(node.properties ?? {}).flatMap(([name, child]): [string, Node][] => {
    const place = path === '' ? name : `${path}.${name}`
    return [[place, child], ...settingsIn(child, place)]
  }),
]

const settings = settingsIn(z.toJSONSchema(integrationSettingsInput, { io: 'input' }) as Node)

await t.test('every setting has a label and a help text in both languages', (t) => {
  for (const path of ['name', 'replies.footer', 'rules[].when.textWords', 'businessHours.monday[].from'])
    t.ok(
      settings.some(([known]) => known === path),
      `${path} is among them`,
    )
  for (const [path, node] of settings) t.ok(wording.safeParse(node).success, path)
  t.end()
})

await t.test('the languages are not the same text', (t) => {
  for (const [path, node] of settings) {
    const { pl, en } = wording.parse(node)
    t.not(pl.help, en.help, path)
  }
  t.end()
})

await t.test('a label is short, a help text is a sentence', (t) => {
  for (const [path, node] of settings) {
    const { pl, en } = wording.parse(node)
    for (const { label, help } of [pl, en]) {
      t.ok(label.length <= 45, `${path}: ${label}`)
      t.match(help, /[.!?]$/, path)
    }
  }
  t.end()
})
