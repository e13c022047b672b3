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
