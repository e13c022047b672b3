import t from 'tap'
import { z } from 'zod'
import { readEnvironment } from '../src/index.ts'

const schema = z.object({ PORT: z.coerce.number().default(8080), URL: z.string() })

t.test('settings are parsed, defaults filled in, foreign variables left out', (t) => {
  t.strictSame(readEnvironment(schema, { URL: 'x', HOME: '/root' }), { PORT: 8080, URL: 'x' })
  t.end()
})

t.test('an empty variable counts as not set', (t) => {
  t.strictSame(readEnvironment(schema, { URL: 'x', PORT: '' }), { PORT: 8080, URL: 'x' })
  t.throws(() => readEnvironment(schema, { URL: '' }), { code: 'settings.invalid', message: /URL/ })
  t.end()
})

t.test('every wrong variable is named', (t) => {
  t.throws(() => readEnvironment(schema, { PORT: 'many' }), { message: /PORT.*\n.*URL/s })
  t.end()
})

t.test('a setting may stand in a file, as containers hand over secrets', (t) => {
  const folder = t.testdir({ url: 'postgres://x\n', empty: '\n' })
  t.strictSame(readEnvironment(schema, { URL_FILE: `${folder}/url` }), { PORT: 8080, URL: 'postgres://x' })
  const refuses = (environment: Record<string, string>, message: RegExp) =>
    t.throws(() => readEnvironment(schema, environment), { code: 'settings.invalid', message })
  refuses({ URL: 'x', URL_FILE: `${folder}/url` }, /Both URL and URL_FILE are set/)
  refuses({ URL_FILE: `${folder}/none` }, /URL_FILE: ENOENT/)
  refuses({ URL_FILE: `${folder}/empty` }, /URL_FILE: .*is empty/)
  t.strictSame(readEnvironment(schema, { URL: 'x', URL_FILE: '' }), { PORT: 8080, URL: 'x' }, 'an empty name is none')
  t.end()
})
