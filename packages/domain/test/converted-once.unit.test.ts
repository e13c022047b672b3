import t from 'tap'
import { convertedOnce } from '../src/text/converted-once.ts'

t.test('a large text is converted once, small ones each time, and memory is bounded', (t) => {
  let conversions = 0
  const upper = convertedOnce((body: string) => {
    conversions++
    return body.toUpperCase()
  })
  const large = (letter: string, length = 1_000_000): string => letter.repeat(length)

  for (let look = 0; look < 3; look++) t.equal(upper(large('a')), large('A'))
  t.equal(conversions, 1)
  for (let look = 0; look < 3; look++) t.equal(upper('mała'), 'MAŁA')
  t.equal(conversions, 4)

  for (const letter of 'bcdefghi') upper(large(letter))
  t.equal(upper(large('i')), large('I'))
  t.equal(conversions, 12, 'the newest are kept')
  upper(large('a'))
  t.equal(conversions, 13, 'and the oldest is forgotten')
  t.equal(upper(large('z', 9_000_000)).length, 9_000_000, 'one that does not fit is converted all the same')
  t.end()
})
