import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import t from 'tap'
import { z } from 'zod'

// Tests run as plain JavaScript of their own, from the root of the repository.
const root = process.cwd()

const rules = z
  .object({ forbidden: z.array(z.object({ name: z.string(), from: z.looseObject({ path: z.string().optional() }) })) })
  .parse(createRequire(join(root, 'package.json'))(join(root, '.dependency-cruiser.cjs'))).forbidden

/** The floors that the rules hold, from the ground up. */
const heldFloors = (name: string): string[][] =>
  rules
    .filter((rule) => rule.name.startsWith(`${name}-floor-of-`))
    .map(({ from }) => (/\(([^)]*)\)\/$/.exec(from.path ?? '')?.[1] ?? '').split('|'))

/** The floors that the page for people tells of. */
function toldFloors(page: string, source: string): string[][] {
  const from = page.indexOf(`\`${source}\`, from the ground up:`)
  if (from < 0) return []
  const [, list = ''] = page.slice(from).split('\n\n')
  return list.split('\n').map((line) => [...line.matchAll(/`([^`]+)`/g)].map(([, room = '']) => room))
}

t.test('docs/contributing.md tells of the floors that npm run boundaries holds', (t) => {
  const page = readFileSync(join(root, 'docs/contributing.md'), 'utf8')
  for (const [name, source] of [
    ['domain', 'packages/domain/src'],
    ['api', 'services/api/src'],
  ] as const) {
    const held = heldFloors(name)
    t.ok(held.length > 5, `${source}: the rules are found`)
    t.strictSame(toldFloors(page, source), held, source)
  }
  t.end()
})
