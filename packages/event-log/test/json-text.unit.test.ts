import fc from 'fast-check'
import t from 'tap'
import type { JsonObject } from '../src/index.ts'
import { fromJsonText, toJsonText } from '../src/postgres/json-text.ts'

const nasty = fc.stringMatching(/^[\0\x10\\u0189dcf"a]*$/)
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  nasty,
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 }).map((codes) => String.fromCharCode(...codes)),
)

await t.test('any text survives, as value and as key', (t) => {
  fc.assert(
    fc.property(anyText, anyText, (key, value) => {
      const object: JsonObject = Object.fromEntries([[key, [value]]])
      t.strictSame(fromJsonText(toJsonText(object)), object)
    }),
  )
  t.end()
})

await t.test('the stored text holds nothing that jsonb refuses', (t) => {
  fc.assert(
    fc.property(anyText, (value) => {
      const stored: unknown = JSON.parse(toJsonText({ value }))
      return !/[\0\p{Surrogate}]/u.test((stored as { value: string }).value)
    }),
  )
  t.end()
})

await t.test('ordinary text is stored as it is, so that SQL can search it', (t) => {
  t.equal(toJsonText({ text: 'Zażółć 🎁 \n "x" \\u0000' }), JSON.stringify({ text: 'Zażółć 🎁 \n "x" \\u0000' }))
  t.end()
})
