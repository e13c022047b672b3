import t from 'tap'
import { wordsOf } from '../src/index.ts'

t.test('an error says something, also one of a host with several addresses', (t) => {
  const refused = ['::1', '127.0.0.1'].map((address) => new Error(`connect ECONNREFUSED ${address}:5432`))
  t.equal(wordsOf(new AggregateError(refused)), 'connect ECONNREFUSED ::1:5432; connect ECONNREFUSED 127.0.0.1:5432')
  t.equal(wordsOf(new AggregateError([], '')), 'AggregateError')
  t.equal(wordsOf(new TypeError('')), 'TypeError')
  t.equal(wordsOf(new Error('gone')), 'gone')
  t.equal(wordsOf('gone'), 'gone')
  t.end()
})
