import { resolve } from 'node:path'
import t from 'tap'
import { createPositions } from '../test-positions.ts'

const folder = process.env['TEST_BUILD']
const root = resolve(import.meta.dirname, '../..')

const skip = folder === undefined ? 'Runs as JavaScript that npm test has made' : false

await t.test('what failed in plain JavaScript is told where it stands in the sources', { skip }, (t) => {
  const inSources = createPositions(folder ?? '', root)
  const { stack = '' } = new Error('told')
  const [, path = '', position = ''] =
    /(?:file:\/\/)?(\/[^\s()]*positions\.unit\.test\.mjs):(\d+:\d+)/.exec(stack) ?? []
  t.not(position, '', stack)
  const told = inSources(stack)
  t.match(told, 'tools/test/positions.unit.test.ts:12:26')
  t.notMatch(told, 'positions.unit.test.mjs')
  t.match(
    inSources(`  ${path.slice(root.length + 1)}:${position}`),
    /^ {2}tools\/test\/positions\.unit\.test\.ts:12:26$/,
    'as tap tells it',
  )

  const others = 'at x (/somewhere/else.mjs:1:2), dist/tests/without-a-map.mjs:3:4, 12:30:15'
  t.equal(inSources(others), others, 'what is not made of the sources stays as it is')
  t.end()
})
