import t from 'tap'
import { createSweepAllowance } from '../src/thulium/sweep-allowance.ts'

t.test('an account gets its share of reads, whatever the number of its tickets and of its looks', (t) => {
  let seconds = 0
  const allowance = createSweepAllowance(0.1, () => new Date(seconds * 1_000))
  let read = 0
  for (; seconds <= 3_600; seconds += 45) {
    const allowed = allowance.of('sklep')
    allowance.use('sklep', allowed)
    read += allowed
  }
  t.equal(read, 361, 'a tenth of a read a second, and the one that a process begins with')
  t.end()
})

t.test('what is not used is kept, but not for ever, and belongs to one account', (t) => {
  let seconds = 0
  const allowance = createSweepAllowance(0.1, () => new Date(seconds * 1_000))
  t.equal(allowance.of('sklep'), 1)
  seconds = 95
  t.equal(allowance.of('sklep'), 10)
  allowance.use('sklep', 4)
  t.equal(allowance.of('sklep'), 6)
  t.equal(allowance.of('other'), 1)
  seconds = 1_000_000
  t.equal(allowance.of('sklep'), 50)
  seconds = 0
  t.equal(allowance.of('sklep'), 50, 'a clock that is set back takes nothing away')
  t.end()
})
