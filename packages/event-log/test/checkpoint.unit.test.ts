import fc from 'fast-check'
import t from 'tap'
import { compareCheckpoints } from '../src/index.ts'
import { formatCheckpoint, parseCheckpoint } from '../src/postgres/checkpoint.ts'

const transactionId = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n })
const position = fc.bigInt({ min: 0n, max: 2n ** 63n - 1n })

await t.test('checkpoints sort as text like their numbers, transaction first', (t) => {
  fc.assert(
    fc.property(transactionId, position, transactionId, position, (a, b, c, d) => {
      const order = compareCheckpoints(formatCheckpoint(String(a), String(b)), formatCheckpoint(String(c), String(d)))
      return Math.sign(order) === (a !== c ? (a < c ? -1 : 1) : b !== d ? (b < d ? -1 : 1) : 0)
    }),
  )
  t.end()
})

await t.test('a checkpoint holds its numbers without leading zeros, which PostgreSQL would read as octal', (t) => {
  fc.assert(
    fc.property(transactionId, position, (a, b) => {
      const parsed = parseCheckpoint(formatCheckpoint(String(a), String(b)))
      return parsed.transactionId === String(a) && parsed.position === String(b)
    }),
  )
  t.throws(() => parseCheckpoint('12.34'), TypeError)
  t.end()
})
