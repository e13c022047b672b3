import fc from 'fast-check'
import t from 'tap'
import { parseJson } from '../src/json.ts'

t.test('a whole number that would be rounded comes as its digits', (t) => {
  t.same(parseJson('{"id":9007199254740993,"other":[9007199254740992 , -9007199254740993]}'), {
    id: '9007199254740993',
    other: ['9007199254740992', '-9007199254740993'],
  })
  t.same(parseJson('9007199254740993'), '9007199254740993')
  t.end()
})

t.test('every other number, and every string, stays what it is', (t) => {
  for (const text of [
    '{"id":9007199254740991,"price":0.12345678901234567890,"much":1.5e300,"more":1234567890123456789e2}',
    '{"nr: 123456789012345678901234":"paczka 123456789012345678901234"}',
    String.raw`{"a":"\"},{\"b\":123456789012345678901234,\\","c":[1234567890123456,"\\\\"]}`,
    '[]',
  ])
    t.same(parseJson(text), JSON.parse(text))
  t.throws(() => parseJson('{"a":"123456789012345678901234'), SyntaxError)
  t.throws(() => parseJson('{"a":12345678901234567890'), SyntaxError)
  t.end()
})

t.test('whatever stands around them, ids of any size come through digit for digit', (t) => {
  const text = fc.oneof(fc.string(), fc.constantFrom('"', '\\', '\\"', ':1234567890123456789012,', '{"a":'))
  fc.assert(
    fc.property(fc.array(fc.tuple(text, fc.bigInt({ min: -(2n ** 80n), max: 2n ** 80n }))), (pairs) => {
      const json = `[${pairs.map(([around, id]) => `{${JSON.stringify(around)}:${id},"x":${JSON.stringify(around)}}`).join()}]`
      const read = parseJson(json) as Record<string, unknown>[]
      return read.every((row, index) => {
        const [around = '', id = 0n] = pairs[index] ?? []
        return around === 'x' || String(row[around]) === String(id)
      })
    }),
  )
  t.end()
})

t.test('a large page takes no time worth speaking of', (t) => {
  const body = `Numer paczki: 123456789012345678901234 \\"${'x'.repeat(4_000)}`
  const page = `[${Array.from({ length: 1_000 }, (_, id) => `{"id":${2n ** 60n + BigInt(id)},"body":"${body}"}`).join()}]`
  const begun = performance.now()
  const read = parseJson(page) as { id: string }[]
  t.equal(read[999]?.id, String(2n ** 60n + 999n))
  t.ok(performance.now() - begun < 2_000)
  t.end()
})
